"""What every page shares: the language, the workspace, the organisation open and its answers."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.app.banner import Heading
from assessment.app.following_desk import FollowingDesk
from assessment.app.receiving_desk import ReceivingDesk
from assessment.errors import BadInput
from assessment.free_text import checked_name, cleaned_text
from assessment.places import documents_folder, dossier_name, free_path
from assessment.texts import Texts, texts
from assessment.workspace import ADVISER, OrganisationRow, Workspace
from questionnaire.languages import language_after

if TYPE_CHECKING:
    from assessment.app.document import Order, Papers
    from assessment.asking.session import Change, Session
    from assessment.diagnosis import Diagnosis
    from assessment.dossier import Action
    from assessment.portfolio import Filter
    from assessment.rulebook import Rulebook
    from assessment.writer import Change as Written
    from questionnaire.answers import AnswerSheet
    from questionnaire.model import Questionnaire


class Desk(FollowingDesk, ReceivingDesk):
    """The open workspace, the language, and the assessment at hand."""

    def __init__(
        self,
        workspace: Workspace,
        lang: str,
        write: "Callable[[str, Change], None]",
        unsaved: "Callable[[str], Sequence[Written]]",
    ) -> None:
        """Take the workspace, what queues a change of an assessment, and what lists those still queued."""
        self.workspace = workspace
        self.lang = lang
        self.questionnaire: Questionnaire | None = None
        """The questionnaire; None until it is read, after the first frame."""
        self.organisation: OrganisationRow | None = None
        """The organisation at hand; None for the finished example, which nothing keeps."""
        self.chosen: set[str] = set()
        """Ids of the organisations ticked in the list, for what concerns several; none stands for all."""
        self.returns_to_review = False
        """Whether an answer leads back to the review the person came from."""
        self.is_adviser = workspace.setting(ADVISER) is not None
        """Whether the person supports organisations: private notes exist in this mode only."""
        self.followed_by: Filter | None = None
        """Filter of the follow-up the plan at hand was opened from, which leads back to it."""
        self.is_presenting = False
        """Whether the screen is projected: large words, nothing private."""
        self.problem: BadInput | None = None
        """What keeps answers from reaching the disk; None when all is well."""
        self._write = write
        self._unsaved = unsaved
        self._session: Session | None = None
        self._diagnosed: tuple[AnswerSheet, Diagnosis] | None = None
        self._populations: dict[str | None, str] = {}
        self._papers: dict[str | None, Papers] = {}

    @property
    def t(self) -> Texts:
        """The sentences of the app in the language of the moment."""
        return texts("app", self.lang)

    @property
    def aside(self) -> str:
        """The two keys named at the top of every page: the help, and the language F2 leads to."""
        return self.t("banner.aside", language=language_after(self.lang).title)

    @property
    def session(self) -> "Session":
        """The assessment at hand."""
        if self._session is None:
            raise RuntimeError("no assessment is open")
        return self._session

    @property
    def is_open(self) -> bool:
        """Whether an assessment is at hand."""
        return self._session is not None

    @property
    def is_example(self) -> bool:
        """Whether the assessment at hand is the finished example."""
        return self._session is not None and self.organisation is None

    @property
    def name(self) -> str:
        """Name of the organisation at hand, or the words for one that left it out."""
        return self.name_of(self.stored_name)

    def name_of(self, name: str | None) -> str:
        """Return a name, or the words for an organisation that left it out."""
        return name or self.t("organisation.unnamed")

    def switch_language(self) -> None:
        """Go to the next language."""
        self.lang = language_after(self.lang).code

    def advise(self, is_adviser: bool) -> None:
        """Go into adviser mode or out of it, and remember it."""
        self.is_adviser = is_adviser
        self.workspace.keep_setting(ADVISER, "yes" if is_adviser else None)

    def question_numbers(self) -> "dict[str, int]":
        """Return the number shown of each question of the study, by every name a place may have."""
        questions = self.questionnaire.questions if self.questionnaire else ()
        numbers = {question.number: int(question.number[1:]) for question in questions}
        return numbers | {question.id: numbers[question.number] for question in questions} | {"q09-q13": 9}

    # --- opening and closing --------------------------------------------------------------------

    def start_new(self, *, short: bool) -> None:
        """Open a new organisation; one that was created and never answered serves again."""
        blank = self.workspace.blank()
        unused = next((row for row in blank if not self._unsaved(row.assessment_id)), None)
        row = unused or self.workspace.create(None, today=date.today())
        self.workspace.keep_short(row.assessment_id, short)
        self.open(row)

    def lengthen(self) -> None:
        """Go over from the short version to the full one, for good."""
        self.session.short = False
        self.keep_length()

    def open(self, row: OrganisationRow) -> None:
        """Open the latest assessment of an organisation where it was left, with what the disk still lacks."""
        assessment_id = row.assessment_id
        unsaved = self._unsaved(assessment_id)  # first: what is committed meanwhile is then in the sheet too
        sheet = self.workspace.sheet(assessment_id)
        position = self.workspace.position(assessment_id)
        for change in unsaved:
            sheet, position = sheet.with_field(change.field, change.value), change.position or position
        self._take(
            row,
            sheet,
            lambda change: self._write(assessment_id, change),
            position=position,
            short=self.workspace.is_short(assessment_id),
        )
        self.session.pending = len(unsaved)
        self._remind(self.workspace.rounds_before(row.id, assessment_id))

    def keep_length(self) -> None:
        """Remember whether the short version goes on or has led to the full one."""
        if self.organisation is None:
            return
        assessment_id, is_short = self.organisation.assessment_id, self.session.short
        if is_short != self.workspace.is_short(assessment_id):
            self.workspace.keep_short(assessment_id, is_short)

    def open_by_id(self, organisation_id: str) -> None:
        """Open an organisation by id; BadInput when it is no longer there."""
        self.open(self.workspace.find(organisation_id))

    def open_example(self, sheet: "AnswerSheet") -> None:
        """Open the finished example: it can be looked at, and nothing is written."""
        self._take(None, sheet, lambda change: None)

    @property
    def stored_name(self) -> str:
        """Name of the organisation at hand, empty when it left it out."""
        return str(self.session.sheet.get("organisation.name") or "")

    def rename(self, name: str | None) -> None:
        """Give the organisation at hand another name; BadInput when another one has it."""
        if self.organisation is not None:
            self.workspace.rename(self.organisation.id, name)
            self.catch_up()

    def delete(self) -> None:
        """Erase the organisation at hand for good."""
        if self.organisation is not None:
            self.workspace.delete(self.organisation.id)
        self.close()

    def erase(self) -> None:
        """Erase the organisation at hand, or all of them when none is."""
        rows = [self.organisation] if self.organisation else self.workspace.organisations()
        self.workspace.delete(*(row.id for row in rows))
        self.close()

    def exported(self) -> tuple[Path, bytes]:
        """Return where the dossier at hand goes, beside any older one, and its content."""
        from assessment.dossier import write_dossier

        if self.organisation is None:
            raise RuntimeError("the example has no dossier")
        path = free_path(
            documents_folder() / dossier_name(self.stored_name or None, self.organisation.short_id)
        )
        return path, write_dossier(self.workspace.dossier(self.organisation.id))

    def close(self) -> None:
        """Put the assessment away."""
        self.organisation = self._session = self._diagnosed = self.looked_at = None
        self._earlier = ()

    def _take(
        self,
        row: OrganisationRow | None,
        sheet: "AnswerSheet",
        write: "Callable[[Change], None]",
        *,
        position: str | None = None,
        short: bool = False,
    ) -> None:
        from assessment.asking.session import Session  # pydantic comes with it, after the first frame

        if self.questionnaire is None:
            raise RuntimeError("the questionnaire is not read yet")
        self.organisation, self.returns_to_review, self._diagnosed = row, False, None
        self._earlier, self.looked_at, self.followed_by = (), None, None
        self._session = Session(self.questionnaire, sheet, write, position=position, short=short)

    # --- answers --------------------------------------------------------------------------------

    def checked(self, field: str, text: str) -> str | None:
        """Return a typed text as it may be kept; BadInput when it may not."""
        return checked_name(text) if field == "organisation.name" else cleaned_text(text) or None

    def note_saved(self, assessment_id: str, moment: datetime) -> None:
        """Note that an answer reached the disk."""
        self.problem = None
        if self.organisation and self.organisation.assessment_id == assessment_id:
            self.session.saved(moment)

    def note_let_go(self, assessment_id: str) -> None:
        """Note that an answer will not be written, another window having changed the field."""
        if self.organisation and self.organisation.assessment_id == assessment_id:
            self.session.let_go()

    def catch_up(self) -> bool:
        """Take over what another window wrote; False when nothing of this assessment changed."""
        if self._session is None or self.organisation is None or self._session.pending:
            return False
        stored = self.workspace.sheet(self.organisation.assessment_id)
        if dict(stored.fields) == dict(self._session.sheet.fields):
            return False
        self._session.reload(stored)
        return True

    def plan(self) -> "tuple[Action, ...]":
        """Return the action plan of the organisation at hand."""
        return self.workspace.plan(self.organisation.id) if self.organisation else ()

    def keep_plan(self, plan: "tuple[Action, ...]") -> None:
        """Keep the action plan of the organisation at hand."""
        if self.organisation is not None:
            self.session.saved_at = self.workspace.keep_plan(self.organisation.id, plan)

    def diagnosis(self) -> "Diagnosis":
        """Return the diagnosis of the answers as they stand, made once per set of answers."""
        sheet = self.session.sheet
        if self._diagnosed is None or self._diagnosed[0] is not sheet:
            self._diagnosed = sheet, self.diagnosis_of(sheet, self._populations.get(self._held))
        return self._diagnosed[1]

    def diagnosis_of(self, sheet: "AnswerSheet", population: str | None) -> "Diagnosis":
        """Return the diagnosis of answers as if they were those of the round at hand."""
        from assessment.app.library import diagnosed

        day, questionnaire = self._day(), self.session.questionnaire
        return diagnosed(sheet, questionnaire, day, population, self._earlier, self._rules())

    def compare_with(self, population: str) -> None:
        """Show other respondents beside all of them, on screen and, to begin with, in the document."""
        self._populations[self._held], self._diagnosed = population, None
        self.papers.choices = self.papers.choices.with_population(population)

    @property
    def _held(self) -> str | None:
        """Id of the organisation at hand; None for the example."""
        return self.organisation.id if self.organisation else None

    @property
    def papers(self) -> "Papers":
        """The document of the organisation at hand: what was chosen for it since the app opened."""
        from assessment.app.document import Papers

        return self._papers.setdefault(self._held, Papers())

    def order(self) -> "Order":
        """Gather all the document is made from, as it was chosen; the diagnosis on screen stays as it is."""
        from assessment.app.document import Order, dossier_inside

        choices, sheet, inside = self.papers.choices, self.session.sheet, None
        if choices.carries_dossier and self.organisation is not None:
            kept = self.workspace.dossier(self.organisation.id)
            inside = dossier_inside(kept, self.round_at_hand.number, sheet, comments=choices.comments)
        diagnosis = self.diagnosis_of(sheet, choices.population)
        return Order(diagnosis, choices.lang or self.lang, choices, self.plan(), inside)

    def _rules(self) -> "Rulebook":
        """Return the rules, with the support programmes a network put beside the workspace."""
        from assessment.network_programmes import programmes_beside, rules_with

        return rules_with(programmes_beside(self.workspace.path)[0])

    def _day(self) -> date:
        """Return the date of the assessment at hand."""
        if self.organisation is None:
            return date.today()
        return self.workspace.assessment_date(self.organisation.assessment_id)

    # --- words several pages share --------------------------------------------------------------

    def heading(self, place: str = "") -> Heading:
        """Return the banner of a page about the organisation at hand, or about none."""
        title = self.name if self.is_open else "Jalon"
        if self.is_example:
            title = f"{title} — {self.t('example.mark')}"
        if self.looked_at is not None:
            title = f"{title} — {self.t('rounds.read_only', number=self.looked_at.number)}"
        aside = "" if self.is_presenting else f"{self.saved()} · {self.aside}"
        return Heading(title, aside, place)

    def saved(self) -> str:
        """Say what has reached the disk."""
        if not self.is_open or self.organisation is None:
            return self.t("banner.local")
        if self.problem:
            return self.t("saved.problem")
        if self.session.pending:
            return self.t("saved.pending")
        moment = self.session.saved_at
        return self.t("saved.at", time=f"{moment:%H:%M}") if moment else self.t("banner.local")
