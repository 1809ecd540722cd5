import os
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.errors import BadInput
from assessment.safe_writing import write_atomically


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a.pdf", b"content")

    assert (tmp_path / "a.pdf").read_bytes() == b"content"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.pdf"]


def test_an_existing_file_is_replaced_with_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)

    write_atomically(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_an_existing_file_is_kept_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    with pytest.raises(BadInput) as caught:
        write_atomically(path, b"new", overwrite=False)

    assert caught.value.code == "file.exists"
    assert path.read_bytes() == b"old"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")

    write_atomically(tmp_path / "link", b"new")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_is_written_to() -> None:
    write_atomically(Path(os.devnull), b"content")


def test_a_full_device_is_told() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    with pytest.raises(BadInput) as caught:
        write_atomically(Path("/dev/full"), b"content")
    assert caught.value.code == "file.full"


@pytest.mark.parametrize(
    ("place", "code"),
    [("none/a.pdf", "file.no_folder"), ("file/a.pdf", "file.no_folder"), ("folder", "file.is_folder")],
)
def test_a_place_where_nothing_can_be_written_is_told(tmp_path: Path, place: str, code: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "folder").mkdir()

    with pytest.raises(BadInput) as caught:
        write_atomically(tmp_path / place, b"content")

    assert caught.value.code == code
    assert str(tmp_path / place) in caught.value.text("fr")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write anywhere")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(BadInput) as caught:
        write_atomically(tmp_path / "a.pdf", b"content")
    assert caught.value.code == "file.read_only"


FILL_THE_DISK = """
import sys, resource
from pathlib import Path
from assessment.errors import BadInput
from assessment.safe_writing import write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 5000)
except BadInput as problem:
    print(problem.code)
"""


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")

    told = subprocess.run(
        [sys.executable, "-c", FILL_THE_DISK, str(path)], capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "file.full"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
