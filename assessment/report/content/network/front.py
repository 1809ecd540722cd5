"""First page of the picture of a network: whom it is about, where needs stand, how to read the rest."""

from datetime import date

from assessment.day_words import long_date
from assessment.network_words import NetworkWords
from assessment.networks.shares import SITUATIONS, Network
from assessment.report.content.material import LONGEST_NAME, excerpt
from assessment.report.document import Block, Bullets, Column, Heading, Page, Paragraph, Table, Title
from assessment.scoring import ALL, DOMAINS
from assessment.texts import texts


def front(network: Network, words: NetworkWords, name: str, day: date) -> Page:
    """Return the first page."""
    t = words.t
    lines = (words.organisations, t("printed", day=long_date(day, words.lang)))
    how = [t("reading.shares"), words.study("reading.study"), words.study("reading.verdict"), words.hidden()]
    if network.by:
        how.append(t("reading.once"))
    return Page(
        (
            Title(t("kicker"), excerpt(name, LONGEST_NAME), lines),
            Heading(1, t("situation.title")),
            _situations(network, words),
            Heading(1, t("reading.title")),
            Bullets.of(how),
            Paragraph(words.europe.standing_long),
        )
    )


def _situations(network: Network, words: NetworkWords) -> Block:
    """Return how many organisations are in each situation, for the domains where that may be told."""
    stages = texts("stages", words.lang)
    told = {
        domain: any(cell.count is not None for cell in cells.values())
        for domain, cells in network.situations.items()
    }
    domains = [domain for domain in (*DOMAINS, ALL) if told[domain]]
    if not domains:
        return Paragraph(words.t("situation.hidden"))
    columns = (
        Column(words.t("situation.name"), 0.32),
        *(Column(words.names.domain(domain), 0.17) for domain in domains),
    )
    rows = tuple(
        (
            stages(f"stage.{name}.title"),
            *(words.cell(network.situations[domain][name]) for domain in domains),
        )
        for name in SITUATIONS
    )
    return Table(columns, rows, caption=words.t("situation.caption", organisations=words.organisations))
