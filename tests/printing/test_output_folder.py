"""A patient's pack lies in a folder of its own, named by the time and by nothing of the patient."""

import errno
import json
import re
import string
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import build
from build_pack.operations.earlier_output import replaced_packs
from build_pack.printing.output_folder import TIMED, folder_name, is_personal, timestamped_name
from build_pack.problems import ProblemsError
from build_pack.rendering.pdf.metadata import describe
from build_pack.storage import fsync, journal
from build_pack.storage.atomic_write import write_folder_atomically
from build_pack.visits.visit_reader import VisitText
from tests.workshop import Workshop

Snapshot = Callable[[Path], dict[str, bytes]]
FORMAT = {"paper", "large_print", "booklet"}
VISIT = VisitText(
    start="2027-03-04T09:00",
    region="lumbar",
    side="left",
    medicines=("metformin 1000 mg",),
    label="Hüsniye Örnekoğlu",
)
FOLDER = re.compile(r"\d{4}-\d\d-\d\d-\d{4}(-[\w -]+)?")
SHAPES = {str: "x", tuple: ("none",), bool: True}


@pytest.mark.parametrize("name", [one.name for one in fields(VisitText)])
def test_anything_of_a_visit_makes_a_pack_personal_but_its_format(name: str) -> None:
    value: Any = SHAPES[type(getattr(VisitText(), name))]
    assert is_personal(replace(VisitText(), **{name: value})) == (name not in FORMAT)


def test_a_pack_of_nobody_has_a_folder_of_its_own_only_if_it_is_given_a_name() -> None:
    assert folder_name(VisitText(large_print=True), "") is None
    assert folder_name(VisitText(), "window") == "window"
    assert folder_name(VISIT, "") == ""


@pytest.mark.parametrize(
    "name",
    [
        "a/b", "a\\b", "..", ".hidden", "a.", " a", "a ", "a  b", "a\nb", "a\0b", "a:b", "a*",
        "a|b", "<a>", '"a"', "x" * 41, "a\u202eb", "~", "$HOME", "con.txt",
    ],
)  # fmt: skip
def test_a_name_that_no_folder_should_have_is_refused(name: str) -> None:
    with pytest.raises(ProblemsError) as error:
        folder_name(VisitText(), name)
    [problem] = error.value.problems
    assert (problem.code, str(problem.place)) == ("value-invalid", "--name")
    assert problem.hint == "Use letters, digits, hyphens and single spaces, at most 40 characters."


@pytest.mark.parametrize(
    "name",
    [
        "Örnekoğlu", "husniye", "HÜSNİYE", "bay-ornekoglu", "hüsniye_örnekoğlu", "metformin",
        "left", "oda lumbar", "2027-03-04", "x20270304",
    ],
)  # fmt: skip
def test_a_name_that_tells_of_the_patient_is_refused_and_not_repeated(name: str) -> None:
    with pytest.raises(ProblemsError) as error:
        folder_name(VISIT, name)
    [problem] = error.value.problems
    assert problem.message == "The name repeats information about the patient."
    assert name not in str(problem)


@pytest.mark.parametrize("name", ["room-4", "oda 4", "pencere_2", "çarşı", "con", "4"])
def test_other_names_are_taken_as_they_are(name: str) -> None:
    assert folder_name(VISIT, name) == name


@given(
    st.datetimes(timezones=st.just(UTC)).filter(lambda moment: moment.year >= 1000),
    st.text(string.ascii_letters + string.digits + "-", max_size=40),
)
def test_a_folders_name_begins_with_the_time_and_sorts_by_it(now: datetime, name: str) -> None:
    made = timestamped_name(name, now)
    assert Path(made).match(TIMED)
    written = datetime.strptime(f"{made[:15]}+0000", "%Y-%m-%d-%H%M%z")
    assert written == now.replace(second=0, microsecond=0)
    assert made[0].isdigit()  # no id of a leaflet or a pack begins so


def test_two_patients_do_not_share_a_folder_and_the_same_visit_is_the_same_bytes(
    workshop: Workshop, snapshot: Snapshot
) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    request = replace(workshop.request("tr", pack=pack), visit=VISIT, name="")
    first, second, third = (
        build(workshop.open(), one).files[0].relative_to(workshop.out).parts[0]
        for one in (request, replace(request, visit=replace(VISIT, label="Another")), request)
    )
    assert len({first, second, third}) == 3
    assert all(FOLDER.fullmatch(name) for name in (first, second, third))
    made = [snapshot(workshop.out / name) for name in (first, second, third)]
    assert made[0] == made[2]
    assert made[0] != made[1]
    assert sorted(path.name for path in workshop.out.iterdir()) == sorted([first, second, third])


def test_no_file_and_no_manifest_tells_of_the_patient(workshop: Workshop) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    result = build(
        workshop.open(), replace(workshop.request("tr", pack=pack), visit=VISIT, name="window")
    )
    folder = workshop.out / result.files[0].relative_to(workshop.out).parts[0]
    names = [path.relative_to(folder).as_posix() for path in result.files]
    assert names[-2:] == [f"{pack}/tr/pack.pdf", "manifest.json"]
    text = (folder / "manifest.json").read_text("utf-8") + " ".join(map(str, result.files))
    for told in ("2027", "lumbar", "left", "metformin", "rnek", "snek", "sniye"):
        assert told not in text.replace(str(workshop.folder), "")
    assert [
        one["path"] for one in json.loads((folder / "manifest.json").read_text("utf-8"))["files"]
    ]


def test_a_pack_of_nobody_stays_where_it_was_and_knows_nothing_of_patients_folders(
    workshop: Workshop,
) -> None:
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    request = workshop.request("tr", pack=pack)
    build(workshop.open(), replace(request, visit=VISIT, name=""))
    plain = build(workshop.open(), replace(request, visit=VisitText()))
    assert plain.files[-2] == workshop.out / pack / "tr" / "pack.pdf"
    assert plain.warnings == ()


def test_a_folder_takes_the_next_number_that_is_free(tmp_path: Path, snapshot: Snapshot) -> None:
    (tmp_path / "a-2").write_text("a file")
    files = {Path("tr/a.pdf"): b"1"}
    made = [
        write_folder_atomically(tmp_path, "a", files)[0].relative_to(tmp_path).parts[0]
        for _ in range(3)
    ]
    assert made == ["a", "a-3", "a-4"]
    assert snapshot(tmp_path)["a-2"] == b"a file"


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_a_folder_that_cannot_be_written_whole_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    write = fsync.write_synced

    def fail(path: Path, content: bytes) -> None:
        if path.name == "b.pdf":
            raise fault
        write(path, content)

    monkeypatch.setattr(journal, "write_synced", fail)
    with pytest.raises((ProblemsError, KeyboardInterrupt)):
        write_folder_atomically(tmp_path, "a", {Path("a.pdf"): b"1", Path("b.pdf"): b"2"})
    assert list(tmp_path.iterdir()) == []


# What a pack of nobody takes the place of

RECORD = {
    "program": "build-pack", "clinic": "demo", "leaflet": "l", "kind": "leaflet", "locale": "tr",
    "document": "D", "version": "1.0", "edition": "7K3M-2X9D", "digest": "0", "released": False,
    "approved_by": {}, "until": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("there", "draft", "what"),
    [
        ({"released": True}, True, "a release, made at "),
        (
            {"clinic": "izmir"},
            True,
            "a pack of the clinic “izmir”, made at ",
        ),
        ({"clinic": "izmir", "released": True}, True, "a release of the clinic “izmir”, made at "),
        (
            {"clinic": "izmir"},
            False,
            "a pack of the clinic “izmir”, made at ",
        ),
        ({}, True, ""),
        ({}, False, ""),
        ({"released": True}, False, ""),
    ],
)
def test_a_draft_tells_of_the_release_and_a_clinic_of_the_other_whose_place_it_takes(
    tmp_path: Path, there: dict[str, object], draft: bool, what: str
) -> None:
    path = tmp_path / "home" / "tr" / "pack.pdf"
    path.parent.mkdir(parents=True)
    pdf = pikepdf.new()
    describe(pdf, "Title", b"<x/>", [RECORD | there])
    pdf.save(path)
    told = list(replaced_packs(tmp_path, [Path("home/tr/pack.pdf")], "demo", draft=draft))
    assert [problem.code for problem in told] == ["file-replaced"] * bool(what)
    assert all(one.message.startswith(f"This replaced {what}") for one in told)


def test_what_is_no_pdf_of_ours_is_no_release(tmp_path: Path) -> None:
    path = tmp_path / "home" / "tr" / "pack.pdf"
    path.parent.mkdir(parents=True)
    for content in (b"", b"%PDF-1.7", b"words"):
        path.write_bytes(content)
        assert list(replaced_packs(tmp_path, [Path("home/tr/pack.pdf")], "demo", draft=True)) == []
