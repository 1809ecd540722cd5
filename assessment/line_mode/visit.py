"""One organisation while one talks about it: its answers kept, its diagnosis made, its words."""

import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from assessment.asking.earlier import Earlier
from assessment.asking.session import Change, Session
from assessment.asking.step_names import step_title
from assessment.errors import BadInput
from assessment.free_text import isolated
from assessment.line_mode.voice import Jump, Voice
from assessment.planning import PlanHistory
from assessment.workspace import ADVISER, ChangedElsewhere, OrganisationRow, Workspace
from questionnaire.answers import Value
from questionnaire.loading import standard_questionnaire
from questionnaire.routing import numbers

if TYPE_CHECKING:
    from assessment.diagnosis import Diagnosis
    from assessment.dossier import Action

_QUESTION = re.compile(r"(?:g\s*)?([qpb])\s*(\d{1,2})|g\s*(\d{1,2})", re.IGNORECASE)
"""« q12 », « g 12 », « g b3 »: a question by its number."""


class Visit:
    """One organisation, its answers and the place of the person among them."""

    def __init__(self, workspace: Workspace, row: OrganisationRow, voice: Voice) -> None:
        self.workspace, self.row, self.voice = workspace, row, voice
        self.was_refused = False
        """Whether the last change did not reach the disk."""
        self.is_adviser = workspace.setting(ADVISER) is not None
        """Whether private notes exist here."""
        self.next_place = "question"
        """What the menu proposes next."""
        self._plans = PlanHistory()
        """Plans to go back to, since the last answer."""
        self.knows_menu = False
        """Whether the choices of the menu were said already."""
        self._marked = workspace.position(row.assessment_id)
        self.is_resumed = self._marked is not None
        self.session = Session(
            standard_questionnaire(),
            workspace.sheet(row.assessment_id),
            self._write,
            position=self._marked,
            short=workspace.is_short(row.assessment_id),
        )
        earlier = workspace.rounds_before(row.id, row.assessment_id)
        if earlier:
            self.session.earlier = Earlier(earlier[-1].sheet, earlier[-1].day)
        if not self.session.progress.open:
            self.next_place = "results"
        voice.everywhere = {"o": self._say_where, "u": self.undo}
        voice.unusual = self._jump

    # --- who and where --------------------------------------------------------------------------

    @property
    def name(self) -> str:
        """Name of the organisation, or the words for one that left it out."""
        held = self.session.sheet.get("organisation.name")
        return isolated(str(held)) if held else self.voice.t("start.unnamed")

    @property
    def name_to_type(self) -> str:
        """What names the organisation in a shell: its name in quotes, else its short id."""
        name = str(self.session.sheet.get("organisation.name") or "")
        is_plain = name.isprintable() and not any(sign in name for sign in '"$`\\!%')
        return f'"{name}"' if name and is_plain else self.row.short_id

    @property
    def has_answers(self) -> bool:
        """Whether more than a name was said."""
        return any(field != "organisation.name" for field in self.session.sheet.fields)

    def say_progress(self) -> None:
        """Say how far the questions have got."""
        progress = self.session.progress
        if not progress.open:
            self.voice.tell("where.all", asked=progress.asked)
            return
        self.voice.tell("where.some", answered=progress.answered, asked=progress.asked)

    def _say_where(self) -> None:
        """Say which organisation, how far, and which question is next."""
        session, voice = self.session, self.voice
        voice.tell("where.organisation", name=self.name)
        self.say_progress()
        if session.progress.open and not session.has_ended:
            title = step_title(session.questionnaire, session.step, voice.lang, voice.app_words)
            voice.tell("where.question", title=title)

    def _jump(self, line: str) -> bool:
        """Go to the question a line names, or say that there is none; False when it names none."""
        named = _QUESTION.fullmatch(line)
        if named is None:
            return False
        letter, rank = (named[1] or "q").lower(), int(named[2] or named[3])
        step = numbers(self.session.questionnaire).get(f"{letter}{rank:02}")
        if step is None:
            self.voice.tell("said.no_question", given=line)
        elif not self.is_put(step):
            self.voice.tell("said.not_put")
        else:
            raise Jump(step)
        return True

    def is_put(self, question: str) -> bool:
        """Say whether a question is put to this organisation."""
        session = self.session
        path = Session(session.questionnaire, session.sheet, lambda _change: None).path
        fields = [name.rpartition(".")[2] for step in path for name in step.fields]
        return question in (*fields, *(step.id for step in path))

    # --- keeping --------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last change."""
        self.was_refused = False
        if self._plans:
            self._undo_plan()
        elif not self.session.undo():
            self.voice.tell("said.nothing_to_undo")
        elif not self.was_refused:
            self.voice.tell("said.undone")

    def _undo_plan(self) -> None:
        """Go back to the plan before the last change, unless another window changed it since."""
        before = self._plans.undo(self.plan())
        if before is None:
            self.voice.tell("said.plan_elsewhere")
        else:
            self.workspace.keep_plan(self.row.id, before)
            self.voice.tell("said.plan_undone")

    def note(self, field: str, value: Value) -> None:
        """Keep a field beside the questions, and say so."""
        self.was_refused = False
        self.session.note(field, value)
        self.say_saved()

    def say_saved(self, words: str = "") -> None:
        """Say that the last change is on the disk, and how it was understood."""
        if not self.was_refused:
            self.voice.say(
                self.voice.t("said.saved_as", words=words.rstrip("."))
                if words
                else self.voice.t("said.saved")
            )

    def _write(self, change: Change) -> None:
        """Commit one change; one that cannot be kept is told and taken back."""
        self._plans.clear()
        try:
            moment = self.workspace.record(
                self.row.assessment_id,
                change.field,
                change.after,
                expected=change.before,
                position=change.position,
                progress=change.progress,
            )
        except ChangedElsewhere:
            self._take_back(self.voice.t("said.elsewhere"))
        except BadInput as problem:
            self._take_back(problem.text(self.voice.lang))
        else:
            self._marked = change.position
            self.session.saved(moment)

    def lengthen(self) -> None:
        """Go over from the short version to the full one, for good, even when that cannot be kept."""
        if self.session.short:
            self.session.short = False
            with suppress(BadInput):
                self.workspace.keep_short(self.row.assessment_id, False)

    def _take_back(self, reason: str) -> None:
        """Say why a change was not kept, and go by what is on the disk."""
        self.voice.say(reason)
        self.was_refused = True
        self.session.let_go()
        self.session.reload(self.workspace.sheet(self.row.assessment_id))

    def leave_mark(self) -> None:
        """Keep the place after a step passed without an answer; a place is worth no complaint."""
        if self._marked != self.session.position:
            with suppress(BadInput):
                self.workspace.leave_at(self.row.assessment_id, self.session.position)
            self._marked = self.session.position

    def catch_up(self) -> None:
        """Take over what another window wrote; BadInput when the organisation is no more."""
        stored = self.workspace.sheet(self.row.assessment_id)
        if dict(stored.fields) != dict(self.session.sheet.fields):
            self.session.reload(stored)

    # --- what comes of the answers --------------------------------------------------------------

    def diagnosis(self) -> "Diagnosis":
        """Return the diagnosis of what is kept."""
        from assessment.dossier_diagnosis import diagnose_dossier
        from assessment.network_programmes import programmes_beside, rules_with

        own, _ = programmes_beside(self.workspace.path)
        return diagnose_dossier(self.workspace.dossier(self.row.id), rulebook=rules_with(own))

    def plan(self) -> "tuple[Action, ...]":
        """Return the action plan as it is kept."""
        return self.workspace.plan(self.row.id)

    def keep_plan(self, plan: "tuple[Action, ...]") -> None:
        """Keep another action plan, and say so; BadInput when the disk refuses it."""
        before = self.plan()
        self.workspace.keep_plan(self.row.id, plan)
        self._plans.note(before, plan)
        self.voice.tell("said.saved")

    @property
    def today(self) -> date:
        """The day printed on what is made now."""
        return date.today()
