"""Groups: counters that add up (property 7), what a group can do, and what may be read (property 13)."""

import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from importlib.resources import files
from itertools import groupby

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.demo import demo_dossiers
from assessment.dossier_group import one_each, room_of_dossiers
from assessment.group_disclosure import IN_THE_ROOM, OUTSIDE, SILENT, SMALL, ShownRow, shown
from assessment.group_json import group_part, write_group_json
from assessment.group_schema import SCHEMA_FILE, schema_text
from assessment.groups import (
    STATES,
    Group,
    Match,
    added,
    answered,
    coverage,
    folded,
    group_of,
    matches,
    sought,
    unclear,
)
from assessment.room import CONSENT, room_of
from assessment.scoring import DOMAINS, score
from questionnaire.answers import AnswerSheet
from questionnaire.loading import standard_questionnaire
from tests.workshop import LINES, NAMED, sheets

ITEMS = standard_questionnaire().items()
CODES = ("use", "need", "no_need", "dont_know")
PUBLISHED = files("assessment") / "schemas" / SCHEMA_FILE
ASKED = "tech_ai"


@st.composite
def any_sheet(draw: st.DrawFn) -> AnswerSheet:
    """Draw the answers of one organisation, some left out, with or without past cooperation."""
    codes = standard_questionnaire().outside.basics_scale.codes
    fields = {f"answers.{item.id}": draw(st.sampled_from((*CODES, None))) for item in ITEMS}
    fields["answers.cooperation_past"] = draw(st.sampled_from(("yes_continue", "no_wish", None)))
    for basic in standard_questionnaire().outside.basics:
        fields[f"complement.basics.{basic.id}"] = draw(st.sampled_from((*codes, None)))
    return AnswerSheet.of(fields)


def room_with(use: int = 0, need: int = 0, no_need: int = 0, dont_know: int = 0, silent: int = 0) -> Group:
    """Return a group that answered one question in the numbers given."""
    given = {"use": use, "need": need, "no_need": no_need, "dont_know": dont_know}
    made = [
        AnswerSheet.of({f"answers.{ASKED}": code}) for code, number in given.items() for _ in range(number)
    ]
    return group_of(standard_questionnaire(), [*made, *[AnswerSheet()] * silent])


# --- counters (property 7) ----------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(st.lists(any_sheet(), max_size=6), st.lists(any_sheet(), max_size=6))
def test_joining_two_groups_is_adding_their_counters(
    some: list[AnswerSheet], more: list[AnswerSheet]
) -> None:
    q = standard_questionnaire()
    assert group_of(q, some) + group_of(q, more) == group_of(q, [*some, *more])
    assert group_of(q, [*more, *some]) == group_of(q, [*some, *more])


@settings(max_examples=40, deadline=None)
@given(st.lists(any_sheet(), max_size=8))
def test_the_counters_are_those_of_the_one_scorer_and_add_up_over_domains(made: list[AnswerSheet]) -> None:
    q = standard_questionnaire()
    group = group_of(q, made)
    profiles = [score(q, sheet) for sheet in made]
    for domain in DOMAINS:
        ids = [item.id for item in ITEMS if item.domain == domain]
        for state in STATES:
            counted = sum(len(getattr(profile.domains[domain], state)) for profile in profiles)
            assert group.total(ids)[state] == counted
    parts = [group.total(item.id for item in ITEMS if item.domain == domain) for domain in DOMAINS]
    whole = group.total(group.items)
    assert added(added(parts[0], parts[1]), parts[2]) == whole
    for counts in group.items.values():
        assert sum(counts.values()) == group.organisations == len(made)
    for counts in group.basics.values():
        assert sum(counts.values()) == len(made)
    used = sum(len(profile.domains["all"].use) for profile in profiles)
    wanted = used + sum(len(profile.domains["all"].need) for profile in profiles)
    assert coverage(whole) == (Fraction(used, wanted) if wanted else None)


def test_nobody_is_a_group_of_zeros() -> None:
    group = group_of(standard_questionnaire(), [])
    assert group.organisations == 0
    assert set(group.items) == {item.id for item in ITEMS}
    assert set(group.total(group.items).values()) == {0}
    assert coverage(group.total(group.items)) is None
    assert matches(group) == ()


# --- what a group can do ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "kinds"),
    [
        ((1, 3, 0, 0), ["teach"]),
        ((9, 3, 0, 0), ["teach"]),
        ((1, 2, 0, 0), []),
        ((0, 3, 0, 0), ["together"]),
        ((0, 2, 9, 0), []),
        ((0, 0, 4, 2), ["inform"]),
        ((0, 0, 5, 2), []),
        ((1, 3, 0, 2), ["teach", "inform"]),
        ((0, 3, 0, 2), ["together", "inform"]),
        ((0, 0, 0, 1), ["inform"]),
        ((0, 0, 0, 0), []),
    ],
)
def test_matches_follow_the_rules_to_the_letter(counts: tuple[int, int, int, int], kinds: list[str]) -> None:
    found = [match.kind for match in matches(room_with(*counts, silent=3)) if match.item == ASKED]
    assert found == kinds


def test_matches_stand_by_need_then_by_use() -> None:
    group = group_of(standard_questionnaire(), sheets())
    keys = [(-group.items[m.item]["need"], -group.items[m.item]["use"]) for m in matches(group)]
    assert keys == sorted(keys)
    assert len(keys) > 5
    wanted = [-group.items[item]["need"] for item in sought(group)]
    assert wanted == sorted(wanted)


def test_what_nobody_uses_or_needs_is_folded() -> None:
    group = group_of(standard_questionnaire(), sheets())
    assert set(folded(group)) | set(sought(group)) == set(group.items)
    for item in folded(group):
        assert group.items[item]["use"] == group.items[item]["need"] == 0
    assert [group.items[item]["dont_know"] for item in unclear(group)] == sorted(
        (c["dont_know"] for c in group.items.values() if c["dont_know"]), reverse=True
    )


def test_barriers_and_aims_are_tallied_without_words() -> None:
    made = [
        AnswerSheet.of({"complement.barriers": ("time", "money")}).with_field(
            "complement.aim", "Un seul fichier."
        ),
        AnswerSheet.of({"complement.barriers": ("time",)}),
        AnswerSheet.of({}),
    ]
    group = group_of(standard_questionnaire(), made)
    assert (group.barriers["time"], group.barriers["money"], group.barriers["skills"]) == (2, 1, 0)
    assert (group.told_barriers, group.aims) == (2, 1)
    assert "Un seul fichier" not in repr(group)


# --- what may be read (property 13) -------------------------------------------------------------


def test_in_the_room_nothing_is_read_under_five_answers() -> None:
    assert shown(room_with(2, 2)).items[ASKED].is_hidden
    assert not shown(room_with(2, 3)).items[ASKED].is_hidden
    assert shown(room_with(4, 0, silent=8)).items[ASKED].is_hidden
    assert shown(room_with(4, 0)).is_too_small
    assert not shown(room_with(4, 0, silent=1)).is_too_small
    assert shown(room_with(1, 3)).matches == ()


@settings(max_examples=60, deadline=None)
@given(st.lists(any_sheet(), max_size=24), st.booleans())
def test_no_base_under_the_threshold_is_read(made: list[AnswerSheet], is_public: bool) -> None:
    group = group_of(standard_questionnaire(), made)
    seen = shown(group, is_public=is_public)
    least = OUTSIDE if is_public else IN_THE_ROOM
    for item, row in seen.items.items():
        if not row.is_hidden:
            assert answered(group.items[item]) >= least
        if is_public:
            assert not any(0 < number < SMALL for number in row.cells.values())
            assert not row.together or row.total >= SMALL
    for match in seen.matches:
        assert not seen.items[match.item].is_hidden


def rooms(organisations: int) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield every way a room of that size can answer one question."""
    size = organisations
    for use in range(size + 1):
        for need in range(size - use + 1):
            for no_need in range(size - use - need + 1):
                for unknown in range(size - use - need - no_need + 1):
                    yield use, need, no_need, unknown, size - use - need - no_need - unknown


@cache
def row_of(parts: tuple[int, int, int, int, int]) -> ShownRow:
    """Return what is read of one question outside the room; only its counters matter."""
    use, need, no_need, unknown, silent = parts
    counts = dict(zip(STATES, (use, need, no_need, unknown, 0, silent), strict=True))
    return shown(Group(sum(parts), {ASKED: counts}), is_public=True).items[ASKED]


@pytest.mark.parametrize("organisations", [10, 11, 14, 15, 16])
def test_no_hidden_cell_comes_back_even_for_who_knows_the_rule(organisations: int) -> None:
    """Lay every room beside all others that read the same: a small number is never the only one possible."""
    names = (*CODES, SILENT)

    def read(parts: tuple[int, int, int, int, int]) -> str:
        return repr(row_of(parts))

    alike = sorted(rooms(organisations), key=read)
    checked = 0
    for _, same in groupby(alike, key=read):
        candidates = list(same)
        row = row_of(candidates[0])
        for name in row.together:
            possible = {one[names.index(name)] for one in candidates}
            assert len(possible) > 1 or min(possible) >= SMALL, (row, candidates)
            checked += 1
    assert checked


def test_nobody_is_named_without_consent_nor_outside_the_room() -> None:
    room = room_of(standard_questionnaire(), sheets())
    willing = {LINES[place].partition(" ;")[0] for place in NAMED}
    named = {name for names in room.names.values() for name in names}
    assert named
    assert named <= willing
    assert room.named == len(NAMED)
    assert room_of(standard_questionnaire(), sheets(), is_public=True).names == {}
    refused = [sheet.with_field(CONSENT, None) for sheet in sheets()]
    assert room_of(standard_questionnaire(), refused).names == {}
    assert room_of(standard_questionnaire(), sheets()[:4]).names == {}


# --- JSON ---------------------------------------------------------------------------------------


def test_the_published_schema_is_fresh() -> None:
    assert schema_text() == PUBLISHED.read_text(encoding="utf-8")


@pytest.mark.parametrize("is_public", [False, True])
def test_the_json_fits_its_schema_and_holds_no_name(is_public: bool) -> None:
    schema = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    room = room_of(standard_questionnaire(), sheets(), is_public=is_public)
    content = write_group_json(room)
    jsonschema.validate(json.loads(content), schema)
    assert content == write_group_json(room_of(standard_questionnaire(), sheets()[::-1], is_public=is_public))
    for line in LINES:
        assert line.partition(" ;")[0] not in content.decode()


def test_the_json_gives_no_small_count_and_no_total_outside_the_room() -> None:
    part = group_part(room_of(standard_questionnaire(), sheets(), is_public=True))
    counts = [*part["items"].values(), *part["basics"].values()]
    for row in counts:
        assert not any(number is not None and 0 < int(str(number)) < SMALL for number in row.values())
    assert part["domains"] is None
    assert part["aims"] is None


def test_dossiers_count_once_with_their_latest_assessment() -> None:
    first, second, third = demo_dossiers()
    room = room_of_dossiers([first, second, third, first])
    assert room.group.organisations == 3
    assert len(one_each([first, first])) == 1
    nameless = first.model_copy(update={"organisation": first.organisation.model_copy(update={"id": None})})
    assert len(one_each([nameless, nameless])) == 2
    assert matches(room.group) == tuple(
        Match(match["item"], match["kind"]) for match in group_part(room)["matches"]
    )
