"""The map of the sections above a page: a number or Enter leads to what is open in one of them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from assessment.app.box import Box
from assessment.app.choice_list import ChoiceList
from assessment.app.keys import digits, key
from assessment.app.prose import Prose
from assessment.app.section_map import map_rows
from assessment.app.tones import MUTED
from assessment.asking.map import left_for_later, section_map


class MapBox(Box[str]):
    """Every part of the questionnaire; the answer is the id of the question to go to."""

    CSS_PATH = "map_box.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*digits(), key("m", "cancel", "close")]

    def compose_body(self) -> ComposeResult:
        """Lay out the title, the parts and what the full version adds."""
        yield Prose(id="title")
        yield ChoiceList(id="parts")
        yield Prose(id="more")

    def paint(self) -> None:
        """Write the parts; the highlight begins where the person stands."""
        session, lang, t = self.desk.session, self.desk.lang, self.t
        parts = section_map(session, lang, t)
        here = next((rank for rank, part in enumerate(parts) if part.is_here), None)
        later = left_for_later(session, lang, t)
        title = Content.assemble((f"{t('map.title')}\n", "bold"), (f"{t('map.how')}\n", MUTED))
        self.query_one("#title", Prose).show(title)
        more = t("map.later", parts=" · ".join(later)) if later else ""
        self.query_one("#more", Prose).show(Content.styled(f"\n{more}" if more else "", MUTED))
        rows = self.query_one(ChoiceList)
        rows.show(map_rows(parts, t), highlighted=here if rows.highlighted is None else rows.highlighted)
        rows.focus()

    def action_digit(self, digit: int) -> None:
        """Go to a part by its number."""
        rows = self.query_one(ChoiceList).rows
        if digit <= len(rows):
            self.dismiss(rows[digit - 1].key)

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Go to the highlighted part."""
        self.dismiss(event.row.key)
