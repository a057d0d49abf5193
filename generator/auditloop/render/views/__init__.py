"""What stands on every page, as frozen values with every number already formatted. Knows no template and no file."""
