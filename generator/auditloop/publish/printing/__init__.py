"""A page of the finished site as a PDF for A4, printed by a browser that is on the machine. No network is used."""

from auditloop.publish.printing.browser import NoBrowser, PrintFailed, find_browser
from auditloop.publish.printing.pages import NoPage, page_path, report_path, usual_page
from auditloop.publish.printing.printing import print_page

__all__ = ["NoBrowser", "NoPage", "PrintFailed", "find_browser", "page_path", "print_page", "report_path", "usual_page"]
