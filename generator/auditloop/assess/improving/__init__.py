"""The acting side of the loop: what it has come to, and what to do next."""
