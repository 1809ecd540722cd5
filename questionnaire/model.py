"""The questionnaire as frozen data: sections, questions, scales, conditions and what lies outside the study.

Everything here is read from `content/` by `loading.py`; nothing here knows a figure or a screen.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, RootModel, model_validator

from questionnaire.languages import LocalText, languages, source_code
from questionnaire.typography import typeset

Domain = Literal["platforms", "technologies", "cooperation"]
WordingOrigin = Literal["verbatim", "reconstructed", "completed"]


class Frozen(BaseModel):
    """Base of every content model: frozen, and a key nobody knows is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(RootModel[dict[str, str]]):
    """One sentence in the languages of Jalon: all those said to be complete, never empty."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="after")
    def _languages_present(self) -> Self:
        for lang, spoken in languages().items():
            if (spoken.complete or lang == source_code()) and not self.root.get(lang, "").strip():
                raise ValueError(f"the text has no {lang!r}")
        for lang, sentence in self.root.items():
            if lang not in languages():
                raise ValueError(f"the text is in {lang!r}, which languages.toml does not list")
            self.root[lang] = typeset(sentence, lang)
        return self

    @property
    def local(self) -> LocalText:
        """The same sentence for a ring that knows no pydantic."""
        return LocalText(self.root)

    def __getitem__(self, lang: str) -> str:
        return self.root.get(lang) or self.root[source_code()]

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))


class Choice(Frozen):
    """One possible answer."""

    code: str
    """Answer code of DESIGN, kept in dossiers for ever."""
    exchange: Annotated[str, Field(max_length=5)]
    """Short code used in other tools (LimeSurvey drops codes over five characters)."""
    label: Text
    """What the person reads."""


class Scale(Frozen):
    """An ordered set of choices; key 1 is the first choice."""

    id: str
    origin: WordingOrigin
    source: str
    """Where the legend stands in the study, or "hors étude"."""
    choices: tuple[Choice, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Answer codes in the order of the number keys."""
        return tuple(choice.code for choice in self.choices)

    def label(self, code: str, lang: str) -> str:
        """Return the words of an answer code."""
        return next(choice.label[lang] for choice in self.choices if choice.code == code)


class Condition(Frozen):
    """A question is put only when an earlier one was answered with one of these codes."""

    question: str
    any_of: tuple[str, ...]


class Question(Frozen):
    """One of the 31 questions of the study."""

    id: str
    number: Annotated[str, Field(pattern=r"^q\d\d$")]
    """Stable number q01-q31, shown on screen and paper."""
    scale: str
    domain: Domain | None = None
    """Domain of the use/need profile, for the 19 items; None for the others."""
    wording: Text
    """The question, in the study's words (French); the English is our translation."""
    origin: WordingOrigin
    """verbatim, reconstructed from prose, or completed (verbatim with a marked complement)."""
    complement: Text | None = None
    """What was added to a completed wording (q03: its missing object)."""
    short: Text
    """A few words for lists, charts and the PDF."""
    definition: Text
    """Plain definition shown on `?`."""
    example: Text
    """Always visible: an example from a small association."""
    one_is_enough: bool = False
    """Whether « un seul suffit pour répondre oui » stands under the example."""
    condition: Condition | None = None
    source: str
    """Section of the study, e.g. "§ 2.3"."""


class Section(Frozen):
    """A part of the questionnaire, one content file."""

    id: str
    title: Text
    intro: Text | None = None
    """One or two sentences when the section opens; opinions say here that they change no result."""
    questions: tuple[Question, ...]


class ProfileQuestion(Frozen):
    """One of the nine profile questions asked (p06 is reserved and never asked)."""

    id: str
    number: Annotated[str, Field(pattern=r"^p\d\d$")]
    kind: Literal["choice", "country", "sdg", "yes_no"]
    wording: Text
    help: Text | None = None
    choices: tuple[Choice, ...] = ()
    source: str


class Basic(Frozen):
    """One of the twelve basics, outside the study."""

    id: Annotated[str, Field(pattern=r"^b\d\d$")]
    short: Text
    wording: Text
    example: Text
    protection: bool = False
    """b01-b03: a duty towards people; « pas besoin » opens a second look."""


class OutsideQuestion(Frozen):
    """A question Jalon adds outside the study, other than the basics."""

    id: Literal["aim", "ai_rules", "interest", "unsatisfying", "barriers", "skills_level", "urgency"]
    kind: Literal["text", "single", "several", "per_item"]
    wording: Text
    help: Text | None = None
    example: Text | None = None
    choices: tuple[Choice, ...] = ()
    """Empty when the choices are items of the profile (interest, unsatisfying)."""
    at_most: int | None = None
    condition: Condition | None = None


class OutsideStudy(Frozen):
    """Everything Jalon asks that the study did not: no European reference, in no stage and no figure."""

    notice: Text
    """« Question ajoutée par Jalon, hors étude : pas de repère européen. »"""
    basics_intro: Text
    basics_scale: Scale
    basics: tuple[Basic, ...]
    questions: tuple[OutsideQuestion, ...]

    def question(self, question_id: str) -> OutsideQuestion:
        """Return one outside question by id."""
        return next(q for q in self.questions if q.id == question_id)


class Goal(Frozen):
    """One of the seventeen Sustainable Development Goals."""

    number: Annotated[int, Field(ge=1, le=17)]
    label: Text


class Questionnaire(Frozen):
    """The whole instrument."""

    id: str
    title: Text
    study: Text
    """One sentence: which study, when, by whom it was answered."""
    scales: tuple[Scale, ...]
    sections: tuple[Section, ...]
    profile: tuple[ProfileQuestion, ...]
    goals: tuple[Goal, ...]
    countries: tuple[str, ...]
    """ISO 3166-1 alpha-2 codes."""
    outside: OutsideStudy
    order: tuple[str, ...]
    """Order of the steps put to a person; "q09-q13" is one screen."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The 31 questions in the order of the study's file."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def _by_id(self) -> Mapping[str, Question]:
        return {question.id: question for question in self.questions}

    def is_question(self, question_id: str) -> bool:
        """Say whether a question of the study has that id."""
        return question_id in self._by_id

    def question(self, question_id: str) -> Question:
        """Return a question of the study by id; KeyError when there is none."""
        return self._by_id[question_id]

    def scale(self, scale_id: str) -> Scale:
        """Return a scale by id."""
        return next(scale for scale in self.scales if scale.id == scale_id)

    def items(self, domain: Domain | None = None) -> tuple[Question, ...]:
        """Return the 19 items of the use/need profile, or those of one domain."""
        return tuple(q for q in self.questions if q.domain is not None and domain in (None, q.domain))

    @cached_property
    def basic_ids(self) -> frozenset[str]:
        """Ids of the twelve basics."""
        return frozenset(basic.id for basic in self.outside.basics)

    def basic(self, basic_id: str) -> Basic:
        """Return a basic by id."""
        return next(basic for basic in self.outside.basics if basic.id == basic_id)

    @cached_property
    def profile_ids(self) -> frozenset[str]:
        """Ids of the nine profile questions."""
        return frozenset(question.id for question in self.profile)

    def profile_question(self, question_id: str) -> ProfileQuestion:
        """Return a profile question by id."""
        return next(q for q in self.profile if q.id == question_id)
