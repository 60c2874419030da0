"""A release holds only what is complete, current, approved and inside its dates."""

import json
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from build_pack.approvals.ledger.ledger_file import ledger_path, name_of, read_ledger, texts_path
from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.shared.record import DocumentRecord
from build_pack.operations import confirm_stale
from build_pack.operations.approve import propose_approval, write_approval
from build_pack.operations.build import build
from build_pack.operations.confirm_stale import confirm_stale_translations
from build_pack.operations.day.build import DayRequest, build_day
from build_pack.operations.ignore import IgnoreRequest, ignore_finding
from build_pack.operations.status import status
from build_pack.problems import Problem, ProblemsError
from build_pack.releases.release_gate import load_release
from build_pack.releases.release_steps import ReleaseStep
from build_pack.rendering.pdf.metadata import records_of
from build_pack.translation.po.catalog_file import PoFile, read_catalog
from build_pack.visits.visit_reader import VisitText
from build_pack.workspace.workspace import Workspace
from tests.packs.approving import CLINICIAN, NOW, REVIEWER, TODAY, approve, request, sign
from tests.workshop import DRIVE, LEAFLET, Workshop

CATALOG = f"locales/tr/LC_MESSAGES/{LEAFLET}.po"
LEAFLET_FILE = f"leaflets/{LEAFLET}/leaflet.yaml"
CLINIC_FILE, RULES_FILE = "clinics/demo/clinic.yaml", "clinics/demo/medicines.yaml"


def refusals(workshop: Workshop, on: date = TODAY, locale: str = "tr") -> list[Problem]:
    """Why there is no release; empty if there is one."""
    library = Library((workshop.folder,))
    try:
        load_release(Workspace(library, workshop.clinic, on), LEAFLET, (locale,))
    except ProblemsError as error:
        return list(error.problems)
    return []


def steps(workshop: Workshop, on: date = TODAY) -> dict[str, ReleaseStep]:
    """The state of each Turkish document."""
    found = status(workshop.open(on), ("tr",), days=30)
    return {cell.kind.value: cell.step for cell in found.cells}


def words_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_what_nobody_signed_is_refused_and_nothing_is_written(workshop: Workshop) -> None:
    with pytest.raises(ProblemsError) as refused:
        build(workshop.open(TODAY), replace(workshop.request("tr"), release=True))
    assert {problem.code for problem in refused.value.problems} == {"approval-missing"}
    assert len(refused.value.problems) < 20
    assert not workshop.out.exists()


def test_a_medicine_may_have_a_name_in_any_language(workshop: Workshop) -> None:
    """The nurse types what stands on the box; it is no word that was left in English."""
    approve(workshop)
    visit = VisitText(medicines=("Pain Relief with Care!",), label="Sample Because")
    result = build(workshop.open(TODAY), replace(workshop.request("tr"), release=True, visit=visit))
    assert "Pain Relief with Care" in words_of(result.files[3])


def test_a_release_says_nowhere_that_it_is_a_draft(workshop: Workshop) -> None:
    approve(workshop)
    result = build(workshop.open(TODAY), replace(workshop.request("tr"), release=True))
    for path in result.files[:-1]:
        assert "TASLAK" not in words_of(path)
    assert json.loads(result.files[-1].read_text(encoding="utf-8"))["draft"] is False
    drafts = build(workshop.open(), workshop.request("tr"))
    pages = words_of(drafts.files[0]).rstrip("\f").split("\f")
    assert all("TASLAK · Onaylanmadı." in page for page in pages)


def test_a_word_changed_in_a_signed_catalog_is_refused_until_it_is_signed(
    workshop: Workshop,
) -> None:
    approve(workshop)
    assert refusals(workshop) == []
    line = workshop.replace(CATALOG, "Enfeksiyon", "İltihap")
    [problem] = refusals(workshop)
    assert problem.code == "approval-missing"
    assert problem.message == (
        f"The text “{LEAFLET}.risks.infection” for “tr” has changed since it was signed."
    )
    assert problem.place.path == workshop.path(CATALOG)
    assert abs(problem.place.line - line) <= 5
    sign(workshop, REVIEWER)
    [problem] = refusals(workshop)
    assert problem.hint.startswith(f"Read it, then run `build-pack approve {LEAFLET} --clinic")
    assert "--role clinician" in problem.hint
    sign(workshop, CLINICIAN)
    assert refusals(workshop) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "text"),
    [
        (CLINIC_FILE, "Sizi eve götürebilecek", "Sizi evinize götürebilecek", "checklist.escort"),
        (CLINIC_FILE, 'number: "+90 312 000 00 02"', 'number: "+90 312 000 00 12"', "phones"),
        (RULES_FILE, "day: -3", "day: -4", "rules."),
        (LEAFLET_FILE, "style: steps", "style: bullets", "outline"),
        (f"leaflets/{LEAFLET}/references.json", "[[2025]]", "[[2024]]", "references.json:"),
        (
            "locales/tr/LC_MESSAGES/medicines.po",
            '"varfarin"',
            '"varfarin sodyum"',
            "medicine.warfarin",
        ),
        ("locales/tr/LC_MESSAGES/ui.po", '"Kısaca"', '"Bir bakışta"', "glance.heading"),
    ],
)
def test_a_change_of_anything_that_is_printed_is_refused_by_name(
    workshop: Workshop, file: str, old: str, new: str, text: str
) -> None:
    approve(workshop)
    workshop.replace(file, old, new)
    problems = refusals(workshop)
    assert problems
    for problem in problems:
        assert problem.code == "approval-missing"
        assert text in problem.message


def test_a_text_taken_out_of_a_signed_leaflet_is_a_change(workshop: Workshop) -> None:
    approve(workshop)
    workshop.replace(LEAFLET_FILE, "          infection: Infection\n", "")
    messages = [problem.message for problem in refusals(workshop) if problem.severity == "error"]
    assert messages == [
        f"The text “{LEAFLET}.outline:{kind}” for “tr” has changed since it was signed."
        for kind in ("leaflet",)
    ]


_WITH_ITS_LINES = ("checklist", "front-page", "medicines")
"""A front page has the lines of the checklist that come next."""


def test_a_new_checklist_line_takes_nothing_away_from_the_leaflets_at_home(
    workshop: Workshop,
) -> None:
    approve(workshop)
    cells = status(workshop.open(TODAY), ("tr",)).cells
    before = {cell.kind.value: cell.edition for cell in cells}
    texts = "{ en: You may shower., tr: Yıkanabilirsiniz. }"
    line = f"  - id: shower\n    stage: after\n    text: {texts}\n"
    workshop.replace(CLINIC_FILE, "  - id: driving", line + "  - id: driving")
    cells = status(workshop.open(TODAY), ("tr",)).cells
    after = {cell.kind.value: cell.edition for cell in cells}
    assert {kind for kind in before if before[kind] != after[kind]} == set(_WITH_ITS_LINES)
    assert {cell.kind.value: cell.step for cell in cells} == dict.fromkeys(
        (
            *("leaflet", "consent", "withdrawal", "prescriber-letter", "date-change"),
            *("team-plan", "questions"),
        ),
        ReleaseStep.APPROVED,
    ) | dict.fromkeys(_WITH_ITS_LINES, ReleaseStep.UNREVIEWED)


@pytest.mark.parametrize(
    ("file", "first", "last", "text"),
    [
        (CLINIC_FILE, "fasting:", "# What your clinic adds", f"{LEAFLET}/clinic.yaml:outline"),
        (
            CLINIC_FILE,
            "  - id: driving",
            "  - id: dressing",
            f"{LEAFLET}/clinic.yaml:outline:checklist",
        ),
        (
            RULES_FILE,
            "  - medicine: omega-3",
            "  - medicine: ginkgo",
            "medicines.yaml:outline:rules",
        ),
        (RULES_FILE, "indications:", "doses:", "medicines.yaml:outline"),
    ],
)
def test_what_is_taken_out_of_a_clinics_files_is_a_change(
    workshop: Workshop, file: str, first: str, last: str, text: str
) -> None:
    approve(workshop)
    path = workshop.path(file)
    words = path.read_text(encoding="utf-8")
    begin = words.index(f"\n{first}") + 1
    path.write_text(words[:begin] + words[words.index(f"{last}", begin) :], encoding="utf-8")
    errors = [problem for problem in refusals(workshop) if problem.severity == "error"]
    assert any(text in problem.message for problem in errors) or {
        problem.code for problem in errors
    } <= {"id-unknown", "rule-unreachable"}


def test_a_third_role_cannot_be_dropped_unseen(workshop: Workshop) -> None:
    roles = "approvals:\n  roles: [translation-reviewer, clinician, pharmacist]\n"
    path = workshop.path(CLINIC_FILE)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + roles, encoding="utf-8")
    approve(workshop)
    path.write_text(text, encoding="utf-8")
    assert f"{LEAFLET}/clinic.yaml:outline" in {
        word.strip("“”") for problem in refusals(workshop) for word in problem.message.split()
    }


def test_the_rule_that_chooses_plural_forms_is_signed(workshop: Workshop) -> None:
    approve(workshop, "en")
    for name in ("ui", "medicines", LEAFLET):
        file = f"locales/en/LC_MESSAGES/{name}.po"
        workshop.replace(file, "plural=(n != 1)", "plural=(n != 7)")
    assert any("ui.po:plural-forms" in one.message for one in refusals(workshop, locale="en"))


def test_a_draft_says_so_whatever_a_catalog_says(workshop: Workshop) -> None:
    notice = '"Onaylanmadı. Hastalara vermeyin."'
    workshop.replace("locales/tr/LC_MESSAGES/ui.po", notice, '"Hastalar için."')
    [leaflet, *_] = build(workshop.open(), workshop.request("tr", draft=True)).files
    pages = words_of(leaflet).rstrip("\f").split("\f")
    assert all("TASLAK · Hastalar için." in page for page in pages)


def test_a_decision_that_has_run_out_is_no_approved_document(workshop: Workshop) -> None:
    workshop.replace(RULES_FILE, "until: 2027-11-22", "until: 2027-03-01")
    approve(workshop)
    assert steps(workshop, date(2027, 2, 1))["medicines"] is ReleaseStep.EXPIRING
    after = steps(workshop, date(2027, 4, 1))
    assert after["medicines"] is ReleaseStep.FAULTY
    assert "decision-expired" in {problem.code for problem in refusals(workshop, date(2027, 4, 1))}


def test_what_a_check_finds_is_no_approved_document(workshop: Workshop) -> None:
    approve(workshop)
    workshop.replace(LEAFLET_FILE, "covers: [tr-15-f,", "covers: [gmc-harms,")
    assert set(steps(workshop).values()) == {ReleaseStep.FAULTY}
    assert "standard-open" in {problem.code for problem in refusals(workshop)}


@pytest.mark.parametrize("faults", [1, 2])
def test_of_a_faulty_document_its_faults_are_counted_and_not_its_texts(
    workshop: Workshop, faults: int
) -> None:
    for word in ("Enfeksiyon", "Alerji")[:faults]:
        workshop.replace(CATALOG, f'msgstr "{word}"', f'msgstr "{word} (infection allergy)"')
    cells = status(workshop.open(TODAY), ("tr", "en")).cells
    found = {(cell.locale, cell.step, cell.count) for cell in cells if cell.locale == "tr"}
    assert found == {("tr", ReleaseStep.FAULTY, faults)}
    assert {cell.step for cell in cells if cell.locale == "en"} == {ReleaseStep.UNREVIEWED}


def test_sample_values_are_not_called_errors_which_check_calls_warnings(
    workshop: Workshop,
) -> None:
    approve(workshop)
    workshop.replace("clinics/demo/clinic.yaml", "06000 Ankara", "Postcode and city")
    cells = status(workshop.open(TODAY), ("tr",)).cells
    assert {(cell.step, cell.count) for cell in cells} == {(ReleaseStep.SAMPLE, 1)}
    workshop.replace(LEAFLET_FILE, "covers: [tr-15-f,", "covers: [gmc-harms,")
    assert set(steps(workshop).values()) == {ReleaseStep.FAULTY}


def test_what_stops_a_release_is_no_approved_document(workshop: Workshop) -> None:
    approve(workshop)
    path = workshop.clinic / "approvals" / "ledger.jsonl"
    path.write_text(path.read_text(encoding="utf-8") + "approved, signed the boss\n", "utf-8")
    assert set(steps(workshop).values()) == {ReleaseStep.FAULTY}


@pytest.mark.parametrize("name", ["locales/all", "locales/en/all", "x/locales/tr-x/LC_MESSAGES"])
def test_what_stops_a_release_stops_it_wherever_the_folder_lies(
    workshop: Workshop, tmp_path: Path, name: str
) -> None:
    moved = Workshop(tmp_path / name)
    shutil.copytree(workshop.folder, moved.folder)
    approve(moved)
    assert set(steps(moved).values()) <= {ReleaseStep.APPROVED, ReleaseStep.EXPIRING}
    moved.replace(LEAFLET_FILE, "covers: [tr-15-f,", "covers: [gmc-harms,")
    assert set(steps(moved).values()) == {ReleaseStep.FAULTY}


def test_a_clinic_inside_a_folder_of_its_librarys_locales_is_no_locale(workshop: Workshop) -> None:
    clinic = workshop.folder / "locales" / "clinic"
    shutil.copytree(workshop.clinic, clinic)
    path = clinic / "clinic.yaml"
    path.write_text(path.read_text("utf-8").replace("06000 Ankara", "Postcode and city"), "utf-8")
    cells = status(Workspace(Library((workshop.folder,)), clinic, TODAY), ("tr",)).cells
    assert {(cell.step, cell.count) for cell in cells} <= {
        (ReleaseStep.SAMPLE, 1),
        (ReleaseStep.FAULTY, 1),
    }
    assert cells


def test_two_people_who_sign_at_once_both_stand_in_the_ledger(workshop: Workshop) -> None:
    first, second = request(REVIEWER), request(CLINICIAN)
    one, other = (
        propose_approval(workshop.open(), first, NOW),
        propose_approval(workshop.open(), second, NOW),
    )
    write_approval(workshop.open(), second, other)
    write_approval(workshop.open(), first, one)
    assert refusals(workshop) == []


def test_one_person_at_two_desks_cannot_sign_in_two_roles(workshop: Workshop) -> None:
    first, second = request(REVIEWER), request(CLINICIAN, by="First Sample")
    one, other = (
        propose_approval(workshop.open(), first, NOW),
        propose_approval(workshop.open(), second, NOW),
    )
    write_approval(workshop.open(), second, other)
    with pytest.raises(ProblemsError):
        write_approval(workshop.open(), first, one)


@pytest.mark.parametrize("name", ["", " ", "A" * 201, "Sam\u200bple"])
def test_a_name_that_cannot_stand_in_the_ledger_is_refused(workshop: Workshop, name: str) -> None:
    with pytest.raises(ProblemsError) as found:
        propose_approval(workshop.open(), replace(request(REVIEWER), by=name), NOW)
    [problem] = found.value.problems
    assert (problem.code, str(problem.place)) == ("approval-refused", "--by")


def test_a_computer_that_has_lost_its_clock_signs_nothing(workshop: Workshop) -> None:
    with pytest.raises(ProblemsError) as refused:
        propose_approval(workshop.open(), request(REVIEWER), datetime(2000, 1, 1, tzinfo=UTC))
    messages = [one.message for one in refused.value.problems if one.code == "approval-refused"]
    assert messages == ["The clock of this computer says 2000-01-01 00:00."]


def test_a_signature_can_be_shortened(workshop: Workshop) -> None:
    approve(workshop)
    sign(workshop, CLINICIAN, until=TODAY)
    codes = {problem.code for problem in refusals(workshop, TODAY + timedelta(days=1))}
    assert codes == {"approval-expired"}


def test_a_number_of_the_starter_is_never_released(workshop: Workshop) -> None:
    starter = workshop.path("clinics/starter/clinic.yaml").read_text(encoding="utf-8")
    [number, *_] = re.findall(r'number: ("[^"]+")', starter)
    line = workshop.replace(CLINIC_FILE, '"+90 312 000 00 02"', number)
    approve(workshop)
    [problem] = refusals(workshop)
    assert (problem.code, problem.place.line) == ("sample-left", line)


def test_a_signature_that_is_taken_back_counts_no_more_at_once(workshop: Workshop) -> None:
    approve(workshop)
    asked = replace(request(CLINICIAN), withdraw=True)
    write_approval(workshop.open(), asked, propose_approval(workshop.open(), asked, NOW))
    assert {problem.code for problem in refusals(workshop)} == {"approval-expired"}
    assert propose_approval(workshop.open(), asked, NOW).changes == ()


def test_who_signs_is_told_what_was_let_pass(workshop: Workshop) -> None:
    workshop.replace(CATALOG, *DRIVE)
    text, said = f"{LEAFLET}.checklist.after.driving", ("It is meant so.", "Sample Reviewer")
    ignore_finding(
        workshop.open(TODAY), IgnoreRequest(workshop.folder, "negation-mismatch", text, "tr", *said)
    )
    [told] = propose_approval(workshop.open(), request(REVIEWER), NOW).ignored
    assert told.startswith(f"negation-mismatch “{text}”")


def test_the_clinics_colour_is_signed(workshop: Workshop) -> None:
    approve(workshop)
    workshop.replace(CLINIC_FILE, "#0f4c5c", "#0f4c5d")
    [problem] = refusals(workshop)
    said = "The text “clinic.yaml:brand” for “tr” has changed since it was signed."
    assert problem.message == said


def test_a_signature_that_has_run_out_is_refused(workshop: Workshop) -> None:
    approve(workshop, until=TODAY)
    assert refusals(workshop) == []
    codes = {problem.code for problem in refusals(workshop, TODAY + timedelta(days=1))}
    assert codes == {"approval-expired"}


def test_a_text_past_its_review_is_refused(workshop: Workshop) -> None:
    approve(workshop)
    found = refusals(workshop, date(2028, 12, 1))
    assert "decision-expired" in {problem.code for problem in found}
    assert ("review-overdue", "The review was due on 2028-11-30.") in {
        (problem.code, problem.message) for problem in found
    }


def test_each_language_is_approved_by_itself(workshop: Workshop) -> None:
    approve(workshop, "tr")
    assert refusals(workshop) == []
    assert {problem.code for problem in refusals(workshop, locale="en")} == {"approval-missing"}


def test_a_broken_ledger_is_refused(workshop: Workshop) -> None:
    approve(workshop)
    path = workshop.clinic / "approvals" / "ledger.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("First", "Other"), encoding="utf-8")
    assert "approval-broken" in {problem.code for problem in refusals(workshop)}


def test_who_comes_to_want_keys_later_can_sign_anew(workshop: Workshop) -> None:
    """The lines from before do not count any more, and do not stand in the way either."""
    approve(workshop)
    signers = workshop.clinic / "approvals" / "allowed_signers"
    signers.write_text("# nobody yet\n", encoding="utf-8")
    codes = {(problem.code, problem.severity) for problem in refusals(workshop)}
    assert codes == {
        ("approval-missing", "error"),
        ("signature-invalid", "warning"),
        ("keys-unsigned", "warning"),
    }
    assert "signature with a key" in refused(workshop, REVIEWER)


def refused(workshop: Workshop, role: str, by: str = "", until: date | None = None) -> str:
    with pytest.raises(ProblemsError) as found:
        propose_approval(workshop.open(), request(role, by=by, until=until), NOW)
    [problem] = found.value.problems
    assert problem.code == "approval-refused"
    return problem.message


def test_one_person_cannot_sign_in_two_roles(workshop: Workshop) -> None:
    sign(workshop, REVIEWER)
    assert refused(workshop, CLINICIAN, by="first sample").endswith(
        "one person cannot sign in two roles."
    )


def test_a_role_that_is_none_and_a_day_that_has_passed_are_refused(workshop: Workshop) -> None:
    assert "“nurse”" in refused(workshop, "nurse", by="Third Sample")
    assert refused(workshop, CLINICIAN, until=date(2026, 11, 21)) == "2026-11-21 has passed."


def test_only_what_changed_is_signed_again(workshop: Workshop) -> None:
    approve(workshop)
    workshop.replace(CATALOG, "Enfeksiyon", "İltihap")
    proposal = propose_approval(workshop.open(), request(REVIEWER), NOW)
    [change] = proposal.changes
    assert change.before == ("Infection", "Enfeksiyon")
    assert proposal.signed_already > 600


def test_a_text_that_is_not_ready_cannot_be_signed(workshop: Workshop) -> None:
    workshop.replace(CATALOG, 'msgstr "Enfeksiyon"', 'msgstr ""')
    proposal = sign(workshop, REVIEWER)
    assert [problem.code for problem in proposal.problems] == ["translation-missing"]
    assert f"{LEAFLET}.risks.infection" not in {one.text.id for one in proposal.changes}


def test_an_editorial_change_of_the_source_keeps_the_translation(workshop: Workshop) -> None:
    approve(workshop)
    workshop.replace(LEAFLET_FILE, "infection: Infection", "infection: An infection")
    [problem] = refusals(workshop)
    assert problem.code == "translation-stale"
    asked = replace(request(REVIEWER), only_changed=True)
    proposal = propose_approval(workshop.open(), asked, NOW)
    [stale] = proposal.stale
    assert (stale.old_source, stale.segment.source) == ("Infection", "An infection")
    confirm_stale_translations(proposal.stale)
    write_approval(workshop.open(), asked, propose_approval(workshop.open(), asked, NOW))
    [problem] = refusals(workshop)
    assert "--role clinician" in problem.hint
    sign(workshop, CLINICIAN)
    assert refusals(workshop) == []
    assert 'msgid "An infection"\nmsgstr "Enfeksiyon"' in workshop.path(CATALOG).read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgstr "Enfeksiyon"', 'msgstr "Enfeksiyon yok"'),
        ('msgstr "Enfeksiyon"', 'msgstr ""'),
        ('msgid "Infection"', 'msgid "No infection"'),
        ("", "#, fuzzy\n"),
    ],
)
def test_a_stale_translation_that_is_another_by_now_is_not_confirmed(
    workshop: Workshop, old: str, new: str
) -> None:
    workshop.replace(LEAFLET_FILE, "infection: Infection", "infection: An infection")
    proposal = propose_approval(workshop.open(), request(REVIEWER), NOW)
    entry = f'msgctxt "{LEAFLET}.risks.infection"\nmsgid "Infection"\nmsgstr "Enfeksiyon"'
    assert entry in workshop.path(CATALOG).read_text("utf-8")
    workshop.replace(CATALOG, entry, entry.replace(old, new, 1))
    after = workshop.path(CATALOG).read_bytes()
    with pytest.raises(ProblemsError) as refused:
        confirm_stale_translations(proposal.stale)
    assert {one.code for one in refused.value.problems} == {"approval-refused"}
    assert workshop.path(CATALOG).read_bytes() == after


def test_a_catalog_is_read_once_for_all_its_stale_translations(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And to confirm them twice: before anything is written, and once nobody else can write."""
    workshop.replace(LEAFLET_FILE, "infection: Infection", "infection: An infection")
    workshop.replace(LEAFLET_FILE, "bleeding: Bleeding", "bleeding: Some bleeding")
    read = Counter[Path]()

    def counted(path: Path) -> PoFile:
        read[path] += 1
        return read_catalog(path)

    monkeypatch.setattr(confirm_stale, "read_catalog", counted)
    proposal = propose_approval(workshop.open(), request(REVIEWER), NOW)
    assert (len(proposal.stale), read) == (2, {workshop.path(CATALOG): 1})
    confirm_stale_translations(proposal.stale)
    assert read == {workshop.path(CATALOG): 3}


def test_the_status_follows_a_text_from_missing_to_approved(workshop: Workshop) -> None:
    workshop.replace(CATALOG, 'msgstr "Enfeksiyon"', 'msgstr ""')
    assert steps(workshop)["leaflet"] is ReleaseStep.MISSING
    assert steps(workshop)["checklist"] is ReleaseStep.UNREVIEWED
    workshop.replace(
        CATALOG, 'msgid "Infection"\nmsgstr ""', 'msgid "Infect."\nmsgstr "Enfeksiyon"'
    )
    assert steps(workshop)["leaflet"] is ReleaseStep.STALE
    workshop.replace(CATALOG, 'msgid "Infect."', 'msgid "Infection"')
    sign(workshop, REVIEWER, until=date(2027, 3, 1))
    assert set(steps(workshop).values()) == {ReleaseStep.UNAPPROVED}
    sign(workshop, CLINICIAN)
    assert set(steps(workshop).values()) == {ReleaseStep.APPROVED}
    assert set(steps(workshop, date(2027, 1, 31)).values()) == {ReleaseStep.EXPIRING}
    assert set(steps(workshop, date(2027, 3, 2)).values()) == {ReleaseStep.EXPIRED}


def test_a_change_concerns_only_the_documents_that_print_it(workshop: Workshop) -> None:
    approve(workshop)
    workshop.replace(CATALOG, 'msgstr "Az rahatladıysanız', 'msgstr "Az rahatladıysanız bile')
    waiting = {kind for kind, step in steps(workshop).items() if step is ReleaseStep.UNREVIEWED}
    assert waiting == {"checklist"}


def test_a_days_packs_are_released_or_refused_as_a_whole(workshop: Workshop) -> None:
    path, pack = workshop.path("day.csv"), workshop.pack_of(DocumentKind.CHECKLIST)
    head, visit = "date,time,locale,pack,medicines", f"2026-12-10,09:00,tr,{pack},none"
    path.write_text(f"{head}\n{visit}\n", encoding="utf-8")
    noted: list[DocumentRecord] = []
    asked = DayRequest(
        path,
        workshop.path("monday"),
        release=True,
        note=noted.extend,
    )
    with pytest.raises(ProblemsError):
        build_day(workshop.open(), asked)
    assert not workshop.path("monday").exists()
    approve(workshop)
    result = build_day(workshop.open(), asked)
    assert "TASLAK" not in words_of(result.files[-1])
    assert [one.released for one in noted] == [True]
    sign(workshop, REVIEWER, "en")
    later = build_day(workshop.open(), asked)
    assert (later.made, later.kept) == (0, 1), "a line for another language changes nothing"
    lose_lines(workshop, after=1)
    again = replace(request(CLINICIAN), note="Signed again")
    write_approval(workshop.open(), again, propose_approval(workshop.open(), again, NOW))
    anew = build_day(workshop.open(), asked)
    assert (anew.made, anew.kept) == (1, 0), "the line under which it was released is gone"
    [tip] = {one["ledger"] for one in records_of(anew.files[0].read_bytes())}
    assert tip == read_ledger(workshop.clinic).tip


def lose_lines(workshop: Workshop, after: int) -> None:
    """Cut the ledger, with all that belongs to its last lines."""
    path = ledger_path(workshop.clinic)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:after]), encoding="utf-8")
    for line in lines[after:]:
        texts_path(workshop.clinic, name_of(line.rstrip("\n"))).unlink()
