"""The models of a dossier: DESIGN's JSON to the letter, unknown keys refused at every level.

The version is not in here: it says how a dossier is written, not what it says (`versions.py`).
"""

import re
import uuid
from collections.abc import Callable
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from assessment.errors import BadInput, nearest
from assessment.free_text import LONGEST_NAME, LONGEST_TEXT, has_control_character

FORMAT: Literal["jalon-dossier"] = "jalon-dossier"
MOST_PRIORITIES = 6
Support = Literal["internal", "local", "engineering_individual", "engineering_collective", "adviser"]
"""Who carries an action, in the DLA's terms: the organisation, support that exists nearby, individual or
collective consulting, the adviser."""
MOST_VOTES = 100_000
"""Votes for one answer; more is a mistake of whoever wrote the file."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def _one_line(text: str) -> str:
    if has_control_character(text, on_one_line=True):
        raise PydanticCustomError("control_characters", "control characters")
    return text


def _free(text: str) -> str:
    if has_control_character(text, on_one_line=False):
        raise PydanticCustomError("control_characters", "control characters")
    return text


def _filled(texts: dict[str, str]) -> dict[str, str]:
    """Forget the texts that say nothing: empty and absent are the same."""
    return {name: text for name, text in texts.items() if text}


def _counted(votes: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """Forget the answers nobody gave and the questions nobody voted on; the order says nothing."""
    cast = ((name, {code: n for code, n in sorted(spread.items()) if n}) for name, spread in votes.items())
    return {name: spread for name, spread in cast if spread}


def _iso_date(value: object) -> object:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise PydanticCustomError("not_date", "not an ISO date")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("not_date", "no such date") from None


def _uuid(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        raise PydanticCustomError("not_uuid", "not a UUID") from None


def _without_blank(check: Callable[[str], str]) -> Callable[[str | None], str | None]:
    """Return a check of an optional text for which blank and absent are the same."""
    return lambda text: check(text) if text is not None and text.strip() else None


Name = Annotated[str, Field(max_length=LONGEST_NAME), AfterValidator(_one_line)]
OptionalName = Annotated[
    Annotated[str, Field(max_length=LONGEST_NAME)] | None, AfterValidator(_without_blank(_one_line))
]
OptionalText = Annotated[
    Annotated[str, Field(max_length=LONGEST_TEXT)] | None, AfterValidator(_without_blank(_free))
]
Texts = Annotated[
    dict[str, Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_free)]], AfterValidator(_filled)
]
Votes = Annotated[dict[str, dict[str, Annotated[int, Field(ge=0, le=MOST_VOTES)]]], AfterValidator(_counted)]
Day = Annotated[date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "format": "date"})]
Uuid = Annotated[str, AfterValidator(_uuid), WithJsonSchema({"type": "string", "format": "uuid"})]
Identifier = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_one_line)]
Codes = Annotated[tuple[str, ...], Field(strict=False)]
People = Annotated[
    Annotated[tuple[Name, ...], Field(strict=False)] | None,
    AfterValidator(lambda people: tuple(one for one in people or () if one.strip()) or None),
]
"""Who was there; nobody named and nothing said are the same."""
Goals = Annotated[tuple[Annotated[int, Field(ge=1, le=17, strict=True)], ...], Field(strict=False)]


class _Part(BaseModel):
    """Base of every part: frozen, no unknown key, no guessing of types."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Organisation(_Part):
    """Who the dossier is about; everything may be left out, the name included."""

    id: Uuid | None = None
    name: OptionalName = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    legal_form: str | None = None


class Profile(_Part):
    """The organisation at the date of one assessment."""

    structure_age: str | None = None
    employees: str | None = None
    respondent_age: str | None = None
    sdg: Goals | None = None
    """Sustainable Development Goals, 1 to 17; an empty list says none of them."""
    social_mission: bool | None = None
    limited_profit: bool | None = None
    democratic_governance: bool | None = None


class Session(_Part):
    """When the assessment was made with others: who was there, what was said."""

    people: Annotated[tuple[Name, ...], Field(strict=False)] | None = None
    minutes: OptionalText = None


class Consent(_Part):
    """What the organisation agreed to at the date of one assessment."""

    named: bool | None = None
    """Whether it may be named in the pages about a group."""


class Complement(_Part):
    """What Jalon asks outside the study."""

    aim: OptionalText = None
    basics: dict[str, str] = {}
    interest: Codes | None = None
    unsatisfying: Codes | None = None
    barriers: Codes | None = None
    skills_level: Annotated[int, Field(ge=1, le=4)] | None = None
    urgency: dict[str, str] = {}
    ai_rules: str | None = None


class Assessment(_Part):
    """One round: the answers given at one date."""

    id: Identifier | None = None
    date: Day
    questionnaire: str
    profile: Profile = Profile()
    answers: dict[str, str]
    """Answer code by question id; an answer to a question that was not put is kept."""
    votes: Votes = {}
    """How many people of a group gave each answer, by question or basic; without names."""
    comments: Texts = {}
    respondent: OptionalName = None
    session: Session = Session()
    consent: Consent = Consent()
    adviser_notes: Texts = {}
    """Private: they leave only when asked for."""
    priorities: Annotated[Codes, Field(max_length=MOST_PRIORITIES)] | None = None
    complement: Complement = Complement()


class Progress(_Part):
    """What an action brought, by the signs of progress the study names (§ 7, priority 4)."""

    time_saved: OptionalText = None
    users: OptionalText = None
    """What changed in the relation with the users."""
    skills: OptionalText = None
    """Skills passed on."""


class Action(_Part):
    """One line of the action plan."""

    item: str | None = None
    title: OptionalText = None
    first_step: OptionalText = None
    owner: OptionalName = None
    due: Day | None = None
    help: OptionalText = None
    status: Literal["open", "done", "dropped"] = "open"
    progress: Progress = Progress()
    support: Support | None = None

    @model_validator(mode="after")
    def _is_about_something(self) -> Self:
        if self.item is None and self.title is None:
            raise PydanticCustomError("action_without_subject", "neither item nor title")
        return self


class Meeting(_Part):
    """One meeting of the adviser with the organisation, held or to come: it is shared with it."""

    date: Day
    people: People = None
    minutes: OptionalText = None


class Dossier(_Part):
    """The portable file of one organisation."""

    format: Literal["jalon-dossier"] = FORMAT
    organisation: Organisation
    assessments: Annotated[tuple[Assessment, ...], Field(strict=False, min_length=1)]
    plan: Annotated[tuple[Action, ...], Field(strict=False)] = ()
    sessions: Annotated[tuple[Meeting, ...], Field(strict=False)] = ()
    """Meetings, in the order of their dates."""

    @property
    def latest(self) -> Assessment:
        """Return the assessment with the latest date; the last one written among equals."""
        return max(enumerate(self.assessments), key=lambda numbered: (numbered[1].date, numbered[0]))[1]

    def assessment(self, assessment_id: str) -> Assessment:
        """Return the assessment of that id, or say which id is nearest."""
        for assessment in self.assessments:
            if assessment.id == assessment_id:
                return assessment
        ids = [assessment.id for assessment in self.assessments if assessment.id]
        raise BadInput("dossier.unknown_assessment", value=assessment_id, nearest=nearest(assessment_id, ids))
