"""Dossiers nobody wrote: as many as asked for, all different, the same for the same seed."""

import random
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from assessment.dossier import Action, Assessment, Complement, Dossier, Organisation, Profile, Session
from questionnaire.loading import standard_questionnaire

NAMES = (
    "Le Jardin d’Été",
    "<SARL> & Fils",
    "]]> &amp; <b>gras</b> <img src='/etc/hostname'/> <a href='javascript:x'>",
    "Acme [/x] [UK]",
    "Łódź – Źrebię ę ą",
    "Ελληνική Ένωση Αλληλεγγύης",
    "Българско сдружение „Надежда“",
    "جمعية التضامن (فرع ليون)",
    "עמותת התקווה",
    "Vélo 🚲🚀 ☀ ✓ 👩‍👩‍👧",
    "A\u202eB\u202dC\ufeff\u200bD",
    "combinés e\u0301a\u0300 ﬁn",
    "日本の団体",
    "M" * 300,
    "Très long nom " * 21,
    "(parenthèse \\ et barre",
    "Association « Les Amis de l’Œuvre » : 50 % d’€ …",
    "Plan d’action",
    "Nul\u00a0part\u202f! № ½ → ≥ ﷽",
    "",
)
COMMENTS = (
    "",
    "Oui.",
    "Nous en avons parlé en équipe. " * 12,
    "Nous avons commencé par les adhérents, puis par le fichier. " * 84,
    "mot" * 400,
    "Ligne\n\nune autre\tavec tabulation 🚀 <b>&",
    "تعليق طويل جدا " * 30,
    "Σχόλιο με πολλά λόγια. " * 20,
)
WORDS = (
    "équipe",
    "fichier",
    "adhérents",
    "site",
    "réunion",
    "budget",
    "salariés",
    "ateliers",
    "réseau",
    "outil",
)


@dataclass(frozen=True)
class Chance:
    """Draws the answers of one dossier."""

    seed: int
    hostile: bool

    def dossier(self) -> Dossier:
        """Return a dossier: few or all answers, priorities, plan, comments."""
        draw = random.Random(self.seed)
        name = NAMES[self.seed % len(NAMES)] if self.hostile else f"Structure {self.seed}"
        needs = self._complement(draw)
        assessment = Assessment(
            id=f"a{self.seed}",
            date=date(2026, 11, 1 + self.seed % 28),
            questionnaire="soga-2019",
            profile=Profile(employees=draw.choice((None, "0_to_9", "250_or_more")), sdg=(4, 10)),
            answers=self._answers(draw),
            comments=self._comments(draw),
            respondent=draw.choice((None, "Awa Diallo")),
            session=Session(people=tuple(f"Personne {n}" for n in range(draw.randrange(12))) or None),
            complement=needs,
        )
        return Dossier(
            organisation=Organisation(
                id=str(UUID(int=self.seed, version=4)),
                name="".join(mark for mark in name if mark not in "\u202e\u202d\ufeff\u200b") or None,
                country=draw.choice((None, "FR", "PL")),
            ),
            assessments=(assessment,),
            plan=tuple(self._actions(draw)),
        )

    def raw_name(self) -> str | None:
        """Return the name as nobody should be able to write it: direction marks and all."""
        return NAMES[self.seed % len(NAMES)] or None

    def _answers(self, draw: random.Random) -> dict[str, str]:
        questionnaire = standard_questionnaire()
        density = draw.choice((0.0, 0.3, 1.0, 1.0, 1.0))
        given = {}
        for question in questionnaire.questions:
            if draw.random() < density:
                given[question.id] = draw.choice(tuple(questionnaire.scale(question.scale).codes))
        return given

    def _comments(self, draw: random.Random) -> dict[str, str]:
        questions = [question.id for question in standard_questionnaire().questions]
        if self.hostile:
            texts = {one: draw.choice(COMMENTS).replace("\t", " ") for one in draw.sample(questions, 5)}
        else:
            texts = {one: " ".join(draw.choices(WORDS, k=30)) + "." for one in draw.sample(questions, 4)}
        return {one: text for one, text in texts.items() if text}

    def _complement(self, draw: random.Random) -> Complement:
        questionnaire = standard_questionnaire()
        codes = tuple(questionnaire.outside.basics_scale.codes)
        density = draw.choice((0.0, 0.5, 1.0))
        basics = {
            basic.id: draw.choice(codes) for basic in questionnaire.outside.basics if draw.random() < density
        }
        aim = draw.choice(
            (None, "Ne plus chercher nos papiers.", "But. " * 300 if self.hostile else "Un but.")
        )
        return Complement(aim=aim, basics=basics, skills_level=draw.choice((None, 1, 4)))

    def _actions(self, draw: random.Random) -> list[Action]:
        long = draw.choice(COMMENTS).replace("\t", " ") if self.hostile else "Écrire la liste."
        return [
            Action(title=f"Action {n}", first_step=long or None, owner="Marc", due=date(2027, 3, 31))
            for n in range(draw.choice((0, 0, 2, 9)))
        ]


def many(count: int, *, hostile: bool) -> list[Dossier]:
    """Return that many different dossiers."""
    return [Chance(seed, hostile).dossier() for seed in range(count)]
