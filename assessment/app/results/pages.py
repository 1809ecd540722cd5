"""The nine pages of the results, by name, in the order of their digits."""

from collections.abc import Callable

from textual.content import Content

from assessment.app.results.domain import domain_page
from assessment.app.results.overview import overview
from assessment.app.results.results import Results
from assessment.app.results.words_only import advice, basics, method, opinions, team
from assessment.scoring import DOMAINS

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
