"""A mistake in somebody's data is a value with a place. Every stage returns these; only reporters turn them into text.

This room knows nothing of any other."""

from auditloop.problems.problem import Bilingual, Place, Problem, Severity, problem, sort_problems

__all__ = ["Bilingual", "Place", "Problem", "Severity", "problem", "sort_problems"]
