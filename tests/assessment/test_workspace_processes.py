"""Real processes on one real file: killed, writing together, and never losing an acknowledged answer."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from assessment.dossier import write_dossier
from assessment.workspace import OrganisationRow, Workspace

TODAY = date(2026, 11, 22)

WRITE_FOR_EVER = """
import sys
from pathlib import Path
from assessment.workspace import Workspace
from assessment.writer import Writer
path, assessment_id = Path(sys.argv[1]), sys.argv[2]
window = Workspace(path)
assert window.hold()
def acknowledged(change, at):
    print(change.field, flush=True)
writer = Writer(path, acknowledged, lambda change, problem: print("PROBLEM", problem, flush=True))
n = 0
while True:
    writer.record(assessment_id, f"comments.n{n}", f"réponse {n}", expected=None, position=f"n{n}")
    n += 1
    if n % 20 == 0:
        writer.flush()
"""

WRITE_TOGETHER = """
import sys
from pathlib import Path
from assessment.workspace import ChangedElsewhere, Workspace
path, assessment_id, name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
with Workspace(path) as workspace:
    for n in range(60):
        workspace.record(assessment_id, f"comments.{name}{n}", str(n), expected=None)
        while True:
            counted = workspace.sheet(assessment_id).comment("count")
            try:
                after = (counted or "") + name
                workspace.record(assessment_id, "comments.count", after, expected=counted)
                break
            except ChangedElsewhere:
                pass
"""

OPEN_ONLY = """
import sys
from pathlib import Path
from assessment.workspace import Workspace
with Workspace(Path(sys.argv[1])) as workspace:
    workspace.create(sys.argv[2], today=__import__("datetime").date(2026, 1, 1))
"""

UNTIL_THE_DISK_IS_FULL = """
import resource, sys
from pathlib import Path
from assessment.errors import BadInput
from assessment.workspace import Workspace
path, assessment_id = Path(sys.argv[1]), sys.argv[2]
workspace = Workspace(path)
limit = path.stat().st_size + 60_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
for n in range(1000):
    try:
        workspace.record(assessment_id, f"comments.n{n}", "x" * 1000, expected=None)
    except BadInput as problem:
        print(problem.code)
        break
    print(f"n{n}", flush=True)
workspace.close()
"""


def created(path: Path) -> OrganisationRow:
    with Workspace(path) as workspace:
        return workspace.create("Le Jardin", today=TODAY)


def command(script: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", script, *map(str, arguments)]


def test_every_acknowledged_answer_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite3"
    row = created(path)
    acknowledged = []
    with subprocess.Popen(
        command(WRITE_FOR_EVER, path, row.assessment_id), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                acknowledged.append(line.strip())
                if len(acknowledged) == 75:
                    with Workspace(path) as beside:
                        assert beside.other_window_open()
                        assert beside.organisations()[0].name == "Le Jardin"
                        assert b"Le Jardin" in write_dossier_of(beside, row)
                    break
        finally:
            process.kill()
        acknowledged += [line.strip() for line in process.stdout if line.endswith("\n")]

    with Workspace(path) as workspace:
        kept = workspace.sheet(row.assessment_id).fields
        assert set(acknowledged) <= set(kept)
        assert len(acknowledged) >= 75
        assert workspace.position(row.assessment_id) == f"n{len(kept) - 2}"
        assert not workspace.other_window_open()
        assert not (tmp_path / "w.sqlite3-wal").stat().st_size


def write_dossier_of(workspace: Workspace, row: OrganisationRow) -> bytes:
    """Export an organisation whose made-up comments stand beside no real question."""
    dossier = workspace.dossier(row.id)
    return write_dossier(dossier)


def test_two_processes_write_together_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite3"
    row = created(path)

    processes = [subprocess.Popen(command(WRITE_TOGETHER, path, row.assessment_id, name)) for name in "ab"]

    assert [process.wait(60) for process in processes] == [0, 0]
    with Workspace(path) as workspace:
        sheet = workspace.sheet(row.assessment_id)
        counted = sheet.comment("count") or ""
        assert (counted.count("a"), counted.count("b")) == (60, 60)
        assert all(sheet.comment(f"{name}{n}") == str(n) for name in "ab" for n in range(60))


def test_many_processes_create_the_same_workspace_at_once(tmp_path: Path) -> None:
    path = tmp_path / "new" / "w.sqlite3"

    processes = [subprocess.Popen(command(OPEN_ONLY, path, f"Structure {n}")) for n in range(6)]

    assert [process.wait(60) for process in processes] == [0] * 6
    with Workspace(path) as workspace:
        assert len(workspace.organisations()) == 6


def test_a_disk_that_fills_up_keeps_every_acknowledged_answer(tmp_path: Path) -> None:
    path = tmp_path / "w.sqlite3"
    row = created(path)

    told = subprocess.run(
        command(UNTIL_THE_DISK_IS_FULL, path, row.assessment_id), capture_output=True, text=True, check=True
    )

    *acknowledged, problem = told.stdout.split()
    assert problem == "workspace.full"
    assert acknowledged
    with Workspace(path) as workspace:
        assert set(workspace.sheet(row.assessment_id).comments) == set(acknowledged)
