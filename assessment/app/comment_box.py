"""The comment beside a question: as long as one likes, printed next to the answer."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import TextArea

from assessment.app.box import Box
from assessment.app.desk import Desk
from assessment.app.keys import key
from assessment.app.prose import Prose
from assessment.errors import BadInput
from assessment.free_text import cleaned_text


class CommentBox(Box[str]):
    """A text to write; Ctrl+S keeps it, Escape leaves it, twice when it would lose something."""

    BINDINGS: ClassVar[list[BindingType]] = [key("ctrl+s,f10", "keep", "keep", show=True)]

    def __init__(self, desk: Desk, prompt: str, comment: str) -> None:
        super().__init__(desk)
        self._prompt, self._comment = prompt, comment

    def compose_body(self) -> ComposeResult:
        """Lay out the question, the text and how to keep it."""
        yield Prose(id="title")
        yield TextArea(self._comment, soft_wrap=True, id="comment")
        yield Prose(id="how", classes="muted")

    def paint(self) -> None:
        """Write the words around the text."""
        title = Content.assemble((f"{self.t('comment.title')}\n", "bold"), self._prompt)
        self.query_one("#title", Prose).show(title)
        self.query_one("#how", Prose).show(Content(self.t("comment.how")))
        self.query_one(TextArea).focus()

    def action_keep(self) -> None:
        """Keep what is written."""
        try:
            self.dismiss(cleaned_text(self.query_one(TextArea).text))
        except BadInput as problem:
            self.notify(problem.text(self.desk.lang), markup=False)

    @property
    def is_changed(self) -> bool:
        """Whether the text is no longer the one kept."""
        return self.query_one(TextArea).text != self._comment
