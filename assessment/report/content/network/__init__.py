"""The picture of a network: how to read it, where needs stand, the tables beside the study, the breakdown."""

from datetime import date

from assessment.network_words import NetworkWords
from assessment.networks.shares import Network
from assessment.report.characters import clean
from assessment.report.content.material import LONGEST_HEAD, excerpt
from assessment.report.content.network.front import front
from assessment.report.content.network.groups import groups
from assessment.report.content.network.tables import tables
from assessment.report.document import Document
from assessment.texts import texts


def network_document(network: Network, lang: str, name: str | None, day: date) -> Document:
    """Return the whole document; the network's name may be left out."""
    words = NetworkWords(lang, network)
    named = clean(name or "").strip() or words.t("unnamed")
    report = texts("report", lang)
    return Document(
        lang=lang,
        title=words.t("title", name=excerpt(named, LONGEST_HEAD * 3)),
        subject=words.t("subject"),
        printed_on=day,
        running_title=words.t("kicker"),
        running_name=excerpt(named, LONGEST_HEAD),
        standing=words.europe.standing_short,
        page_label=report("document.page"),
        colon=report("colon"),
        pages=(front(network, words, named, day), *tables(network, words), *groups(network, words)),
    )
