"""The parts of the questionnaire as a map: how far each has got, what is open, where one stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.asking.session import Session
from assessment.asking.step_names import part_title
from assessment.texts import Texts
from questionnaire.routing import Step, is_answered, steps


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the questionnaire."""

    title: str
    answered: int
    """Screens fully answered."""
    asked: int
    """Screens put to this organisation."""
    target: str
    """Id of its first open screen, or of its first one when nothing is open."""
    is_here: bool
    """Whether the person stands in it."""

    @property
    def open(self) -> int:
        """Screens without a full answer."""
        return self.asked - self.answered

    @property
    def done(self) -> float:
        """Share of its screens answered, 0 to 1."""
        return self.answered / self.asked


def section_map(session: Session, lang: str, t: Texts) -> tuple[Part, ...]:
    """Return the parts of the way through, in the order they begin; none is there twice."""
    grouped = _by_part(session, session.path, lang, t)
    here = session.step
    return tuple(_part(title, found, here, session) for title, found in grouped.items())


def left_for_later(session: Session, lang: str, t: Texts) -> tuple[str, ...]:
    """Return the parts only the full version has; none when it is the full one already."""
    every_step = steps(session.questionnaire, session.sheet)
    known = _by_part(session, session.path, lang, t)
    return tuple(title for title in _by_part(session, every_step, lang, t) if title not in known)


def _by_part(session: Session, path: Iterable[Step], lang: str, t: Texts) -> dict[str, list[Step]]:
    grouped: dict[str, list[Step]] = {}
    for step in path:
        grouped.setdefault(part_title(session.questionnaire, step, lang, t), []).append(step)
    return grouped


def _part(title: str, found: list[Step], here: Step, session: Session) -> Part:
    still_open = [step.id for step in found if not is_answered(step, session.sheet)]
    return Part(
        title=title,
        answered=len(found) - len(still_open),
        asked=len(found),
        target=still_open[0] if still_open else found[0].id,
        is_here=here in found and not session.has_ended,
    )
