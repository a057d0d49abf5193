"""The demonstration organisation: everything that stands in audits/, told once and written out the same every time."""
