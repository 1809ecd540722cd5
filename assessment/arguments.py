"""The grammar of the command line, its help in the language of the person."""

import argparse
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from assessment.argument_values import day, known_name, place, port
from assessment.commands.output import put
from assessment.errors import BadInput
from assessment.texts import Texts, texts
from questionnaire.languages import language_codes

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

BREAKDOWNS = ("employees", "structure_age", "legal_form", "country", "sdg")
"""Profile questions a network may be broken down by; a test compares them with `networks.table.PROFILE`."""
GENERAL_OPTIONS = ("--workspace", "--lang", "--version")
"""Options that stand before the command."""
_PROBLEMS = (
    # What argparse says → our sentence. Its messages are English and cannot be translated by parts.
    (
        re.compile(
            r"argument (?P<key>\S+): invalid choice: '(?P<value>[^']*)' \(choose from (?P<known>.*)\)"
        ),
        "unknown_value",
    ),
    (re.compile(r"unrecognized arguments: (?P<value>.*)"), "unknown_option"),
    (re.compile(r"the following arguments are required: (?P<value>.*)"), "missing"),
    (re.compile(r"argument (?P<key>\S+): expected .*"), "expected_value"),
)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose headings are in the language of the person."""

    words: Texts

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Put our word for « usage » before the line."""
        super().add_usage(usage, actions, groups, self.words("heading.usage") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks our languages and raises BadInput instead of leaving."""

    def __init__(self, words: Texts, **settings: object) -> None:
        formatter = type("Formatter", (_Formatter,), {"words": words})
        super().__init__(add_help=False, formatter_class=formatter, allow_abbrev=False, **settings)  # type: ignore[arg-type]
        self.words = words
        self._positionals.title = words("heading.arguments")
        self._optionals.title = words("heading.options")
        self.add_argument("-h", "--help", action="help", help=words("option.help"))

    def error(self, message: str) -> NoReturn:
        """Turn argparse's English message into our sentence, with the nearest valid name."""
        for pattern, key in _PROBLEMS:
            found = pattern.search(message)
            if found:
                raise self._problem(key, found.groupdict())
        raise BadInput("usage.other", value=message)

    def _options_known(self) -> list[str]:
        """Return the options of this parser and of its commands."""
        commands = [action.choices.values() for action in self._actions if isinstance(action.choices, dict)]
        inner = [option for parsers in commands for parser in parsers for option in parser._options_known()]
        return sorted({*self._option_string_actions, *inner})

    def _problem(self, key: str, parts: dict[str, str]) -> BadInput:
        value = parts.get("value", "")
        word = value.split(" ")[0]
        if key == "unknown_option":
            key = _kind_of_surplus(word)
        known = re.findall(r"'([^']+)'", parts.get("known", "")) or self._options_known()
        command = self.prog.removeprefix("jalon").strip()
        return BadInput(
            f"usage.{key}",
            nearest=_nearest(word, known),
            key=parts.get("key", ""),
            value=word if key == "general_option" else value,
            command=f"{command} " if command else "",
        )

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Print help and version as any other data."""
        put(message)


def _kind_of_surplus(word: str) -> str:
    """Tell an option nobody knows from one that stands in the wrong place and from a word too many."""
    if word.partition("=")[0] in GENERAL_OPTIONS:
        return "general_option"
    return "unknown_option" if word.startswith("-") else "too_much"


def _nearest(word: str, known: Sequence[str]) -> str | None:
    """Return the known word most like the one given, dashes aside: every option begins alike."""
    import difflib  # 10 ms that a well-formed call does not pay

    by_letters = {name.lstrip("-"): name for name in known}
    close = difflib.get_close_matches(word.partition("=")[0].lstrip("-").lower(), by_letters, n=1, cutoff=0.6)
    return by_letters[close[0]] if close else None


class _ShowVersion(argparse.Action):
    """Print the version and leave; it is looked up only when asked for."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> None:
        from importlib.metadata import version  # 30 ms

        put(f"jalon {version('jalon')}\n")
        parser.exit()


def parse(arguments: Sequence[str], lang: str) -> argparse.Namespace:
    """Read the arguments of one call; `command` is empty for the app."""
    options = build_parser(lang).parse_args(arguments)
    options.lang = lang
    return options


def build_parser(lang: str) -> Parser:
    """Return the whole grammar, its help in one language."""
    words = texts("cli", lang)
    parser = Parser(words, prog="jalon", description=words("about"), epilog=words("closing"))
    parser.add_argument(
        "--workspace", metavar="FILE", type=place("--workspace"), help=words("option.workspace")
    )
    known = ", ".join(language_codes())
    parser.add_argument("--lang", choices=language_codes(), help=words("option.lang", known=known))
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help=words("option.version"))
    commands = parser.add_subparsers(
        dest="command",
        metavar=words("heading.command"),
        title=words("heading.commands"),
        parser_class=_subparser(words),
    )
    _workspace_commands(commands, words)
    _dossier_commands(commands, words)
    _network_command(commands, words)
    _reference_commands(commands, words)
    return parser


def _subparser(words: Texts) -> type[argparse.ArgumentParser]:
    """Return a parser class that already holds the words, as argparse builds subparsers itself."""

    class SubParser(Parser):
        def __init__(self, **settings: object) -> None:
            super().__init__(words, **settings)

    return SubParser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    words: Texts,
    name: str,
    key: str | None = None,
) -> argparse.ArgumentParser:
    text = words(f"command.{key or name}")
    return commands.add_parser(name, help=text, description=text)


def _workspace_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Texts
) -> None:
    _command(commands, words, "demo")
    for name, help_key in (("new", "new_name"), ("open", "name")):
        command = _command(commands, words, name)
        kind = known_name if name == "open" else str
        command.add_argument("name", metavar="NAME", type=kind, help=words(f"option.{help_key}"))
        command.add_argument("--at", metavar="q07", help=words("option.at"))
    ask = _command(commands, words, "ask")
    ask.add_argument("name", metavar="NAME", nargs="?", help=words("option.name"))
    _command(commands, words, "list")
    web = _command(commands, words, "web")
    web.add_argument("--port", metavar="N", type=port, help=words("option.port"))
    web.add_argument("--no-browser", action="store_true", help=words("option.no_browser"))


def _dossier_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Texts) -> None:
    _diagnose_command(commands, words)
    _group_command(commands, words)
    imported = _command(commands, words, "import")
    imported.add_argument("files", metavar="FILE", nargs="+", type=Path, help=words("option.dossiers"))
    export = _command(commands, words, "export")
    export.add_argument("names", metavar="NAME", nargs="+", type=known_name, help=words("option.name"))
    export.add_argument("--out", metavar="DIR", type=Path, help=words("option.out"))
    export.add_argument("--with-private-notes", action="store_true", help=words("option.private_notes"))


def _diagnose_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Texts) -> None:
    diagnose = _command(commands, words, "diagnose")
    diagnose.add_argument("dossiers", metavar="DOSSIER", nargs="+", help=words("option.dossier"))
    diagnose.add_argument("--assessment", metavar="ID", help=words("option.assessment"))
    diagnose.add_argument("--population", default="all", help=words("option.population"))
    diagnose.add_argument(
        "--benchmark", metavar="DIR", type=place("--benchmark"), help=words("option.benchmark")
    )
    diagnose.add_argument("--date", metavar="YYYY-MM-DD", type=day, default=None, help=words("option.date"))
    diagnose.add_argument("--pdf", metavar="FILE", type=Path, help=words("option.pdf"))
    diagnose.add_argument("--pdf-dir", metavar="DIR", type=place("--pdf-dir"), help=words("option.pdf_dir"))
    diagnose.add_argument("--docx", metavar="FILE", type=Path, help=words("option.docx"))
    diagnose.add_argument("--json", metavar="FILE|-", help=words("option.json"))
    diagnose.add_argument("--text", metavar="FILE|-", help=words("option.text"))
    diagnose.add_argument("--kit", metavar="FILE", type=Path, help=words("option.kit"))
    diagnose.add_argument("--dla", metavar="FILE", type=Path, help=words("option.dla"))
    diagnose.add_argument("--full", action="store_true", help=words("option.full"))
    diagnose.add_argument("--no-comments", action="store_true", help=words("option.no_comments"))
    diagnose.add_argument("--no-dossier", action="store_true", help=words("option.no_dossier"))
    diagnose.add_argument("--open", action="store_true", help=words("option.open"))


def _group_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Texts) -> None:
    group = _command(commands, words, "group")
    group.add_argument("dossiers", metavar="DOSSIER", nargs="*", help=words("option.group_dossier"))
    group.add_argument("--pdf", metavar="FILE", type=Path, help=words("option.group_pdf"))
    group.add_argument("--json", metavar="FILE|-", help=words("option.group_json"))
    group.add_argument("--text", metavar="FILE|-", help=words("option.group_text"))
    group.add_argument("--each", metavar="DIR", type=place("--each"), help=words("option.each"))
    group.add_argument("--public", action="store_true", help=words("option.public"))
    group.add_argument("--date", metavar="YYYY-MM-DD", type=day, default=None, help=words("option.date"))


def _network_command(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Texts) -> None:
    network = _command(commands, words, "network")
    network.add_argument("answers", metavar="TABLE|DOSSIER", nargs="+", help=words("option.answers"))
    network.add_argument("--by", choices=BREAKDOWNS, help=words("option.by", known=", ".join(BREAKDOWNS)))
    network.add_argument(
        "--benchmark", metavar="DIR", type=place("--benchmark"), help=words("option.benchmark")
    )
    network.add_argument("--name", metavar="NAME", help=words("option.network_name"))
    network.add_argument("--date", metavar="YYYY-MM-DD", type=day, default=None, help=words("option.date"))
    network.add_argument("--pdf", metavar="FILE", help=words("option.network_pdf"))
    network.add_argument("--json", metavar="FILE|-", help=words("option.network_json"))
    network.add_argument("--text", metavar="FILE|-", help=words("option.network_text"))
    network.add_argument("--csv", metavar="DIR", type=place("--csv"), help=words("option.csv"))


def _reference_commands(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Texts
) -> None:
    questionnaire = _command(commands, words, "questionnaire")
    actions = questionnaire.add_subparsers(
        dest="action", metavar="show|export", required=True, parser_class=_subparser(words)
    )
    _command(actions, words, "show", "questionnaire_show")
    export = _command(actions, words, "export", "questionnaire_export")
    export.add_argument("--format", choices=("json",), required=True, help=words("option.format"))
    benchmark = _command(commands, words, "benchmark")
    actions = benchmark.add_subparsers(
        dest="action", metavar="list|show|check|export|build", required=True, parser_class=_subparser(words)
    )
    listed = _command(actions, words, "list", "benchmark_list")
    show = _command(actions, words, "show", "benchmark_show")
    show.add_argument("item", metavar="ITEM", nargs="?", help=words("option.benchmark_item"))
    show.add_argument("--population", default="all", help=words("option.population"))
    checked = _command(actions, words, "check", "benchmark_check")
    export = _command(actions, words, "export", "benchmark_export")
    export.add_argument(
        "--out", metavar="DIR", type=place("--out"), required=True, help=words("option.pack_out")
    )
    for command in (listed, show, checked, export):
        command.add_argument("--pack", metavar="DIR", type=place("--pack"), help=words("option.pack"))
    _build_command(actions, words)


def _build_command(actions: "argparse._SubParsersAction[argparse.ArgumentParser]", words: Texts) -> None:
    build = _command(actions, words, "build", "benchmark_build")
    build.add_argument("answers", metavar="TABLE|DOSSIER", nargs="+", help=words("option.answers"))
    build.add_argument("--id", metavar="ID", required=True, help=words("option.pack_id"))
    build.add_argument("--title", metavar="TITLE", required=True, help=words("option.pack_title"))
    build.add_argument("--year", metavar="YEAR", required=True, help=words("option.pack_year"))
    build.add_argument("--chosen", metavar="TEXT", required=True, help=words("option.pack_chosen"))
    build.add_argument(
        "--out", metavar="DIR", type=place("--out"), required=True, help=words("option.pack_out")
    )
