"""Questions that appear or vanish with an answer, and one sentence that says so; no screen in here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.texts import Texts
from questionnaire.answers import AnswerSheet
from questionnaire.model import Questionnaire
from questionnaire.routing import Step, left_out_steps

FOLLOWS = {
    "forms": "cooperation_past",
    "effects": "cooperation_past",
    "interest": "cooperation_past",
    "ai_rules": "tech_ai",
    "unsatisfying": "used",
    "urgency": "needed",
}
"""Kinds of questions that come and go, and what each depends on."""
_PREFIXES = {"patronage_": "forms", "business_": "forms", "effect_": "effects"}


@dataclass(frozen=True, slots=True)
class Rerouting:
    """What one answer changed on the way: how many screens of each kind came and went."""

    cause: str = ""
    """What it depends on: a question, « used » or « needed »."""
    holds: bool = False
    """Whether the cause is there: cooperated, AI in use or needed, something used or needed."""
    code: str | None = None
    """Answer of the question it depends on; None when there is none."""
    appeared: Mapping[str, int] | None = None
    vanished: Mapping[str, int] | None = None
    kept: int = 0
    """Answers kept apart because their question is no longer put."""

    def sentence(self, t: Texts) -> str:
        """Return why and how many; empty when nothing came or went."""
        said = [self._said("appear", self.appeared, t), self._said("vanish", self.vanished, t)]
        if self.vanished and self.kept > 0:
            said.append(t.count("route.kept", self.kept))
        first, *others = [one for one in said if one] or [""]
        changes = " ".join([first, *(one[0].upper() + one[1:] for one in others)])
        return t("route.because", why=t(self._why), changes=changes) if changes else ""

    @property
    def _why(self) -> str:
        if self.cause == "cooperation_past" and not self.holds and self.code is None:
            return "route.why.cooperation_past.open"
        return f"route.why.{self.cause}.{'yes' if self.holds else 'no'}"

    def _said(self, way: str, found: Mapping[str, int] | None, t: Texts) -> str:
        if not found:
            return ""
        *others, last = (t.count(f"route.what.{kind}", number) for kind, number in found.items())
        what = t("route.and", first=", ".join(others), last=last) if others else last
        return t.count(f"route.{way}", sum(found.values()), what=what)


def rerouting(
    questionnaire: Questionnaire,
    before: tuple[AnswerSheet, Iterable[Step]],
    after: tuple[AnswerSheet, Iterable[Step]],
) -> Rerouting:
    """Compare the way before and after an answer."""
    sheet = after[0]
    old, new = ({step.id for step in path} for _, path in (before, after))
    appeared, vanished = _by_kind(new - old), _by_kind(old - new)
    kinds = (*appeared, *vanished)
    if not kinds:
        return Rerouting()
    cause = FOLLOWS[kinds[0]]
    return Rerouting(
        cause=cause,
        holds=any((kind != "interest") == (kind in appeared) for kind in kinds if FOLLOWS[kind] == cause),
        code=sheet.answer(cause) if questionnaire.is_question(cause) else None,
        appeared=appeared,
        vanished=vanished,
        kept=_kept(questionnaire, sheet) - _kept(questionnaire, before[0]),
    )


def _by_kind(step_ids: Iterable[str]) -> dict[str, int]:
    """Count steps by kind, in the order the kinds are asked; those of no kind never come or go."""
    found = [_kind(step_id) for step_id in step_ids]
    return {kind: found.count(kind) for kind in FOLLOWS if kind in found}


def _kind(step_id: str) -> str:
    return next((kind for prefix, kind in _PREFIXES.items() if step_id.startswith(prefix)), step_id)


def _kept(questionnaire: Questionnaire, sheet: AnswerSheet) -> int:
    return sum(len(step.fields) for step in left_out_steps(questionnaire, sheet))
