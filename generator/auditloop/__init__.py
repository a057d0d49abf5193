"""Auditloop: service-quality audits, indicators and improvement as a closed loop in a git repository."""

__version__ = "0.1.0"
