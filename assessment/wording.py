"""Diagnosis → sentences: the only place where a judgement becomes words. The templates are in `wording/`."""

from collections.abc import Collection
from datetime import date
from functools import cached_property

from assessment.day_words import long_date, short_date
from assessment.diagnosis import Diagnosis
from assessment.followup_words import FollowUpWords
from assessment.names import is_basic
from assessment.population_words import PopulationWords
from assessment.recommendation_words import (
    AdviceText,
    ProgrammeText,
    RecommendationText,
    RecommendationWords,
    Titled,
)
from assessment.rulebook import Rulebook
from assessment.scoring import DomainProfile
from assessment.texts import texts
from questionnaire.languages import language

Day = date
"""A date: inside the class, `date` is how one is said."""

__all__ = ["AdviceText", "ProgrammeText", "RecommendationText", "Titled", "Wording"]


class Wording(RecommendationWords):
    """Says one diagnosis in one language."""

    def __init__(self, lang: str, diagnosis: Diagnosis, rulebook: Rulebook | None = None) -> None:
        super().__init__(lang, diagnosis, rulebook)
        self.population_words = PopulationWords(lang, diagnosis.benchmark)
        """Figures of the population chosen."""
        self.standing_short = self.europe_words.standing_short
        """« Repère européen 2018-2019 : … », wherever Europe appears."""
        self.standing_long = self.europe_words.standing_long
        """Its long form, once."""
        self.outside_notice = self._stages("outside.basics")
        """« Questions ajoutées par Jalon, hors étude : pas de repère européen. », under the basics."""

    def date(self, day: date) -> str:
        """Return a date in full: 22 novembre 2026."""
        return long_date(day, self.lang)

    def short_date(self, day: "Day") -> str:
        """Return a date for a narrow cell, on one line: 22 nov. 2026."""
        return short_date(day, self.lang)

    def period(self, year_or_month: str) -> str:
        """Return « novembre 2026 » for « 2026-11 »; a year alone stays as it is."""
        from babel.dates import format_date

        year, _, month = year_or_month.partition("-")
        if not month:
            return year
        return format_date(date(int(year), int(month), 1), "MMMM y", locale=language(self.lang).locale)

    # Rounds

    @cached_property
    def since_first(self) -> FollowUpWords | None:
        """Words of what changed since the first round; None in it."""
        found, number = self._diagnosis.followup, self._diagnosis.round_number
        return FollowUpWords(self.lang, self._questionnaire, found, number) if found else None

    @cached_property
    def since_last(self) -> FollowUpWords | None:
        """Words of what changed since the round before, when that one is not the first."""
        found, number = self._diagnosis.since_last, self._diagnosis.round_number
        return FollowUpWords(self.lang, self._questionnaire, found, number) if found else None

    # Domains

    def counts(self, domain_id: str) -> str:
        """Return « 1 utilisé · 2 à couvrir · 1 pas utile pour vous · 0 à éclaircir »."""
        profile = self._profile(domain_id)
        counted = {
            "use": len(profile.use),
            "need": len(profile.need),
            "no_need": len(profile.no_need),
            "dont_know": len(profile.dont_know),
        }
        parts = [self._stages.count(f"counts.{state}", number) for state, number in counted.items()]
        if profile.unanswered:
            parts.append(self._stages.count("counts.unanswered", len(profile.unanswered)))
        return " · ".join(parts)

    def finding(self, domain_id: str) -> str:
        """Return what is found in a domain, in counts: « 1 en place, 2 à couvrir »."""
        profile = self._profile(domain_id)
        if not profile.answered:
            return self._stages("finding.nothing_answered")
        if profile.use and not profile.need and not profile.dont_know:
            return self._stages("finding.only_use", n=len(profile.use))
        counted = {"use": profile.use, "need": profile.need, "dont_know": profile.dont_know}
        said = [self._stages(f"finding.{state}", n=len(items)) for state, items in counted.items() if items]
        if profile.outside_ladder == "no_need":
            said.insert(0, self._stages("finding.no_need"))
        return self._stages("finding.between").join(said)

    def headed(self, name: str, found: str) -> str:
        """Return a heading that names its subject first, then what is found in it."""
        return self._stages("finding.named", name=name, found=found)

    def situation(self, domain_id: str) -> Titled | None:
        """Return the situation of the needs in words, always to be shown beside the counts.

        None in a follow-up: it may fall when a need is recognised (METHOD §1), so that `on_basket` says where
        the needs of the first round stand instead.
        """
        return None if self.since_first else self.stage(domain_id)

    def on_basket(self, domain_id: str) -> str | None:
        """Return where what was in use or wanted in the first round stands; None in the first round."""
        return self.since_first.on_basket(domain_id) if self.since_first else None

    def stage(self, domain_id: str) -> Titled:
        """Return the situation of the needs as they are said today."""
        profile = self._profile(domain_id)
        if profile.stage is None:
            key = f"stage.{profile.outside_ladder}"
            return Titled(self._stages(f"{key}.title"), self._stages(f"{key}.sentence"))
        key = f"stage.{profile.stage}"
        counted = len(profile.need) if profile.stage == 1 else len(profile.use)
        sentence = self._stages.count(key, counted, needed=len(profile.need))
        return Titled(self._stages(f"{key}.title"), sentence)

    def stage_because(self, domain_id: str) -> str:
        """Return the rule behind the words of a situation, with the organisation's own numbers."""
        profile = self._profile(domain_id)
        counted = {"no_need": profile.no_need, "only_dont_know": profile.dont_know, 1: profile.need}
        rule = profile.outside_ladder or profile.stage or ""
        key = f"because.{rule}"
        if key in self._stages:
            reason = self._stages(key)
        else:
            number = len(counted.get(rule, profile.use))
            reason = self._stages.count(key, number, needed=len(profile.need))
        return self._stages("because.named", reason=reason)

    def coverage(self, domain_id: str) -> str | None:
        """Return « sur 5 utilisés ou souhaités, 3 sont en place »; None when nothing is used or needed."""
        profile = self._profile(domain_id)
        used, wanted = len(profile.use), len(profile.use) + len(profile.need)
        if not wanted:
            return None
        if wanted == 1:
            return self._stages("coverage.only_met" if used else "coverage.only_open")
        if not used:
            return self._stages("coverage.none", wanted=wanted)
        return self._stages("coverage.one" if used == 1 else "coverage.many", n=used, wanted=wanted)

    def completeness(self, domain_id: str) -> str | None:
        """Return how many questions were answered, when some were skipped."""
        profile = self._profile(domain_id)
        if not profile.unanswered:
            return None
        asked = profile.answered + len(profile.unanswered)
        if not profile.answered:
            return self._stages("completeness.none", asked=asked)
        return self._stages.count("completeness", profile.answered, asked=asked)

    def clarity(self, domain_id: str) -> str | None:
        """Return how many answers are « je ne sais pas », when there are some."""
        unclear = len(self._profile(domain_id).dont_know)
        return self._stages.count("clarity", unclear) if unclear else None

    def beside_europe(self, domain_id: str) -> str | None:
        """Return E beside the uses, with year and n; None when nothing is answered."""
        expected = self._diagnosis.comparison.domains[domain_id].expected_use
        if expected is None:
            return None
        profile = self._profile(domain_id)
        answered = (*profile.use, *profile.need, *profile.no_need, *profile.dont_know)
        return self.europe_words.expected(
            expected,
            len(profile.use),
            unclear=len(profile.dont_know),
            forms_included=self._includes_forms(answered),
        )

    def lanes_caption(self, domain_id: str) -> str:
        """Return whose average stands under the uses of a domain, with year and n."""
        profile = self._profile(domain_id)
        answered = (*profile.use, *profile.need, *profile.no_need, *profile.dont_know)
        return self.europe_words.lanes_caption(forms_included=self._includes_forms(answered))

    def needs_beside_europe(self, domain_id: str) -> str:
        """Head the chart of a domain: what those that shared its needs had done, with year and n."""
        items = self._diagnosis.comparison.items
        return self.europe_words.shared_needs([items[item] for item in self._profile(domain_id).need])

    def like_for_like(self, domain_id: str) -> str | None:
        """Return Q beside the uses, for the annex; None when nothing is used or needed."""
        like = self._diagnosis.comparison.domains[domain_id].like_for_like
        if like is None:
            return None
        profile = self._profile(domain_id)
        forms = self._includes_forms((*profile.use, *profile.need))
        return self.europe_words.like_for_like(like, len(profile.use), forms_included=forms)

    def like_for_like_short(self, domain_id: str) -> str | None:
        """Return Q beside the uses in a few words, for a table that carries year and n."""
        like = self._diagnosis.comparison.domains[domain_id].like_for_like
        used = len(self._profile(domain_id).use)
        return None if like is None else self.europe_words.like_for_like_short(like, used)

    # Items

    def europe(self, item_id: str) -> str:
        """Return how many respondents answered yes and need, with year, n and section."""
        return self.europe_words.item(item_id, self._questionnaire.question(item_id).source)

    def beside_bars(self, item_id: str) -> str:
        """Return the shares drawn as bars beside an item, with chance, n, year and section."""
        comparison = self._diagnosis.comparison.items[item_id]
        return self.europe_words.beside_bars(comparison, self._questionnaire.question(item_id).source)

    def second_look(self, item_id: str) -> str:
        """Return the question a no_need opens."""
        if is_basic(item_id):
            return texts("europe", self.lang)("second_look.basic")
        return self.europe_words.second_look(item_id)

    def _includes_forms(self, items: Collection[str]) -> bool:
        """Say whether some of these items were asked only of those that had cooperated."""
        return any(self._questionnaire.question(item).condition for item in items)

    def _profile(self, domain_id: str) -> DomainProfile:
        return self._diagnosis.profile.domains[domain_id]
