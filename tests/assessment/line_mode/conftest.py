"""A conversation with lines known beforehand: what is said, what a line does, what is kept."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assessment.line_mode.conversation import Conversation
from assessment.line_mode.voice import Voice
from assessment.workspace import OrganisationRow, Workspace
from questionnaire.answers import Value

Before = Callable[[int, OrganisationRow], None]


class Talk:
    """One organisation, and conversations about it; the input ends after the lines given."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "w.sqlite3"
        self.said: list[str] = []
        self.longest = 0
        """Greatest number of lines said between two prompts."""
        with Workspace(self.path) as workspace:
            self.row = workspace.create("Le Jardin", today=date(2026, 11, 22))

    def __call__(
        self, *lines: str, lang: str = "fr", named: bool = True, before: Before | None = None
    ) -> str:
        """Talk, one line to a prompt, `before` called ahead of each; returns what was said."""
        self.said, self.longest, waiting, heard = [], 0, list(lines), 0

        def ask(prompt: str) -> str:
            nonlocal heard
            self.longest, heard = max(self.longest, len(self.said) - heard), len(self.said) + 1
            self.said.append(prompt)
            if not waiting:
                raise EOFError
            if before:
                before(len(lines) - len(waiting), self.row)
            return waiting.pop(0)

        with Workspace(self.path) as workspace:
            voice = Voice(lang, ask=ask, say=self.said.append)
            Conversation(workspace, voice, self.row if named else None).run()
        return "\n".join(self.said)

    def field(self, name: str) -> Value:
        with Workspace(self.path) as workspace:
            return workspace.sheet(self.row.assessment_id).get(name)

    def fill(self, **fields: Value) -> None:
        """Write answers as another window would; `__` stands for the dot."""
        with Workspace(self.path) as workspace:
            for name, value in fields.items():
                field = name.replace("__", ".")
                held = workspace.sheet(self.row.assessment_id).get(field)
                workspace.record(self.row.assessment_id, field, value, expected=held)

    def stand_at(self, step: str) -> None:
        with Workspace(self.path) as workspace:
            workspace.leave_at(self.row.assessment_id, step)

    def advise(self) -> None:
        with Workspace(self.path) as workspace:
            workspace.keep_setting("adviser", "yes")

    @property
    def position(self) -> str | None:
        with Workspace(self.path) as workspace:
            return workspace.position(self.row.assessment_id)

    @property
    def numbers(self) -> list[str]:
        """Questions said, in order, by what leads to them."""
        own = {"Votre structure, question": "p", "Your organisation, question": "p"}
        letters = {"Question": "q", "Base": "b", "Basic": "b", **own}
        found = re.findall(rf"^({'|'.join(letters)}) (\d+)\.$", "\n".join(self.said), re.M)
        return [f"{letters[word]}{number}" for word, number in found]


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    return Talk(tmp_path)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder where documents are proposed."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr("assessment.line_mode.saving.documents_folder", lambda: folder)
    return folder


@pytest.fixture
def answered(talk: Talk, documents: Path) -> Talk:
    """Return a conversation about an organisation with three needs and one thing unknown."""
    talk.fill(answers__tech_ai="need", answers__platform_crowd="need", answers__tech_vr="dont_know")
    talk.fill(complement__basics__b01="need")
    return talk
