"""The command line as a person or a script meets it: output, exit codes, help."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from build_pack.cli.main import cli
from build_pack.content.models.document_kinds import DocumentKind
from tests.cli.running import run_here
from tests.workshop import LEAFLET, Workshop

COMMANDS = [
    ["build"],
    ["ask"],
    ["day"],
    ["check"],
    ["ignore"],
    ["rules"],
    ["rules", "export"],
    ["rules", "import"],
    ["approve"],
    ["status"],
    ["verify"],
    ["reprint"],
    ["translate"],
    ["translate", "update"],
    ["translate", "status"],
    ["translate", "pseudo"],
    ["ledger"],
    ["ledger", "join"],
    ["cache"],
    ["cache", "info"],
    ["cache", "clear"],
    ["schema"],
    ["new"],
    ["new", "clinic"],
    ["new", "leaflet"],
    ["help"],
]


def run(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Give the program a command line."""
    return run_here(*arguments, folder=cwd)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_the_help_of_each_command_shows_an_example(command: list[str]) -> None:
    shown = CliRunner().invoke(cli, [*command, "--help"])
    assert shown.exit_code == 0
    assert f"build-pack {' '.join(command)}" in shown.output
    assert "Example" in shown.output


def test_every_command_is_in_the_list_above() -> None:
    found = []
    for name, command in cli.commands.items():
        found.append([name])
        found += [[name, inner] for inner in getattr(command, "commands", {})]
    listed = {name for name, *_ in COMMANDS}
    assert set(cli.list_commands(None)) == listed  # type: ignore[arg-type]


def test_a_problem_is_one_line_with_its_place_and_an_indented_hint(workshop: Workshop) -> None:
    line = workshop.replace("clinics/demo/clinic.yaml", "country: TR", "contry: TR")
    done = run("check", "--clinic", "clinics/demo", "--library", ".", cwd=workshop.folder)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "clinics/demo/clinic.yaml:1:1: error key-missing The file lacks the key “country”.",
        "    Add a line “country: …”; docs/clinics.md and docs/leaflets.md list the keys.",
        f"clinics/demo/clinic.yaml:{line}:1: error key-unknown Unknown key “contry”.",
        "    Did you mean “country”?",
        "2 errors, 0 warnings.",
    ]


def test_problems_can_be_had_as_json(workshop: Workshop) -> None:
    line = workshop.replace("clinics/demo/clinic.yaml", "logo: logo.svg", "logo: lost.svg")
    arguments = ["check", "--clinic", "clinics/demo", "--library", ".", "--format", "json"]
    done = run(*arguments, cwd=workshop.folder)
    (problem,) = json.loads(done.stderr)
    assert problem == {
        "code": "file-missing",
        "severity": "error",
        "path": "clinics/demo/clinic.yaml",
        "line": line,
        "column": 9,
        "message": "There is no file “lost.svg” in the folder of clinic.yaml.",
        "hint": "Add the logo to the folder, or remove the line.",
    }


def test_a_clean_check_says_so_and_exits_with_0(workshop: Workshop) -> None:
    arguments = ("check", "--quick", "--clinic", workshop.clinic, "--library", workshop.folder)
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (0, "No problems found.\n", "")


def test_a_library_without_leaflets_is_no_clean_one(tmp_path: Path) -> None:
    done = run("check", "--library", tmp_path, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("leaflets: error file-missing The folder has no leaflets.")


def test_an_id_too_long_for_a_file_is_an_unknown_leaflet() -> None:
    done = run("build", "n" * 300)
    assert done.returncode == 1
    assert ", diagnostic-nerve-block, " in done.stderr


def test_a_new_clinic_needs_no_starter_in_the_library(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("new", "clinic", "mine", "--library", "empty", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "mine" / "clinic.yaml").is_file()


def test_a_build_prints_the_files_and_no_progress_where_nobody_watches(workshop: Workshop) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    arguments = ["build", "--pack", pack, "--locale", "en", "--library", "."]
    done = run(*arguments, "--clinic", "clinics/demo", cwd=workshop.folder)
    assert done.stderr == ""
    assert done.stdout.splitlines()[0] == f"out/{pack}/en/{LEAFLET}-checklist.pdf"
    assert done.stdout.splitlines()[-1] == "out/manifest.json"


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["build"], ["build", LEAFLET, "--colour"], ["new", "clinic"]]
)
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    assert run(*arguments).returncode == 2


def test_an_unknown_leaflet_names_those_that_there_are() -> None:
    done = run("build", "heart-transplant")
    assert done.returncode == 1
    assert ", diagnostic-nerve-block, " in done.stderr


def test_a_fault_of_ours_exits_with_3_and_shows_where(tmp_path: Path) -> None:
    script = (
        "import sys; from build_pack.operations import check; from build_pack.cli import main;"
        "check.check = lambda *a, **k: 1 / 0; sys.argv = ['build-pack', 'check']; main()"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
    assert "This is a bug in build-pack." in done.stderr


def test_an_interrupt_exits_with_130(tmp_path: Path) -> None:
    script = (
        "import sys; from build_pack.operations import check; from build_pack.cli import main\n"
        "def stop(*a, **k): raise KeyboardInterrupt\n"
        "check.check = stop; sys.argv = ['build-pack', 'check']; main()"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 130


def test_help_loads_nothing_heavy() -> None:
    """`--help` of whatever command answers before the eye blinks: no PDF, no YAML, no models."""
    script = (
        "import sys\nfrom build_pack.cli.main import run\n"
        f"for command in {[[], *COMMANDS]}:\n    assert run([*command, '--help']) == 0\n"
        "print('loaded', *sorted(sys.modules))"
    )
    words = [sys.executable, "-c", script]
    done = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    loaded = done.rpartition("loaded ")[2].split()
    assert {"build_pack.cli.build", "build_pack.cli.schema"} <= set(loaded)
    assert not {"weasyprint", "pikepdf", "pydantic", "babel", "jinja2", "ruamel"} & set(loaded)


def test_a_new_clinic_is_refused_where_something_is(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine", encoding="utf-8")
    done = run("new", "clinic", "mine", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "mine: error file-exists A file or folder with this name already exists."
    )
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_status_shows_a_row_for_each_catalog_and_how_much_is_done(workshop: Workshop) -> None:
    done = run("translate", "status", "--library", workshop.folder, "--locale", "tr")
    header, *rows = [line.split() for line in done.stdout.splitlines()]
    states = ["missing", "stale", "fuzzy", "faulty", "translated"]
    assert header == ["locale", "catalog", *states, "done"]
    names = [LEAFLET, "medicines", "warning-signs", "ui", "all"]
    assert [row[:2] for row in rows] == [["tr", name] for name in names]
    assert all(row[2:6] == ["0", "0", "0", "0"] for row in rows)
    assert all(row[7:] == ["100", "%"] for row in rows)
    assert int(rows[-1][6]) == sum(int(row[6]) for row in rows[:-1])


def test_one_text_that_is_missing_is_not_a_hundred_per_cent(workshop: Workshop) -> None:
    workshop.replace(f"locales/tr/LC_MESSAGES/{LEAFLET}.po", 'msgstr "Enfeksiyon"', 'msgstr ""')
    done = run("translate", "status", "--library", workshop.folder, "--locale", "tr")
    rows = {row[1]: row for row in map(str.split, done.stdout.splitlines())}
    assert rows[LEAFLET][2] == "1"
    assert rows[LEAFLET][7:] == ["99", "%"]
    assert rows["all"][7:] == ["99", "%"]


def test_status_of_a_clinic_counts_the_texts_of_its_files(workshop: Workshop) -> None:
    workshop.replace("clinics/demo/clinic.yaml", "  tr: Örnek Ağrı Kliniği\n", "")
    arguments = ("translate", "status", "--library", workshop.folder, "--locale", "tr")
    done = run(*arguments, "--clinic", workshop.clinic)
    rows = {row[1]: row for row in map(str.split, done.stdout.splitlines())}
    assert rows["clinic.yaml"][2] == "1"
    assert (rows["medicines.yaml"][2], rows["medicines.yaml"][7]) == ("0", "100")
    assert rows["all"][2] == "1"
