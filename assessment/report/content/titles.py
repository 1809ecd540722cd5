"""Headings that state what is found: the name of the subject first, then counts, never a judgement."""

from collections.abc import Iterable

from assessment.report.content.material import Material

IN_WORDS = 10
"""Greatest number a heading writes in letters."""
BASICS = ("need", "improve", "dont_know")
"""Answers to the basics that leave something to do, most pressing first."""


def domain_title(m: Material, domain: str) -> str:
    """Return « Plateformes en ligne : 1 en place, 2 à couvrir »."""
    return m.wording.headed(m.wording.domain(domain), m.wording.finding(domain))


def basics_title(m: Material) -> str:
    """Return « Bases : 6 à mettre en place, 2 à améliorer »; what is fine when nothing is left to do."""
    codes = list(m.diagnosis.sheet.basics.values())
    said = [m.t.count(f"basics.counts.{code}", codes.count(code)) for code in BASICS if code in codes]
    if not said and "fine" in codes:
        said = [m.t.count("basics.nothing_left", codes.count("fine"))]
    said = said or [m.t("basics.no_need")]
    return m.wording.headed(m.t("basics.subject"), ", ".join(said))


def counted_title(m: Material, key: str, number: int) -> str:
    """Return a heading that begins with a number: « Cinq questions à reprendre en équipe »."""
    many = m.t(f"number.{number}") if 2 <= number <= IN_WORDS else str(number)
    return m.t(f"{key}.one") if number == 1 else m.t(f"{key}.many", count=many)


def named(m: Material, items: Iterable[str], longest: int) -> str:
    """Return the names of items on one line, cut between two names with « et 3 autres »."""
    names = [m.wording.item(item) for item in items]
    for kept in range(len(names), 1, -1):
        left = len(names) - kept
        line = ", ".join(names[:kept])
        if left:
            line = m.t.count("front.more_names", left, names=line)
        if len(line) <= longest:
            return line
    left = len(names) - 1
    return m.t.count("front.more_names", left, names=names[0]) if left else names[0]
