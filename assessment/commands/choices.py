"""What was chosen for the documents of `jalon diagnose`, and the documents made that way."""

import argparse
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Self

from assessment.commands.benchmarks import benchmark_at
from assessment.commands.output import narrate
from assessment.diagnosis import Diagnosis
from assessment.dossier import ATTACHED_NAME, Assessment, Dossier, dossier_to_attach
from assessment.dossier_diagnosis import diagnose_dossier
from assessment.network_programmes import programmes_beside, rules_with
from assessment.places import document_name, workspace_path
from assessment.support_programmes import SupportProgramme
from assessment.texts import texts

_SHORT_ID = 6
"""Characters of an organisation's id that stand for a name without plain letters."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The same for every document of one call, in whichever process it is made."""

    lang: str
    day: date
    """Printed on the document; one for all, even when midnight passes in between."""
    population: str
    benchmark: Path | None
    """Folder of the pack to compare with; None is the study."""
    form: Literal["short", "full"]
    comments: bool
    has_dossier_inside: bool
    programmes: tuple[SupportProgramme, ...] = ()
    """Support programmes of the network's own, beside the workspace."""

    @classmethod
    def of(cls, options: argparse.Namespace) -> Self:
        """Read them from the options of the command line; a programme file of no use is told."""
        own, problems = programmes_beside(workspace_path(options.workspace))
        for problem in problems:
            narrate(texts("orientation", options.lang)("broken", problem=problem))
        return cls(
            lang=options.lang,
            day=options.date or date.today(),
            population=options.population,
            benchmark=options.benchmark,
            form="full" if options.full else "short",
            comments=not options.no_comments,
            has_dossier_inside=not options.no_dossier,
            programmes=own,
        )

    def diagnosis(self, dossier: Dossier, assessment: Assessment) -> Diagnosis:
        """Return the diagnosis of one assessment of a dossier."""
        named = assessment.id if assessment is not dossier.latest else None
        return diagnose_dossier(
            dossier,
            named,
            population=self.population,
            rulebook=rules_with(self.programmes),
            benchmark=benchmark_at(self.benchmark),
        )

    def pdf(self, diagnosis: Diagnosis, dossier: Dossier, assessment: Assessment) -> bytes:
        """Return the PDF; the dossier inside holds no free word that its pages leave out."""
        from assessment.report import AttachedFile, render_pdf

        inside = None
        if self.has_dossier_inside:
            with_words = self.comments and self.form == "full"  # the short form prints no comments
            inside = AttachedFile(ATTACHED_NAME, dossier_to_attach(dossier, assessment, comments=with_words))
        return render_pdf(
            diagnosis,
            self.lang,
            form=self.form,
            comments=self.comments,
            date=self.day,
            plan=dossier.plan,
            dossier=inside,
        )

    def docx(self, diagnosis: Diagnosis, dossier: Dossier) -> bytes:
        """Return the same as a word-processor file."""
        from assessment.report import render_docx

        return render_docx(
            diagnosis, self.lang, form=self.form, comments=self.comments, date=self.day, plan=dossier.plan
        )

    def text(self, diagnosis: Diagnosis, dossier: Dossier) -> bytes:
        """Return the same as plain text."""
        from assessment.report import render_text

        text = render_text(
            diagnosis, self.lang, form=self.form, comments=self.comments, date=self.day, plan=dossier.plan
        )
        return text.encode()

    def file_name(self, dossier: Dossier, assessment: Assessment) -> str:
        """Return the name the PDF gets in a folder of documents."""
        owner = dossier.organisation
        short_id = (owner.id or "").replace("-", "")[:_SHORT_ID]
        return document_name(self.lang, owner.name, assessment.date, short_id=short_id)
