"""The first screen, to the letter at 80 by 24, in both languages."""

from collections.abc import Callable
from typing import Any

import pytest

from assessment.app.home_screen import HomeScreen
from assessment.app.question_screen import QuestionScreen
from assessment.app.results_screen import ResultsScreen
from assessment.app.welcome_screen import WelcomeScreen

Open = Callable[..., Any]

FRENCH = """
 JALON                                                  Français · English (F2)

 Faites le point sur le numérique dans votre structure.

 Vous repartez avec un document pour votre équipe et votre conseil
 d’administration : où vous en êtes, ce qu’il vous manque, trois choses
 à faire, et qui peut vous aider.

  · Une trentaine de questions, 20 minutes. On peut s’arrêter et reprendre.
  · Aucune mauvaise réponse. « Je ne sais pas » en est une vraie.
  · Rien ne quitte cet ordinateur. Ni compte, ni internet.
  · Répondez seul·e, à deux ou en réunion d’équipe.

   1  Commencer
   2  Faire la version courte (10 minutes)
   3  Regarder un exemple terminé
   4  Reprendre, ou ouvrir un dossier reçu
   5  J’accompagne plusieurs structures

 Tapez un chiffre (inutile d’appuyer sur Maj), ou ↑ ↓ puis Entrée.
"""

ENGLISH = """
 JALON                                                  Français · English (F2)

 Take stock of digital tools in your organisation.

 You leave with a document for your team and your board: where you are,
 what you are missing, three things to do, and who can help.

  · About thirty questions, 20 minutes. Stop and come back when you like.
  · No wrong answers. "I don’t know" is a real one.
  · Nothing leaves this computer. No account, no internet.
  · Answer alone, in pairs or in a team meeting.

   1  Start
   2  Take the short version (10 minutes)
   3  Look at a finished example
   4  Carry on, or open a file you received
   5  I support several organisations

 Type a number, or use ↑ ↓ then Enter.
"""


def shown(driver: Any) -> str:  # noqa: ANN401
    """Return the screen as a person reads it: every kind of space is a space."""
    strips = driver.app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    return "\n".join(line.replace("\N{NO-BREAK SPACE}", " ") for line in lines)


@pytest.mark.parametrize(("lang", "words"), [("fr", FRENCH), ("en", ENGLISH)])
async def test_the_first_screen_reads_as_it_was_written(opened: Open, lang: str, words: str) -> None:
    async with opened(lang=lang) as driver:
        assert shown(driver).startswith(words.strip("\n"))


async def test_f2_says_it_in_the_other_language_in_place(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("f2")

        assert shown(driver).startswith(ENGLISH.strip("\n"))


async def test_nothing_is_highlighted_before_the_first_arrow(opened: Open) -> None:
    async with opened() as driver:
        page = driver.page(WelcomeScreen)
        assert page.query_one("#ways").highlighted is None
        await driver.press("enter")
        driver.page(WelcomeScreen)
        await driver.press("down", "enter")
        driver.page(QuestionScreen)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("1", QuestionScreen),
        ("é", QuestionScreen),
        ('"', ResultsScreen),
        ("'", HomeScreen),
        ("(", HomeScreen),
    ],
)
async def test_the_five_ways_in(opened: Open, key: str, kind: type) -> None:
    """Digits, or the same keys of an AZERTY keyboard without Maj."""
    async with opened() as driver:
        await driver.press(key)
        driver.page(kind)


async def test_a_key_pressed_before_the_questions_are_read_is_not_lost(opened: Open) -> None:
    async with opened() as driver:
        questionnaire, driver.app.desk.questionnaire = driver.app.desk.questionnaire, None
        assert questionnaire is not None
        await driver.press("1")
        driver.page(WelcomeScreen)
        driver.app.post_message(driver.app.Read(questionnaire))
        await driver.until(lambda: isinstance(driver.app.screen, QuestionScreen))


async def test_the_example_can_be_looked_at_and_keeps_nothing(opened: Open) -> None:
    async with opened() as driver:
        await driver.press("3")
        assert driver.app.desk.is_example
        await driver.press("escape", "1", "1", "escape", "escape")
        assert driver.app.workspace.organisations() == []


async def test_starting_twice_without_answering_leaves_one_organisation(opened: Open) -> None:
    async with opened() as driver:
        for _ in range(2):
            await driver.press("1")
            await driver.go("welcome")
        assert len(driver.app.workspace.organisations()) == 1
