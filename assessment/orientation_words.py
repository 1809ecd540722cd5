"""Support programmes beside the answers, in words: always to be checked, never a promise."""

from dataclasses import dataclass
from datetime import date

from assessment.day_words import long_date
from assessment.orientation import Fit, Standing, Verdict, is_old
from assessment.support_programmes import Criterion, Offer
from assessment.texts import texts
from questionnaire.languages import language

STANDINGS: tuple[Standing, ...] = ("met", "not_met", "to_check", "to_ask")
"""Order in which the conditions are read."""


@dataclass(frozen=True, slots=True)
class FitText:
    """One programme beside the answers, in one language."""

    programme: str
    """Its id."""
    name: str
    verdict: Verdict
    heading: str
    """« Digit’ESS : à vérifier »."""
    about: tuple[str, ...]
    """Who runs it, what it is."""
    offers: tuple[str, ...]
    conditions: tuple[tuple[str, tuple[str, ...]], ...]
    """Label and conditions, by how they stand; the empty groups left out."""
    verify: str
    """Whom to check with."""
    checked: str
    """When it was checked, and where."""
    warning: str | None
    """Said of a check more than twelve months old."""


class OrientationWords:
    """Says where to turn, in one language, on one day."""

    def __init__(self, lang: str, today: date) -> None:
        self._lang, self._today = lang, today
        self.t = texts("orientation", lang)

    def said(self, fit: Fit) -> FitText:
        """Return one programme in words."""
        programme, lang, t = fit.programme, self._lang, self.t
        name, kind = programme.name[lang], programme.kind[lang]
        return FitText(
            programme=programme.id,
            name=name,
            verdict=fit.verdict,
            heading=t("named.programme", name=name, verdict=t(f"verdict.{fit.verdict}")),
            about=(
                t("run_by", who=programme.run_by[lang]),
                t("about", kind=kind[:1].upper() + kind[1:], text=programme.text[lang]),
            ),
            offers=tuple(self._offer(offer) for offer in programme.offers),
            conditions=tuple(
                (t(f"standing.{standing}"), tuple(one.text[lang] for one in criteria))
                for standing in STANDINGS
                if (criteria := conditions(fit, standing))
            ),
            verify=t("verify", contact=programme.contact[lang]),
            checked=self._checked(programme.checked_on, programme.source[lang]),
            warning=t("old") if is_old(programme.checked_on, self._today) else None,
        )

    def _offer(self, offer: Offer) -> str:
        """Return what is offered and the share paid, if one is known."""
        text = offer.text[self._lang]
        if offer.paid is None:
            return text
        paid = offer.paid[self._lang]
        return self.t("offer_paid", text=text, paid=paid[:1].upper() + paid[1:])

    def _checked(self, checked_on: str, source: str) -> str:
        """Return the day of the check, or the year or month when no day is known."""
        parts = [int(part) for part in checked_on.split("-")]
        if len(parts) == 3:
            said, key = long_date(date(*parts), self._lang), "checked"
        else:
            said, key = self._period(parts), "checked_in"
        return self.t(key, date=said, source=source)

    def _period(self, parts: list[int]) -> str:
        if len(parts) == 1:
            return str(parts[0])
        from babel.dates import format_date  # 30 ms, not before the first frame

        return format_date(date(parts[0], parts[1], 1), "MMMM y", locale=language(self._lang).locale)


def conditions(fit: Fit, standing: Standing) -> tuple[Criterion, ...]:
    """Return the conditions that stand in one way."""
    return {"met": fit.met, "not_met": fit.not_met, "to_check": fit.to_check, "to_ask": fit.to_ask}[standing]
