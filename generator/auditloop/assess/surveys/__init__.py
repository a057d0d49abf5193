"""What customers said in surveys: satisfaction, recommendation, gaps, drivers and themes, per team and period.

`assess` puts the methods together; each other module is one method on numbers, and knows no teams and no files."""

from auditloop.assess.surveys.assess import assess_surveys
from auditloop.assess.surveys.gathered import Gathered, gather
from auditloop.assess.surveys.readings import survey_readings

__all__ = ["Gathered", "assess_surveys", "gather", "survey_readings"]
