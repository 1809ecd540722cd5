"""The outline of an agreement, article by article, to fill in with the partner."""

from collections.abc import Iterator

from assessment.report.content.kit import known
from assessment.report.content.kit.sheets import in_plain_words, two_sides
from assessment.report.content.material import LONGEST_CELL, Material, excerpt
from assessment.report.document import Block, Callout, Column, Heading, Page, Paragraph, Table
from assessment.texts import Texts

STEPS = ("framing", "trial", "halfway", "learning", "handing_over", "afterwards")
"""Steps of the calendar."""


def convention(m: Material, t: Texts) -> Page:
    """Return the outline, what is already known written in."""
    review = Callout(Heading(2, t("document.review_title")), (Paragraph(t("document.review")),))
    head: tuple[Block, ...] = (Heading(1, t("convention.title")), Paragraph(t("convention.intro")), review)
    return Page((*head, *_articles(m, t)))


def _articles(m: Material, t: Texts) -> Iterator[Block]:
    for article, table in _tables(m, t):
        yield Heading(2, t(f"convention.{article}.title"))
        yield table


def _tables(m: Material, t: Texts) -> Iterator[tuple[str, Table]]:
    name = excerpt(m.diagnosis.subject.name or "", LONGEST_CELL)
    yield "who", two_sides(t, "who", ("name", "signatory", "daily"), {"name": name})
    yield "aims", two_sides(t, "aims", ("wants", "success", "limits"), {"wants": known.aim_quoted(m, t)})
    work = {"need": known.needs(m, t), "form": known.form_words(m, t)}
    yield "work", in_plain_words(t, "work", ("need", "result", "not_included", "form"), work)
    yield "means", two_sides(t, "means", ("people", "money", "things"))
    yield "calendar", _calendar(t)
    skills = {"level": known.skills(m, t), "proof": t("convention.skills.proof_said")}
    yield "skills", in_plain_words(t, "skills", ("level", "people", "hours", "papers", "proof"), skills)
    yield "upkeep", in_plain_words(t, "upkeep", ("during", "after", "copies"))
    yield "data", in_plain_words(t, "data", ("given", "never", "place", "owner"))
    end = {one: t(f"convention.end.{one}_said") for one in ("disagreement", "given_back")}
    rows = ("meetings", "disagreement", "notice", "given_back", "speaking")
    yield "end", in_plain_words(t, "end", rows, end)
    yield "signing", two_sides(t, "signing", ("dates", "person", "signature"))


def _calendar(t: Texts) -> Table:
    columns = (
        Column(t("convention.calendar.step"), 0.48),
        Column(t("convention.calendar.day"), 0.20),
        Column(t("convention.calendar.who"), 0.32),
    )
    rows = tuple((t(f"convention.calendar.{step}"), "", "") for step in STEPS)
    return Table(columns, rows, fill_in=True, strong_first=True)
