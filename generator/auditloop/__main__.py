"""`python -m auditloop`: the command where its script is not on the path."""

from auditloop.cli import main

main()
