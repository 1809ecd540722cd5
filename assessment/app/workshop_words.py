"""What is said of a form while it is typed: the answers in words, what comes next, what is wrong."""

from collections.abc import Sequence

from textual.content import Content

from assessment.app.choice_list import Row
from assessment.app.tones import MUTED
from assessment.app.workshop import Entered
from assessment.texts import Texts
from assessment.typed_form import Problem, TypedForm
from questionnaire.answers import Value
from questionnaire.exchange.paper_order import PaperLine
from questionnaire.typography import NO_BREAK

LAST = 8
"""Answers echoed: the last ones typed."""
LONGEST = 22
"""Cells of an answer said briefly."""


def echo(form: TypedForm, t: Texts, *, lines: int, is_known: bool) -> Content:
    """Say how a line is understood: whose it is, its last answers, and what the next digit answers."""
    if form.is_blank:
        return Content.styled(t("workshop.start", n=lines), MUTED)
    name = form.name or t("organisation.unnamed")
    head = t.count("workshop.reached", form.answered, place=len(form.answers), last=lines)
    parts: list[Content] = [Content.assemble((name, "bold"), f"{NO_BREAK}· {head}")]
    if is_known:
        parts.append(Content.styled(t("workshop.known"), MUTED))
    if form.answers:
        parts.append(Content(last_answers(form, t)))
    if form.problem is not None:
        parts.append(Content.styled(f"! {problem_words(form.problem, t)}", "bold"))
    elif form.next is not None:
        parts.append(Content(f"→ {next_words(form.next, t)}"))
    else:
        parts.append(Content(t("workshop.complete")))
    return Content("\n").join(parts)


def last_answers(form: TypedForm, t: Texts) -> str:
    """Return « … b02 ça va · b03 besoin »."""
    said = [f"{line.number}{NO_BREAK}{brief(line, value, t)}" for line, value in form.answers[-LAST:]]
    before = f"…{NO_BREAK}" if len(form.answers) > LAST else ""
    return before + " · ".join(said)


def next_words(line: PaperLine, t: Texts) -> str:
    """Return the question the next digit answers, with its choices."""
    choices = " · ".join(
        f"{digit}{NO_BREAK}{_label(line, digit - 1, t)}" for digit in range(1, line.last + 1)
    )
    return f"{line.number} {line.wording[t.lang]}\n  {choices}"


def problem_words(problem: Problem, t: Texts) -> str:
    """Say what is wrong with a line, in one sentence."""
    if problem.line is None:
        return t(f"workshop.problem.{problem.kind}_end", typed=problem.typed)
    said = {"typed": problem.typed, "number": problem.line.number, "last": problem.line.last}
    return t(f"workshop.problem.{problem.kind}", **said)


def brief(line: PaperLine, value: Value, t: Texts) -> str:
    """Return an answer in a word or two."""
    if value is None:
        return t("workshop.none")
    key = f"workshop.brief.{str(value).lower()}"
    if key in t:
        return t(key)
    label = _label(line, line.values.index(value), t)
    return (label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…").replace(" ", NO_BREAK)


def entered_rows(entered: Sequence[Entered], t: Texts) -> list[Row]:
    """Return the forms typed so far, one a row."""
    return [_row(number, one, t) for number, one in enumerate(entered, 1)]


def _row(number: int, one: Entered, t: Texts) -> Row:
    consent = t("workshop.is_named" if one.is_named else "workshop.is_not_named")
    words = t.count("workshop.entered", one.answered, name=one.name or t("organisation.unnamed"))
    return Row(words, f"{number:>3}", consent, key=one.id)


def _label(line: PaperLine, place: int, t: Texts) -> str:
    label = line.labels[place]
    return t(f"workshop.brief.{str(line.values[place]).lower()}") if label is None else label[t.lang]
