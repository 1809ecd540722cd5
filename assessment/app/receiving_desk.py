"""Dossiers received: taken in, or waiting until it is decided which of two versions stays."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.workspace import Conflict, Contradicted, Decisions, ImportReport, OrganisationRow, Workspace
from assessment.workspace.conflicts import DATE

if TYPE_CHECKING:
    from assessment.asking.session import Session
    from assessment.dossier import Dossier
    from questionnaire.model import Questionnaire


@dataclass(frozen=True, slots=True)
class Received:
    """A dossier that contradicts what is kept."""

    dossier: "Dossier"
    file: str
    """Name of its file."""
    conflicts: tuple[Conflict, ...]
    """The differences when it was read."""


class ReceivingDesk:
    """What the desk knows of dossiers received."""

    workspace: Workspace
    questionnaire: "Questionnaire | None"
    organisation: OrganisationRow | None
    waiting: tuple[Received, ...] = ()
    """Dossiers to decide on, the first one at hand."""

    @property
    def session(self) -> "Session":
        """The assessment at hand."""
        raise NotImplementedError

    def open_by_id(self, organisation_id: str) -> None:
        """Open an organisation by id."""
        raise NotImplementedError

    def receive(self, file: Path) -> str:
        """Take a dossier file into the workspace and return its organisation's id.

        One that contradicts what is kept (Contradicted) waits until it is decided.
        """
        from assessment.dossier import read_dossier_file

        if self.questionnaire is None:
            raise RuntimeError("the questionnaire is not read yet")
        self.waiting = ()
        dossier = read_dossier_file(file, self.questionnaire)
        try:
            return self.workspace.import_dossier(dossier, file.name).organisation_id
        except Contradicted as contradicted:
            self.waiting = (Received(dossier, file.name, contradicted.conflicts),)
            raise

    def settle(self, decided: Decisions) -> ImportReport:
        """Take in the dossier waiting as it was decided; ConflictsChanged when that holds no longer."""
        received = self.waiting[0]
        report = self.workspace.import_decided(received.dossier, decided, received.file)
        self.put_off()
        return report

    def put_off(self) -> None:
        """Leave the dossier at hand as it is, for the next one waiting."""
        self.waiting = self.waiting[1:]

    def open_settled(self, report: ImportReport) -> bool:
        """Open the organisation of a dossier taken in; say whether something taken can be undone there."""
        self.open_by_id(report.organisation_id)
        if self.organisation is None:
            return False
        at_hand = (None, self.organisation.assessment_id)
        fields = [one for one in report.taken if one.assessment_id in at_hand and one.subject is None]
        came = {one.field: (one.ours, one.theirs) for one in fields if one.field != DATE}
        self.session.came(came)
        return bool(came)
