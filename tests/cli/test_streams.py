"""Standard output and error: the program's own words alone, and a sentence if they take none."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

BUILD_PACK = f"{sys.executable} -m build_pack"
NO_SPACE = "standard output: error file-unwritable Cannot be written: No space left on device.\n"
CLOSED = "standard output: error file-unwritable Cannot be written: it is closed.\n"
NOISY = """
import logging, sys, warnings
from build_pack.operations import check as checking
from build_pack.cli import main

code = '''
def noise():
    warnings.warn("a library warns")
    logging.getLogger("some.library").error("a library logs")
    logging.error("a library logs to the root")
    print("a library prints")
    print("a library prints an error", file=sys.stderr)
    sys.stdout.write("a library writes")
'''
library = {"__name__": "some_library", "logging": logging, "sys": sys, "warnings": warnings}
exec(code, library)
check = checking.check

def noisy(*given, **named):
    library["noise"]()
    return check(*given, **named)

checking.check = noisy
sys.argv = ["build-pack", "check", "--locale", "xx", "--format", sys.argv[1]]
main()
"""


def shell(
    line: str, folder: Path, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a line as a person types it."""
    variables = os.environ | (environment or {})
    command = ["sh", "-c", line]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=variables
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("schema --out s >/dev/full", NO_SPACE),
        ("schema --out s >&-", CLOSED),
        ("--help >/dev/full", NO_SPACE),
        ("--version >&-", CLOSED),
        ("schema --out s >/dev/full 2>/dev/full", ""),
        ("schema --out s <&- >&- 2>&-", ""),
        ("check --locale xx 2>/dev/full", ""),
        ("check --locale xx 2>&-", ""),
    ],
)
def test_an_output_that_takes_nothing_is_a_sentence_and_exit_1(
    tmp_path: Path, arguments: str, told: str
) -> None:
    done = shell(f"{BUILD_PACK} {arguments}", tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
    assert bool(done.stderr) == bool(told)


def test_the_words_of_wrong_usage_never_reach_the_output(tmp_path: Path) -> None:
    done = shell(f"{BUILD_PACK} nonsense 2>&-", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    done = shell(
        f"cd gone; rmdir ../gone; {BUILD_PACK} schema", tmp_path, {"PYTHONPATH": str(Path.cwd())}
    )
    assert done.stderr.startswith(".: error file-missing The current folder no longer exists.\n")
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("environment", "code"),
    [
        ({"PYTHONIOENCODING": "ascii"}, "locale-unknown"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "value-invalid"),
        ({"PYTHONIOENCODING": "cp1254"}, "locale-unknown"),
    ],
)
def test_letters_that_a_terminal_lacks_stop_nothing(
    tmp_path: Path, environment: dict[str, str], code: str
) -> None:
    done = shell(f"{BUILD_PACK} check --locale 日本 2>&1 | cat -v", tmp_path, environment)
    assert code in done.stdout
    assert "Traceback" not in done.stdout


def test_no_folder_for_temporary_files_is_told(tmp_path: Path) -> None:
    code = (
        "import sys, tempfile; from build_pack.operations import check\n"
        "from build_pack.cli import main;"
        "tempfile._candidate_tempdir_list = lambda: ['/nonexistent'];"
        "check.check = lambda *a, **k: tempfile.gettempdir();"
        "sys.argv = ['build-pack', 'check']; main()"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.stderr.startswith(
        "TMPDIR: error file-unwritable There is no folder for temporary files."
    )
    assert done.returncode == 1


@pytest.mark.parametrize("style", ["json", "sarif"])
def test_whatever_a_library_says_a_program_reads_nothing_but_json(
    tmp_path: Path, style: str
) -> None:
    command = [sys.executable, "-c", NOISY, style]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    data = json.loads(done.stderr)
    found = data if style == "json" else data["runs"][0]["results"]
    assert len(found) == 1


def test_what_libraries_say_can_be_seen(tmp_path: Path) -> None:
    command = [sys.executable, "-W", "default", "-c", NOISY, "json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "a library warns" in done.stderr
