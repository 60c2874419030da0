"""A page says what it was made from, and this can be checked and made again."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from build_pack.approvals.ledger.ledger_file import ledger_path, name_of, read_ledger, texts_path
from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.shared.record import DocumentRecord, read_record
from build_pack.operations.approve import propose_approval, write_approval
from build_pack.operations.build import BuildResult, build
from build_pack.operations.reprint import ReprintRequest, reprint
from build_pack.operations.verify import verify_code, verify_file
from build_pack.printing.print_log import PrintLog
from build_pack.problems import ProblemsError
from build_pack.releases.release_steps import ReleaseStep
from build_pack.rendering.pdf.metadata import records_of
from build_pack.visits.visit_reader import VisitText
from tests.packs.approving import CLINICIAN, NOW, REVIEWER, TODAY, approve, request, sign
from tests.workshop import LEAFLET, Workshop

CATALOG = f"locales/tr/LC_MESSAGES/{LEAFLET}.po"
VISIT = VisitText(
    "2026-12-10T09:00", region="lumbar", medicines=("metformin",), label="Sample Patient"
)


def library(workshop: Workshop) -> Library:
    return Library((workshop.folder,))


def release(workshop: Workshop) -> BuildResult:
    return build(workshop.open(TODAY), replace(workshop.request("tr"), release=True))


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=Sample", "-c", "user.email=sample@example.org")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def commit(workshop: Workshop) -> None:
    git(workshop.folder, "add", "--all", "leaflets", "locales", "templates", "clinics")
    git(workshop.folder, "commit", "--quiet", "--message", "a state")


def words_of(pdf: Path) -> Iterator[str]:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    yield from done.stdout.decode().rstrip("\f").split("\f")


def scanned(pdf: Path) -> Iterator[str]:
    """What a scanner reads from each page of a print of middling quality."""
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            picture = page.render(scale=150 / 72, grayscale=True).to_pil()
            [code] = zxingcpp.read_barcodes(picture)
            yield code.text


def test_a_release_is_known_by_its_file_and_its_code_until_its_text_changes(
    workshop: Workshop,
) -> None:
    approve(workshop, until=TODAY + timedelta(days=30))
    sign(workshop, REVIEWER, "en")
    result = release(workshop)
    leaflet, *_, pack, _manifest = result.files
    [record] = records_of(leaflet.read_bytes())
    for page in words_of(leaflet):
        assert record["edition"] in page
    assert set(scanned(leaflet)) == {f"DEMO-RFN-LEA-TR 2.0 {record['edition']}"}
    assert record["document"] == "DEMO-RFN-LEA-TR"
    assert record["approved_by"] == {
        "translation-reviewer": ["First Sample"],
        "clinician": ["Second Sample"],
    }
    assert record["ledger"] == read_ledger(workshop.clinic).tip
    found = verify_file(workshop.open(TODAY), pack)
    assert found.is_good
    assert len(found.documents) == 4
    with a_line_lost(workshop):
        short = verify_file(workshop.open(TODAY), pack)
        assert {one.cell.step for one in short.documents if one.cell} == {ReleaseStep.APPROVED}
        assert (short.problems, [one.is_ledger_short for one in short.documents]) == (
            (),
            [True] * 4,
        )
        assert not short.is_good
    code = verify_code(workshop.open(TODAY), record["edition"].lower())
    assert code.is_good
    after = verify_file(workshop.open(TODAY + timedelta(days=31)), leaflet)
    assert not after.is_good
    assert after.documents[0].cell
    assert after.documents[0].cell.step is ReleaseStep.EXPIRED
    workshop.replace(CATALOG, '"Enfeksiyon"', '"İltihap"')
    changed = verify_file(workshop.open(TODAY), leaflet)
    assert (changed.intact, changed.is_good, changed.documents[0].cell) == (True, False, None)
    with pytest.raises(ProblemsError) as gone:
        verify_code(workshop.open(TODAY), record["edition"])
    assert gone.value.problems[0].code == "edition-unknown"


@contextmanager
def a_line_lost(workshop: Workshop) -> Iterator[None]:
    """For a while, the last line and all that belongs to it: nothing beside it tells of that."""
    path = ledger_path(workshop.clinic)
    whole = path.read_text(encoding="utf-8")
    *lines, last = whole.splitlines(keepends=True)
    texts = texts_path(workshop.clinic, name_of(last.rstrip("\n")))
    content = texts.read_bytes()
    path.write_text("".join(lines), encoding="utf-8")
    texts.unlink()
    yield
    path.write_text(whole, encoding="utf-8")
    texts.write_bytes(content)


def test_a_record_of_an_earlier_version_is_read_and_says_nothing_of_a_ledger() -> None:
    now: dict[str, object] = {field.name: "" for field in fields(DocumentRecord)}
    now |= {"released": True, "approved_by": {"clinician": ["Sample"]}, "until": None}
    earlier = {name: value for name, value in now.items() if name != "ledger"}
    assert read_record(earlier) == read_record(now | {"ledger": ""})
    assert read_record({name: value for name, value in earlier.items() if name != "digest"}) is None


def test_a_file_that_someone_edited_is_not_intact(workshop: Workshop) -> None:
    path = build(workshop.open(), workshop.request("tr")).files[0]
    assert verify_file(workshop.open(TODAY), path).intact
    path.write_bytes(path.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6", 1))
    assert not verify_file(workshop.open(TODAY), path).intact


def test_a_draft_of_approved_texts_is_not_for_patients(workshop: Workshop) -> None:
    approve(workshop)
    path = build(workshop.open(), workshop.request("tr")).files[0]
    found = verify_file(workshop.open(TODAY), path)
    assert found.intact
    assert not found.is_good


def test_what_is_no_pdf_of_ours_is_refused(workshop: Workshop) -> None:
    path = workshop.path("other.pdf")
    path.write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(ProblemsError) as refused:
        verify_file(workshop.open(TODAY), path)
    assert refused.value.problems[0].code == "file-altered"


def test_the_edition_is_the_same_for_every_patient_and_the_pdf_names_none(
    workshop: Workshop,
) -> None:
    blank = records_of(build(workshop.open(), workshop.request("tr")).files[0].read_bytes())
    visited = build(workshop.open(TODAY), replace(workshop.request("tr"), visit=VISIT))
    assert records_of(visited.files[0].read_bytes()) == blank
    for path in visited.files:
        assert "Sample Patient" not in json.dumps(
            records_of(path.read_bytes()) if path.suffix == ".pdf" else ""
        )


def test_the_log_of_what_was_printed_holds_no_patient(workshop: Workshop, tmp_path: Path) -> None:
    log = PrintLog(tmp_path / "printed.jsonl")
    result = build(workshop.open(TODAY), replace(workshop.request("tr"), visit=VISIT))
    before = datetime.now(UTC).replace(microsecond=0)
    log.note(result.records)
    log.note(result.records)
    text = (tmp_path / "printed.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert len(lines) == 2 * 4
    assert set(lines[0]) == {"at", "document", "version", "edition", "digest", "released"}
    assert before <= datetime.fromisoformat(lines[0]["at"]) <= datetime.now(UTC)
    for words in ("Sample Patient", "2026-12-10", "lumbar", "metformin"):
        assert words not in text


def test_a_log_that_cannot_be_written_is_told_before_anything_is_printed(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as refused:
        PrintLog(tmp_path / "nowhere" / "printed.jsonl")
    assert refused.value.problems[0].code == "file-unwritable"


@pytest.mark.prints_anew
def test_an_earlier_edition_is_printed_again_and_says_that_it_is_withdrawn(
    workshop: Workshop,
) -> None:
    wanted = workshop.request("tr", pack=workshop.pack_of(DocumentKind.MEDICINES))
    approve(workshop)
    git(workshop.folder, "init", "--quiet")
    commit(workshop)
    sheet = (
        build(workshop.open(TODAY), replace(wanted, release=True, visit=VISIT))
        .files[0]
        .read_bytes()
    )
    [record] = records_of(sheet)
    workshop.replace("locales/tr/LC_MESSAGES/ui.po", '"İlaç planınız"', '"İlaç çizelgeniz"')
    commit(workshop)
    again = ReprintRequest(record["edition"], workshop.path("again"), VISIT)
    done = reprint(workshop.open(TODAY), again)
    assert (bool(done.commit), done.released, done.withdrawn) == (True, True, True)
    assert [*records_of(done.path.read_bytes())] == [record]
    notice = "YENİDEN YAZDIRILDI · 22 Kasım 2026"
    withdrawn = "YÜRÜRLÜKTEN KALDIRILDI · Artık kullanılmıyor. Hastalara vermeyin."
    for page in words_of(done.path):
        assert notice in " ".join(page.split())
        assert withdrawn in " ".join(page.split())
    assert {path.name for path in workshop.path("again").iterdir()} == {done.path.name}
    assert done.path.name == f"DEMO-RFN-MED-TR-{record['edition']}.pdf"


def test_the_present_edition_needs_no_history(workshop: Workshop) -> None:
    path = build(workshop.open(), workshop.request("tr")).files[0]
    [record] = records_of(path.read_bytes())
    wanted = ReprintRequest(record["edition"], workshop.path("again"))
    done = reprint(workshop.open(TODAY), wanted)
    assert (done.commit, done.released) == ("", False)
    assert not done.withdrawn
    [first, *_] = words_of(done.path)
    assert "YENİDEN YAZDIRILDI" in first
    assert "KALDIRILDI" not in first


def why_not(workshop: Workshop, code: str) -> str:
    wanted = ReprintRequest(code, workshop.path("again"))
    with pytest.raises(ProblemsError) as refused:
        reprint(workshop.open(TODAY), wanted)
    assert not workshop.path("again").exists()
    return refused.value.problems[0].message


def test_it_is_said_why_an_edition_cannot_be_printed_again(workshop: Workshop) -> None:
    assert why_not(workshop, "12") == "This is not a valid edition code."
    assert why_not(workshop, "0000-0000").startswith("The clinic's folder is not in a git")
    git(workshop.folder, "init", "--quiet")
    commit(workshop)
    assert why_not(workshop, "0000-0000") == (
        "No text of this clinic has this code, neither now nor in its history."
    )


def test_a_state_that_cannot_be_restored_hides_no_other(workshop: Workshop) -> None:
    """A link out of the repository, and afterwards a leaflet whose link leads out of the state."""
    wanted = workshop.request("en", pack=workshop.pack_of(DocumentKind.CHECKLIST))
    git(workshop.folder, "init", "--quiet")
    commit(workshop)
    [record] = records_of(build(workshop.open(), replace(wanted, draft=True)).files[0].read_bytes())
    link = workshop.clinic / "locales"
    for target in ("/etc", "../../../../../elsewhere"):
        link.symlink_to(target)
        commit(workshop)
        link.unlink()
    clinic_file = "clinics/demo/clinic.yaml"
    workshop.replace(clinic_file, "06000 Ankara", "06100 Ankara")
    leaflet_file = f"leaflets/{LEAFLET}/leaflet.yaml"
    workshop.replace(leaflet_file, "title: ", "title: New ")
    done = reprint(
        workshop.open(TODAY),
        ReprintRequest(record["edition"], workshop.path("again")),
    )
    assert (bool(done.commit), len(done.skipped)) == (True, 2)
    with pytest.raises(ProblemsError) as gone:
        reprint(
            workshop.open(TODAY),
            ReprintRequest("0000-0000", workshop.path("x")),
        )
    [problem] = gone.value.problems
    named = ", ".join(name[:12] for name in done.skipped)
    assert problem.hint.startswith(f"Skipped because they cannot be read: {named}. Give the folder")


@pytest.mark.parametrize("ended", ["over", "withdrawn", "overdue"])
def test_without_a_history_too_a_text_that_was_in_use_is_withdrawn(
    workshop: Workshop, ended: str
) -> None:
    wanted = workshop.request("en", pack=workshop.pack_of(DocumentKind.CHECKLIST))
    approve(workshop, "en", until=TODAY + timedelta(days=30) if ended == "over" else None)
    pdf = build(workshop.open(TODAY), replace(wanted, release=True)).files[0].read_bytes()
    [record] = records_of(pdf)
    later = TODAY + timedelta(days={"over": 31, "withdrawn": 0, "overdue": 3000}[ended])
    if ended == "withdrawn":
        asked = replace(request(CLINICIAN, "en"), withdraw=True)
        write_approval(workshop.open(), asked, propose_approval(workshop.open(), asked, NOW))
    again = ReprintRequest(record["edition"], workshop.path("again"))
    done = reprint(workshop.open(later), again)
    assert (done.commit, done.released, done.withdrawn) == ("", False, True)
    assert all("WITHDRAWN" in page for page in words_of(done.path))
