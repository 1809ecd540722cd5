"""What feeds the DLA's shared diagnosis, laid out to be pasted into it: no European figure stands in it."""

from collections.abc import Iterator

from assessment.planned import PlannedAction
from assessment.report.content.kit import known
from assessment.report.content.material import LONGEST_HEAD, LONGEST_NAME, Material, excerpt, paragraphs
from assessment.report.content.people import people_line, profile_answer, profile_line
from assessment.report.content.team import to_ask
from assessment.report.content.todo import action_subject
from assessment.report.document import Block, Bullets, Document, Heading, Page, Paragraph, Title
from assessment.scoring import DOMAINS
from assessment.texts import Texts, texts

SUPPORTS = ("internal", "local", "engineering_individual", "engineering_collective", "adviser", None)
"""Where an action is filed, in the order of the DLA; None for one nobody has filed."""


def shared_diagnosis(m: Material) -> Document:
    """Return the text: context, what is in place, what is missing, priorities, actions by support."""
    t = texts("shared_diagnosis", m.lang)
    blocks = (
        _title(m, t),
        *_context(m, t),
        *_place(m, t),
        *_needs(m, t),
        *_priorities(m, t),
        *_actions(m, t),
    )
    return Document(
        lang=m.lang,
        title=t("title", name=excerpt(m.name, LONGEST_HEAD * 3)),
        subject=t("subject"),
        printed_on=m.printed_on,
        running_title=t("kicker"),
        running_name=excerpt(m.name, LONGEST_HEAD),
        standing=t("notice"),
        page_label=m.t("document.page"),
        colon=m.t("colon"),
        pages=(Page(blocks),),
    )


def _title(m: Material, t: Texts) -> Title:
    answered, printed = m.diagnosis.subject.assessment_date, m.wording.date(m.printed_on)
    dated = t("printed", printed=printed)
    if answered:
        dated = t("answered", answered=m.wording.date(answered), printed=printed)
    return Title(t("kicker"), excerpt(m.name, LONGEST_NAME), (dated,))


def _context(m: Material, t: Texts) -> Iterator[Block]:
    yield Heading(2, t("context.title"))
    yield _points(
        t,
        "context",
        {
            "name": m.name,
            "profile": profile_line(m),
            "goals": profile_answer(m, "sdg"),
            "people": people_line(m),
            "barriers": _listed(m, t, known.barriers(m)),
            "skills": known.skills(m, texts("kit", m.lang)),
        },
    )
    first, *more = paragraphs(m.diagnosis.sheet.aim or "") or (t("context.no_aim"),)
    yield Paragraph(first, label=t("context.aim"))
    yield from (Paragraph(one) for one in more)


def _place(m: Material, t: Texts) -> Iterator[Block]:
    yield Heading(2, t("place.title"))
    used = m.diagnosis.sheet.unsatisfying
    points = {
        "basics": _listed(m, t, _basics(m, "fine")),
        **_by_domain(m, t, "use"),
        "unsatisfying": _listed(m, t, [m.wording.item(one) for one in used]),
    }
    yield _points(t, "place", points) if any(points.values()) else Paragraph(t("place.nothing"))


def _needs(m: Material, t: Texts) -> Iterator[Block]:
    yield Heading(2, t("needs.title"))
    points = {
        "basics": _listed(m, t, _basics(m, "need")),
        "improve": _listed(m, t, _basics(m, "improve")),
        **_by_domain(m, t, "need"),
        "unclear": _listed(m, t, [m.wording.item(one) for one in to_ask(m)]),
    }
    yield _points(t, "needs", points) if any(points.values()) else Paragraph(t("needs.nothing"))


def _priorities(m: Material, t: Texts) -> Iterator[Block]:
    yield Heading(2, t("priorities.title"))
    if not m.priorities:
        yield Paragraph(t("priorities.none"))
        return
    yield Paragraph(t("priorities.chosen" if m.diagnosis.priorities_were_chosen else "priorities.proposed"))
    yield Bullets(
        tuple(
            Paragraph(
                t("priorities.said", what=one.what, time=known.small(one.time), money=known.small(one.money)),
                label=t("priorities.named", n=n, title=one.title),
            )
            for n, one in enumerate(m.priorities, start=1)
        )
    )


def _actions(m: Material, t: Texts) -> Iterator[Block]:
    """File each action of the plan; priorities nobody planned yet are to be decided."""
    yield Heading(2, t("actions.title"))
    planned = [action.item for action in m.plan]
    proposed = [
        Paragraph(t("actions.step", text=one.first_step), label=t("item", name=one.title))
        for one in m.priorities
        if one.item not in planned
    ]
    if not m.plan and not proposed:
        yield Paragraph(t("actions.none"))
    for support in SUPPORTS:
        filed = [_action(m, t, action) for action in m.plan if action.support == support]
        if filed:
            yield Heading(3, t(f"support.{support or 'unsaid'}"))
            yield Bullets(tuple(filed))
    if proposed:
        yield Heading(3, t("support.none"))
        yield Bullets(tuple(proposed))


def _action(m: Material, t: Texts, action: PlannedAction) -> Paragraph:
    written = {"owner": action.owner, "help": action.help}
    parts = [t("actions.step", text=_line(action.first_step))] if action.first_step else []
    parts += [t(f"actions.{name}", text=_line(text).rstrip(".")) for name, text in written.items() if text]
    if action.due:
        parts.append(t("actions.due", text=m.wording.date(action.due)))
    if action.status != "open":
        parts.append(t(f"actions.{action.status}"))
    title = _line(action.title or action_subject(m, action)).rstrip(".")
    named = t("item", name=title)
    return Paragraph(" ".join(parts), label=named) if parts else Paragraph(named)


def _by_domain(m: Material, t: Texts, state: str) -> dict[str, str | None]:
    """Return the names of the items in one state, by the name of their domain."""
    profile = m.diagnosis.profile.domains
    named = (
        (domain, [m.wording.item(item) for item in getattr(profile[domain], state)]) for domain in DOMAINS
    )
    return {t("item", name=m.wording.domain(domain)): _listed(m, t, names) for domain, names in named}


def _basics(m: Material, code: str) -> list[str]:
    return [m.wording.item(one) for one, said in m.diagnosis.sheet.basics.items() if said == code]


def _points(t: Texts, part: str, said: dict[str, str | None]) -> Bullets:
    """Return a list, each point under its name; what nothing is known of is left out."""
    labels = {name: t(f"{part}.{name}") if f"{part}.{name}" in t else name for name in said}
    return Bullets(tuple(Paragraph(text, label=labels[name]) for name, text in said.items() if text))


def _listed(m: Material, t: Texts, names: list[str]) -> str | None:
    return t("sentence", text=m.t("between").join(names)) if names else None


def _line(text: str) -> str:
    return " ".join(text.split())
