"""The acting side of the loop: what is planned, what it has come to, what others can learn, what to do next."""
