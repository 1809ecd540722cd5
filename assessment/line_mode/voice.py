"""Saying and hearing, in the language of the moment, with the words understood everywhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assessment.line_mode.spoken import spoken
from assessment.texts import Texts, texts
from questionnaire.languages import language_after


class Back(Exception):  # noqa: N818
    """The person wants to go back to where they came from."""


class ToMenu(Exception):  # noqa: N818
    """The person wants the menu."""


class Jump(Exception):  # noqa: N818
    """The person wants a question, whatever they are doing."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step
        """Id of the question, as a session takes it."""


def _nothing() -> None:
    """Say nothing."""


@dataclass(frozen=True)
class Place:
    """Where the person is: what can be said again there, and what is understood there only."""

    name: str
    """Names its help, `help.<name>`, and where one is, `where.<name>`."""
    prompt: Callable[[], str]
    show: Callable[[], object] = _nothing
    """Says what there is to answer; said again after a change of language."""
    own: Mapping[str, Callable[[], None]] = field(default_factory=dict)
    """Words understood here, before those understood everywhere."""
    answers: tuple[str, ...] = ()
    """Words handed back as they are here, though they mean something everywhere."""


class Voice:
    """One person at one keyboard: `ask` says a prompt and returns a line, `say` says a line.

    `ask` raises EOFError when there is no line left.
    """

    def __init__(self, lang: str, *, ask: Callable[[str], str], say: Callable[[str], None]) -> None:
        self.lang = lang
        self._ask, self._say = ask, say
        self.everywhere: dict[str, Callable[[], None]] = {}
        """Words understood everywhere in one organisation, beside those below."""
        self.unusual: Callable[[str], bool] = lambda _line: False
        """Acts on a line with a number in it that is understood everywhere; False when it is none."""

    @property
    def t(self) -> Texts:
        """The sentences of the line mode."""
        return texts("ask", self.lang)

    @property
    def app_words(self) -> Texts:
        """The sentences shared with the screens: titles of parts, names of steps."""
        return texts("app", self.lang)

    def say(self, *sentences: str) -> None:
        """Say sentences, one a line."""
        for sentence in sentences:
            self._say(spoken(sentence))

    def tell(self, key: str, **values: object) -> None:
        """Say a sentence of the catalogue."""
        self.say(self.t(key, **values))

    def number(self, rank: int, label: str) -> None:
        """Say a choice: its number, then its words."""
        self.tell("menu.choice", n=rank, label=label)

    def hear(self, place: Place) -> str:
        """Return the first line that is an answer; the words understood everywhere are acted on here.

        EOFError when the person leaves, Back when they go back.
        """
        while True:
            line = self._ask(spoken(place.prompt())).strip()
            word = line.lower()
            action = None if word in place.answers else place.own.get(word) or self._usual(place).get(word)
            if action is not None:
                action()
            elif not self.unusual(line):
                return line

    def line(self, prompt: str, **values: object) -> str:
        """Ask for one line under the sentence of that name; the usual words are understood too."""
        return self.hear(Place("line", lambda: self.t(f"prompt.{prompt}", **values)))

    def _usual(self, place: Place) -> Mapping[str, Callable[[], None]]:
        def again() -> None:
            place.show()

        def switch() -> None:
            self.lang = language_after(self.lang).code
            self.tell("said.language")
            again()

        def explain() -> None:
            self.help(place.name)

        def undo() -> None:
            self.everywhere["u"]()
            again()

        own = {"u": undo} if "u" in self.everywhere else {}
        leaving = {"q": _leave, "<": _go_back, "m": _go_to_menu}
        here = {"h": explain, "?": explain, "l": switch, "r": again}
        return {**self.everywhere, **own, **leaving, **here}

    def help(self, place: str) -> None:
        """Say what can be typed here, then everywhere."""
        for key in (f"help.{place}", *(f"help.everywhere.{n}" for n in range(1, 5))):
            if key in self.t:
                self.tell(key)


def _leave() -> None:
    raise EOFError


def _go_back() -> None:
    raise Back


def _go_to_menu() -> None:
    raise ToMenu
