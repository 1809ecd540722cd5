"""The pages about a group, one module a part; the screen shows the same blocks as the paper."""

from collections.abc import Callable, Mapping

from assessment.report.content.group.clarify import clarify
from assessment.report.content.group.exchange import exchange
from assessment.report.content.group.material import GroupMaterial
from assessment.report.content.group.method import method
from assessment.report.content.group.outside import basics
from assessment.report.content.group.overview import overview, title
from assessment.report.content.group.table import europe, table
from assessment.report.content.group.together import together
from assessment.report.document import Block, Document, Page

Part = Callable[[GroupMaterial], tuple[Block, ...]]

PARTS: Mapping[str, Part] = {
    "overview": overview,
    "exchange": exchange,
    "together": together,
    "clarify": clarify,
    "basics": basics,
    "table": table,
    "europe": europe,
    "method": method,
}
"""The parts, in their order; each begins with its heading."""
_SHEETS = (("exchange",), ("together", "clarify"), ("basics", "table"), ("europe", "method"))
"""Parts that follow each other on paper, after the front sheet."""


def group_document(m: GroupMaterial) -> Document:
    """Return the document for the group; a group too small has one page that says so."""
    front = Page((title(m), *overview(m)), fits_one_page=True)
    others = tuple(
        Page(tuple(block for part in sheet for block in PARTS[part](m)), fits_one_page=True)
        for sheet in _SHEETS
    )
    name = m.size
    return Document(
        lang=m.lang,
        title=m.t("document", name=name),
        subject=m.t("subject"),
        printed_on=m.printed_on,
        running_title=m.t("kicker"),
        running_name=name,
        standing=m.europe.standing_short,
        page_label=m.t("page"),
        colon=m.t("colon"),
        pages=(front,) if m.room.shown.is_too_small else (front, *others),
    )
