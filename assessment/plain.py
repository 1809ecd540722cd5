"""The same assessment line by line, for screen readers and plain terminals: `jalon ask`."""

from collections.abc import Callable
from contextlib import suppress

from assessment.asking.card import Card, card
from assessment.asking.session import GRID, Change, Session
from assessment.errors import BadInput, shown
from assessment.free_text import isolated
from assessment.texts import texts
from assessment.typed_answers import NotUnderstoodError, TooManyError, digits, value_of
from assessment.workspace import ChangedElsewhere, OrganisationRow, Workspace
from questionnaire.answers import Value
from questionnaire.loading import standard_questionnaire
from questionnaire.model import Question
from questionnaire.routing import Step


class PlainSession:
    """One conversation: says the card of each step, reads one line, answers and goes on.

    `ask` says a prompt and returns one line, EOFError when there is none left; `say` says a line.
    """

    def __init__(
        self,
        workspace: Workspace,
        row: OrganisationRow,
        lang: str,
        *,
        is_new: bool = False,
        ask: Callable[[str], str] = input,
        say: Callable[[str], None] = print,
    ) -> None:
        self.workspace, self.row, self.lang = workspace, row, lang
        self.ask, self.say = ask, say
        self.t, self._app_words = texts("ask", lang), texts("app", lang)
        self._is_new = is_new
        self._marked = workspace.position(row.assessment_id)
        """Step the workspace knows the person to be at."""
        self.session = Session(
            standard_questionnaire(), workspace.sheet(row.assessment_id), self._write, position=self._marked
        )
        self._was_refused = False
        """Whether the last change did not reach the disk."""
        self._last_origin, self._last_prompt = "", ""

    def run(self) -> None:
        """Talk until the end of the questions or until the person leaves."""
        from assessment.plain_ending import conclude

        try:
            self._welcome()
            self._put_questions()
            conclude(self)
        except EOFError:
            self.say("")
            self.say(self.t("said.left", name=self._name_to_type()))

    def _welcome(self) -> None:
        self.say(self.t("start", name=isolated(self.row.name) if self.row.name else self.t("unnamed")))
        if self._is_new:
            self.say(self.t("new"))
        self.say(self.t("privacy"))
        if self.workspace.other_window_open():
            self.say(self.t("said.other_window"))
        self.say(self.t("how"))
        if self._marked is not None:
            self.say(self.t("resume"))

    def _put_questions(self) -> None:
        """Say each card once; a line that leads nowhere else is answered without repeating it."""
        said: tuple[str, int] | None = None
        while not self.session.has_ended:
            here = self.session.position, self.session.line
            shown_card = card(self.session, self.lang, self._app_words)
            if here != said:
                self._show(shown_card)
            said = here
            given = self.ask(self.t(f"prompt.{shown_card.kind}")).strip()
            if given.lower() == "q":
                raise EOFError
            self._hear(given, shown_card)
            if self._was_refused:
                self._was_refused, said = False, None
                self.session.go_to(here[0])
            self._leave_mark()

    def _name_to_type(self) -> str:
        """Return what names the organisation in a shell: its name in quotes, else its short id."""
        name = self.row.name or ""
        is_plain = name.isprintable() and not any(sign in name for sign in '"$`\\!%')
        return f'"{name}"' if name and is_plain else self.row.short_id

    # --- saying ---------------------------------------------------------------------------------

    def _show(self, shown_card: Card) -> None:
        """Say one card, every line a whole sentence; the next line of the same card in few words."""
        self.say("")
        is_next_line = bool(shown_card.lines) and shown_card.prompt == self._last_prompt
        self._last_prompt = shown_card.prompt
        if not is_next_line:
            self._show_question(shown_card)
        if shown_card.lines:
            rank = self.session.line
            label = shown_card.lines[rank].label
            self.say(self.t("line", place=rank + 1, total=len(shown_card.lines), label=label))
        if shown_card.kind != "search" and not is_next_line:
            for number, answer in enumerate(shown_card.answers, start=1):
                self.say(self.t("choice", n=number, label=answer.label))
        self._show_hint(shown_card)
        self._show_held(shown_card)

    def _show_question(self, shown_card: Card) -> None:
        place, total = self.session.place
        self.say(self.t("place", place=place, total=total, part=shown_card.part))
        if shown_card.number:
            self.say(self.t("numbered", number=shown_card.number))
        for sentence in (shown_card.intro, shown_card.prompt, shown_card.help, shown_card.example):
            if sentence:
                self.say(sentence)
        if shown_card.one_is_enough:
            self.say(self.t("one_is_enough"))
        if shown_card.origin and shown_card.origin != self._last_origin:
            self.say(shown_card.origin)
        self._last_origin = shown_card.origin

    def _show_hint(self, shown_card: Card) -> None:
        """Say once how to answer a whole block, and that a need wants a word on its purpose."""
        step = self.session.step
        if step.id == GRID and self.session.line == 0:
            self.say(self._app_words("hint.grid"))
        elif step.kind == "basic" and shown_card.intro:
            self.say(self._app_words("hint.basic"))
        if _wants_purpose(step, self._question) and not self.session.sheet.comment(self.session.subject):
            self.say(self._app_words("hint.purpose"))

    def _show_held(self, shown_card: Card) -> None:
        """Say what was answered and commented already."""
        comment = self.session.sheet.comment(self.session.subject)
        if comment:
            self.say(self._app_words("question.comment", comment=shown(comment)))
        held = self._held_words(shown_card)
        if held:
            self.say(self.t("held", answer=held))
            self.say(self.t("keep_several" if shown_card.kind == "several" else "keep"))

    def _held_words(self, shown_card: Card) -> str:
        if shown_card.lines:
            return shown_card.lines[self.session.line].answer or ""
        if shown_card.held == ():
            return shown_card.none_label or self.t("none")
        held = shown_card.held if isinstance(shown_card.held, tuple) else (shown_card.held,)
        labels = {answer.code: answer.label for answer in shown_card.answers}
        return ", ".join(str(labels.get(code, code)) for code in held if code is not None)

    # --- hearing --------------------------------------------------------------------------------

    def _hear(self, given: str, shown_card: Card) -> None:
        """Act on one line typed by the person."""
        actions: dict[str, Callable[[], None]] = {
            "": self._pass,
            "<": self._go_back,
            "?": self._explain,
            "u": self._undo,
            "c": self._comment,
        }
        if self.session.step.kind == "basic":
            actions["p"] = self.session.pass_basics
        elif self.session.step.id == GRID:
            actions["n"] = lambda: self.session.answer_open_lines("no_need")
        action = actions.get(given.lower())
        if action:
            action()
        elif digits(given) == "0" and shown_card.kind != "several":
            self.session.leave_unanswered()
            self.say(self.t("said.skipped"))
        else:
            self._answer(given, shown_card)

    def _answer(self, given: str, shown_card: Card) -> None:
        try:
            value = value_of(given, shown_card)
        except TooManyError:
            self.say(self.t("said.too_many", n=shown_card.at_most))
        except NotUnderstoodError as problem:
            self.say(self.t("said.not_understood", given=shown(given)))
            if problem.meant:
                self.say(self.t("said.meant", labels=", ".join(problem.meant)))
        else:
            self._keep(value, shown_card)

    def _keep(self, value: Value, shown_card: Card) -> None:
        if shown_card.kind == "lines":
            self.session.answer_line(value)
        else:
            self.session.answer(value)

    def _pass(self) -> None:
        """Go on; what the line holds stays."""
        field = self.session.step.fields[self.session.line]
        if self.session.sheet.get(field) is None:
            self.say(self.t("said.skipped"))
        self.session.pass_line()

    def _go_back(self) -> None:
        """Go back one line, or one step."""
        if self.session.line > 0:
            self.session.line -= 1
        elif not self.session.back():
            self.say(self.t("said.first"))

    def _undo(self) -> None:
        self.say(self.t("said.undone" if self.session.undo() else "said.nothing_to_undo"))

    @property
    def _question(self) -> Question | None:
        """The question of the study at hand, if it is one."""
        subject = self.session.subject
        return next((one for one in self.session.questionnaire.questions if one.id == subject), None)

    def _explain(self) -> None:
        """Say the definition of a question of the study, or what any other one is for."""
        question, step = self._question, self.session.step
        if question:
            self.say(question.definition[self.lang])
        else:
            self.say(self._app_words("explain.profile" if step.kind == "profile" else "explain.outside"))

    def _comment(self) -> None:
        """Ask for a comment; Enter keeps the one there is, 0 erases it."""
        subject = self.session.subject
        if subject == "name":
            self.say(self.t("said.no_comment"))
            return
        typed = self.ask(self.t("prompt.comment")).strip()
        if typed:
            self.session.note(f"comments.{subject}", None if digits(typed) == "0" else typed)

    # --- keeping --------------------------------------------------------------------------------

    def _write(self, change: Change) -> None:
        """Commit one change before saying so; one that cannot be kept is told and asked again."""
        try:
            moment = self.workspace.record(
                self.row.assessment_id,
                change.field,
                change.after,
                expected=change.before,
                position=change.position,
                progress=change.progress,
            )
        except ChangedElsewhere:
            self._take_back(self.t("said.elsewhere"))
        except BadInput as problem:
            self._take_back(problem.text(self.lang))
        else:
            self._marked = change.position
            self.session.saved(moment)
            self.say(self.t("said.saved", time=f"{moment:%H:%M}"))

    def _take_back(self, reason: str) -> None:
        """Say why a change was not kept, and go by what is on the disk."""
        self.say(reason)
        self._was_refused = True
        self.session.let_go()
        self.session.reload(self.workspace.sheet(self.row.assessment_id))

    def _leave_mark(self) -> None:
        """Keep the place after a step passed without an answer; a place is worth no complaint."""
        if self._marked != self.session.position:
            with suppress(BadInput):
                self.workspace.leave_at(self.row.assessment_id, self.session.position)
            self._marked = self.session.position


def _wants_purpose(step: Step, question: Question | None) -> bool:
    """Say whether a need answered here is only ready once it says what it would be for."""
    if step.id == GRID:
        return True
    return (
        step.kind == "question"
        and question is not None
        and question.domain == "cooperation"
        and question.condition is not None
    )
