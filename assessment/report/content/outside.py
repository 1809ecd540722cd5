"""The annex's answers to what Jalon asks outside the study, and the texts too long for their place."""

from collections.abc import Iterator, Mapping, Sequence

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
from assessment.scoring import ALL
from questionnaire.model import OutsideQuestion
from questionnaire.routing import steps


def outside_entries(m: Material) -> Iterator[tuple[str, Entry]]:
    """Return the questions added by Jalon, other than the basics, by id, with this organisation's answers.

    An answer whose question went away since is printed apart and marked, like those of the study.
    """
    sheet = m.diagnosis.sheet
    put = {step.id for step in steps(m.diagnosis.questionnaire, sheet)}
    for question in m.diagnosis.questionnaire.outside.questions:
        said = _said(m, question)
        kept = {code for code in said if _counts(m, question, code, is_put=question.id in put)}
        comment = sheet.comment(question.id) if m.with_comments else None
        has_more = len(kept) < len(said)
        if question.id in put or kept or not has_more:
            yield question.id, _entry(m, question, [said[code] for code in said if code in kept], comment)
            comment = None
        if has_more:
            left_out = [said[code] for code in said if code not in kept]
            yield question.id, _entry(m, question, left_out, comment, mark=m.t("annex.left_out"))


def _entry(
    m: Material, question: OutsideQuestion, said: Sequence[str], comment: str | None, mark: str | None = None
) -> Entry:
    own_words = paragraphs(m.diagnosis.sheet.aim or "") if question.id == "aim" else ()
    return Entry(
        number=m.t("annex.outside"),
        question=question.wording[m.lang],
        answer=m.t("between").join(said) or m.t("state.unanswered"),
        is_answered=bool(said),
        mark=mark,
        comment_label=m.t("annex.own_words" if own_words else "annex.comment"),
        comment=(*own_words, *(paragraphs(comment) if comment else ())),
    )


def _counts(m: Material, question: OutsideQuestion, code: str, *, is_put: bool) -> bool:
    """Say whether an answer is to something still asked: only what is used can fail to suit."""
    profile = m.diagnosis.profile.domains[ALL]
    match question.id:
        case "unsatisfying":
            return code in profile.use
        case "urgency":
            return code in profile.need
        case _:
            return is_put


def _said(m: Material, question: OutsideQuestion) -> Mapping[str, str]:
    """Return the words of each answer to a question, by code or item."""
    sheet = m.diagnosis.sheet
    labels = {choice.code: choice.label[m.lang] for choice in question.choices}
    match question.id:
        case "aim":
            return {"aim": m.t("annex.below")} if sheet.aim else {}
        case "ai_rules":
            return {sheet.ai_rules: labels[sheet.ai_rules]} if sheet.ai_rules else {}
        case "skills_level":
            level = str(sheet.skills_level)
            return {level: labels[level]} if sheet.skills_level else {}
        case "barriers":
            return {code: labels[code] for code in sheet.barriers}
        case "interest":
            return {item: m.wording.item(item) for item in sheet.interest}
        case "unsatisfying":
            return {item: m.wording.item(item) for item in sheet.unsatisfying}
        case "urgency":
            return {
                item: m.t("annex.urgency", name=m.wording.item(item), when=labels[code])
                for item, code in sheet.urgency.items()
            }


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
