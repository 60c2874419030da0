"""What an interrupted run has left is settled by the next command, which says so."""

import json
import os
from pathlib import Path

import pytest

from build_pack.cli.main import cli
from build_pack.printing.print_log import PrintLog
from build_pack.problems import ProblemsError
from build_pack.storage.journal import PARTIAL, PartialFolder

LABEL = "Hüsniye Örnekoğlu"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder in which a run was killed that had a patient's pack in its hands."""
    PartialFolder.begin(_made(tmp_path / "out")).stage({Path("a/pack.pdf"): LABEL.encode()}, ())
    return tmp_path / "out"


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def called(*words: str) -> int:
    """The exit code of a command line."""
    return int(cli.main(list(words), standalone_mode=False) or 0)


def test_a_patients_pack_goes_even_if_the_next_run_fails(
    out: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("build", "no-such-leaflet", "--out", str(out)) == 1
    said = capsys.readouterr().err
    removed = "An earlier run was interrupted here. Its unfinished files were removed."
    assert f"{out}: warning run-interrupted {removed}\n" in said
    assert LABEL not in said
    assert not list(out.iterdir())


def test_as_data_it_is_told_with_all_else(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("build", "no-such-leaflet", "--out", str(out), "--format", "json") == 1
    codes = [one["code"] for one in json.loads(capsys.readouterr().err)]
    assert codes == ["run-interrupted", "id-unknown"]


def test_what_an_earlier_version_has_left_is_named_and_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = tmp_path / f"{PARTIAL}ab3_x9qz" / "old"
    left.mkdir(parents=True)
    (left / "ledger.jsonl").write_text("a line")
    assert called("schema", "--out", str(tmp_path)) == 0
    assert f"{left.parent}: warning run-interrupted" in capsys.readouterr().err
    assert (left / "ledger.jsonl").read_text() == "a line"


def test_a_log_that_is_a_pipe_without_a_reader_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "log")
    with pytest.raises(ProblemsError) as caught:
        PrintLog(tmp_path / "log")
    [problem] = caught.value.problems
    assert (problem.code, problem.place.path) == ("file-unwritable", tmp_path / "log")
