"""Measures what each stage costs, in time and memory, as ratios to the bare cost of the same work. See README.md."""
