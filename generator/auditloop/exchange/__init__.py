"""Tables that people work on in spreadsheets, and the files they come from and go to.

`fields` says which columns there are; `exporting` goes from files to tables, `importing` from tables to files."""

from auditloop.exchange.exporting import Table, export, to_csv, to_xlsx
from auditloop.exchange.fields import REGISTERS, Register
from auditloop.exchange.grid import Grid, from_csv
from auditloop.exchange.importing import Imported, plan_import
from auditloop.exchange.workbook_in import read_workbook
from auditloop.exchange.workbook_parts import TooLongForWorkbookError
from auditloop.exchange.workbook_registers import register_book

__all__ = [
    "REGISTERS", "Grid", "Imported", "Register", "Table", "TooLongForWorkbookError", "export", "from_csv",
    "plan_import", "read_workbook", "register_book", "to_csv", "to_xlsx",
]  # fmt: skip
