"""The adviser's private note beside a question: never handed out, and told apart at first sight."""

from textual.content import Content
from textual.widgets import TextArea

from assessment.app.comment_box import CommentBox
from assessment.app.prose import Prose


class NoteBox(CommentBox):
    """A comment box in a border and a colour of its own, with what the note is and is not."""

    CSS_PATH = "note_box.tcss"

    def paint(self) -> None:
        """Write the words around the text, or hide it: the screen may be projected while the box is open."""
        is_seen = self.desk.is_adviser and not self.desk.is_presenting
        title = Content.assemble((f"{self.t('note.title')}\n", "bold $warning"), self._prompt)
        self.query_one("#title", Prose).show(title)
        self.query_one("#how", Prose).show(Content(self.t("note.how" if is_seen else "note.hidden")))
        text = self.query_one(TextArea)
        text.display = is_seen
        text.focus()
