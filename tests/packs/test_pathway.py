"""The shipped pathway: its packs are built, signed and released as a clinic does it."""

import csv
import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner

from build_pack.cli.main import cli
from build_pack.content.library import Library
from build_pack.operations import approve
from build_pack.operations.build import BuildRequest, build
from build_pack.operations.day.build import DayRequest, build_day
from build_pack.operations.status import status
from build_pack.operations.verify import verify_file
from build_pack.problems import Problem, ProblemsError
from build_pack.releases.release_steps import ReleaseStep
from build_pack.visits.visit_reader import VisitText
from build_pack.workspace.workspace import Workspace
from tests.packs.approving import NAMES, REVIEWER
from tests.workshop import LEAFLET, ROOT, opened

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LIBRARY = Library((ROOT,))
VISIT = VisitText("2026-12-10T09:00", region="lumbar", side="left", medicines=("paracetamol",))
BLOCK, AFTER = "diagnostic-nerve-block", "after-radiofrequency"
PACKS = """
packs:
  - id: home
    name: { en: Going home, tr: Eve dönüş }
    documents:
      - { leaflet: after-radiofrequency, document: diary, copies: 2 }
      - { leaflet: radiofrequency-neurotomy, document: medicines }
"""


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """The sample clinic with one short pack of its own, ready to be released."""
    folder = tmp_path / "clinic"
    shutil.copytree(ROOT / "clinics" / "demo", folder)
    path = folder / "clinic.yaml"
    text = path.read_text("utf-8").split("\n# What you hand out together")[0]
    for sample in ("Örnek", "Sample"):
        text = text.replace(f"{sample} ", f"{sample}’s ").replace("312 000 00", "312 555 44")
    path.write_text(text + PACKS, "utf-8")
    return folder


def request(clinic: Path, **more: Any) -> BuildRequest:
    out = clinic.parent / "out"
    asked = BuildRequest("", out, ("tr",), VISIT, pack="home")
    return replace(asked, **more)


def sign(clinic: Path, leaflet: str) -> None:
    for role, name in NAMES.items():
        asked = approve.ApprovalRequest(leaflet, "tr", name, role, None)
        approve.write_approval(
            opened(clinic, TODAY),
            asked,
            approve.propose_approval(opened(clinic, TODAY), asked, NOW),
        )


def refused(workspace: Workspace, wanted: BuildRequest) -> tuple[Problem, ...]:
    with pytest.raises(ProblemsError) as found:
        build(workspace, wanted)
    return tuple(found.value.problems)


def test_both_faults_of_a_pack_are_told_at_once(clinic: Path) -> None:
    path = clinic / "clinic.yaml"
    right, wrong = "radiofrequency, document: diary", "radiofrequancy, document: gunluk"
    path.write_text(path.read_text("utf-8").replace(right, wrong), "utf-8")
    told = [one.message for one in refused(opened(clinic, TODAY), request(clinic))]
    assert any("“gunluk” is not one of the choices" in one for one in told)
    assert "There is no leaflet “after-radiofrequancy”." in told
    assert len(told) == 2


def words(path: Path) -> str:
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()


def test_all_leaflets_can_be_signed_one_after_the_other_and_a_pack_of_them_released(
    clinic: Path,
) -> None:
    for leaflet in (LEAFLET, AFTER, BLOCK):
        sign(clinic, leaflet)

    found = status(opened(clinic, TODAY), ("tr",))
    result = build(opened(clinic, TODAY), request(clinic, release=True))

    assert {cell.step for cell in found.cells} == {ReleaseStep.APPROVED}
    assert {record.released for record in result.records} == {True}
    pack = clinic.parent / "out" / "home" / "tr" / "pack.pdf"
    assert "DRAFT" not in words(pack)
    assert verify_file(opened(clinic, TODAY), pack).is_good


def test_a_pack_is_refused_as_long_as_one_of_its_leaflets_is_not_signed(clinic: Path) -> None:
    sign(clinic, LEAFLET)
    found = refused(opened(clinic, TODAY), request(clinic, release=True))
    assert {problem.code for problem in found} == {"approval-missing"}
    assert all(AFTER in problem.hint for problem in found)


def test_nobody_signs_what_no_document_of_the_leaflet_prints(clinic: Path) -> None:
    asked = approve.ApprovalRequest(AFTER, "tr", NAMES[REVIEWER], REVIEWER, None)
    named = {
        change.text.id
        for change in approve.propose_approval(opened(clinic, TODAY), asked, NOW).changes
    }
    assert not any("medicines.yaml" in name or name.startswith("medicine.") for name in named)
    assert f"{AFTER}.diary.title" in named


def test_a_pack_has_its_documents_in_order_and_as_often_as_is_said(clinic: Path) -> None:
    result = build(opened(clinic, TODAY), request(clinic))
    out = clinic.parent / "out"
    names = [path.relative_to(out).as_posix() for path in result.files]
    assert names == [
        "home/tr/after-radiofrequency-diary.pdf",
        "home/tr/radiofrequency-neurotomy-medicines.pdf",
        "home/tr/pack.pdf",
        "manifest.json",
    ]
    with pikepdf.open(out / names[2]) as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == [
            "Takip günlüğü: Radyofrekans nörotomi sonrası",
            "Takip günlüğü: Radyofrekans nörotomi sonrası",
            "İlaç planınız: Radyofrekans nörotomi",
        ]
        assert str(pdf.open_metadata()["dc:title"]) == "Eve dönüş"
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["leaflets"] == [AFTER, LEAFLET]
    assert [one["copies"] for one in manifest["files"][-1]["documents"]] == [2, 1]


@pytest.mark.parametrize(
    ("more", "code", "words"),
    [
        (
            {"pack": "hom"},
            "id-unknown",
            ("There is no pack with this name.", "Did you mean “home”? Choose from: home."),
        ),
        (
            {"pack": "", "leaflet": "hom"},
            "id-unknown",
            (
                "There is no leaflet or pack with this name.",
                f"Did you mean “home”? Choose from: {AFTER}, {BLOCK}, {LEAFLET}, home.",
            ),
        ),
    ],
)
def test_a_pack_that_there_is_not_is_told(
    clinic: Path, more: dict[str, str], code: str, words: tuple[str, str]
) -> None:
    [problem] = refused(opened(clinic, TODAY), request(clinic, **more))
    assert (problem.code, problem.message, problem.hint) == (code, *words)


def test_a_pack_is_built_by_its_id_as_a_leaflet_is(clinic: Path) -> None:
    by_option = build(opened(clinic, TODAY), request(clinic))
    made = [path.read_bytes() for path in by_option.files]
    by_id = build(opened(clinic, TODAY), request(clinic, pack="", leaflet="home"))
    assert by_id.files == by_option.files
    assert [path.read_bytes() for path in by_id.files] == made


def test_only_what_the_documents_of_a_pack_say_is_told(clinic: Path) -> None:
    visit = replace(VISIT, region="", medicines=("warfarin",))
    undecided = "Medicine 1 is printed as undecided: 4 questions are open."
    nowhere = "This pack has no medicine sheet, so the medicines given are not printed."
    told = {
        problem.message
        for problem in build(opened(clinic, TODAY), request(clinic, visit=visit)).warnings
    }
    assert undecided in told
    assert nowhere not in told
    path = clinic / "clinic.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.rpartition("      - {")[0], "utf-8")
    told = {
        problem.message
        for problem in build(opened(clinic, TODAY), request(clinic, visit=visit)).warnings
    }
    assert undecided not in told
    assert nowhere in told


def test_the_lines_of_a_list_may_ask_for_packs_and_for_leaflets(
    clinic: Path, tmp_path: Path
) -> None:
    rows = [
        ["date", "time", "locale", "leaflet", "pack", "region", "medicines"],
        ["2026-12-10", "09:00", "tr", "", "home", "lumbar", "none"],
        ["2026-12-10", "10:00", "tr", AFTER, "", "thoracic", "none"],
        ["2026-12-10", "11:00", "tr", AFTER, "home", "lumbar", "none"],
        ["2026-12-10", "12:00", "tr", "", "hame", "lumbar", "none"],
        ["2026-12-10", "13:00", "tr", "", "", "lumbar", "none"],
    ]
    path = tmp_path / "list.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    result = build_day(opened(clinic, TODAY), DayRequest(path, tmp_path / "day"))
    errors = [(one.place.line, one.message) for one in result.problems if one.severity == "error"]
    assert errors == [
        (4, "The line names both a leaflet and a pack."),
        (5, "The value under “pack” is not one of the choices."),
        (6, "The value under “leaflet” is not one of the choices."),
    ]
    assert [path.name for path in result.files[2:]] == ["line-002.pdf", "line-003.pdf"]
    sheet = words(tmp_path / "day" / "contents.pdf")
    assert re.search(r"Eve\s+dönüş", sheet)
    assert re.search(r"Radyofrekans\s+nörotomi\s+sonrası", sheet)


def test_a_region_that_is_not_the_leaflets_is_told_without_saying_which(
    clinic: Path, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    for name in ("leaflets", "locales", "templates"):
        shutil.copytree(ROOT / name, library / name)
    leaflet = library / "leaflets" / AFTER / "leaflet.yaml"
    text = leaflet.read_text("utf-8")
    text = text.replace("regions: [cervical, thoracic, lumbar, sacroiliac]", "regions: [lumbar]", 1)
    leaflet.write_text(text, "utf-8")
    found = refused(Workspace(Library((library,)), clinic, TODAY), request(clinic, draft=True))
    assert {problem.code for problem in found} == {"region-unfit"}


def test_the_status_has_a_dash_where_a_leaflet_has_no_such_document() -> None:
    demo = str(ROOT / "clinics" / "demo")
    shown = CliRunner().invoke(cli, ["status", "--clinic", demo, "--locale", "tr"]).output
    head, *rows = shown.splitlines()[:4]
    kinds = ["leaflet", "front-page", "medicines", "consent", "checklist", "diary", "withdrawal"]
    kinds += ["prescriber-letter", "date-change", "team-plan", "questions"]
    assert head.split() == kinds
    cells = {row.split()[0]: row.count("–") for row in rows}
    assert cells == {AFTER: 9, BLOCK: 0, LEAFLET: 1}
