"""One organisation's answers: one coded answer per question, notes beside it.

A sheet is also a flat list of *fields* ("answers.tech_ai", "complement.basics.b01" …): the form in which
an answer is kept one by one on disk, undone and compared between two windows.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from questionnaire.votes import VOTES, Spread, as_spread

Value = str | int | bool | tuple[str, ...] | tuple[int, ...] | None
"""What one field holds; None and a missing field are the same: nothing was said."""

Fields = Mapping[str, Value]

_EMPTY: Mapping[str, Value] = MappingProxyType({})


def _part(fields: Fields, prefix: str) -> dict[str, str]:
    """Return the text fields under a prefix, without it."""
    return {
        name.removeprefix(prefix): str(value) for name, value in fields.items() if name.startswith(prefix)
    }


def _names(value: Value) -> tuple[str, ...]:
    return tuple(str(name) for name in value) if isinstance(value, tuple) else ()


@dataclass(frozen=True)
class AnswerSheet:
    """Everything one organisation said at one date, by field name; frozen, changed with `with_field`."""

    fields: Fields = field(default_factory=lambda: _EMPTY)

    @classmethod
    def of(cls, fields: Mapping[str, Value] | Iterable[tuple[str, Value]]) -> "AnswerSheet":
        """Build a sheet from fields, forgetting those that hold nothing; () says « none of these »."""
        kept = {name: value for name, value in dict(fields).items() if value not in (None, "")}
        return cls(MappingProxyType(kept))

    def with_field(self, name: str, value: Value) -> "AnswerSheet":
        """Return the sheet with one field changed; None forgets it."""
        return AnswerSheet.of({**self.fields, name: value})

    def get(self, name: str) -> Value:
        """Return what a field holds, or None."""
        return self.fields.get(name)

    def answer(self, question_id: str) -> str | None:
        """Return the code answered to one of the study's questions."""
        value = self.fields.get(f"answers.{question_id}")
        return None if value is None else str(value)

    def comment(self, question_id: str) -> str | None:
        """Return the comment written beside a question."""
        value = self.fields.get(f"comments.{question_id}")
        return None if value is None else str(value)

    @property
    def answers(self) -> Mapping[str, str]:
        """Answer codes by question id, routed or not."""
        return _part(self.fields, "answers.")

    @property
    def comments(self) -> Mapping[str, str]:
        """Comments by question id."""
        return _part(self.fields, "comments.")

    @property
    def adviser_notes(self) -> Mapping[str, str]:
        """Private notes by question id: never handed out."""
        return _part(self.fields, "adviser_notes.")

    @property
    def votes(self) -> Mapping[str, Spread]:
        """How many people gave each answer, by question or basic a group voted on; counts only, no names."""
        return {
            name.removeprefix(VOTES): as_spread(value)
            for name, value in self.fields.items()
            if name.startswith(VOTES)
        }

    @property
    def profile(self) -> Mapping[str, Value]:
        """Profile of the organisation by profile question id."""
        return {
            name.removeprefix("profile."): value
            for name, value in self.fields.items()
            if name.startswith("profile.")
        }

    @property
    def aim(self) -> str | None:
        """The aim in the organisation's own words."""
        value = self.fields.get("complement.aim")
        return None if value is None else str(value)

    @property
    def basics(self) -> Mapping[str, str]:
        """Codes answered to the twelve basics."""
        return _part(self.fields, "complement.basics.")

    @property
    def urgency(self) -> Mapping[str, str]:
        """Urgency given to each need, by item id: now, this_year or later."""
        return _part(self.fields, "complement.urgency.")

    @property
    def interest(self) -> tuple[str, ...]:
        """Forms of cooperation that would interest those who never cooperated."""
        return _names(self.fields.get("complement.interest"))

    @property
    def unsatisfying(self) -> tuple[str, ...]:
        """Items in use that do not suit."""
        return _names(self.fields.get("complement.unsatisfying"))

    @property
    def barriers(self) -> tuple[str, ...]:
        """What holds back most, up to three codes."""
        return _names(self.fields.get("complement.barriers"))

    @property
    def skills_level(self) -> int | None:
        """Place on the skills ladder, 1 to 4."""
        value = self.fields.get("complement.skills_level")
        return value if isinstance(value, int) else None

    @property
    def ai_rules(self) -> str | None:
        """Whether rules for using AI were agreed."""
        value = self.fields.get("complement.ai_rules")
        return None if value is None else str(value)

    @property
    def priorities(self) -> tuple[str, ...]:
        """Priorities chosen by the organisation, in its order."""
        return _names(self.fields.get("priorities"))

    def without_private_notes(self) -> "AnswerSheet":
        """Return the sheet as it may be handed out."""
        kept = {name: value for name, value in self.fields.items() if not name.startswith("adviser_notes.")}
        return replace(self, fields=MappingProxyType(kept))
