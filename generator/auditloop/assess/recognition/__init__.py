"""Recognition by stated rules: months without a complaint, the service star, problems found again, honest innovations.

Looks at the year of the day; each rule stands in a module of its own and may be off.
"""

from auditloop.assess.recognition.assess import assess_recognition

__all__ = ["assess_recognition"]
