"""What to take back to the team: answers not known, second looks, opinions."""

from collections.abc import Iterator

from assessment.report.content.material import Material
from assessment.report.content.titles import counted_title
from assessment.report.document import Block, Bullets, Callout, Column, Heading, Page, Paragraph, Table

MOST_IN_FULL = 6
"""Questions printed as they were put; more of them are named, so that the list stays on one page."""
SIDES = {
    "agree": ("strongly_agree", "agree"),
    "disagree": ("disagree", "strongly_disagree"),
    "dont_know": ("dont_know",),
}
"""The agree scale in three: its two top codes, its two bottom ones, don't know apart."""


BASICS_ORDER = ("need", "improve", "dont_know", "fine", "no_need", "unanswered")
"""Answers to the basics, in the order printed."""


def to_ask(m: Material) -> tuple[str, ...]:
    """Return the ids answered « je ne sais pas », items then basics."""
    return (*m.diagnosis.to_clarify, *m.diagnosis.basics_to_clarify)


def question_words(m: Material, question_id: str) -> str:
    """Return the question as it was put."""
    questionnaire = m.diagnosis.questionnaire
    if question_id == "ai_rules":
        return questionnaire.outside.question("ai_rules").wording[m.lang]
    if any(basic.id == question_id for basic in questionnaire.outside.basics):
        return questionnaire.basic(question_id).wording[m.lang]
    return questionnaire.question(question_id).wording[m.lang]


def names_to_ask(m: Material) -> tuple[Block, ...]:
    """Return the list of what to ask the team, by name only."""
    names = [m.wording.item(question_id) for question_id in to_ask(m)]
    if not names:
        return ()
    listed = Paragraph(" · ".join(names))
    return (Callout(Heading(2, m.t("team.title")), (Paragraph(m.t.count("team.intro", len(names))), listed)),)


def team(m: Material) -> Iterator[Page]:
    """Return the page of questions to take back, second looks and opinions; none when there is nothing.

    Its heading says how many there are of the first kind found, which needs no heading of its own.
    """
    kinds = (
        ("questions", len(to_ask(m)), tuple(_questions(m))),
        ("second_looks", len(m.diagnosis.second_looks), (second_look_points(m),)),
        ("opinions", len(m.diagnosis.opinions), tuple(_opinions(m))),
    )
    found = [(kind, number, blocks) for kind, number, blocks in kinds if number]
    if not found:
        return
    (first, number, blocks), *others = found
    page: list[Block] = [Heading(1, counted_title(m, f"team.{first}", number)), *blocks]
    for kind, _, said in others:
        page.extend((Heading(2, m.t(f"team.{kind}_title")), *said))
    yield Page(tuple(page))


def basics_table(m: Material) -> Table:
    """Return the twelve basics with room to answer."""
    columns = (
        Column(m.t("basics.name"), 0.22),
        Column(m.t("basics.question"), 0.50),
        Column(m.t("basics.answer"), 0.28),
    )
    basics = m.diagnosis.questionnaire.outside.basics
    return Table(columns, tuple((basic.short[m.lang], basic.wording[m.lang], "") for basic in basics))


def basics_by_answer(m: Material) -> Bullets:
    """Return the names of the basics by answer: what is left to do first."""
    codes = m.diagnosis.sheet.basics
    ids = [basic.id for basic in m.diagnosis.questionnaire.outside.basics]
    groups = ((code, [one for one in ids if codes.get(one, "unanswered") == code]) for code in BASICS_ORDER)
    return Bullets(
        tuple(
            Paragraph(", ".join(m.wording.item(one) for one in names), label=m.t(f"basics.group.{code}"))
            for code, names in groups
            if names
        )
    )


def questions(m: Material) -> Iterator[Block]:
    """Return the questions nobody could answer, under a heading of their own."""
    asked = tuple(_questions(m))
    if asked:
        yield Heading(2, m.t("team.title"))
        yield from asked


def _questions(m: Material) -> Iterator[Block]:
    """Return them with room for who may know and what they say; a long list names them only."""
    asked = to_ask(m)
    if not asked:
        return
    yield Paragraph(m.t.count("team.intro", len(asked)))
    in_full = len(asked) <= MOST_IN_FULL
    columns = (
        Column(m.t("team.question"), 0.52 if in_full else 0.44),
        Column(m.t("team.who"), 0.22),
        Column(m.t("team.answer"), 0.26 if in_full else 0.34),
    )
    words = question_words if in_full else _numbered
    yield Table(columns, tuple((words(m, one), "", "") for one in asked), fill_in=in_full)


def _numbered(m: Material, question_id: str) -> str:
    """Return « Logiciels libres (question 15) »: the annex has the question as it was put."""
    if question_id == "ai_rules":
        return m.wording.item(question_id)
    return m.t("team.numbered", name=m.wording.item(question_id), number=m.wording.number(question_id))


def second_look_points(m: Material) -> Bullets:
    """Return what was answered « not needed » and may be looked at again, each as a question."""
    return Bullets(
        tuple(
            Paragraph(m.wording.second_look(item), label=m.t("sentence", text=m.wording.item(item)))
            for item in m.diagnosis.second_looks
        )
    )


def _opinions(m: Material) -> Iterator[Block]:
    """Sort the opinions by what they say, never averaged (METHOD §3); each answer stands in the annex."""
    given = m.diagnosis.opinions
    order = [question.id for question in m.diagnosis.questionnaire.questions if question.id in given]
    groups = ((side, [one for one in order if given[one] in codes]) for side, codes in SIDES.items())
    is_advised = any(not set(one.about).isdisjoint(given) for one in m.diagnosis.advice)
    yield Paragraph(m.t("opinions.intro_advised" if is_advised else "opinions.intro"))
    yield Bullets(
        tuple(
            Paragraph(", ".join(m.wording.item(one) for one in names), label=m.t(f"opinions.{side}"))
            for side, names in groups
            if names
        )
    )
