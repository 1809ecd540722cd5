"""French signs keep their no-break space; nothing else moves."""

import pytest

from questionnaire.typography import NO_BREAK, typeset


@pytest.mark.parametrize(
    ("lang", "typed", "shown"),
    [
        ("fr", "Oui : 53 % ?", "Oui_: 53_%_?"),
        ("fr", "« l'équipe »", "«_l’équipe_»"),
        ("fr", "n = 1 601, § 2.3", "n = 1_601, §_2.3"),
        ("fr", "déjà\N{NARROW NO-BREAK SPACE}!", "déjà_!"),
        ("en", "I don't know: 53%", "I don’t know: 53%"),
        ("en", "5 000 files (§ 2.3)", "5 000 files (§_2.3)"),
    ],
)
def test_typeset(lang: str, typed: str, shown: str) -> None:
    expected = shown.replace("_", NO_BREAK)
    assert typeset(typed, lang) == expected
    assert typeset(expected, lang) == expected
