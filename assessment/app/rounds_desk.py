"""The rounds of the organisation at hand: a new one, an earlier one looked at, the answers it reminds of."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from assessment.free_text import checked_name
from assessment.workspace import OrganisationRow, RoundRow, Workspace

if TYPE_CHECKING:
    from assessment.asking.session import Change, Session
    from assessment.followup import Round
    from questionnaire.answers import AnswerSheet


class RoundsDesk:
    """What the desk knows of rounds."""

    workspace: Workspace
    organisation: OrganisationRow | None
    looked_at: RoundRow | None = None
    """The round looked at when it is not the latest: nothing can be changed in it."""
    _earlier: "tuple[Round, ...]" = ()
    """Rounds before the one at hand."""

    @property
    def session(self) -> "Session":
        """The assessment at hand."""
        raise NotImplementedError

    def open(self, row: OrganisationRow) -> None:
        """Open the latest assessment of an organisation."""
        raise NotImplementedError

    def open_by_id(self, organisation_id: str) -> None:
        """Open an organisation by id."""
        raise NotImplementedError

    def _take(
        self, row: OrganisationRow | None, sheet: "AnswerSheet", write: "Callable[[Change], None]"
    ) -> None:
        raise NotImplementedError

    def _remind(self, earlier: "tuple[Round, ...]") -> None:
        """Set the rounds before the one at hand beside it; the questions remind of the last of them."""
        from assessment.asking.earlier import Earlier

        self._earlier = earlier
        if earlier:
            self.session.earlier = Earlier(earlier[-1].sheet, earlier[-1].day)

    def start_round(self) -> None:
        """Open a new round of the organisation at hand; BadInput when the latest one is still empty."""
        if self.organisation is not None:
            self.open(self.workspace.new_round(self.organisation.id, date.today()))

    def look_at(self, round_: RoundRow) -> None:
        """Show an earlier round as it was answered: it can be read and printed, nothing is written."""
        row = self.organisation
        if row is None:
            return
        shown = replace(row, assessment_id=round_.id, rounds=round_.number + 1)
        self._take(shown, self.workspace.sheet(round_.id), lambda change: None)
        self._remind(self.workspace.rounds_before(row.id, round_.id))
        self.looked_at = round_

    @property
    def rounds(self) -> tuple[RoundRow, ...]:
        """Rounds of the organisation at hand, T0 first; none for the example."""
        return self.workspace.rounds(self.organisation.id) if self.organisation else ()

    @property
    def respondent_before(self) -> str:
        """Who answered the round before; empty when nobody said."""
        return self._earlier[-1].respondent if self._earlier else ""

    def checked_respondent(self, typed: str) -> str | None:
        """Return a respondent's name as it may be kept; BadInput when it may not."""
        return checked_name(typed.strip()) or None

    def delete_round(self, round_: RoundRow) -> None:
        """Take away a round opened by mistake and stand in the latest; BadInput when it holds answers."""
        self.workspace.delete_round(round_.id)
        if self.organisation is not None:
            self.open_by_id(self.organisation.id)

    def leave_look(self) -> None:
        """Go back to the latest round."""
        if self.organisation is not None and self.looked_at is not None:
            self.open_by_id(self.organisation.id)

    @property
    def round_at_hand(self) -> RoundRow:
        """Return the round at hand among those of its organisation."""
        if self.organisation is None:
            raise RuntimeError("the example has no rounds")
        found = self.workspace.rounds(self.organisation.id)
        return next((one for one in found if one.id == self.organisation.assessment_id), found[-1])
