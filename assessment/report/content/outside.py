"""The annex's answers to what Jalon asks outside the study, and the texts too long for their place."""

from collections.abc import Iterator

from assessment.report.content.material import (
    LONGEST_AIM,
    LONGEST_CELL,
    LONGEST_NAME,
    Material,
    is_cut,
    paragraphs,
)
from assessment.report.content.people import LONGEST_PERSON, MOST_PEOPLE
from assessment.report.content.todo import action_subject
from assessment.report.document import Block, Entry, Heading, Page, Paragraph
from questionnaire.model import OutsideQuestion
from questionnaire.routing import holds


def outside_entries(m: Material) -> Iterator[Entry]:
    """Return the questions added by Jalon that were put to this organisation."""
    for question in m.diagnosis.questionnaire.outside.questions:
        if not holds(question.condition, m.diagnosis.sheet):
            continue
        answer = _answer(m, question)
        comment = m.diagnosis.sheet.comment(question.id) if m.with_comments else None
        said = paragraphs(m.diagnosis.sheet.aim or "") if question.id == "aim" else ()
        yield Entry(
            number=m.t("annex.outside"),
            question=question.wording[m.lang],
            answer=answer or m.t("state.unanswered"),
            is_answered=bool(answer),
            comment_label=m.t("annex.own_words" if said else "annex.comment"),
            comment=(*said, *(paragraphs(comment) if comment else ())),
        )


def _answer(m: Material, question: OutsideQuestion) -> str | None:
    sheet = m.diagnosis.sheet
    match question.id:
        case "aim":
            return m.t("annex.below") if sheet.aim else None
        case "ai_rules":
            return _labels(m, question, [sheet.ai_rules] if sheet.ai_rules else [])
        case "skills_level":
            return _labels(m, question, [str(sheet.skills_level)] if sheet.skills_level else [])
        case "barriers":
            return _labels(m, question, list(sheet.barriers))
        case "interest" | "unsatisfying":
            chosen = sheet.interest if question.id == "interest" else sheet.unsatisfying
            return ", ".join(m.wording.item(item) for item in chosen)
        case "urgency":
            known = {choice.code: choice.label[m.lang] for choice in question.choices}
            pairs = ((m.wording.item(item), known[code]) for item, code in sheet.urgency.items())
            return m.t("between").join(m.t("annex.urgency", name=name, when=when) for name, when in pairs)


def _labels(m: Material, question: OutsideQuestion, codes: list[str]) -> str:
    return ", ".join(choice.label[m.lang] for choice in question.choices if choice.code in codes)


def whole_texts(m: Material) -> Iterator[Page]:
    """Return the texts shortened elsewhere, in full; no page when none was."""
    blocks = [block for title, text in _shortened(m) for block in _whole(title, text)]
    if blocks:
        yield Page((Heading(1, m.t("whole.title")), *blocks))


def _whole(title: str, text: str) -> Iterator[Block]:
    yield Heading(2, title)
    for part in paragraphs(text):
        yield Paragraph(part)


def _shortened(m: Material) -> Iterator[tuple[str, str]]:
    subject = m.diagnosis.subject
    aim = m.diagnosis.sheet.aim
    if is_cut(m.name, LONGEST_NAME):
        yield m.t("whole.name"), m.name
    if aim and is_cut(aim, LONGEST_AIM):
        yield m.t("front.aim"), aim
    if subject.respondent and is_cut(subject.respondent, LONGEST_PERSON):
        yield m.t("whole.respondent"), subject.respondent
    if len(subject.people) > MOST_PEOPLE or any(is_cut(one, LONGEST_PERSON) for one in subject.people):
        yield m.t("whole.people"), "\n".join(subject.people)
    for position, action in enumerate(m.plan, start=1):
        title = action.title or action_subject(m, action)
        written = {
            "action": title,
            "first_step": action.first_step,
            "owner": action.owner,
            "help": action.help,
        }
        for part, text in written.items():
            if text and is_cut(text, LONGEST_CELL):
                yield m.t("whole.action", n=position, part=m.t(f"plan.{part}")), text
