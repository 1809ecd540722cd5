"""The sheet of what to ask the team: one page to print or to paste into a message."""

from collections.abc import Iterator

from assessment.report.content.material import LONGEST_NAME, Material, excerpt
from assessment.report.content.team import question_words, second_look_points, to_ask
from assessment.report.document import Block, Column, Heading, Page, Paragraph, Table, Title
from questionnaire.routing import unknown


def team_page(m: Material) -> Page:
    """Return the one page: the questions nobody could answer, then what may be looked at again."""
    return Page((_title(m), *_unknown(m), *_second_looks(m), _afterwards(m)), fits_one_page=True)


def _title(m: Material) -> Title:
    day = m.diagnosis.subject.assessment_date or m.printed_on
    return Title(m.t("team.title"), excerpt(m.name, LONGEST_NAME), (m.wording.date(day),))


def _unknown(m: Material) -> Iterator[Block]:
    """Return the questions in the words they were put in, who may know, and room for what they say."""
    asked = _in_order(m)
    if not asked:
        return
    yield Paragraph(m.t.count("team.intro", len(asked)))
    columns = (
        Column(m.t("team.question"), 0.46),
        Column(m.t("team.who"), 0.24),
        Column(m.t("team.answer"), 0.30),
    )
    rows = tuple((_question(m, one), _capital(m.t(_asked_to(m, one))), "") for one in asked)
    yield Table(columns, rows, fill_in=True)


def _in_order(m: Material) -> tuple[str, ...]:
    """Return what to clarify, in its order, then the other questions answered « je ne sais pas »."""
    first = to_ask(m)
    others = unknown(m.diagnosis.questionnaire, m.diagnosis.sheet)
    return (*first, *(one for one in others if one not in first and one not in m.diagnosis.opinions))


def _question(m: Material, question_id: str) -> str:
    """Return « Question 8 : … », so that the answer finds its way back."""
    words = question_words(m, question_id)
    if question_id == "ai_rules":
        return words
    return m.t("team.asked", number=_capital(m.wording.number(question_id)), words=words)


def _asked_to(m: Material, question_id: str) -> str:
    """Return the key of those who may know: of the question itself, or of its domain."""
    own = f"team.ask.{question_id}"
    if own in m.t:
        return own
    questionnaire = m.diagnosis.questionnaire
    domain = questionnaire.question(question_id).domain if questionnaire.is_question(question_id) else None
    return f"team.ask.{domain or 'others'}"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _second_looks(m: Material) -> Iterator[Block]:
    if m.diagnosis.second_looks:
        yield Heading(2, m.t("team.second_looks_title"))
        yield second_look_points(m)


def _afterwards(m: Material) -> Paragraph:
    return Paragraph(m.t("team.afterwards"), "caption")
