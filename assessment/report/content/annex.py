"""The annex: every answer with its comment, and every answer beside the study."""

from collections.abc import Iterator, Sequence

from assessment.comparison import EVERYONE
from assessment.names import is_basic
from assessment.report.content.material import Material, paragraphs
from assessment.report.content.outside import outside_entries
from assessment.report.content.people import profile_answer
from assessment.report.content.pictures import state_words
from assessment.report.document import Block, Column, Entries, Entry, Heading, Page, Paragraph, Table
from assessment.scoring import ALL, DOMAINS
from assessment.texts import texts
from assessment.vote_words import spread_sentence
from benchmarks.model import Population
from questionnaire.model import Question
from questionnaire.routing import asked_questions, steps


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
    profile = [
        (one.id, _entry(m, one.id, m.t("annex.profile"), one.wording[m.lang], profile_answer(m, one.id)))
        for one in questionnaire.profile
    ]
    basics = [
        (one.id, _entry(m, one.id, _number(m, one.id), one.wording[m.lang], _basic(m, one.id)))
        for one in questionnaire.outside.basics
    ]
    return m.t("annex.outside_title"), *_answered(m, (*profile, *basics, *outside_entries(m)))


def _of_the_study(m: Material) -> Group:
    """Return the 31 questions of the study."""
    questions = m.diagnosis.questionnaire.questions
    return m.t("annex.study_title"), *_answered(m, [(one.id, _question(m, one)) for one in questions])


def _answered(
    m: Material, entries: Sequence[tuple[str, Entry]]
) -> tuple[tuple[Entry, ...], tuple[Paragraph, ...]]:
    """Keep the questions answered or commented, and name the others in one line a kind."""
    kept = tuple(entry for _, entry in entries if entry.is_answered or entry.comment or entry.mark)
    without = [one for one, entry in entries if entry not in kept]
    put = _put(m)
    kinds = {
        "unanswered": [one for one in without if one in put],
        "not_asked": [one for one in without if one not in put],
    }
    said = tuple(
        Paragraph(m.t("sentence", text=", ".join(_named(m, one) for one in names)), "compact", m.t(key))
        for kind, names in kinds.items()
        if names and (key := f"annex.{kind}")
    )
    return kept, said


def _put(m: Material) -> frozenset[str]:
    """Return the questions put to this organisation; profile and basics are put to all."""
    questionnaire, sheet = m.diagnosis.questionnaire, m.diagnosis.sheet
    added = {step.id for step in steps(questionnaire, sheet)}
    asked = asked_questions(questionnaire, sheet)
    return frozenset((*asked, *added, *questionnaire.profile_ids, *questionnaire.basic_ids))


def _named(m: Material, question_id: str) -> str:
    """Return « Logiciels libres (question 15) »; without a number, the few words lists have for it."""
    if m.diagnosis.questionnaire.is_question(question_id) or is_basic(question_id):
        name, number = m.wording.item(question_id), m.wording.number(question_id)
        return m.t("team.numbered", name=name, number=number)
    return texts("app", m.lang)(f"step.{question_id}")


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
    votes = _votes(m, question_id) if answer is not None else None
    said = [text for text in (mark, votes) if text]
    return Entry(
        number=number,
        question=question,
        answer=answer or missing or m.t("state.unanswered"),
        is_answered=answer is not None,
        mark=" ".join(said) or None,
        comment_label=m.t("annex.comment"),
        comment=paragraphs(comment) if comment else (),
    )


def _votes(m: Material, question_id: str) -> str | None:
    """Return how a group voted before it agreed on the answer, None when it did not vote."""
    spread = m.diagnosis.sheet.votes.get(question_id)
    return spread_sentence(m.diagnosis.questionnaire, question_id, spread, m.lang) if spread else None


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
    known = {"year": m.wording.europe_words.year, "n": m.diagnosis.benchmark.n}
    together = m.wording.like_for_like(ALL)
    intro = [m.t("study.intro", **known), *([m.t("study.like")] if together else [])]
    caption = [_caption(m), *([m.t("study.like_for_like"), together] if together else [])]
    table = Table(columns, tuple(rows), caption=" ".join(caption), groups=tuple(groups))
    yield Page((Heading(1, m.t("study.title")), Paragraph(" ".join(intro)), table))


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
        return (Column(item, 0.27), Column(yours, 0.16), Column(same, 0.15), Column(europe, 0.42))
    first = (Column(item, 0.17), Column(yours, 0.11), Column(same, 0.12))
    return (*first, Column(population.label[m.lang], 0.27), Column(europe, 0.33))


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
