"""The answers of the round before: what the questions remind of, never an answer of now."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from questionnaire.answers import AnswerSheet, Value

OF_ORGANISATION = "organisation."
"""Fields kept with the organisation: every round holds them."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """One earlier round."""

    sheet: AnswerSheet
    day: date | None

    def held(self, field: str) -> Value:
        """Return what a field held; None for one that every round shares."""
        return None if field.startswith(OF_ORGANISATION) else self.sheet.get(field)

    def repeated(self, field: str, possible: Collection[Value]) -> Value:
        """Return what a field held, as far as it is possible now; None when there is nothing to repeat."""
        held = self.held(field)
        if not isinstance(held, tuple) or not possible:
            return held
        kept = tuple(code for code in held if code in possible)
        return kept if kept or not held else None  # type: ignore[return-value]
