"""The acting side of the loop: what it has come to, and what to do next."""
"""The acting side of the loop: what people planned, tried, proposed and learned, computed from what they wrote."""
