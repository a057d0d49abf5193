"""Tests in a real browser, on sites built as users build them."""
