"""The action plan as files for other tools: a table for a spreadsheet, dates for a calendar; pure.

Importing this package costs nothing: the library that writes calendars is loaded when one is made.
"""

from assessment.plan_export.calendar_file import calendar_bytes
from assessment.plan_export.csv_file import csv_bytes
from assessment.plan_export.files import ExportedFile, PlanExport, export_plan

__all__ = ["ExportedFile", "PlanExport", "calendar_bytes", "csv_bytes", "export_plan"]
