"""A recommendation as it is read on the screen: what, why, how, and how progress will be seen; no widget."""

from collections.abc import Iterator

from textual.content import Content

from assessment.app.tones import MUTED
from assessment.recommendation import Recommendation
from assessment.texts import Texts
from assessment.wording import Wording

PARTS = ("why", "first_step", "how", "help", "time", "money", "watch", "progress")
"""Parts after the title and what it is about, each behind its name."""


def recommendation_text(wording: Wording, one: Recommendation, t: Texts) -> Content:
    """Return every part of a recommendation, one a paragraph; year and n stand in it wherever Europe does."""
    text = wording.recommendation(one)
    source = f"{text.source}\n{wording.standing_short}" if one.band else text.source

    def parts() -> Iterator[Content]:
        yield Content.assemble((f"{text.title} · {text.band_title}", "bold"))
        yield Content.styled(wording.because(one), MUTED)
        yield Content(text.what)
        for part in PARTS:
            yield Content.assemble((t(f"priorities.{part}"), "bold"), f" {getattr(text, part)}")
        yield Content.styled(source, MUTED)

    return Content("\n").join(parts())
