"""What the pages rest on, without a page."""

import re
from importlib.resources import files

import pytest
from textual.content import Content

from assessment.app.choosing import Choosing
from assessment.app.keys import digits
from assessment.app.prose import wrapped
from assessment.app.rooms import page_classes
from assessment.app.ticks import Ticks
from assessment.asking.card import card
from assessment.asking.session import Change, Session
from assessment.texts import texts
from questionnaire.answers import AnswerSheet
from questionnaire.languages import language_codes
from questionnaire.loading import standard_questionnaire

NO_BREAK = "\N{NO-BREAK SPACE}"


def session(**fields: str) -> tuple[Session, list[Change]]:
    written: list[Change] = []
    sheet = AnswerSheet.of({f"answers.{name}": value for name, value in fields.items()})
    return Session(standard_questionnaire(), sheet, written.append), written


def test_an_answer_is_queued_with_what_stood_before_and_the_place_reached() -> None:
    here, written = session()
    here.go_to("q01")
    here.answer("agree")
    change = Change("answers.skills_wish", None, "agree", "cooperation_past", written[0].progress)
    assert [change] == written
    assert change.progress[0] == 1


def test_a_changed_answer_that_makes_questions_vanish_keeps_their_answers() -> None:
    here, _ = session(cooperation_past="yes_continue", patronage_skills="need")
    here.go_to("q02")
    here.answer("no_wish")
    assert "patronage_skills" not in [step.id for step in here.path]
    assert here.sheet.answer("patronage_skills") == "need"


def test_a_place_no_longer_asked_becomes_the_nearest_one_before() -> None:
    here, _ = session(cooperation_past="yes_continue")
    here.go_to("q18")
    here.reload(AnswerSheet.of({"answers.cooperation_past": "no_wish"}))
    assert here.step.id == "movement_free_software"


def test_undo_of_an_answer_to_all_lines_is_one_step() -> None:
    here, written = session()
    here.go_to("q09")
    here.answer_open_lines("no_need")
    assert here.undo()
    assert dict(here.sheet.answers) == {}
    assert len(written) == 10
    assert [change.before for change in written[5:]] == ["no_need"] * 5
    assert not here.undo()


def test_one_answer_for_the_lines_still_open_leaves_the_others_alone() -> None:
    here, _ = session(tech_iot="use")
    here.go_to("q09")
    here.answer_open_lines("no_need")
    assert here.sheet.answer("tech_iot") == "use"
    assert here.sheet.answer("tech_cad") == "no_need"


def test_carrying_on_after_the_short_version_takes_up_the_full_one() -> None:
    here, _ = session()
    here.short = True
    for step in here.path:
        here.go_to(step.id)
        for field in step.fields:
            here.note(field, "no_need")
    here.go_to("q15")
    here.next()
    assert here.has_ended
    here.resume()
    assert not here.short and not here.has_ended
    assert here.step.id not in ("movement_free_software", "name")


@pytest.mark.parametrize("lang", language_codes())
def test_every_step_has_a_card(lang: str) -> None:
    here, _ = session(cooperation_past="yes_stop", tech_ai="need", platform_crowd="use")
    for step in here.path:
        here.go_to(step.id)
        shown = card(here, lang, texts("app", lang))
        assert shown.part and shown.prompt and shown.hint
        assert shown.kind == "text" or shown.answers


def test_ticks_have_a_limit_and_nothing_in_particular_stands_alone() -> None:
    ticks = Ticks(["time", "money", "skills", "trust", "nothing"], at_most=3)
    assert all(ticks.toggle(code) for code in ("money", "time", "skills"))
    assert not ticks.toggle("trust")
    assert list(ticks.codes) == ["time", "money", "skills"]
    assert ticks.toggle("nothing")
    assert list(ticks.codes) == ["nothing"]
    assert ticks.toggle("trust")
    assert list(ticks.codes) == ["trust"]


def test_choosing_keeps_six_and_an_order() -> None:
    choosing = Choosing("abcdefgh", "ab")
    assert all(choosing.toggle(item) for item in "cdef")
    assert not choosing.toggle("g")
    assert choosing.move("c", -1) and not choosing.move("a", -1) and not choosing.move("g", 1)
    assert tuple("acbdef") == choosing.kept
    assert tuple("acbdefgh") == choosing.order


def test_a_line_never_begins_with_a_sign_that_french_ties_to_the_word_before() -> None:
    text = Content(f"  Les acheteurs et les vendeurs se rencontrent{NO_BREAK}? « Oui{NO_BREAK}»")
    for width in range(16, 60):
        lines = [line.plain for line in wrapped(text, width)]
        assert not any(line.lstrip(" ").startswith(("?", NO_BREAK, "»")) for line in lines), width
        assert all(line.startswith("  ") for line in lines), width
        assert all(len(line) <= width for line in lines if " " in line.strip()), width


@pytest.mark.parametrize("width", [1, 2, 3, 7, 20])
def test_a_word_longer_than_the_line_is_cut(width: int) -> None:
    text = "/a/very/long/path/of/a/file.pdf and more"
    lines = [line.plain for line in wrapped(Content(text), width)]
    assert text.replace(" ", "") == "".join(lines).replace(" ", "")
    assert all(len(line) <= max(2, width) for line in lines)


def test_the_unshifted_row_types_the_digits() -> None:
    typed = {key: binding.action for binding in digits() for key in binding.key.split(",")}
    for position, character in enumerate("&é\"'(-è_ç", start=1):
        assert f"digit({position})" == typed[character] == typed[str(position)]
    assert (typed["§"], typed["!"]) == ("digit(6)", "digit(8)")


def test_every_binding_of_every_page_has_a_name_and_a_sentence_in_both_languages() -> None:
    for page in page_classes().values():
        for binding in page.BINDINGS:
            assert not isinstance(binding, tuple) and binding.id
            for lang in language_codes():
                t = texts("app", lang)
                assert binding.description in t and binding.tooltip in t, binding
                assert f"keys.{binding.id}.key" in t, binding


def test_no_page_shows_more_than_six_keys() -> None:
    for place, page in page_classes().items():
        shown = {b.id for b in page.BINDINGS if not isinstance(b, tuple) and b.show}
        assert len(shown) <= 6, place


def test_every_key_named_in_the_code_stands_in_the_catalogue() -> None:
    catalogue = texts("app", "fr")
    folder = files("assessment") / "app"
    for source in (*folder.iterdir(), *(folder / "results").iterdir()):
        if not source.name.endswith(".py"):
            continue
        for key in re.findall(r"\bt\(\s*\"([\w.\-]+)\"", source.read_text(encoding="utf-8")):
            assert key in catalogue, f"{source.name}: {key}"
        for key in re.findall(r"\bt\.count\(\s*\"([\w.\-]+)\"", source.read_text(encoding="utf-8")):
            assert f"{key}.one" in catalogue and f"{key}.many" in catalogue, f"{source.name}: {key}"
