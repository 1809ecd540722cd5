"""The nine pages of the results, by name, in the order of their digits."""

from collections.abc import Callable

from textual.content import Content

from assessment.app.results.domain import domain_page
from assessment.app.results.followup import followup
from assessment.app.results.overview import overview
from assessment.app.results.results import Results
from assessment.app.results.words_only import advice, basics, method, opinions, team
from assessment.scoring import DOMAINS

FOLLOWUP = "followup"
"""Page 0, in a later round only: what changed."""

PAGES: dict[str, Callable[[Results], Content]] = {
    "overview": overview,
    "basics": basics,
    **{domain: domain_page(domain) for domain in DOMAINS},
    "team": team,
    "advice": advice,
    "opinions": opinions,
    "method": method,
}
"""Pages 1 to 9."""


def pages(is_later_round: bool) -> dict[str, Callable[[Results], Content]]:
    """Return the pages in the order they are turned."""
    return {FOLLOWUP: followup, **PAGES} if is_later_round else PAGES
