"""The acting side of the loop: what it has come to, what others can learn from it, and what to do next."""
