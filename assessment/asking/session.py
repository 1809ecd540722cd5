"""One assessment being answered: the sheet, the way through it and where one stands; no screen in here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.asking.earlier import Earlier
from assessment.asking.purpose import purposes_missing
from assessment.asking.rerouting import Rerouting, rerouting
from questionnaire.answers import AnswerSheet, Value
from questionnaire.model import Questionnaire
from questionnaire.routing import SHORT_ENDS_WITH, TOGETHER, Progress, Step, is_answered, progress, steps
from questionnaire.votes import VOTES, Spread, as_value

GRID = "q09-q13"


@dataclass(frozen=True, slots=True)
class Change:
    """One answer to write: what the field held, what it holds, and where the person stands after it."""

    field: str
    before: Value
    after: Value
    position: str
    """Step the person is at once the answer is given."""
    progress: tuple[int, int]
    """Steps answered and steps asked."""


class Session:
    """The answers of one assessment and the place of the person among its questions."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        sheet: AnswerSheet,
        write: Callable[[Change], None],
        *,
        position: str | None = None,
        short: bool = False,
    ) -> None:
        self.questionnaire = questionnaire
        self.sheet = sheet
        self.short = short
        self.line = 0
        """Current line of a screen with several lines (q09-q13, urgency)."""
        self.has_ended = False
        """Whether the person went past the last step."""
        self.saved_at: datetime | None = None
        """When the last answer reached the disk; None while nothing did."""
        self.pending = 0
        """Answers given and not yet on the disk."""
        self.rerouting = Rerouting()
        """What the last answer made appear or vanish, until the person moves on."""
        self.earlier: Earlier | None = None
        """Answers of the round before, to remind of; None in the first round."""
        self._left: Step | None = None
        """Step the last answer closed; None once the person moved about."""
        self._write = write
        self._done: list[tuple[str, tuple[Change, ...]]] = []
        self._walked: tuple[AnswerSheet, _Way] | None = None
        self.position = ""
        self.go_to(position or "name")

    # --- the way through ------------------------------------------------------------------------

    @property
    def path(self) -> tuple[Step, ...]:
        """Steps put to this organisation, in order; the short version stops after q15."""
        return self._way.path

    @property
    def step(self) -> Step:
        """The step the person is at."""
        return self.path[self._rank]

    @property
    def place(self) -> tuple[int, int]:
        """Rank of the current step, from 1, and how many there are."""
        return self._rank + 1, len(self.path)

    @property
    def progress(self) -> Progress:
        """How far the whole questionnaire has got."""
        return progress(self.questionnaire, self.sheet)

    @property
    def left_open(self) -> int:
        """Steps before the current one left without an answer."""
        return sum(not is_answered(step, self.sheet) for step in self.path[: self._rank])

    @property
    def subject(self) -> str:
        """Id of the question the current line asks; the step itself when it has one line."""
        field = self.step.fields[self.line] if self.step.id in (GRID, "urgency") else self.step.id
        return field.rpartition(".")[2]

    @property
    def purposes_wanted(self) -> tuple[str, ...]:
        """Needs just given that lack a word on what they would be for."""
        return purposes_missing(self.questionnaire, self.sheet, self._left) if self._left else ()

    def go_to(self, place: str) -> None:
        """Go to a step, by its id, the id of a question or its number."""
        self._forget_last()
        wanted = self._question_at(place)
        self.position = GRID if wanted in TOGETHER else wanted
        self.has_ended = False
        self._stand()
        if wanted in TOGETHER:
            self.line = TOGETHER.index(wanted)

    def is_beyond(self, place: str) -> bool:
        """Say whether the short version stops before a question."""
        wanted = self._question_at(place)
        return self.short and (GRID if wanted in TOGETHER else wanted) not in self._way.ranks

    def next(self) -> None:
        """Go to the next step, or to the end after the last one."""
        self._forget_last()
        rank = self._rank
        if rank + 1 == len(self.path):
            self.has_ended = True
        else:
            self.position = self.path[rank + 1].id
            self._stand()

    def back(self) -> bool:
        """Go to the step before; False at the first one."""
        if self._rank == 0:
            return False
        self._forget_last()
        self.position = self.path[self._rank - 1].id
        self._stand()
        return True

    def resume(self) -> None:
        """Stand at the questions again: past the end, at the first open one, on the full way if need be."""
        still_open = self.progress.open
        if not still_open:
            self.has_ended = True
        elif self.has_ended:
            self.short = self.short and still_open[0] in {step.id for step in self.path}
            self.go_to(still_open[0])

    def pass_basics(self) -> None:
        """Go past the whole block of basics."""
        while self.step.kind == "basic" and not self.has_ended:
            self.next()

    # --- answers --------------------------------------------------------------------------------

    def answer(self, value: Value) -> None:
        """Answer the current step and go on."""
        self._change({self.step.fields[0]: value}, self._go_on)

    def answer_line(self, value: Value) -> None:
        """Answer the current line and go down; after the last one, go on."""
        self._change({self.step.fields[self.line]: value}, self._go_down)

    def agree(self, value: str, spread: Spread) -> None:
        """Keep the answer a group agreed on with the spread of its votes, and go on; undone in one step."""
        votes = {VOTES + self.subject: as_value(spread)}
        self._change({self.step.fields[self.line]: value, **votes}, self._go_down)

    def answer_open_lines(self, value: Value) -> None:
        """Give every line still open the same answer and go on; what was answered stays."""
        still_open = [name for name in self.step.fields if self.sheet.get(name) is None]
        if still_open:
            self._change(dict.fromkeys(still_open, value), self._go_on)
        else:
            self._go_on()

    def leave_unanswered(self) -> None:
        """Take away what the current line holds, the votes on it too, and go on; undone in one step."""
        fields = self.step.fields[self.line], VOTES + self.subject
        held = [field for field in fields if self.sheet.get(field) is not None]
        if held:
            self._change(dict.fromkeys(held), self._go_down)
        else:
            self._go_down()

    def pass_line(self) -> None:
        """Go to the next line without touching this one; after the last one, go on."""
        self._go_down()

    def note(self, field: str, value: Value) -> None:
        """Change a field beside the questions (a comment, the priorities) and stay where one is."""
        self._change({field: value}, lambda: None)

    def undo(self) -> bool:
        """Take back the last change made since the assessment was opened; False when there is none."""
        if not self._done:
            return False
        asked_from, changes = self._done.pop()
        before = self.sheet, self.path
        for change in changes:
            self.sheet = self.sheet.with_field(change.field, change.before)
        self.go_to(asked_from)
        self.rerouting = rerouting(self.questionnaire, before, (self.sheet, self.path))
        if changes[0].field in self.step.fields:
            self.line = self.step.fields.index(changes[0].field)
        for change in changes:
            self._send(Change(change.field, change.after, change.before, self.position, self._counts()))
        return True

    def came(self, values: Mapping[str, tuple[Value, Value]]) -> None:
        """Count what came from elsewhere (before, after) as the last changes, undone one by one."""
        for field, (before, after) in values.items():
            change = Change(field, before, after, self.position, self._counts())
            self._done.append((self._place_of(field), (change,)))

    def reload(self, sheet: AnswerSheet) -> None:
        """Take the answers as they stand on the disk, keeping the place."""
        self.sheet = sheet
        self._done.clear()
        self.position = self.step.id
        self.line = min(self.line, len(self.step.fields) - 1)

    def saved(self, moment: datetime) -> None:
        """Note that one more answer reached the disk."""
        self.pending = max(0, self.pending - 1)
        self.saved_at = moment

    def let_go(self) -> None:
        """Note that one answer will not be written."""
        self.pending = max(0, self.pending - 1)

    # --- inside ---------------------------------------------------------------------------------

    @property
    def _way(self) -> "_Way":
        """The steps for the answers given so far, walked once per set of answers."""
        if self._walked is None or self._walked[0] is not self.sheet or self._walked[1].short != self.short:
            self._walked = self.sheet, _Way(steps(self.questionnaire, self.sheet), self.sheet, self.short)
        return self._walked[1]

    @property
    def _rank(self) -> int:
        """Rank of the current step, from 0; the nearest one before when it is no longer asked."""
        ranks = self._way.ranks
        if self.position in ranks:
            return ranks[self.position]
        order = self.questionnaire.order
        before = order[: order.index(self.position)] if self.position in order else ()
        return max((ranks[step_id] for step_id in before if step_id in ranks), default=0)

    def _stand(self) -> None:
        """Stand on the first line without an answer, or the first one."""
        fields = self.step.fields
        self.line = next((i for i, name in enumerate(fields) if self.sheet.get(name) is None), 0)

    def _forget_last(self) -> None:
        self.rerouting, self._left = Rerouting(), None

    def _go_on(self) -> None:
        """Go to the next step, remembering the one that was just closed."""
        left = self.step
        self.next()
        self._left = left

    def _go_down(self) -> None:
        if self.line + 1 < len(self.step.fields):
            self.line += 1
        else:
            self._go_on()

    def _place_of(self, field: str) -> str:
        """Return the step a field belongs to; where one stands for a field no question asks."""
        *_, group, name = f".{field}".split(".")
        wanted = "urgency" if group == "urgency" else name
        is_known = wanted in self.questionnaire.order or self.questionnaire.is_question(wanted)
        return wanted if is_known else self.position

    def _question_at(self, place: str) -> str:
        """Return the id of a question from its id or number."""
        by_number = {question.number: question.id for question in self.questionnaire.questions}
        by_number |= {question.number: question.id for question in self.questionnaire.profile}
        return by_number.get(place, place)

    def _change(self, answers: Mapping[str, Value], move: Callable[[], None]) -> None:
        """Change fields, move on, then queue each change with the place reached."""
        asked_from, before = self.position, (self.sheet, self.path)
        befores = {name: self.sheet.get(name) for name in answers}
        for name, value in answers.items():
            self.sheet = self.sheet.with_field(name, value)
        move()
        self.rerouting = rerouting(self.questionnaire, before, (self.sheet, self.path))
        counts = self._counts()
        changes = tuple(
            Change(name, befores[name], self.sheet.get(name), self.position, counts) for name in answers
        )
        self._done.append((asked_from, changes))
        for change in changes:
            self._send(change)

    def _send(self, change: Change) -> None:
        self.pending += 1
        self._write(change)

    def _counts(self) -> tuple[int, int]:
        return self._way.answered, self._way.asked


class _Way:
    """The steps put to an organisation for one set of answers."""

    def __init__(self, every_step: tuple[Step, ...], sheet: AnswerSheet, short: bool) -> None:
        self.short = short
        self.asked = len(every_step)
        self.answered = sum(is_answered(step, sheet) for step in every_step)
        ids = [step.id for step in every_step]
        ends = ids.index(SHORT_ENDS_WITH) + 1 if short and SHORT_ENDS_WITH in ids else len(ids)
        self.path = every_step[:ends]
        self.ranks = {step_id: rank for rank, step_id in enumerate(ids[:ends])}
