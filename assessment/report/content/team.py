"""What to take back to the team: answers not known, second looks, opinions."""

from collections.abc import Iterator

from assessment.report.content.material import Material
from assessment.report.document import Block, Bullets, Callout, Column, Heading, Page, Paragraph, Table


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
    return (Callout(Heading(2, m.t("team.title")), (Paragraph(m.t("team.intro")), listed)),)


def team(m: Material) -> Iterator[Page]:
    """Return the page of questions to take back, second looks and opinions; none when there is nothing."""
    blocks = (*questions(m), *_second_looks(m), *_opinions(m))
    if blocks:
        yield Page((Heading(1, m.t("team.page_title")), *blocks))


def basics_table(m: Material) -> Table:
    """Return the twelve basics with their answers, or with room to answer when none was."""
    columns = (
        Column(m.t("basics.name"), 0.22),
        Column(m.t("basics.question"), 0.50),
        Column(m.t("basics.answer"), 0.28),
    )
    codes = m.diagnosis.sheet.basics
    missing = m.t("state.unanswered") if codes else ""
    rows = tuple(
        (
            basic.short[m.lang],
            basic.wording[m.lang],
            m.wording.answer(basic.id, codes[basic.id]) if basic.id in codes else missing,
        )
        for basic in m.diagnosis.questionnaire.outside.basics
    )
    return Table(columns, rows)


def questions(m: Material) -> Iterator[Block]:
    """Return the questions nobody could answer, with room for who may know and what they say."""
    asked = to_ask(m)
    if not asked:
        return
    yield Heading(2, m.t("team.title"))
    yield Paragraph(m.t("team.intro"))
    columns = (
        Column(m.t("team.question"), 0.52),
        Column(m.t("team.who"), 0.22),
        Column(m.t("team.answer"), 0.26),
    )
    yield Table(columns, tuple((question_words(m, one), "", "") for one in asked), fill_in=True)


def _second_looks(m: Material) -> Iterator[Block]:
    if not m.diagnosis.second_looks:
        return
    yield Heading(2, m.t("second_look.title"))
    yield Bullets(
        tuple(
            Paragraph(m.wording.second_look(item), label=m.t("label", name=m.wording.item(item)))
            for item in m.diagnosis.second_looks
        )
    )


def _opinions(m: Material) -> Iterator[Block]:
    if not m.diagnosis.opinions:
        return
    yield Heading(2, m.t("opinions.title"))
    yield Paragraph(m.t("opinions.intro"))
    columns = (Column(m.t("opinions.statement"), 0.72), Column(m.t("opinions.answer"), 0.28))
    order = [question.id for question in m.diagnosis.questionnaire.questions]
    rows = tuple(
        (question_words(m, one), m.wording.answer(one, m.diagnosis.opinions[one]))
        for one in order
        if one in m.diagnosis.opinions
    )
    yield Table(columns, rows)
