"""The annex: every answer with its comment, and every answer beside the study."""

from collections.abc import Iterator

from assessment.comparison import EVERYONE
from assessment.report.content.material import Material, paragraphs
from assessment.report.content.outside import outside_entries
from assessment.report.content.people import profile_answer
from assessment.report.content.pictures import state_words
from assessment.report.document import Block, Column, Entries, Entry, Heading, Page, Paragraph, Table
from assessment.scoring import ALL, DOMAINS
from benchmarks.model import Population
from questionnaire.model import Question
from questionnaire.routing import asked_questions


def annex(m: Material) -> Iterator[Page]:
    """Return every answer, comments with it when they are wanted, then the figures of the study."""
    blocks: list[Block] = [Heading(1, m.t("annex.title"))]
    intro = "annex.intro" if m.with_comments else "annex.intro_without_comments"
    blocks.append(Paragraph(m.t(intro)))
    for title, rows in _groups(m):
        if rows:
            blocks.append(Heading(2, title))
            blocks.append(Entries((m.t("annex.number"), m.t("annex.question"), m.t("annex.answer")), rows))
    yield Page(tuple(blocks))
    yield _beside_the_study(m)


def _groups(m: Material) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    questionnaire = m.diagnosis.questionnaire
    profile = tuple(
        _entry(m, question.id, m.t("annex.profile"), question.wording[m.lang], profile_answer(m, question.id))
        for question in questionnaire.profile
    )
    yield m.t("annex.profile_title"), profile
    basics = tuple(
        _entry(m, basic.id, _number(m, basic.id), basic.wording[m.lang], _basic(m, basic.id))
        for basic in questionnaire.outside.basics
    )
    yield m.t("annex.basics_title"), basics
    for section in questionnaire.sections:
        yield section.title[m.lang], tuple(_question(m, question) for question in section.questions)
    yield m.t("annex.outside_title"), tuple(outside_entries(m))


def _number(m: Material, question_id: str) -> str:
    number = m.wording.number(question_id)
    return number[:1].upper() + number[1:]


def _basic(m: Material, basic_id: str) -> str | None:
    code = m.diagnosis.sheet.basics.get(basic_id)
    return m.wording.answer(basic_id, code) if code else None


def _question(m: Material, question: Question) -> Entry:
    """Return a question of the study; an answer left out of the figures is printed and marked."""
    code = m.diagnosis.sheet.answer(question.id)
    asked = question.id in asked_questions(m.diagnosis.questionnaire, m.diagnosis.sheet)
    words = m.wording.answer(question.id, code) if code else None
    missing = m.t("state.unanswered" if asked else "state.not_asked")
    mark = m.t("annex.left_out") if question.id in m.diagnosis.left_out else None
    return _entry(m, question.id, _number(m, question.id), question.wording[m.lang], words, missing, mark)


def _entry(
    m: Material,
    question_id: str,
    number: str,
    question: str,
    answer: str | None,
    missing: str | None = None,
    mark: str | None = None,
) -> Entry:
    """Return one row of the annex; `missing` is said when there is no answer."""
    comment = m.diagnosis.sheet.comment(question_id) if m.with_comments else None
    return Entry(
        number=number,
        question=question,
        answer=answer or missing or m.t("state.unanswered"),
        is_answered=answer is not None,
        mark=mark,
        comment_label=m.t("annex.comment"),
        comment=paragraphs(comment) if comment else (),
    )


def _beside_the_study(m: Material) -> Page:
    """Return each answer beside the share of the European respondents that gave the same one."""
    words = m.wording.europe_words
    known = {"year": words.year, "n": m.diagnosis.benchmark.n}
    blocks: list[Block] = [Heading(1, m.t("study.title")), Paragraph(m.t("study.intro", **known))]
    like = [m.wording.like_for_like(domain) for domain in (*DOMAINS, ALL)]
    names = [m.wording.domain(domain) for domain in (*DOMAINS, ALL)]
    for domain in DOMAINS:
        blocks.append(Heading(2, m.wording.domain(domain)))
        blocks.append(Table(_columns(m), tuple(_study_rows(m, domain)), caption=_caption(m)))
    said = [
        Paragraph(sentence, label=m.t("label", name=name))
        for name, sentence in zip(names, like, strict=True)
        if sentence
    ]
    if said:
        blocks.extend((Heading(2, m.t("study.like_for_like")), *said))
    return Page(tuple(blocks))


def _columns(m: Material) -> tuple[Column, ...]:
    """Return the columns; choosing a population adds one."""
    population = _population(m)
    item, yours, same, europe = (m.t(f"study.{title}") for title in ("item", "yours", "same", "europe"))
    if population is None:
        return (Column(item, 0.22), Column(yours, 0.15), Column(same, 0.16), Column(europe, 0.47))
    first = (Column(item, 0.18), Column(yours, 0.12), Column(same, 0.14))
    return (*first, Column(population.label[m.lang], 0.23), Column(europe, 0.33))


def _caption(m: Material) -> str:
    """Return year and n of the table, and those of the population chosen."""
    words = m.wording.europe_words
    everyone = m.t("study.caption", year=words.year, n=m.diagnosis.benchmark.n)
    population = _population(m)
    return everyone if population is None else f"{everyone} {m.wording.population_words.caption(population)}"


def _population(m: Material) -> Population | None:
    """Return the population chosen, None when it is all respondents."""
    if m.diagnosis.population == EVERYONE:
        return None
    return m.diagnosis.benchmark.populations[m.diagnosis.population]


def _study_rows(m: Material, domain: str) -> Iterator[tuple[str, ...]]:
    words = m.wording.europe_words
    for question in m.diagnosis.questionnaire.items():
        if question.domain != domain:
            continue
        item = m.diagnosis.comparison.items[question.id]
        same = words.same_answer(item) if item.state in item.shares else "–"
        chosen = (m.wording.population_words.item(item.item, item.population),) if item.population else ()
        sentence = m.wording.europe(question.id)
        yield (m.wording.item(question.id), state_words(m, question.id), same, *chosen, sentence)
