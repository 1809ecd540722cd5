"""Reads `rules/` into a Rulebook: what Jalon recommends and advises, as data a network edits without code.

Every mistake is named by file, key and value in one sentence, with the nearest valid name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Self, TypeVar

from pydantic import Field, ValidationError, model_validator

from assessment.facts import known_facts
from assessment.support_programmes import SupportProgramme, load_programmes
from questionnaire.languages import source_code
from questionnaire.loading import ContentError, explain, nearest, read_toml, standard_questionnaire
from questionnaire.model import Frozen, Questionnaire, Text

"""The one question beside the basics that opens a recommendation of the same shape."""
ITEM_FILES = ("platforms", "technologies", "cooperation")
"""One file of item rules for each domain."""


class ItemRule(Frozen):
    """How to meet one need; the European figure of its « pourquoi » is filled from the benchmark."""

    source: str
    """Section of the study, e.g. "§ 2.3", or "hors étude"."""
    findings: tuple[str, ...] = ()
    """Ids of the findings of the study it rests on, e.g. "R049"."""
    title: Text
    what: Text
    why_note: Text | None = None
    """Sentence that ends the « pourquoi »."""
    first_step: Text
    """One thing that can be done within a month."""
    how: Text
    help: Text
    """Kinds of people or places that can help: a group of words, no product name."""
    time: Text
    money: Text
    watch: Text
    progress: Text
    """What one will be able to count or see, never a score."""
    decide: Text
    """What the board has to decide."""
    prepare: Text | None = None
    """What comes first when the band is D."""


class BasicAnswerRule(ItemRule):
    """How to meet a basic: no European figure, so the reason is all in `why_note`."""

    why_note: Text


class Situate(Frozen):
    """A dated figure of a third party beside a basic: « Pour situer »."""

    source: str
    text: Text


class BasicRule(Frozen):
    """What to do about one basic, by answer."""

    need: BasicAnswerRule
    improve: BasicAnswerRule
    situate: Situate | None = None


_Table = Annotated[dict[str, Annotated[tuple[str, ...], Field(min_length=1)]], Field(min_length=1)]


class AdviceRule(Frozen):
    """A rule outside the 19 items: no band, never a priority."""

    id: str
    source: str
    findings: tuple[str, ...] = ()
    title: Text
    why: Text
    how: Text
    when: Annotated[tuple[_Table, ...], Field(min_length=1)]
    """Tables fact → codes: one table is enough, all its facts together, any code of each."""


class Prerequisite(Frozen):
    """What must be in use before an item is ready: Jalon's own choice, not the study's."""

    needs_all: tuple[str, ...] = ()
    """All of these; or"""
    needs_any: tuple[str, ...] = ()
    """at least one of these."""
    reason: Text

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.needs_all) == bool(self.needs_any):
            raise ValueError("write needs_all or needs_any, one of them and not empty")
        return self

    @property
    def items(self) -> tuple[str, ...]:
        """Return the items named, whichever way."""
        return self.needs_all or self.needs_any


class Programme(Frozen):
    """A programme or organisation known by name, kept apart and dated because names age."""

    id: str
    name: Text
    kind: Text
    text: Text
    true_on: str
    """When its source said so: a year or a month."""
    source: str
    help_for: tuple[str, ...]
    """Items and basics it can help with."""


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Everything Jalon can recommend or advise; keys in the order of the questionnaire."""

    items: Mapping[str, ItemRule]
    """By item id, the 19 of them."""
    basics: Mapping[str, Mapping[str, ItemRule]]
    """By basic id, then by answer: need or improve."""
    situate: Mapping[str, Situate]
    """By basic id, where a figure of a third party may stand."""
    advice: tuple[AdviceRule, ...]
    """In the order of the file, which is the order of printing."""
    prerequisites: Mapping[str, Prerequisite]
    """By item id; acyclic."""
    programmes: tuple[Programme, ...]
    """By name only, those of `support` that name what they help with included."""
    support: tuple[SupportProgramme, ...] = ()
    """Those whose conditions are known, by id."""


_Model = TypeVar("_Model", bound=Frozen)


def load(folder: Traversable, questionnaire: Questionnaire) -> Rulebook:
    """Read a folder of rules and check it against the questionnaire; ContentError names the first mistake."""
    item_ids = tuple(item.id for item in questionnaire.items())
    basic_ids = tuple(basic.id for basic in questionnaire.outside.basics)
    items: dict[str, ItemRule] = {}
    for name in ITEM_FILES:
        found = _tables(folder, name, ItemRule, item_ids)
        _check_once((*items, *found), f"{name}.toml")
        items |= found
    _check_complete(items, item_ids, "platforms.toml, technologies.toml, cooperation.toml")
    basics = _tables(folder, "basics", BasicRule, basic_ids)
    _check_complete(basics, basic_ids, "basics.toml")
    prerequisites = _tables(folder, "prerequisites", Prerequisite, item_ids)
    _check_prerequisites(prerequisites, items)
    support = load_programmes(folder / "programmes", questionnaire)
    return Rulebook(
        items={item: items[item] for item in item_ids},
        basics={basic: {"need": basics[basic].need, "improve": basics[basic].improve} for basic in basic_ids},
        situate={basic: situate for basic in basic_ids if (situate := basics[basic].situate)},
        advice=_advice(folder, questionnaire),
        prerequisites=prerequisites,
        programmes=_programmes(folder, (*item_ids, *basic_ids), support),
        support=support,
    )


@cache
def standard_rulebook() -> Rulebook:
    """Return the rules that ship with Jalon (read once)."""
    return load(files("assessment") / "rules", standard_questionnaire())


def _tables(folder: Traversable, name: str, model: type[_Model], known: Iterable[str]) -> dict[str, _Model]:
    """Read a file that holds one table per item or basic."""
    file = f"{name}.toml"
    found = {}
    for key, table in read_toml(folder / file).items():
        _check_known(key, known, f"{file}: table")
        found[key] = _validated(model, table, f"{file}, [{key}]")
    return found


def _entries(folder: Traversable, name: str, key: str, model: type[_Model]) -> tuple[_Model, ...]:
    """Read a file that holds a list of tables under one key."""
    file = f"{name}.toml"
    tree = read_toml(folder / file)
    for other in tree:
        _check_known(other, (key,), f"{file}: table")
    entries = tree.get(key, [])
    if not isinstance(entries, list):
        raise ContentError(f"{file}: {key} is not a list of tables [[{key}]]")
    return tuple(
        _validated(model, entry, f"{file}, [[{key}]] number {n}") for n, entry in enumerate(entries, 1)
    )


def _advice(folder: Traversable, questionnaire: Questionnaire) -> tuple[AdviceRule, ...]:
    rules = _entries(folder, "advice", "advice", AdviceRule)
    _check_once((rule.id for rule in rules), "advice.toml")
    facts = known_facts(questionnaire)
    for rule in rules:
        for fact, codes in ((fact, codes) for table in rule.when for fact, codes in table.items()):
            _check_known(fact, facts, f"advice.toml: {rule.id}.when")
            _check_all_known(codes, facts[fact], f"advice.toml: {rule.id}.when.{fact}")
    return rules


def _programmes(
    folder: Traversable, known: Sequence[str], support: Sequence[SupportProgramme]
) -> tuple[Programme, ...]:
    """Read the programmes known by name only, and join those that have a file of their own, by id."""
    programmes = _entries(folder, "programmes", "programme", Programme)
    _check_once((*(one.id for one in programmes), *(one.id for one in support)), "programmes.toml")
    for programme in programmes:
        _check_all_known(programme.help_for, known, f"programmes.toml: {programme.id}.help_for")
    return tuple(sorted((*programmes, *map(_by_name, support)), key=lambda one: one.id))


def _by_name(programme: SupportProgramme) -> Programme:
    return Programme(
        id=programme.id,
        name=programme.name,
        kind=programme.kind,
        text=programme.text,
        true_on=programme.true_on or programme.checked_on,
        source=programme.named_source or programme.source[source_code()],
        help_for=programme.help_for,
    )


def _check_prerequisites(prerequisites: Mapping[str, Prerequisite], items: Mapping[str, ItemRule]) -> None:
    """Check names, that no item waits for itself, and that an item that may wait says how to prepare."""
    for item, rule in prerequisites.items():
        kind = "needs_all" if rule.needs_all else "needs_any"
        _check_all_known(rule.items, items, f"prerequisites.toml: {item}.{kind}")
        if items[item].prepare is None:
            raise ContentError(f"prerequisites.toml: {item} can have to wait, but its rule has no 'prepare'")
    graph = {item: rule.items for item, rule in prerequisites.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise ContentError(
            f"prerequisites.toml: a circle: {' needs '.join(reversed(error.args[1]))}"
        ) from None


def _validated(model: type[_Model], tree: object, place: str) -> _Model:
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        keys = (*model.model_fields, *(BasicAnswerRule.model_fields if model is BasicRule else ()))
        for problem in error.errors(include_url=False):
            if problem["type"] == "extra_forbidden":  # a mistyped key, rather than the one it leaves missing
                _check_known(str(problem["loc"][-1]), keys, f"{place}: key")
        raise ContentError(explain(error, place, keys)) from None


def _check_complete(found: Iterable[str], expected: Iterable[str], place: str) -> None:
    missing = [key for key in expected if key not in found]
    if missing:
        raise ContentError(f"{place}: the table [{missing[0]}] is missing")


def _check_all_known(values: Iterable[str], known: Iterable[str], place: str) -> None:
    for value in values:
        _check_known(value, known, place)


def _check_known(value: str, known: Iterable[str], place: str) -> None:
    names = tuple(known)
    if value not in names:
        guess = nearest(value, names)
        hint = f"; nearest valid name: {guess}" if guess else ""
        raise ContentError(f"{place} = {value!r} is not known{hint}")


def _check_once(names: Iterable[str], file: str) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ContentError(f"{file}: the id {name!r} stands twice")
        seen.add(name)
