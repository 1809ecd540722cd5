"""The question before leaving with answers the disk refuses."""

from assessment.app.confirm_box import ConfirmBox
from assessment.app.desk import Desk


class QuitBox(ConfirmBox):
    """1 stays and tries again, 2 leaves without the answers."""

    def __init__(self, desk: Desk, unsaved: int) -> None:
        """Take how many answers are not saved."""
        super().__init__(desk, "quit", n=unsaved)
