"""Reads `content/` into a Questionnaire; every mistake is named by file, key and value in one sentence."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from pydantic import ValidationError

from questionnaire.model import Condition, Frozen, Questionnaire
from questionnaire.reading import ContentError as ContentError
from questionnaire.reading import nearest as nearest
from questionnaire.reading import read_toml as read_toml

SECTIONS = (
    "a_skills_and_cooperation",
    "b_platforms",
    "c_technologies",
    "d_movements",
    "e_forms_of_cooperation",
    "f_barriers",
    "g_public_authorities",
    "h_effects",
)
"""Content files of the study's sections, in the order of the study's file."""

KEYS = sorted({key for model in Frozen.__subclasses__() for key in model.model_fields})
"""Every key a content file may hold, to guess what an unknown one was meant to be."""


def explain(error: ValidationError, file_name: str, known: Iterable[str] = (), *, above_file: int = 0) -> str:
    """Turn the first problem pydantic found into one sentence: file, key, value, nearest valid name.

    `above_file` is how many steps of the key lie above the file, and are not shown.
    """
    problem = error.errors(include_url=False)[0]
    key = ".".join(str(part) for part in problem["loc"][above_file:]) or "(top)"
    value = repr(problem["input"])
    shown = value if len(value) <= 60 else value[:57] + "…"
    sentence = f"{file_name}: {key} = {shown}: {problem['msg']}"
    candidates = [*known, *_expected(problem.get("ctx", {}))]
    unknown = str(problem["loc"][-1]) if problem["type"] == "extra_forbidden" else str(problem["input"])
    guess = nearest(unknown, candidates)
    return f"{sentence}; nearest valid name: {guess}" if guess else sentence


def _expected(context: Mapping[str, object]) -> list[str]:
    return [word.strip(" '\"") for word in str(context.get("expected", "")).replace(" or ", ",").split(",")]


def load(folder: Traversable) -> Questionnaire:
    """Read a content folder and check that its parts fit together."""
    top = read_toml(folder / "questionnaire.toml")
    parts = {name: read_toml(folder / f"{name}.toml") for name in ("scales", "profile", "outside_study")}
    sections = [read_toml(folder / f"{name}.toml") for name in SECTIONS]
    tree = {
        **top,
        "scales": parts["scales"].get("scales", ()),
        "sections": sections,
        **parts["profile"],
        "outside": parts["outside_study"],
    }
    try:
        questionnaire = Questionnaire.model_validate(tree)
    except ValidationError as error:
        file_name, above_file = _file_of(error)
        is_unknown_key = error.errors(include_url=False)[0]["type"] == "extra_forbidden"
        known = KEYS if is_unknown_key else ()
        raise ContentError(explain(error, file_name, known, above_file=above_file)) from None
    _check_references(questionnaire)
    return questionnaire


@cache
def standard_questionnaire() -> Questionnaire:
    """Return the questionnaire that ships with Jalon (read once)."""
    return load(files("questionnaire") / "content")


def _file_of(error: ValidationError) -> tuple[str, int]:
    """Name the content file a problem stands in, and count the steps of its place above that file."""
    place = error.errors(include_url=False)[0]["loc"]
    if place[:1] == ("sections",) and len(place) > 1:
        return f"{SECTIONS[int(place[1])]}.toml", 2
    first = str(place[0]) if place else ""
    if first == "outside":
        return "outside_study.toml", 1
    if first == "scales":
        return "scales.toml", 0
    return ("profile.toml" if first in ("profile", "goals", "countries") else "questionnaire.toml"), 0


def _check_references(questionnaire: Questionnaire) -> None:
    """Check ids, scales, conditions and order against each other."""
    ids = [question.id for question in questionnaire.questions]
    _check_nothing_twice(questionnaire)
    scale_ids = [scale.id for scale in questionnaire.scales]
    for section, name in zip(questionnaire.sections, SECTIONS, strict=True):
        for question in section.questions:
            _known(question.scale, scale_ids, f"{name}.toml: {question.id}.scale")
    for section, name in zip(questionnaire.sections, SECTIONS, strict=True):
        for question in section.questions:
            _check_condition(questionnaire, question.condition, f"{name}.toml: {question.id}")
    for added in questionnaire.outside.questions:
        _check_condition(questionnaire, added.condition, f"outside_study.toml: {added.id}")
    outside = [question.id for question in questionnaire.outside.questions]
    basics = [basic.id for basic in questionnaire.outside.basics]
    profile = [question.id for question in questionnaire.profile]
    known = ["name", "q09-q13", *ids, *outside, *basics, *profile]
    for step in questionnaire.order:
        _known(step, known, "questionnaire.toml: order")


def _check_nothing_twice(questionnaire: Questionnaire) -> None:
    """Check that an id, a number, a code or a step stands once only."""
    parts = zip((f"{name}.toml" for name in SECTIONS), questionnaire.sections, strict=True)
    asked = [
        (file, question.id, question.number) for file, section in parts for question in section.questions
    ]
    asked += [("profile.toml", question.id, question.number) for question in questionnaire.profile]
    outside = questionnaire.outside
    added = [*(basic.id for basic in outside.basics), *(question.id for question in outside.questions)]
    ids = [(file, question_id) for file, question_id, _ in asked]
    _no_twice([*ids, *(("outside_study.toml", added_id) for added_id in added)], "id")
    _no_twice([(file, number) for file, _, number in asked], "number")
    _no_twice([("scales.toml", scale.id) for scale in questionnaire.scales], "id")
    for scale in questionnaire.scales:
        _no_twice([("scales.toml", code) for code in scale.codes], f"{scale.id}.choices.code")
    _no_twice([("questionnaire.toml", step) for step in questionnaire.order], "order")


def _check_condition(questionnaire: Questionnaire, condition: Condition | None, place: str) -> None:
    if condition is None:
        return
    _known(condition.question, [q.id for q in questionnaire.questions], f"{place}.condition.question")
    scale = questionnaire.scale(questionnaire.question(condition.question).scale)
    for code in condition.any_of:
        _known(code, scale.codes, f"{place}.condition.any_of")


def _known(value: str, known: Iterable[str], place: str) -> None:
    names = list(known)
    if value in names:
        return
    guess = nearest(value, names)
    hint = f"; nearest valid name: {guess}" if guess else ""
    raise ContentError(f"{place} = {value!r} is not known{hint}")


def _no_twice(places: Iterable[tuple[str, str]], key: str) -> None:
    """Refuse a value that stands twice; each place is a file name and the value found there."""
    first_file: dict[str, str] = {}
    for file_name, value in places:
        if value in first_file:
            raise ContentError(f"{file_name}: {key} = {value!r} stands already in {first_file[value]}")
        first_file[value] = file_name
