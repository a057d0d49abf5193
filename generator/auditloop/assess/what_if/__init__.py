"""What would be if: suppositions read, and made true in a copy of the workspace, to be assessed like any other.

Opens no file; holds no arithmetic of scores."""

from auditloop.assess.what_if.apply import Supposed, applied
from auditloop.assess.what_if.read import WHYS, WhatIfError, read
from auditloop.assess.what_if.suppositions import Answered, Closed, Supposition, Valued

__all__ = ["WHYS", "Answered", "Closed", "Supposed", "Supposition", "Valued", "WhatIfError", "applied", "read"]
