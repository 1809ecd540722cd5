"""One card of the tour, at the foot of the page it is about."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.keys import key
from assessment.app.prose import Prose
from assessment.app.tones import MUTED
from assessment.app.tour import STOPS


class TourBox(Box[int]):
    """A sentence or two; the answer is the rank of the stop to go to, none to leave the tour."""

    CSS_PATH = "tour_box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,enter,space", "turn(1)", "tour_next", show=True),
        key("left,backspace", "turn(-1)", "tour_back", show=True),
        key("escape", "cancel", "tour_leave", show=True),
    ]

    def __init__(self, desk: Desk, number: int) -> None:
        """Take the rank of the stop, from 0."""
        super().__init__(desk)
        self._number = number

    def compose_body(self) -> ComposeResult:
        """Lay out the words of the card."""
        yield Prose(id="card")

    def paint(self) -> None:
        """Write the card."""
        place = self.t("tour.place", number=self._number + 1, total=len(STOPS))
        words = self.t(f"tour.stop.{STOPS[self._number].words}", name=self.desk.name)
        self.query_one("#card", Prose).show(Content.assemble((f"{place}\n", MUTED), words))

    def action_turn(self, stops: int) -> None:
        """Go to the next stop or the one before; there is none before the first."""
        if self._number + stops >= 0:
            self.dismiss(self._number + stops)
