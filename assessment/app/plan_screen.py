"""The action plan: for each priority, who sees to it, by when and with what help."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from assessment.app.banner import Heading
from assessment.app.choice_list import ChoiceList, Row
from assessment.app.keys import digits, key
from assessment.app.page import Page
from assessment.app.plan_box import PlanBox
from assessment.app.planning import action_for, with_action
from assessment.app.prose import Prose
from assessment.dossier import Action
from assessment.errors import BadInput
from assessment.wording import Wording


class PlanScreen(Page):
    """One row a priority; Enter fills it in."""

    CSS_PATH = "plan_screen.tcss"
    PARENT = "priorities"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digits(),
        key("p", "pdf", "pdf", show=True),
        key("escape", "leave", "leave", show=True),
        key("f1", "app.help", "help", show=True),
    ]

    def compose_body(self) -> ComposeResult:
        """Lay out a sentence and the priorities."""
        with VerticalScroll(can_focus=False):
            yield Prose(id="sentence")
            yield ChoiceList(id="actions")

    def heading(self) -> Heading:
        """Say where one is."""
        return self.desk.heading(self.t("plan.title"))

    def paint(self) -> None:
        """Write the plan as it is kept."""
        diagnosis = self.desk.diagnosis()
        wording = Wording(self.desk.lang, diagnosis)
        found = {
            one.item: wording.recommendation(one) for one in (*diagnosis.recommendations, *diagnosis.basics)
        }
        self.texts = {item: found[item] for item in diagnosis.priorities}
        plan = self.desk.plan()
        rows = [
            Row(text.title, f" {number} ", self._said(action_for(plan, item, text)), key=item)
            for number, (item, text) in enumerate(self.texts.items(), start=1)
        ]
        nothing = wording.no_priority()
        sentence = nothing.sentence if nothing else self.t("plan.sentence")
        self.query_one("#sentence", Prose).show(Content(sentence + "\n"))
        actions = self.query_one(ChoiceList)
        actions.show(rows, highlighted=actions.highlighted)
        actions.focus()

    def _said(self, action: Action) -> str:
        """Return owner, date and help in one line."""
        due = action.due.strftime(self.t("format.date")) if action.due else ""
        said = " · ".join(part for part in (action.owner, due, action.help) if part)
        return f"— {said or self.t('plan.empty')}"

    def action_digit(self, digit: int) -> None:
        """Fill in an action by its number."""
        if 1 <= digit <= len(self.texts):
            self._fill(list(self.texts)[digit - 1])

    def on_choice_list_picked(self, event: ChoiceList.Picked) -> None:
        """Fill in the picked action."""
        self._fill(event.row.key)

    def _fill(self, item: str) -> None:
        if self.desk.is_example:
            self.tell(self.t("example.nothing_kept"))
            return
        action = action_for(self.desk.plan(), item, self.texts[item])
        self.app.push_screen(PlanBox(self.desk, action), self._keep)

    def _keep(self, action: Action | None) -> None:
        """Keep an action with the dossier."""
        if action is None:
            return
        try:
            self.desk.keep_plan(with_action(self.desk.plan(), action))
        except BadInput as problem:
            self.tell(problem.text(self.desk.lang))
        self.repaint()

    def action_pdf(self) -> None:
        """Go to the document."""
        self.go("pdf")
