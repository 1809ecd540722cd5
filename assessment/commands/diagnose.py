"""`jalon diagnose`: a dossier in, its diagnosis out as PDF, JSON or text."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from assessment.commands.output import check_place, put, put_file
from assessment.diagnosis import Diagnosis
from assessment.dossier import Dossier, read_dossier, read_dossier_file
from assessment.dossier.reading import BIGGEST_FILE
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.errors import BadInput, nearest
from assessment.texts import texts
from benchmarks.loading import standard_benchmark
from questionnaire.loading import standard_questionnaire

STANDARD = "-"
"""Stands for standard input and output."""


def run(options: argparse.Namespace) -> None:
    """Read the dossier, make the diagnosis and write what was asked for; text on stdout by default."""
    targets = _targets(options)
    _check_targets(targets, options.dossier)
    check_population(options.population, standard_benchmark().populations)
    dossier = _dossier(options.dossier)
    diagnosis = _diagnosis(dossier, options)
    contents = {key: _content(key, diagnosis, dossier, options) for key in targets}
    for key in sorted(targets, key=lambda key: targets[key] == STANDARD):
        _deliver(targets[key], contents[key], options.lang)


def check_population(population: str, known: Iterable[str]) -> None:
    """Refuse a population the benchmark does not have, naming the nearest one."""
    names = list(known)
    if population not in names:
        guess = nearest(population, names)
        raise BadInput("usage.unknown_value", key="--population", value=population, nearest=guess)


# --- where it goes ------------------------------------------------------------------------------


def _targets(options: argparse.Namespace) -> Mapping[str, str]:
    """Return the file of each output asked for, « - » being standard output."""
    asked = {"--json": options.json, "--pdf": options.pdf, "--text": options.text}
    return {key: str(target) for key, target in asked.items() if target is not None} or {"--text": STANDARD}


def _check_targets(targets: Mapping[str, str], dossier: str) -> None:
    """Refuse, before any work is done, outputs that would destroy one another or the dossier itself."""
    own, taken = _place(dossier), dict[str, str]()
    for key, target in targets.items():
        if target != STANDARD:
            check_place(Path(target))
        place = _place(target)
        if place is None:
            continue
        if place in taken:
            raise BadInput("usage.same_target", key=key, other=taken[place], value=target)
        if place == own and place != STANDARD:
            raise BadInput("usage.over_dossier", key=key, value=target)
        taken[place] = key


def _place(target: str) -> str | None:
    """Return what tells two outputs apart; None for a device, which takes any number of them."""
    if target == STANDARD:
        return STANDARD
    path = Path(target)
    try:
        return None if path.exists() and not path.is_file() else str(path.resolve())
    except OSError:  # a name too long: reading or writing will tell
        return target


def _deliver(target: str, content: bytes, lang: str) -> None:
    if target == STANDARD:
        put(content)
    else:
        put_file(Path(target), content, texts("cli", lang))


# --- what it holds ------------------------------------------------------------------------------


def _dossier(given: str) -> Dossier:
    if given != STANDARD:
        return read_dossier_file(Path(given), standard_questionnaire())
    content = b"" if sys.stdin is None else sys.stdin.buffer.read(BIGGEST_FILE * 1_000_000 + 1)
    return read_dossier(content, STANDARD, standard_questionnaire())


def _diagnosis(dossier: Dossier, options: argparse.Namespace) -> Diagnosis:
    known = [assessment.id for assessment in dossier.assessments if assessment.id]
    asked = options.assessment
    if asked is not None and asked not in known:
        guess = nearest(asked, known)
        raise BadInput("usage.no_assessment", file=options.dossier, value=asked, nearest=guess)
    return diagnose_dossier(dossier, asked, population=options.population)


def _content(key: str, diagnosis: Diagnosis, dossier: Dossier, options: argparse.Namespace) -> bytes:
    """Make one output."""
    from assessment.diagnosis_json import write_json
    from assessment.report import render_pdf, render_text

    lang, day = options.lang, options.date or date.today()
    form: Literal["short", "full"] = "full" if options.full else "short"
    if key == "--json":
        return write_json(diagnosis, lang)
    if key == "--pdf":
        return render_pdf(diagnosis, lang, form=form, date=day, plan=dossier.plan)
    return render_text(diagnosis, lang, form=form, date=day, plan=dossier.plan).encode()
