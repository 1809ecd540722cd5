"""`jalon diagnose`: a dossier in, its diagnosis out as PDF, JSON or text; or several, into a folder."""

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path

from assessment.commands.benchmarks import benchmark_at
from assessment.commands.choices import Choices
from assessment.commands.output import check_folder, check_place, narrate, put, put_file
from assessment.commands.papers import ENDINGS, check_ending, paper
from assessment.commands.reading import STANDARD, every_file, place_of, read_given
from assessment.diagnosis import Diagnosis
from assessment.dossier import Assessment, Dossier
from assessment.errors import BadInput, nearest
from assessment.opening import open_with_viewer
from assessment.texts import texts

_OF_ONE_DOSSIER = ("assessment", "pdf", "json", "text", "docx", "kit", "dla")
"""Options that make no sense for several dossiers."""


def run(options: argparse.Namespace) -> int:
    """Make what was asked for and open it if wanted; return the exit code."""
    dossiers = every_file(options.dossiers)
    _check_options(options, dossiers)
    check_population(options.population, benchmark_at(options.benchmark).populations)
    if len(dossiers) == 1:
        code = _diagnose_one(dossiers[0], options)
    else:
        from assessment.commands.batch import diagnose_several

        code = diagnose_several(dossiers, options)
    if options.open:
        _open(options.pdf or options.pdf_dir, options.lang)
    return code


def check_population(population: str, known: Iterable[str]) -> None:
    """Refuse a population the benchmark does not have, naming the nearest one."""
    names = list(known)
    if population not in names:
        guess = nearest(population, names)
        raise BadInput("usage.unknown_value", key="--population", value=population, nearest=guess)


def _check_options(options: argparse.Namespace, dossiers: list[str]) -> None:
    """Refuse, before any work is done, options that do not go together."""
    if len(dossiers) > 1:
        for name in _OF_ONE_DOSSIER:
            if getattr(options, name) is not None:
                raise BadInput("usage.one_dossier", key=f"--{name}", count=len(dossiers))
        if options.pdf_dir is None:
            raise BadInput("usage.several_need_pdf_dir", value=dossiers[1])
    if options.pdf_dir is not None:
        check_folder(options.pdf_dir)
    if options.open and str(options.pdf or options.pdf_dir or STANDARD) == STANDARD:
        raise BadInput("usage.nothing_to_open")


def _open(path: Path, lang: str) -> None:
    """Show the document or its folder; the work is done whether or not the system can."""
    if not open_with_viewer(path.absolute()):
        narrate(texts("cli", lang)("done.no_viewer", path=path.absolute()))


# --- one dossier --------------------------------------------------------------------------------


def _diagnose_one(given: str, options: argparse.Namespace) -> int:
    """Read the dossier, make the diagnosis and write what was asked for; text on stdout by default."""
    choices, targets = Choices.of(options), _targets(options)
    _check_targets(targets, given)
    dossier = read_given(given)
    assessment = _assessment(dossier, given, options.assessment)
    if options.pdf_dir is not None:
        targets["--pdf-dir"] = str(options.pdf_dir / choices.file_name(dossier, assessment))
        _check_targets(targets, given)
    diagnosis = choices.diagnosis(dossier, assessment)
    contents = {
        key: _content(key, target, diagnosis, dossier, assessment, choices) for key, target in targets.items()
    }
    for key in sorted(targets, key=lambda key: targets[key] == STANDARD):
        _deliver(targets[key], contents[key], options.lang)
    return 0


def _targets(options: argparse.Namespace) -> dict[str, str]:
    """Return the file of each output asked for, « - » being standard output."""
    keys = ("json", "pdf", "docx", "text", "kit", "dla")
    targets = {f"--{key}": str(target) for key in keys if (target := getattr(options, key)) is not None}
    if not targets and options.pdf_dir is None:
        return {"--text": STANDARD}
    return targets


def _check_targets(targets: Mapping[str, str], dossier: str) -> None:
    """Refuse, before any work is done, outputs that would destroy one another or the dossier itself."""
    own, taken = place_of(dossier), dict[str, str]()
    for key, target in targets.items():
        check_ending(key, target)
        if target != STANDARD:
            check_place(Path(target))
        place = place_of(target)
        if place is None:
            continue
        if place in taken:
            raise BadInput("usage.same_target", key=key, other=taken[place], value=target)
        if place == own and place != STANDARD:
            raise BadInput("usage.over_dossier", key=key, value=target)
        taken[place] = key


def _assessment(dossier: Dossier, given: str, asked: str | None) -> Assessment:
    """Return the assessment to diagnose: the one named, else the latest."""
    if asked is None:
        return dossier.latest
    known = {assessment.id: assessment for assessment in dossier.assessments if assessment.id}
    if asked not in known:
        guess = nearest(asked, known)
        raise BadInput("usage.no_assessment", file=given, value=asked, nearest=guess)
    return known[asked]


def _content(
    key: str, target: str, diagnosis: Diagnosis, dossier: Dossier, assessment: Assessment, choices: Choices
) -> bytes:
    """Make one output."""
    if key == "--json":
        from assessment.diagnosis_json import write_json

        return write_json(diagnosis, choices.lang)
    if key == "--text":
        return choices.text(diagnosis, dossier)
    if key == "--docx":
        return choices.docx(diagnosis, dossier)
    if key in ENDINGS:
        return paper(key, target, diagnosis, dossier, choices)
    return choices.pdf(diagnosis, dossier, assessment)


def _deliver(target: str, content: bytes, lang: str) -> None:
    if target == STANDARD:
        put(content)
    else:
        put_file(Path(target), content, texts("cli", lang))
