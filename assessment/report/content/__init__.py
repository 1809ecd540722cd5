"""What the report says, page by page: a Diagnosis in words, no layout."""

from assessment.report.content.building import full, short, team_sheet

__all__ = ["full", "short", "team_sheet"]
