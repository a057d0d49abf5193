"""A mistake in somebody's data is a value with a place. Every stage returns these; only reporters turn them into text.

This room knows nothing of any other."""

from auditloop.problems.fingerprint import fingerprints
from auditloop.problems.problem import MOST_IN_ONE_FILE, Bilingual, Place, Problem, Severity, problem, sort_problems

__all__ = ["MOST_IN_ONE_FILE", "Bilingual", "Place", "Problem", "Severity", "fingerprints", "problem", "sort_problems"]
