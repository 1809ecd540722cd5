"""`jalon …`: reads the command line and hands over to one command; data on stdout, narration on stderr."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from assessment.commands.output import forget_output, narrate
from assessment.errors import BadInput, nearest
from assessment.texts import texts
from questionnaire.languages import language_codes, source_code

LANGUAGE_VARIABLE = "JALON_LANG"
_MODULES = {
    None: "app",
    "demo": "app",
    "new": "app",
    "open": "app",
    "ask": "ask",
    "list": "portfolio",
    "import": "portfolio",
    "export": "portfolio",
    "diagnose": "diagnose",
    "group": "group",
    "network": "network",
    "questionnaire": "reference",
    "benchmark": "reference",
    "web": "web",
}
"""File of `commands/` that runs each command; None is the app."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; exit code 0 done, 2 bad input or bad usage (one sentence on stderr)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    asked = _language_asked(given)
    lang = asked if asked in language_codes() else source_code()
    _speak_utf8()
    try:
        _check_language(given, asked)
        return _run(_options(given, lang))
    except BadInput as problem:
        narrate(problem.text(lang))
        return 2
    except KeyboardInterrupt:
        narrate(texts("cli", lang)("done.interrupted"))
        return 130
    except BrokenPipeError:
        # The reader of stdout left (`jalon … | head`): nothing more to say.
        forget_output()
        return 0


def _options(given: Sequence[str], lang: str) -> argparse.Namespace:
    """Read the arguments; with none at all, the app need not wait for the grammar of the others."""
    if not given:
        return argparse.Namespace(command=None, workspace=None, lang=lang)
    from assessment.arguments import parse

    return parse(given, lang)


def _run(options: argparse.Namespace) -> int:
    """Run the command asked for; only that one is imported, as the app must not wait for the others."""
    module = import_module(f"assessment.commands.{_MODULES[options.command]}")
    code: int | None = module.run(options)
    return code or 0


def _language_asked(arguments: Sequence[str]) -> str:
    """Return the language asked for, before the arguments are checked, so that their errors speak it too."""
    asked = os.environ.get(LANGUAGE_VARIABLE) or source_code()
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked


def _check_language(arguments: Sequence[str], asked: str) -> None:
    """Refuse a language of the environment that Jalon does not speak; the grammar checks the option."""
    is_option = any(argument.partition("=")[0] == "--lang" for argument in arguments)
    if asked not in language_codes() and not is_option:
        guess = nearest(asked, language_codes())
        raise BadInput("usage.unknown_value", key=LANGUAGE_VARIABLE, value=asked, nearest=guess)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page: French Windows consoles still start in cp850."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
