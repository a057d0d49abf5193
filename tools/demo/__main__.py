"""`python -m tools.demo` rewrites audits/ (or the folder given with --to)."""

from tools.demo.make import main

raise SystemExit(main())
