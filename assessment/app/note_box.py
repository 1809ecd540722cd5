"""The adviser's private note beside a question: never handed out, and told apart at first sight."""

from textual.content import Content
from textual.widgets import TextArea

from assessment.app.comment_box import CommentBox
from assessment.app.prose import Prose


class NoteBox(CommentBox):
    """A comment box in a border and a colour of its own, with what the note is and is not."""

    CSS_PATH = "note_box.tcss"

    def paint(self) -> None:
        """Write the words around the text."""
        title = Content.assemble((f"{self.t('note.title')}\n", "bold $warning"), self._prompt)
        self.query_one("#title", Prose).show(title)
        self.query_one("#how", Prose).show(Content(self.t("note.how")))
        self.query_one(TextArea).focus()
