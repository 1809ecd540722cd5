"""What the answers already say of a partnership, in words; None or nothing where they say nothing."""

from collections.abc import Iterator

from assessment.report.content.material import LONGEST_CELL, Material, excerpt
from assessment.report.document import Block, Bullets, Heading, Paragraph
from assessment.scoring import ALL
from assessment.texts import Texts

LONGEST_LIST = 230
"""Characters of a list of names: three lines."""
LAST_LEVEL = 4
"""Top of the skills ladder."""


def known_blocks(m: Material, t: Texts) -> Iterator[Block]:
    """Return what stands on the first page, each line under its name."""
    yield Heading(2, t("known.title"))
    said = (("aim", aim_quoted(m, t) or t("known.no_aim")), *_named(m, t))
    yield Bullets(tuple(Paragraph(text, label=t(f"known.{name}")) for name, text in said if text))


def _named(m: Material, t: Texts) -> Iterator[tuple[str, str | None]]:
    yield "priorities", _sentence(m, t, [text.title for text in m.priorities])
    yield "needs", needs(m, t) or t("known.no_needs")
    yield "forms_used", _sentence(m, t, forms(m, "use"))
    yield "forms_wanted", _sentence(m, t, forms_wanted(m))
    yield "unsatisfying", _sentence(m, t, [m.wording.item(item) for item in _unsatisfying(m)])
    yield "barriers", _sentence(m, t, barriers(m))
    yield "skills", skills(m, t)


def aim(m: Material) -> str | None:
    """Return the aim, short enough for a cell; None when it is not written."""
    words = (m.diagnosis.sheet.aim or "").strip()
    return excerpt(words, LONGEST_CELL) if words else None


def aim_quoted(m: Material, t: Texts) -> str | None:
    """Return the aim between quotation marks."""
    words = aim(m)
    return t("known.quoted", text=words) if words else None


def needs(m: Material, t: Texts) -> str | None:
    """Return the names of what is needed, forms of cooperation apart."""
    profile = m.diagnosis.profile.domains
    others = [item for item in profile[ALL].need if item not in profile["cooperation"].need]
    return _sentence(m, t, [m.wording.item(item) for item in others])


def forms(m: Material, state: str) -> list[str]:
    """Return the names of the forms of cooperation in one state."""
    return [m.wording.item(item) for item in _forms(m, state)]


def forms_wanted(m: Material) -> list[str]:
    """Return the forms needed, or those of interest to an organisation that never cooperated."""
    wanted = dict.fromkeys((*_forms(m, "need"), *m.diagnosis.sheet.interest))
    return [m.wording.item(item) for item in wanted]


def form_words(m: Material, t: Texts) -> str | None:
    """Return the forms wanted, else those in place."""
    return _sentence(m, t, forms_wanted(m) or forms(m, "use"))


def barriers(m: Material) -> list[str]:
    """Return what holds the organisation back, in the words it chose from."""
    question = m.diagnosis.questionnaire.outside.question("barriers")
    chosen = m.diagnosis.sheet.barriers
    labels = {choice.code: choice.label[m.lang] for choice in question.choices}
    return [labels[code] for code in chosen if code in labels]


def skills(m: Material, t: Texts) -> str | None:
    """Return how far the team goes alone, and the step above."""
    level = m.diagnosis.sheet.skills_level
    if level is None:
        return None
    question = m.diagnosis.questionnaire.outside.question("skills_level")
    labels = {choice.code: choice.label[m.lang] for choice in question.choices}
    if level == LAST_LEVEL:
        return t("known.last_level", now=labels[str(level)])
    return t("known.next_level", now=labels[str(level)], next=small(labels[str(level + 1)]))


def skills_in_short(m: Material, t: Texts) -> str | None:
    """Return the name of the step the team stands on."""
    level = m.diagnosis.sheet.skills_level
    return None if level is None else t("known.level", now=t(f"known.level_{level}"))


def basic(m: Material, t: Texts, basic_id: str) -> str | None:
    """Return how one of the basics was answered."""
    code = m.diagnosis.sheet.basics.get(basic_id)
    if code is None:
        return None
    return t("known.basic", name=m.wording.item(basic_id), answer=m.wording.answer(basic_id, code))


def _forms(m: Material, state: str) -> tuple[str, ...]:
    """Return the forms of cooperation in a state: the movements are of the same domain, and are none."""
    profile = m.diagnosis.profile.domains["cooperation"]
    questionnaire = m.diagnosis.questionnaire
    items: tuple[str, ...] = getattr(profile, state)
    return tuple(item for item in items if questionnaire.question(item).condition)


def small(text: str) -> str:
    """Return words as they stand inside a sentence."""
    return text[:1].lower() + text[1:]


def _unsatisfying(m: Material) -> list[str]:
    used = m.diagnosis.profile.domains[ALL].use
    return [item for item in used if item in m.diagnosis.sheet.unsatisfying]


def _sentence(m: Material, t: Texts, names: list[str]) -> str | None:
    """Return names as one sentence, cut between two names when they are many; None for none."""
    if not names:
        return None
    kept, between = list(names), m.t("between")
    while len(kept) > 1 and len(between.join(kept)) > LONGEST_LIST:
        kept.pop()
    text = between.join(kept)
    return t("known.more" if len(kept) < len(names) else "known.sentence", text=text)
