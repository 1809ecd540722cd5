"""Reads support programmes, one TOML file each: who runs them, what they offer, their conditions as data.

Those that ship with Jalon stand in `rules/programmes/`; a network adds its own beside the workspace.
Every mistake is named by file, key and value in one sentence, with the nearest valid name.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator

from assessment.facts import known_facts
from questionnaire.languages import language_codes
from questionnaire.loading import ContentError, explain, nearest, read_toml
from questionnaire.model import Frozen, Questionnaire, Text

TO_ASK: Literal["to_ask"] = "to_ask"
"""Stands for the answer a condition reads when Jalon does not ask for it."""
_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def _once_for_all(value: object) -> object:
    """Take a text written once as the same in every language."""
    return dict.fromkeys(language_codes(), value) if isinstance(value, str) else value


Words = Annotated[Text, BeforeValidator(_once_for_all)]


class Offer(Frozen):
    """Something a programme gives."""

    text: Words
    paid: Words | None = None
    """Share of the cost it pays, in words; None when nobody said."""


class Criterion(Frozen):
    """One condition of a programme, and the answer that tells whether it is met."""

    text: Words
    reads: str
    """Name of a fact (`facts.py`), or to_ask."""
    met: tuple[str, ...] = ()
    """Answers that meet it."""
    not_met: tuple[str, ...] = ()
    """Answers that rule it out; any other answer, or none, is to be checked."""

    @model_validator(mode="after")
    def _can_tell(self) -> Self:
        if self.reads == TO_ASK and (self.met or self.not_met):
            raise ValueError("what is to be asked has neither met nor not_met")
        if self.reads != TO_ASK and not (self.met or self.not_met):
            raise ValueError("write met or not_met, or reads = 'to_ask'")
        if set(self.met) & set(self.not_met):
            raise ValueError("the same answer stands in met and in not_met")
        return self


class SupportProgramme(Frozen):
    """One programme that may help an organisation, as its source described it at one date."""

    id: str
    """Name of the file."""
    name: Words
    run_by: Words
    kind: Words
    """Coaching programme, local support…"""
    text: Words
    """One sentence, true at `true_on`."""
    contact: Words
    """Kind of person or place to check with: a group of words after « auprès de »."""
    checked_on: str
    """When its conditions were checked: a year, a month or a day."""
    source: Words
    """Where the conditions stood."""
    true_on: str | None = None
    """Date of `text` when it is another one."""
    named_source: str | None = None
    """Where `text` stood when it is elsewhere."""
    help_for: tuple[str, ...] = ()
    """Items and basics it can help with."""
    offers: Annotated[tuple[Offer, ...], Field(alias="offer")] = ()
    criteria: Annotated[tuple[Criterion, ...], Field(alias="criterion", min_length=1)]

    @field_validator("checked_on")
    @classmethod
    def _is_dated(cls, text: str) -> str:
        if not _DAY.fullmatch(text):
            raise ValueError("write a date as 2026, 2026-11 or 2026-11-25")
        return text


def load_programme(file: Traversable, questionnaire: Questionnaire) -> SupportProgramme:
    """Read one file; ContentError names the first mistake."""
    tree = {**read_toml(file), "id": file.name.removesuffix(".toml")}
    programme = _validated(tree, file.name)
    items = (*(one.id for one in questionnaire.items()), *(one.id for one in questionnaire.outside.basics))
    for one in programme.help_for:
        _check_known(one, items, f"{file.name}: help_for")
    facts = known_facts(questionnaire)
    for number, criterion in enumerate(programme.criteria, start=1):
        _check_criterion(criterion, facts, f"{file.name}, [[criterion]] number {number}")
    return programme


def load_programmes(folder: Traversable, questionnaire: Questionnaire) -> tuple[SupportProgramme, ...]:
    """Read every programme of a folder, by id; ContentError names the first mistake."""
    return tuple(load_programme(file, questionnaire) for file in programme_files(folder))


def programme_files(folder: Traversable) -> list[Traversable]:
    """Return the files of a folder that describe a programme, by name; none when there is no folder."""
    if not folder.is_dir():
        return []
    return sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda one: one.name
    )


def own_programmes(
    folder: Traversable, questionnaire: Questionnaire
) -> tuple[tuple[SupportProgramme, ...], tuple[str, ...]]:
    """Read a network's own programmes, and one sentence for each file that cannot be used."""
    found, problems = list[SupportProgramme](), list[str]()
    try:
        files = programme_files(folder)
    except OSError as error:
        return (), (f"{folder.name}: {error.strerror or error}",)
    for file in files:
        try:
            found.append(load_programme(file, questionnaire))
        except ContentError as problem:
            problems.append(str(problem))
    return tuple(found), tuple(problems)


def joined(
    shipped: Sequence[SupportProgramme], own: Sequence[SupportProgramme]
) -> tuple[SupportProgramme, ...]:
    """Return both by id, a network's own in place of the one of the same id."""
    by_id = {one.id: one for one in (*shipped, *own)}
    return tuple(by_id[name] for name in sorted(by_id))


def _validated(tree: Mapping[str, object], file: str) -> SupportProgramme:
    keys = {*SupportProgramme.model_fields, "offer", "criterion"} - {"offers", "criteria", "id"}
    known = (*keys, *Offer.model_fields, *Criterion.model_fields)
    try:
        return SupportProgramme.model_validate(tree)
    except ValidationError as error:
        for problem in error.errors(include_url=False):
            if problem["type"] == "extra_forbidden":  # a mistyped key, rather than the one it leaves missing
                _check_known(str(problem["loc"][-1]), known, f"{file}: key")
        raise ContentError(explain(error, file, known)) from None


def _check_criterion(criterion: Criterion, facts: Mapping[str, Sequence[str]], place: str) -> None:
    _check_known(criterion.reads, (*facts, TO_ASK), f"{place}: reads")
    for key, codes in (("met", criterion.met), ("not_met", criterion.not_met)):
        for code in codes:
            _check_known(code, facts[criterion.reads], f"{place}: {key}")


def _check_known(value: str, known: Iterable[str], place: str) -> None:
    names = tuple(known)
    if value not in names:
        guess = nearest(value, names)
        hint = f"; nearest valid name: {guess}" if guess else ""
        raise ContentError(f"{place} = {value!r} is not known{hint}")
