"""The annex: every answer with its comment, and every answer beside the study."""

from collections.abc import Iterable, Iterator, Mapping

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
    columns = (m.t("annex.number"), m.t("annex.question"), m.t("annex.answer"))
    for title, rows, without in (_about_you(m), _of_the_study(m)):
        blocks.append(Heading(2, title))
        if rows:
            blocks.append(Entries(columns, rows))
        blocks.extend(without)
    yield Page(tuple(blocks))
    yield from _beside_the_study(m)


Group = tuple[str, tuple[Entry, ...], tuple[Paragraph, ...]]
"""Title, what was answered, and the names of what was not."""


def _about_you(m: Material) -> Group:
    """Return what stands outside the study: profile, basics and the questions Jalon adds."""
    questionnaire = m.diagnosis.questionnaire
    profile = tuple(
        _entry(m, question.id, m.t("annex.profile"), question.wording[m.lang], profile_answer(m, question.id))
        for question in questionnaire.profile
    )
    basics, without = _answered(
        m,
        {
            basic.id: _entry(m, basic.id, _number(m, basic.id), basic.wording[m.lang], _basic(m, basic.id))
            for basic in questionnaire.outside.basics
        },
    )
    return m.t("annex.outside_title"), (*profile, *basics, *outside_entries(m)), without


def _of_the_study(m: Material) -> Group:
    """Return the 31 questions of the study."""
    entries = {question.id: _question(m, question) for question in m.diagnosis.questionnaire.questions}
    return m.t("annex.study_title"), *_answered(m, entries)


def _answered(m: Material, entries: Mapping[str, Entry]) -> tuple[tuple[Entry, ...], tuple[Paragraph, ...]]:
    """Keep the questions answered or commented, and name the others in one line a kind."""
    kept = tuple(entry for entry in entries.values() if entry.is_answered or entry.comment)
    without = {one: entry for one, entry in entries.items() if entry not in kept}
    asked = asked_questions(m.diagnosis.questionnaire, m.diagnosis.sheet)
    basics = {basic.id for basic in m.diagnosis.questionnaire.outside.basics}
    kinds = {
        "unanswered": [one for one in without if one in asked or one in basics],
        "not_asked": [one for one in without if one not in asked and one not in basics],
    }
    said = tuple(
        Paragraph(_numbered(m, names), "compact", m.t(f"annex.{kind}"))
        for kind, names in kinds.items()
        if names
    )
    return kept, said


def _numbered(m: Material, names: Iterable[str]) -> str:
    """Return « Logiciels libres (question 15), Franchise (question 20) »."""
    said = (m.t("team.numbered", name=m.wording.item(one), number=m.wording.number(one)) for one in names)
    return m.t("sentence", text=", ".join(said))


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


def _beside_the_study(m: Material) -> Iterator[Page]:
    """Return each answer beside the share of respondents that gave the same one; nothing without answers."""
    columns = _columns(m)
    rows: list[tuple[str, ...]] = []
    groups = []
    for domain in DOMAINS:
        answered = tuple(_study_rows(m, domain))
        if answered:
            groups.append(len(rows))
            rows.extend(((_group(m, domain), *("" for _ in columns[1:])), *answered))
    if not rows:
        return
    table = Table(columns, tuple(rows), caption=_caption(m), groups=tuple(groups))
    known = {"year": m.wording.europe_words.year, "n": m.diagnosis.benchmark.n}
    blocks: list[Block] = [
        Heading(1, m.wording.answers_beside_study()),
        Paragraph(m.t("study.intro", **known)),
        table,
    ]
    together = m.wording.like_for_like(ALL)
    if together:
        blocks.append(Paragraph(together, "compact", m.t("study.like_for_like")))
    yield Page(tuple(blocks))


def _group(m: Material, domain: str) -> str:
    """Return a domain, the sections of the study its figures come from, and its needs like for like."""
    items = (item for item in m.diagnosis.questionnaire.items() if item.domain == domain)
    sources = ", ".join(dict.fromkeys(item.source for item in items))
    named = m.t("study.group", name=m.wording.domain(domain), sources=sources)
    like = m.wording.like_for_like_short(domain)
    return m.t("study.group_like", group=named, like=like) if like else named


def _columns(m: Material) -> tuple[Column, ...]:
    """Return the columns; choosing a population adds one."""
    population = _population(m)
    item, yours, same, europe = (m.t(f"study.{title}") for title in ("item", "yours", "same", "europe"))
    if population is None:
        return (Column(item, 0.29), Column(yours, 0.18), Column(same, 0.20), Column(europe, 0.33))
    first = (Column(item, 0.19), Column(yours, 0.12), Column(same, 0.14))
    return (*first, Column(population.label[m.lang], 0.27), Column(europe, 0.28))


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
        item = m.diagnosis.comparison.items[question.id]
        if question.domain != domain or item.state not in item.shares:
            continue
        same = words.same_answer(item)
        chosen = (m.wording.population_words.item(item.item, item.population),) if item.population else ()
        figures = words.figures(question.id)
        yield (m.wording.item(question.id), state_words(m, question.id), same, *chosen, figures)
