"""The four looks: readable by numbers, changed in place, remembered."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.color import Color
from textual.theme import Theme

from assessment.app.themes import NAMES, chosen, following, theme_id, theme_name, themes

Open = Callable[..., Any]
GROUNDS = ("background", "surface", "panel", "block-cursor-background")
WORDS = ("foreground", "foreground-muted", "accent", "warning", "error", "success")
OWN_GROUND = ("background", "surface")
"""Where bars and rules are drawn."""


def luminance(color: Color) -> float:
    """Return the relative luminance of WCAG 2."""
    parts = [value / 255 for value in color.rgb]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(words: Color, ground: Color) -> float:
    """Return the contrast ratio of WCAG 2 of words, perhaps translucent, on a ground."""
    light, dark = sorted((luminance(ground.blend(words, words.a, 1.0)), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colour(theme: Theme, name: str, ground: Color) -> Color:
    """Return a colour as Textual works it out; « auto » stands for black or white on the ground."""
    value = {**theme.to_color_system().generate(), **theme.variables}[name]
    if value.startswith("auto"):
        return ground.get_contrast_text(int(value.removeprefix("auto ").rstrip("%")) / 100)
    return Color.parse(value)


def least(theme: Theme) -> float:
    return 7.0 if theme.name == theme_id("contrast") else 4.5


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#FFFFFF")) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), Color.parse("#FFFFFF")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_words_can_be_read_on_every_ground(theme: Theme) -> None:
    for ground_name in GROUNDS:
        ground = colour(theme, ground_name, Color.parse("black"))
        for name in (*WORDS, "text-muted", "text-disabled"):
            found = contrast(colour(theme, name, ground), ground)
            assert found >= least(theme), (name, ground_name, round(found, 2))
        cursor = contrast(colour(theme, "block-cursor-foreground", ground), ground)
        assert ground_name != "block-cursor-background" or cursor >= least(theme)


@pytest.mark.parametrize("theme", themes(), ids=lambda theme: theme.name)
def test_bars_and_rules_can_be_seen(theme: Theme) -> None:
    """WCAG asks 3 to 1 of what is not text; the bars carry words written in their colour too."""
    for ground_name in OWN_GROUND:
        ground = colour(theme, ground_name, Color.parse("black"))
        assert contrast(colour(theme, "primary", ground), ground) >= least(theme)
        assert contrast(colour(theme, "foreground-disabled", ground), ground) >= 3.0


def test_the_look_without_colour_has_none() -> None:
    theme = next(theme for theme in themes() if theme.name == theme_id("mono"))
    named = [value for value in vars(theme).values() if isinstance(value, str) and value.startswith("#")]
    for value in (*named, *(one for one in theme.variables.values() if one.startswith("#"))):
        assert len(set(Color.parse(value).rgb)) == 1, value


def test_f4_goes_round() -> None:
    assert [following(name) for name in NAMES] == [*NAMES[1:], NAMES[0]]
    assert following("a look of another program") == NAMES[0]
    assert chosen("purple", has_colours=True) == NAMES[0]
    assert chosen("light", has_colours=False) == "mono"


async def test_f4_changes_the_look_in_place_says_it_and_remembers_it(opened: Open) -> None:
    async with opened() as driver:
        assert theme_name(driver.app.theme) == "dark"
        dark = driver.app.screen.styles.background
        assert dark.hex == "#101418"
        await driver.press("f4")
        await driver.until(lambda: driver.app.screen.styles.background != dark)
        (told,) = driver.app._notifications
        assert told.message.startswith("Thème clair")
    async with opened(lang="en") as driver:
        assert theme_name(driver.app.theme) == "light"
        assert driver.app.screen.styles.background.hex == "#FBFAF7"
        await driver.press("f4")
        (told,) = driver.app._notifications
        assert told.message.startswith("High-contrast theme")


async def test_no_color_asks_for_the_look_without_colour(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as driver:
        assert theme_name(driver.app.theme) == "mono"
        assert driver.app.workspace.setting("theme") is None
