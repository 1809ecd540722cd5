"""Texts made fit to be read aloud."""

from hypothesis import given
from hypothesis import strategies as st

from assessment.line_mode.spoken import LONGEST_PAGE, in_pages, read_aloud, spoken, wrapped


def test_dots_become_pauses_and_controls_vanish() -> None:
    assert spoken("1 utilisé · 2 à couvrir\x1b[2J\x00") == "1 utilisé, 2 à couvrir[2J"


def test_underlines_and_bullets_are_not_read() -> None:
    lines = ["Titre", "=====", "", "- un point", "  Temps : 1 h", "- un autre"]

    assert list(read_aloud(lines)) == ["Titre", "", "un point", "Temps : 1 h", "", "un autre"]


def test_a_page_ends_between_two_parts_and_a_heading_stays_with_what_follows() -> None:
    part = [f"Ligne {n}." for n in range(LONGEST_PAGE - 2)]
    first, second = in_pages([*part, "", "Un titre", "", "Une phrase.", "Une autre."])

    assert first == tuple(part)
    assert second == ("Un titre", "Une phrase.", "Une autre.")


def test_headings_that_follow_each_other_stay_together() -> None:
    part = [f"Ligne {n}." for n in range(LONGEST_PAGE - 2)]
    _, second = in_pages([*part, "", "Un titre", "", "Un autre", "", "Une phrase."])

    assert second == ("Un titre", "Un autre", "Une phrase.")


@given(st.lists(st.sampled_from(["", "court", "x" * 250, "Une phrase."])))
def test_no_line_is_lost_and_no_page_is_empty(lines: list[str]) -> None:
    pages = in_pages(lines)

    assert [line for page in pages for line in page] == [line for line in lines if line]
    assert all(pages)


@given(st.text(alphabet="ab é-/\n", max_size=300), st.integers(20, 120))
def test_wrapping_breaks_between_words_only(text: str, width: int) -> None:
    lines = wrapped(text, width).split("\n")

    assert [word for line in lines for word in line.split()] == text.split()
    assert all(len(line) <= width or " " not in line for line in lines)
