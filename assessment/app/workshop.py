"""The forms of a workshop, typed one line each and kept as assessments; no widget in here."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

from assessment.dossier import Dossier, assessment_of, organisation_of
from assessment.errors import BadInput
from assessment.free_text import name_key
from assessment.room import CONSENT
from assessment.typed_form import TypedForm, read_form, written_form
from assessment.workspace import OrganisationRow, Workspace
from questionnaire.answers import AnswerSheet, Value
from questionnaire.exchange.paper_order import paper_order
from questionnaire.model import Questionnaire
from questionnaire.routing import progress

SETTING = "workshop"
"""Setting that keeps whose forms were typed, and on which day: another day is another workshop."""
_NAME = "organisation.name"
_LEGAL_FORM = "organisation.legal_form"


@dataclass(frozen=True, slots=True)
class Entered:
    """One form as it was kept."""

    id: str
    """Organisation."""
    name: str | None
    answered: int
    """Answers of the form that were given."""
    is_named: bool
    """Whether the organisation agreed to be named."""
    line: str
    """What was typed, as it would be typed again."""


class Workshop:
    """The forms typed today, in the order they came."""

    def __init__(self, workspace: Workspace, questionnaire: Questionnaire, today: date) -> None:
        self._workspace, self._questionnaire, self._today = workspace, questionnaire, today
        self.order = paper_order(questionnaire)
        day, *ids = (workspace.setting(SETTING) or "-").split()
        self.ids: list[str] = ids if day == today.isoformat() else []

    def read(self, typed: str) -> TypedForm:
        """Read a line as far as it is typed."""
        return read_form(typed, self.order)

    def entered(self) -> Iterator[Entered]:
        """Yield the forms kept, those of organisations deleted since left out."""
        for organisation_id in tuple(self.ids):
            with suppress(BadInput):
                yield self._entered(organisation_id)

    def known(self, name: str) -> OrganisationRow | None:
        """Return the organisation that bears a name already, capitals aside."""
        if not name:
            return None
        with suppress(BadInput):
            row = self._workspace.find(name)
            return row if row.name and name_key(row.name) == name_key(name) else None
        return None

    def keep(self, form: TypedForm, *, is_named: bool) -> str:
        """Keep a form as an assessment of today and return its organisation's id.

        An organisation that is there already gets one more assessment: the earlier ones stay as they are.
        BadInput when its form was typed already today, or when its name cannot be one.
        """
        known = self.known(form.name)
        if known is not None and known.id in self.ids:
            raise BadInput("workspace.typed_already", name=form.name)
        sheet = AnswerSheet.of({**form.fields(self.order), **_about(form, is_named)})
        organisation = organisation_of(sheet, id=str(uuid4()))
        if known is not None:
            told = self._workspace.sheet(known.assessment_id).get(_LEGAL_FORM) is None
            legal_form = organisation.legal_form if told else None
            kept = {"id": known.id, "name": known.name, "legal_form": legal_form}
            organisation = organisation.model_copy(update=kept)
        made = assessment_of(sheet, date=self._today, questionnaire=self._questionnaire.id, id=str(uuid4()))
        report = self._workspace.import_dossier(Dossier(organisation=organisation, assessments=(made,)))
        self.ids.append(report.organisation_id)
        self._remember()
        return report.organisation_id

    def correct(self, organisation_id: str, form: TypedForm, *, is_named: bool) -> None:
        """Replace the name and the answers of a form typed before; what has no digit stays as it is."""
        row = self._workspace.find(organisation_id)
        if (form.name or None) != row.name:
            self._workspace.rename(organisation_id, form.name or None)
        fields: dict[str, Value] = {**form.fields(self.order), CONSENT: True if is_named else None}
        self._record(row, fields)

    def name_it(self, organisation_id: str, *, is_named: bool) -> None:
        """Note whether an organisation agrees to be named."""
        row = self._workspace.find(organisation_id)
        self._record(row, {CONSENT: True if is_named else None})

    def _record(self, row: OrganisationRow, fields: dict[str, Value]) -> None:
        held = self._workspace.sheet(row.assessment_id)
        done = progress(self._questionnaire, AnswerSheet.of({**held.fields, **fields}))
        self._workspace.keep_answers(row.assessment_id, fields, progress=(done.answered, done.asked))

    def _is_kept(self, organisation_id: str) -> bool:
        with suppress(BadInput):
            return bool(self._workspace.find(organisation_id))
        return False

    def _entered(self, organisation_id: str) -> Entered:
        row = self._workspace.find(organisation_id)
        sheet = self._workspace.sheet(row.assessment_id)
        answered = sum(sheet.get(line.field) is not None for line in self.order)
        line = written_form(sheet, self.order)
        return Entered(row.id, row.name, answered, sheet.get(CONSENT) is True, line)

    def _remember(self) -> None:
        """Keep whose forms were typed; one erased since, here or in another window, is not named again."""
        self.ids = [one for one in self.ids if self._is_kept(one)]
        self._workspace.keep_setting(SETTING, " ".join((self._today.isoformat(), *self.ids)))


def _about(form: TypedForm, is_named: bool) -> dict[str, Value]:
    return {_NAME: form.name or None, CONSENT: True if is_named else None}


def members(workspace: Workspace, chosen: Sequence[str] | set[str]) -> list[OrganisationRow]:
    """Return the organisations chosen, or all those followed; one opened and never answered is nobody yet."""
    nobody = {row.id for row in workspace.blank()}
    rows = [row for row in workspace.organisations() if row.id not in nobody]
    if chosen:
        return [row for row in rows if row.id in chosen]
    return [row for row in rows if row.archived is None]
