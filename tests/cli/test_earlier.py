"""After a failure the program says what still lies there from before: someone may hand it out."""

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from build_pack.cli import build as building
from build_pack.cli.main import cli
from build_pack.content.models.document_kinds import DocumentKind
from tests.workshop import LEAFLET, Workshop

MORNING = datetime(2026, 11, 30, 9, 12).astimezone()
STILL = "pack.pdf is still the one made at 09:12 on 30 November 2026; no new file was made."
MAYBE = "It may be another patient's: fix the problems, then make it again."
Say = Callable[[], str]


def leave(path: Path, at: datetime = MORNING) -> Path:
    """A file as an earlier build has left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"%PDF-1.7")
    os.utime(path, (at.timestamp(), at.timestamp()))
    return path


def fail(workshop: Workshop, *arguments: str, command: str = "build") -> int:
    """Run a command in this process; what it says is what pytest has captured."""
    ways = ["--clinic", str(workshop.clinic), "--library", str(workshop.folder)]
    words = [command, *arguments, "--out", str(workshop.out), *ways]
    return int(cli.main(words, standalone_mode=False) or 0)


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Say:
    """What was said to standard error."""
    return lambda: capsys.readouterr().err


BREAKS = {
    "a leaflet": ("leaflets/radiofrequency-neurotomy/leaflet.yaml", "subtitle:", "subtitel:"),
    "a catalog": ("locales/tr/LC_MESSAGES/ui.po", "msgstr", "msgstrr"),
    "the clinic": ("clinics/demo/clinic.yaml", "country: TR", "country: T"),
}


@pytest.mark.parametrize("change", BREAKS.values(), ids=BREAKS)
def test_whatever_is_broken_the_earlier_pack_is_named_with_its_time(
    workshop: Workshop, said: Say, change: tuple[str, str, str]
) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    path = leave(workshop.out / pack / "tr" / "pack.pdf")
    workshop.replace(*change)
    assert fail(workshop, pack, "--locale", "tr") == 1
    lines = said().splitlines()
    at = next(number for number, line in enumerate(lines) if STILL in line)
    assert lines[at].startswith(str(path))
    assert lines[at + 1].strip().startswith("Do not hand it out as the new one")


def test_each_language_that_was_asked_for_is_told_and_no_other(
    workshop: Workshop, said: Say
) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    for locale in ("tr", "en", "de"):
        leave(workshop.out / pack / locale / "pack.pdf")
    leave(workshop.out / "other" / "tr" / "pack.pdf")
    workshop.replace(*BREAKS["the clinic"])
    fail(workshop, pack, "--locale", "tr", "--locale", "en")
    assert said().count(STILL) == 2
    fail(workshop, pack)
    assert said().count(STILL) == 3


def test_a_document_is_told_where_there_is_no_whole_pack(workshop: Workshop, said: Say) -> None:
    leave(workshop.out / LEAFLET / "tr" / "consent.pdf")
    workshop.replace(*BREAKS["the clinic"])
    fail(workshop, LEAFLET)
    assert "consent.pdf is still the one made at 09:12 on 30 November 2026" in said()


def test_it_is_data_among_the_problems_where_they_are_asked_for_as_data(
    workshop: Workshop, said: Say
) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    path = leave(workshop.out / pack / "tr" / "pack.pdf")
    fail(workshop, pack, "--locale", "xx", "--locale", "tr", "--format", "json")
    [stale] = [one for one in json.loads(said()) if one["code"] == "file-stale"]
    assert (stale["path"], stale["severity"]) == (str(path), "warning")
    assert stale["message"] == STILL


PERSONAL = [
    ("--region", "belly"),
    ("--medicine", "warfarn"),
    ("--date", "tomorrow"),
    ("--kidney", "belly", "--label", "Sample 01"),
    ("--label", "Sample 01", "--paper", "a5", "--large-print"),
]


@pytest.mark.parametrize("arguments", PERSONAL, ids=lambda words: words[0])
def test_a_patients_pack_that_fails_names_the_newest_of_its_kind_wherever_it_lies(
    workshop: Workshop, said: Say, arguments: tuple[str, ...]
) -> None:
    pack = workshop.pack_of(DocumentKind.MEDICINES)
    old = datetime(2026, 11, 30, 8, 5).astimezone()
    leave(workshop.out / pack / "tr" / "pack.pdf", old)
    leave(workshop.out / "2026-11-30-0805" / pack / "tr" / "pack.pdf", old)
    newest = leave(workshop.out / "2026-11-30-0912-room-4" / pack / "tr" / "pack.pdf")
    assert fail(workshop, pack, "--locale", "tr", *arguments) == 1
    lines = said().splitlines()
    at = next(number for number, line in enumerate(lines) if STILL in line)
    assert lines[at].startswith(str(newest))
    assert lines[at + 1].strip() == MAYBE
    assert sum("is still the one made at" in line for line in lines) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--relese",),
        ("--paper", "a6"),
        ("--medicine", "warfarin", "5", "mg"),
        ("--draft", "--release"),
        ("--medicine",),
        ("--clinic", "nowhere"),
    ],
)
def test_wrong_usage_tells_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    leave(Path("out", LEAFLET, "tr", "pack.pdf"))
    done = CliRunner().invoke(cli, ["build", LEAFLET, "--locale", "tr", *arguments])
    assert done.exit_code == 2
    assert f"out/{LEAFLET}/tr/pack.pdf: warning file-stale {STILL}" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        "--local tr L", "--reigon lumbar L", "L --large-prnt", "L --local tr", "L lumbar", "L-x",
        "radiofrequency", "--medicin warfarin L", "--lang tr --drug warfarin L", "—local tr L",
        "--big L", "--nam room L",
    ],
)  # fmt: skip
@pytest.mark.parametrize("folder", ["", "2026-11-30-0912"])
def test_whatever_the_slip_what_lies_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, folder: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = leave(Path("out", folder, LEAFLET, "tr", "pack.pdf"))
    words = words.replace("L", LEAFLET)
    done = CliRunner().invoke(cli, ["build", *words.split()], standalone_mode=False)
    said = done.stderr + str(done.exception)
    assert f"{path}: warning file-stale {STILL}" in said
    assert (MAYBE in said) == bool(folder)


def test_an_id_in_capitals_is_looked_for_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    leave(Path("out", "discharge", "tr", "pack.pdf"))
    for name in ("DISCHARGE", "Discharge", "dischage"):
        done = CliRunner().invoke(cli, ["build", name], standalone_mode=False)
        assert STILL in done.stderr


def test_a_pack_of_nobody_is_not_called_another_patients(workshop: Workshop, said: Say) -> None:
    pack = workshop.pack_of(DocumentKind.MEDICINES)
    leave(workshop.out / pack / "tr" / "pack.pdf")
    assert fail(workshop, pack, "--locale", "tr", "--region", "belly") == 1
    told = said()
    assert STILL in told
    assert "Do not hand it out as the new one" in told
    assert MAYBE not in told


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), SystemExit(143), ZeroDivisionError()])
def test_a_build_that_is_interrupted_or_at_fault_itself_tells_it(
    workshop: Workshop, said: Say, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    def interrupt(*_: object) -> None:
        raise stop

    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    path = leave(workshop.out / pack / "en" / "pack.pdf")
    monkeypatch.setattr(building, "progress_line", interrupt)
    with pytest.raises((click.Abort, SystemExit, ZeroDivisionError)):
        fail(workshop, pack, "--locale", "en")
    assert f"{path}: warning file-stale {STILL}" in said()


def test_a_build_that_succeeds_says_nothing_of_it(workshop: Workshop, said: Say) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    leave(workshop.out / pack / "en" / "pack.pdf")
    assert fail(workshop, pack, "--locale", "en") == 0
    assert said() == ""


def test_a_log_that_cannot_be_written_after_the_build_calls_no_new_pack_an_old_one(
    workshop: Workshop, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = workshop.path("log.jsonl")
    pack = workshop.pack_of(DocumentKind.CHECKLIST)

    def in_the_way(_name: str, done: int, total: int) -> None:
        if done == total:
            log.unlink()
            log.mkdir()

    monkeypatch.setattr(building, "progress_line", in_the_way)
    assert fail(workshop, pack, "--locale", "en", "--log", str(log)) == 1
    assert "is still the one made at" not in said()
    assert (workshop.out / pack / "en" / "pack.pdf").is_file()


def test_nothing_is_looked_for_by_an_id_that_is_none(workshop: Workshop, said: Say) -> None:
    leave(workshop.folder / "pack.pdf")
    leave(workshop.out / "tr" / "pack.pdf")
    for name in ("..", "../..", "n" * 300, "*"):
        assert fail(workshop, name) == 1
    assert "is still the one made at" not in said()


# A day's list


LISTS = {
    "no list": None,
    "no columns": "a,b\n1,2\n",
    "no lines": "date,time,locale,leaflet\n",
    "not UTF-8": "date,time,locale,leaflet,label\n2026-12-10,09:00,tr,x,\udcff\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_that_cannot_be_read_tells_what_is_there_of_an_earlier_one(
    workshop: Workshop, said: Say, text: str | None
) -> None:
    path = workshop.path("list.csv")
    if text is not None:
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    for name in ("all.pdf", "contents.pdf", "line-002.pdf", "line-003.pdf"):
        leave(workshop.out / name)
    assert fail(workshop, str(path), command="day") == 1
    told = said()
    assert f"{workshop.out / 'all.pdf'}: " in told
    assert (
        "all.pdf is still the one made at 09:12 on 30 November 2026; no new file was made." in told
    )
    assert (
        "2 packs here are from an earlier run, the latest made at 09:12 on 30 November 2026."
        in told
    )


def test_wrong_usage_of_a_list_tells_it_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    leave(Path("monday", "all.pdf"))
    done = CliRunner().invoke(cli, ["day", "list.csv", "--out", "monday", "--relase"])
    assert done.exit_code == 2
    assert "is not a known option. Did you mean --release?" in done.stderr
    assert (
        "monday/all.pdf: warning file-stale all.pdf is still the one made at 09:12 on 30 "
        "November 2026"
    ) in done.stderr


# A reprint


def test_a_reprint_that_fails_names_the_earlier_one_of_the_same_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = leave(Path("reprints", "2026-11-30-0912", "DEMO-RFN-MED-TR-7K3M-2X9D.pdf"))
    leave(Path("reprints", "DEMO-RFN-MED-TR-0000-0000.pdf"))
    done = CliRunner().invoke(cli, ["reprint", "7k3m2x9d", "--paper", "a3"])
    assert f"{path}: " in done.stderr
    assert done.stderr.count("is still the one made at") == 1
