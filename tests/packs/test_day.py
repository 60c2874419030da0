"""A day's packs: what a list makes, what a second run keeps, and what stays private."""

import csv
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from openpyxl import Workbook

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.day.build import DayRequest, DayResult, build_day
from build_pack.operations.day.jobs import jobs_from_list
from build_pack.operations.day.pack_cache import PackCache
from build_pack.operations.day.visit_list import read_list
from build_pack.printing import worker_pool
from build_pack.problems import Problem, ProblemsError
from build_pack.rendering.pdf.tamper_seal import origin_of
from tests.workshop import FOLDERS, LEAFLET, ROOT, Workshop, opened

# Far ahead: from its day on, a pack is for going home, and the command knows no day but today.
LABEL = "Hüsniye Örnekoğlu"
NAMES = ["date", "time", "locale", "region", "label", "medicines"]
FIRST = ["2028-03-09", "09:00", "tr", "lumbar", LABEL, "acenocoumarol; mystery tea!"]
SECOND = ["2028-03-09", "10:30", "en", "lumbar", "Sample 02", "none"]
BAD = ["2028-03-09", "11:00", "tr", LABEL, "Sample 03", "warfarn"]
LATER = ["2028-03-10", "09:00", "en", "lumbar", "Sample 04", "none"]
HALVED = [SECOND, LATER, [*SECOND[:4], LABEL, "none"], BAD]
Rows = Sequence[Sequence[str]]


WHOLE = ("leaflet", LEAFLET)
SAMPLE = opened(ROOT / "clinics" / "demo")
SHORT = ("pack", "block-day")
"""What each line asks for: its column, and what stands there."""


def write(path: Path, rows: Rows, what: tuple[str, str] = WHOLE) -> Path:
    """A list of these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([[*NAMES, what[0]], *([*row, what[1]] for row in rows)])
    return path


def request(folder: Path, rows: Rows, what: tuple[str, str] = WHOLE) -> DayRequest:
    """A request for these rows."""
    path = write(folder / "list.csv", rows, what)
    return DayRequest(path, folder / "out")


def made(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Each PDF of a folder: its content, and when it was written."""
    paths = sorted(folder.glob("*.pdf"))
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}


def text(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def told(problems: Sequence[Problem]) -> list[tuple[int, str]]:
    return [(problem.place.line, problem.code) for problem in problems]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("day")


@pytest.fixture(scope="module")
def result(folder: Path) -> DayResult:
    """A list of two good lines and a bad one between them."""
    return build_day(SAMPLE, request(folder, [FIRST, BAD, SECOND]))


@pytest.fixture(scope="module")
def out(result: DayResult) -> Path:
    return result.files[0].parent


def test_each_good_line_has_a_pack_and_the_bad_one_none(result: DayResult, out: Path) -> None:
    names = ["all.pdf", "contents.pdf", "line-002.pdf", "line-004.pdf"]
    assert sorted(path.name for path in out.iterdir()) == names
    assert [path.name for path in result.files] == names
    assert (result.made, result.kept, result.removed) == (2, 0, 0)


def test_a_bad_line_is_told_with_all_that_is_wrong_with_it(result: DayResult) -> None:
    assert told(result.problems) == [(3, "visit-invalid"), (3, "medicine-unclear")]
    assert LABEL not in "".join(map(str, result.problems))


def test_each_pack_is_in_the_language_of_its_line_and_names_its_patient(out: Path) -> None:
    first, second = text(out / "line-002.pdf"), text(out / "line-004.pdf")
    assert LABEL in first
    assert "İlaç" in first
    assert "Sample 02" in second
    assert "Medicine" in second


def test_the_whole_file_has_the_contents_and_then_each_pack_on_a_sheet_of_its_own(
    out: Path,
) -> None:
    with pikepdf.open(out / "all.pdf") as pdf, pdf.open_outline() as outline:
        pages = [page.obj.objgen for page in pdf.pages]
        starts = [pages.index(item.destination[0].objgen) for item in outline.root]  # type: ignore[index]
        titles = [item.title for item in outline.root]
        (document,) = pdf.Root.StructTreeRoot.K
        languages = [str(part.Lang) for part in document.K]
    assert [start % 2 for start in starts] == [0, 0, 0]
    assert languages == ["tr", "tr", "en"]
    assert titles == [
        "Günün listesi",
        "9\xa0Mart\xa02028\xa0Perşembe, 09:00 (satır 2)",
        "9\xa0Mart\xa02028\xa0Perşembe, 10:30 (satır 4)",
    ]


def test_the_contents_name_each_visit_and_what_is_open(out: Path) -> None:
    words = re.sub(r"\s+", " ", text(out / "contents.pdf"))
    for expected in (
        *LABEL.split(),
        "Sample 02",
        "Karar verilecek:",
        "mystery",
        "asenokumarol",
    ):
        assert expected in words
    assert "TASLAK" in words


def test_the_contents_name_the_lines_without_a_pack_and_their_columns(out: Path) -> None:
    words = text(out / "contents.pdf")
    assert re.search(r"11:00\s+Sample 03\s+region, medicines\s+3", words)


def test_a_second_run_writes_nothing(folder: Path, out: Path) -> None:
    before = made(out)
    result = build_day(SAMPLE, request(folder, [FIRST, BAD, SECOND]))
    assert (result.made, result.kept, made(out)) == (0, 2, before)


@pytest.fixture
def again(out: Path, tmp_path: Path) -> Path:
    """A copy of what the first run made."""
    shutil.copytree(out, tmp_path / "out")
    return tmp_path


def test_lines_that_move_keep_their_packs_and_those_that_go_lose_them(again: Path) -> None:
    """A pack of another day would be printed by mistake."""
    first, second = (again / "out" / name for name in ("line-002.pdf", "line-004.pdf"))
    before = first.read_bytes(), second.read_bytes()
    result = build_day(SAMPLE, request(again, [SECOND, BAD, FIRST]))
    assert (result.made, result.kept, result.removed) == (0, 2, 0)
    assert (second.read_bytes(), first.read_bytes()) == before
    result = build_day(SAMPLE, request(again, [SECOND]))
    assert (result.made, result.kept, result.removed) == (0, 1, 1)
    assert first.read_bytes() == before[1]
    assert sorted(made(again / "out")) == ["all.pdf", "contents.pdf", "line-002.pdf"]


def test_a_pack_that_someone_has_changed_is_made_again(again: Path) -> None:
    path = again / "out" / "line-004.pdf"
    whole = path.read_bytes()
    path.write_bytes(whole + b"\n% a note")
    assert origin_of(path.read_bytes()) is None
    result = build_day(SAMPLE, request(again, [FIRST, BAD, SECOND]))
    assert (result.made, result.kept) == (1, 1)
    assert path.read_bytes() == whole


def test_packs_are_kept_in_another_folder_and_made_again_when_the_clinic_changes(
    workshop: Workshop, out: Path
) -> None:
    for name in FOLDERS:
        shutil.copytree(ROOT / name, workshop.folder / name, dirs_exist_ok=True)
    asked = request(workshop.folder, [SECOND])
    shutil.copytree(out, asked.out)
    result = build_day(workshop.open(), asked)
    assert (result.made, result.kept, result.removed) == (0, 1, 1)
    workshop.replace("clinics/demo/clinic.yaml", "000 00 02", "000 00 09")
    result = build_day(workshop.open(), asked)
    assert (result.made, result.kept, result.removed) == (1, 0, 1)
    assert "000 00 09" in text(asked.out / "line-002.pdf").replace("\xa0", " ")


def test_a_fault_of_the_clinic_stops_everything_before_anything_is_touched(
    workshop: Workshop,
) -> None:
    asked = request(workshop.folder, [SECOND])
    asked.out.mkdir()
    (asked.out / "line-009.pdf").write_bytes(b"of an earlier list")
    workshop.replace("clinics/demo/medicines.yaml", "medicine: warfarin", "medicine: warfarn")
    with pytest.raises(ProblemsError):
        build_day(workshop.open(), asked)
    assert [path.name for path in asked.out.iterdir()] == ["line-009.pdf"]


def test_a_fault_of_a_template_is_told_once_with_its_lines(workshop: Workshop) -> None:
    template = "templates/leaflet.html.jinja"
    workshop.replace(template, "{% block content %}", "{% block content %}<p>☎</p>")
    result = build_day(workshop.open(), request(workshop.folder, [SECOND, LATER]))
    [problem] = [one for one in result.problems if one.code == "glyph-missing"]
    assert (problem.code, problem.place.path.name) == ("glyph-missing", "leaflet.html.jinja")
    assert problem.message == "The pack's fonts lack a character. No pack for lines 2, 3."
    assert sorted(made(workshop.out)) == ["all.pdf", "contents.pdf"]


def test_a_pack_that_is_exchanged_meanwhile_does_not_get_into_the_whole_file(again: Path) -> None:
    first, second = (again / "out" / name for name in ("line-002.pdf", "line-004.pdf"))
    (again / "out" / "all.pdf").unlink()

    def exchange(step: str, *_: int) -> None:
        if step.startswith("Putting"):
            shutil.copy(second, first)

    with pytest.raises(ProblemsError) as caught:
        build_day(SAMPLE, request(again, [FIRST, BAD, SECOND]), exchange)
    assert [(one.code, one.place.path) for one in caught.value.problems] == [
        ("file-altered", first)
    ]
    assert not (again / "out" / "all.pdf").exists()


def test_a_second_run_into_a_folder_is_refused_before_anything_is_touched(again: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from build_pack.storage.recovery import only_writer"
        "\nwith only_writer(Path(sys.argv[2])): print(1, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, "day", str(again / "out")]
    pipe = subprocess.PIPE
    before = made(again / "out")
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout
        other.stdout.readline()
        with pytest.raises(ProblemsError) as caught:
            build_day(SAMPLE, request(again, [LATER]))
        other.kill()
    [problem] = caught.value.problems
    assert (problem.code, problem.place.path) == ("folder-busy", again / "out")
    assert "build-pack day on" in problem.message
    assert made(again / "out") == before


@pytest.mark.parametrize("kind", ["a link", "a pipe", "a folder"])
@pytest.mark.parametrize("name", ["line-002.pdf", "all.pdf"])
def test_something_else_of_a_packs_name_is_told_and_stays(
    tmp_path: Path, kind: str, name: str
) -> None:
    path = tmp_path / "out" / name
    path.parent.mkdir()
    (tmp_path / "elsewhere.pdf").write_text("kept")
    make: dict[str, Callable[[], object]] = {
        "a link": lambda: path.symlink_to(tmp_path / "elsewhere.pdf"),
        "a pipe": lambda: os.mkfifo(path),
        "a folder": path.mkdir,
    }
    make[kind]()
    with pytest.raises(ProblemsError) as caught:
        PackCache(tmp_path / "out")
    [problem] = caught.value.problems
    assert problem.place.path == path
    assert problem.message == f"Cannot be written: there is {kind} with this name."
    assert os.path.lexists(path)


def test_hidden_folders_of_others_stay(again: Path) -> None:
    out = again / "out"
    (out / ".partial-notes").mkdir()
    (out / ".partial-notes" / "line-002.pdf").write_text("somebody's own")
    (out / ".partial-link").symlink_to(again)
    os.mkfifo(out / ".partial-pipe")
    result = build_day(SAMPLE, request(again, [SECOND, BAD, FIRST]))
    assert (result.made, result.kept) == (0, 2)
    names = {path.name for path in out.iterdir() if path.name.startswith(".")}
    assert names == {".partial-notes", ".partial-link", ".partial-pipe"}
    assert (out / ".partial-notes" / "line-002.pdf").read_text() == "somebody's own"


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("locale", "de", "visit-invalid"),
        ("region", LABEL, "visit-invalid"),
        ("label", f"{LABEL} 王", "glyph-missing"),
        ("medicines", "warfarin; warfarin 5 mg (dose: huge)", "visit-invalid"),
    ],
)
def test_a_bad_cell_is_told_at_its_column_and_shows_nobody(
    tmp_path: Path, column: str, cell: str, code: str
) -> None:
    row = [cell if name == column else value for name, value in zip(NAMES, SECOND, strict=True)]
    (problem,) = build_day(SAMPLE, request(tmp_path, [row])).problems
    where = NAMES.index(column) + 1
    assert (problem.code, problem.place.line, problem.place.column) == (code, 2, where)
    assert not any(word in str(problem) for word in (*LABEL.split(), "王"))


def test_no_pack_is_made_of_a_hidden_row_and_its_patient_is_not_forgotten(tmp_path: Path) -> None:
    book = Workbook()
    for row in ([*NAMES, "pack"], [*SECOND, "block-day"], [*LATER[:4], LABEL, "none", "block-day"]):
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.save(tmp_path / "list.xlsx")
    lines = read_list(tmp_path / "list.xlsx")
    orders = jobs_from_list(SAMPLE, lines)
    assert [order.line.number for order in orders.orders] == [2]
    [(line, problems)] = orders.bad
    assert (line.texts["label"], [problem.code for problem in problems]) == (LABEL, ["row-unclear"])
    assert LABEL not in str(problems)


def test_two_lines_of_one_visit_are_told(tmp_path: Path) -> None:
    row = [*SECOND[:2], "tr", *SECOND[3:5], "mystery tea!"]
    asked = request(tmp_path, [SECOND, LATER, row])
    orders = jobs_from_list(SAMPLE, read_list(asked.list))
    assert told(orders.warnings) == [(4, "line-twice")]


PLAIN = """
import os
os.cpu_count = lambda: 2
from build_pack.cli import main
main()
"""
KILLED = """
import os, signal
from pathlib import Path
from build_pack.operations.day.pack_cache import PackCache
os.cpu_count = lambda: 2
put, puts = PackCache.put, []
def stop_at_the_second(self, *told):
    puts.append(told)
    if len(puts) == 2:
        Path.replace = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    return put(self, *told)
PackCache.put = stop_at_the_second
from build_pack.cli import main
main()
"""
"""The program, killed when its second pack is written and does not bear its name yet."""


def start(asked: DayRequest, script: str = PLAIN) -> subprocess.Popen[str]:
    """The program at work on a list, with two workers and a temporary folder of its own."""
    temporary = asked.list.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    command = [sys.executable, "-c", script, "day", str(asked.list), "--out", str(asked.out)]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env=dict(os.environ) | {"TMPDIR": str(temporary)},
    )


def files(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if path.is_file())


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A run that was killed in the middle of its second pack, and what it had said."""
    folder = tmp_path_factory.mktemp("killed")
    with start(request(folder, HALVED, what=SHORT), KILLED) as run:
        _, said = run.communicate(timeout=120)  # which also waits for the end of its workers
    assert run.returncode == -signal.SIGKILL
    return folder, said


def test_a_run_that_is_killed_leaves_no_half_file_and_tells_nobodys_name(
    killed: tuple[Path, str],
) -> None:
    folder, said = killed
    [there] = folder.glob("out/*.pdf")
    assert origin_of(there.read_bytes())
    others = [path for path in files(folder) if path.suffix != ".pdf" and path.name != "list.csv"]
    words = [word.encode() for word in LABEL.split()]
    assert not [path for path in others for word in words if word in path.read_bytes()]
    assert not [path for path in files(folder) for word in LABEL.split() if word in str(path)]
    assert not [word for word in LABEL.split() if word in said]


def test_a_worker_that_is_killed_costs_one_pack_and_the_list_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take = worker_pool._WorkerProcess.take  # noqa: SLF001 - a process is killed as soon as it has begun
    taken: list[Any] = []

    def take_and_die(worker: Any, do: Any, task: Any) -> None:
        take(worker, do, task)
        taken.append(task)
        if len(taken) == 1:
            os.kill(worker.process.pid, signal.SIGKILL)

    monkeypatch.setattr("build_pack.printing.worker_pool._WorkerProcess.take", take_and_die)
    result = build_day(SAMPLE, replace(request(tmp_path, HALVED, what=SHORT), jobs=2))
    [problem] = [one for one in result.problems if one.code == "document-stopped"]
    assert problem.message == (
        "The process that printed it was ended, so it was not made. No pack for line 2."
    )
    names = ["all.pdf", "contents.pdf", "line-003.pdf", "line-004.pdf"]
    assert sorted(path.name for path in result.files) == names
    assert not [word for word in LABEL.split() if word in str(problem)]


def test_the_next_run_keeps_what_was_done_and_clears_up(
    killed: tuple[Path, str], tmp_path: Path
) -> None:
    folder = shutil.copytree(killed[0], tmp_path / "day")
    result = build_day(SAMPLE, replace(request(folder, HALVED, what=SHORT), jobs=2))
    assert (result.kept, result.made) == (1, 2)
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "all.pdf",
        "contents.pdf",
        "line-002.pdf",
        "line-003.pdf",
        "line-004.pdf",
    ]


def test_the_command_tells_of_bad_lines_at_the_end_and_exits_with_1(again: Path) -> None:
    with start(request(again, [FIRST, BAD, SECOND])) as run:
        out, said = run.communicate(timeout=120)
    assert run.returncode == 1
    names = ["all.pdf", "contents.pdf", "line-002.pdf", "line-004.pdf"]
    assert [Path(line).name for line in out.splitlines()] == names
    assert "list.csv:3:4: error visit-invalid" in said
    assert said.endswith("0 packs made, 2 kept.\n")
    assert not [word for word in LABEL.split() if word in out + said]
    assert list((again / "temporary").iterdir()) == []


def test_a_line_whose_pack_compares_dates_needs_the_previous_one(workshop: Workshop) -> None:
    pack = workshop.pack_of(DocumentKind.DATE_CHANGE)
    names = [*NAMES, "pack", "previous-date"]
    rows = [[*SECOND, pack, "2028-03-02 14:00"], [*LATER, pack, ""]]
    path = workshop.folder / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([names, *rows])
    found = jobs_from_list(workshop.open(), read_list(path))
    assert [order.line.number for order in found.orders] == [2]
    [(line, [problem])] = found.bad
    assert (line.number, problem.code, problem.place.column) == (3, "visit-invalid", 8)
