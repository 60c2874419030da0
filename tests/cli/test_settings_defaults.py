"""What build-pack.toml says counts where an option is left out, for every command that has it."""

import json
from pathlib import Path
from typing import Any

import click
import pytest

from build_pack.cli.main import cli
from build_pack.workspace.settings import NAME
from tests.cli.test_command_classes import run
from tests.test_docs import COMMANDS, context_of
from tests.workshop import LEAFLET, Workshop

TEXT = 'clinic = "izmir"\nlocales = ["tr"]\nout = "packs"\n'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings, in a folder of which someone works."""
    (tmp_path / "izmir").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / NAME).write_text(TEXT, "utf-8")
    work = tmp_path / "desk" / "today"
    work.mkdir(parents=True)
    monkeypatch.chdir(work)
    return tmp_path


def given(command: str, *more: str) -> dict[str, Any]:
    """What a command is given, with an x for all that it cannot do without."""
    found, words = COMMANDS[command], list(more)
    for parameter in found.params:
        if parameter.required:
            words += [parameter.opts[0]] if isinstance(parameter, click.Option) else []
            words.append("x")
    root = context_of(cli)
    return found.make_context(command, words, parent=root).params


def commands_with(name: str) -> list[str]:
    return [
        command for command, found in COMMANDS.items() if name in {p.name for p in found.params}
    ]


@pytest.mark.parametrize("command", commands_with("clinic"))
def test_every_command_with_a_clinic_takes_that_of_the_settings(desk: Path, command: str) -> None:
    assert given(command)["clinic"] == Path("../../izmir")
    assert given(command, "--clinic", str(desk / "other"))["clinic"] == desk / "other"


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("command", commands_with("locales"))
def test_every_command_with_languages_takes_those_of_the_settings(command: str) -> None:
    assert given(command)["locales"] == ("tr",)
    assert given(command, "--locale", "en", "--locale", "de")["locales"] == ("en", "de")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("command", "folder"),
    [("build", "packs"), ("day", "packs/day"), ("reprint", "packs/reprints")],
)
def test_each_output_goes_below_the_folder_of_the_settings(command: str, folder: str) -> None:
    assert given(f"build-pack {command}")["out"] == Path("../..", folder)
    assert given(f"build-pack {command}", "--out", "here")["out"] == Path("here")


@pytest.mark.parametrize(("command", "folder"), [("build", "out"), ("day", "day")])
def test_without_settings_everything_is_as_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    found = given(f"build-pack {command}")
    assert (found["clinic"], found["out"]) == (None, Path(folder))


def test_where_the_file_lies_a_folder_is_named_without_a_detour(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    assert given("build-pack build")["clinic"] == Path("izmir")


def test_a_broken_file_stops_a_command_that_needs_it_and_no_other(desk: Path) -> None:
    (desk / NAME).write_text("clinic = izmir", "utf-8")
    done = run("build", LEAFLET, cwd=desk / "desk")
    assert done.returncode == 1
    assert "build-pack.toml:1:10: " in done.stderr
    assert "settings-invalid" in done.stderr
    for words in (["--help"], ["build", "--help"], ["schema", "--out", "s"]):
        assert run(*words, cwd=desk / "desk").returncode == 0
    said = ("--clinic", str(desk / "other"), "--locale", "tr", "--out", "o")
    assert "toml" not in run("build", LEAFLET, *said, cwd=desk / "desk").stderr


def test_a_failure_says_once_what_came_from_which_file(desk: Path) -> None:
    done = run("build", LEAFLET, "--locale", "en", cwd=desk / "desk")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "From ../build-pack.toml: --clinic, --out."
    assert done.stderr.count("build-pack.toml") == 1
    as_data = run("build", LEAFLET, "--format", "json", cwd=desk / "desk")
    assert all(one["code"] for one in json.loads(as_data.stderr))


def test_a_clean_check_says_for_which_languages_that_holds(workshop: Workshop) -> None:
    (workshop.folder / NAME).write_text('clinic = "clinics/demo"\nlocales = ["tr"]', "utf-8")
    done = run("check", "--quick", "--library", ".", cwd=workshop.folder)
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")
    assert done.stderr == "From build-pack.toml: --clinic, --locale.\n"


def test_wrong_usage_knows_the_folder_of_the_settings(desk: Path) -> None:
    pack = desk / "packs" / LEAFLET / "tr" / "pack.pdf"
    pack.parent.mkdir(parents=True)
    pack.touch()
    done = run("build", LEAFLET, "--relese", cwd=desk)
    assert done.returncode == 2
    assert (
        f"packs/{LEAFLET}/tr/pack.pdf: warning file-stale pack.pdf is still the one made at "
    ) in done.stderr
