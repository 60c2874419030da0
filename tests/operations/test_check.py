"""Check runs everything; what a person lets pass comes back when its text changes."""

from datetime import date

import pytest

from build_pack.content.library import Library
from build_pack.operations.check import CheckScope, check
from build_pack.operations.ignore import IgnoreRequest, ignore_finding
from build_pack.problems import Problem, ProblemsError
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.workshop import DRIVE, LEAFLET, ROOT, Workshop

TODAY = date(2026, 11, 22)
CATALOG = f"locales/tr/LC_MESSAGES/{LEAFLET}.po"
WAIT = f"{LEAFLET}.checklist.after.driving"


def found(
    workshop: Workshop, today: date = TODAY, *locales: str, pages: bool = False
) -> list[Problem]:
    library = Library((workshop.folder,))
    return list(
        check(Workspace(library, workshop.clinic, today), CheckScope(locales), pages=pages).problems
    )


def codes(workshop: Workshop, today: date = TODAY) -> set[str]:
    return {problem.code for problem in found(workshop, today)}


def wanted(workshop: Workshop, code: str, text: str) -> IgnoreRequest:
    reason, by = "It says: “so it is”.", "Sample Reviewer"
    return IgnoreRequest(workshop.folder, code, text, "tr", reason, by)


def test_the_library_as_it_is_has_no_problems(workshop: Workshop) -> None:
    assert found(workshop, TODAY, "en", pages=True) == []


def test_of_the_library_as_it_is_shipped_people_have_to_read_the_sources() -> None:
    """None is called verified that nobody has opened, and one is old; nothing else is told."""
    shipped = Workspace(Library((ROOT,)), ROOT / "clinics" / "demo", TODAY)
    told = check(shipped, CheckScope(), pages=False).problems
    assert {one.code for one in told} == {"reference-unverified", "reference-old"}


def test_what_is_old_and_what_is_hard_to_read_are_warnings(workshop: Workshop) -> None:
    workshop.blemish()
    assert {(problem.code, problem.severity) for problem in found(workshop)} == {
        ("reference-old", "warning"),
        ("text-hard", "warning"),
    }


def test_a_negation_that_was_lost_is_told_with_its_line_and_stops_a_build(
    workshop: Workshop,
) -> None:
    line = workshop.replace(CATALOG, *DRIVE)
    [problem] = [one for one in found(workshop) if one.severity == "error"]
    assert problem.code == "negation-mismatch"
    assert abs(problem.place.line - line) <= 3
    assert WAIT in problem.message
    library = Library((workshop.folder,))
    with pytest.raises(ProblemsError):
        load_sources(Workspace(library, workshop.clinic), LEAFLET, (), draft=False)
    loaded = load_sources(Workspace(library, workshop.clinic), LEAFLET, (), draft=True)
    assert "negation-mismatch" in {one.code for one in loaded.problems}


def test_a_clinics_own_text_is_checked_like_a_translation(workshop: Workshop) -> None:
    workshop.replace("clinics/demo/clinic.yaml", "araç ve makine kullanmayın", "araç kullanın")
    assert "negation-mismatch" in codes(workshop)


def test_the_name_of_a_clinic_is_no_prose(workshop: Workshop) -> None:
    file = "clinics/demo/clinic.yaml"
    workshop.replace(file, "en: Sample Pain Clinic", 'en: "The Day Clinic"')
    workshop.replace(file, "tr: Örnek Ağrı Kliniği", 'tr: "No Pain / Günübirlik"')
    workshop.replace(file, "Come with an adult", "Come to The Day Clinic with an adult")
    workshop.replace(file, "yetişkinle", "yetişkinle No Pain / Günübirlik’e")
    assert codes(workshop) == set()


def test_fixed_words_and_tags_are_looked_at_in_a_clinics_own_files(workshop: Workshop) -> None:
    overlay = workshop.clinic / "locales" / "tr" / "LC_MESSAGES" / "ui.po"
    overlay.parent.mkdir(parents=True)
    header = 'msgid ""\nmsgstr ""\n"Language: tr\\n"\n'
    entry = 'msgctxt "mark.wait"\nmsgid "Wait"\nmsgstr "Alın"\n'
    overlay.write_text(f"{header}\n{entry}", encoding="utf-8")
    workshop.replace("clinics/demo/clinic.yaml", "Sizi eve", "Sizi <b>eve</b>")
    leaflet = f"leaflets/{LEAFLET}/leaflet.yaml"
    workshop.replace(leaflet, "infection: Infection", "infection: Infection<br>")
    places = {(one.code, one.place.path.name) for one in found(workshop)}
    assert {("sheet-word-mismatch", "ui.po"), ("tag-found", "clinic.yaml")} <= places
    assert ("tag-found", "leaflet.yaml") in places


def test_a_dose_in_a_clinics_own_text_is_told_once(workshop: Workshop) -> None:
    line = workshop.replace(
        "clinics/demo/clinic.yaml", "Sizi eve götür", "10mg alın, sizi eve götür"
    )
    told = [one for one in found(workshop) if one.code == "dose-unsafe"]
    assert [problem.place.line for problem in told] == [line]


def test_what_a_person_lets_pass_is_not_told_until_the_text_changes(workshop: Workshop) -> None:
    workshop.replace(CATALOG, *DRIVE)
    path = ignore_finding(workshop.open(TODAY), wanted(workshop, "negation-mismatch", WAIT))
    assert path == workshop.path("locales/tr/ignores.yaml")
    assert codes(workshop) == set()
    other = DRIVE[1].replace("araç", "arabayı")
    workshop.replace(CATALOG, DRIVE[1], other)
    assert {"negation-mismatch", "ignore-outdated"} <= codes(workshop)
    workshop.replace(CATALOG, other, DRIVE[0])
    assert codes(workshop) == {"ignore-outdated"}


def test_a_change_of_the_source_ends_it_as_well(workshop: Workshop) -> None:
    workshop.replace(CATALOG, *DRIVE)
    ignore_finding(workshop.open(TODAY), wanted(workshop, "negation-mismatch", WAIT))
    old, new = "Do not drive until we say you may.", "Do not drive before we say you may."
    workshop.replace(f"leaflets/{LEAFLET}/leaflet.yaml", f"text: {old}", f"text: {new}")
    workshop.replace(CATALOG, f'msgid "{old}"', f'msgid "{new}"')
    assert "negation-mismatch" in codes(workshop)


def test_two_findings_can_be_let_pass_one_after_the_other(workshop: Workshop) -> None:
    workshop.blemish()
    ignore_finding(workshop.open(TODAY), wanted(workshop, "reference-old", "reference.aspn-2021"))
    ignore_finding(workshop.open(TODAY), wanted(workshop, "text-hard", f"{LEAFLET}.afterwards"))
    assert found(workshop) == []


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("negation-lost", WAIT, "There is no check “negation-lost”."),
        ("review-overdue", LEAFLET, "“review-overdue” cannot be accepted."),
        ("negation-mismatch", WAIT, f"negation-mismatch finds nothing in “{WAIT}” for “tr”."),
    ],
)
def test_only_what_was_found_can_be_let_pass(
    workshop: Workshop, code: str, text: str, words: str
) -> None:
    with pytest.raises(ProblemsError) as refused:
        ignore_finding(workshop.open(TODAY), wanted(workshop, code, text))
    assert [problem.message for problem in refused.value.problems] == [words]
    assert not workshop.path("locales/tr/ignores.yaml").exists()


@pytest.mark.parametrize("before", ["ignores: []\n", "ignores:\n- check: text-hard\n"])
def test_a_file_that_is_laid_out_otherwise_is_not_spoilt(workshop: Workshop, before: str) -> None:
    workshop.blemish()
    path = workshop.path("locales/tr/ignores.yaml")
    path.write_text(before, encoding="utf-8")
    with pytest.raises(ProblemsError):
        ignore_finding(workshop.open(TODAY), wanted(workshop, "text-hard", f"{LEAFLET}.afterwards"))
    assert path.read_text(encoding="utf-8") == before


def test_the_same_finding_is_let_pass_once(workshop: Workshop) -> None:
    workshop.blemish()
    asked = wanted(workshop, "text-hard", f"{LEAFLET}.afterwards")
    ignore_finding(workshop.open(TODAY), asked)
    path = ignore_finding(workshop.open(TODAY), asked)
    assert path.read_text(encoding="utf-8").count("- check:") == 1


def test_a_role_alone_is_told_with_its_line(workshop: Workshop) -> None:
    path = workshop.clinic / "clinic.yaml"
    path.write_text(path.read_text("utf-8") + "approvals:\n  roles: [clinician]\n", "utf-8")
    [problem] = found(workshop)
    assert problem.message == "approvals → roles: it has 1 item; the minimum is 2."
    assert problem.place.line == len(path.read_text("utf-8").splitlines())


def test_a_digest_that_someone_wrote_is_told_with_its_line(workshop: Workshop) -> None:
    workshop.blemish()
    path = ignore_finding(
        workshop.open(TODAY), wanted(workshop, "text-hard", f"{LEAFLET}.afterwards")
    )
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("digest")] + "digest: today\n", "utf-8")
    told = [one for one in found(workshop) if one.place.path == path]
    assert [(one.code, one.place.line) for one in told] == [("value-invalid", 7)]
    assert "build-pack ignore" in told[0].hint


def test_a_misspelt_check_in_the_file_is_told_with_its_line(workshop: Workshop) -> None:
    workshop.blemish()
    ignore_finding(workshop.open(TODAY), wanted(workshop, "text-hard", f"{LEAFLET}.afterwards"))
    workshop.replace("locales/tr/ignores.yaml", "text-hard", "text-harsh")
    [problem] = [one for one in found(workshop) if one.code == "ignore-invalid"]
    assert (problem.place.line, problem.hint) == (3, "Did you mean “text-hard”?")


def test_a_text_past_its_review_is_an_error_of_check_alone(workshop: Workshop) -> None:
    late = date(2027, 11, 23)
    assert "review-overdue" in codes(workshop, late)
    loaded = load_sources(workshop.open(late), LEAFLET, ("tr",), draft=True)
    assert "review-overdue" not in {one.code for one in loaded.problems}


def test_a_fault_of_the_page_is_found_in_print(workshop: Workshop) -> None:
    workshop.replace("templates/css/variables.css", "--size-text: 12pt", "--size-text: 9pt")
    problem = next(
        one for one in found(workshop, TODAY, "en", pages=True) if one.code == "print-small"
    )
    assert problem.place.path.suffix == ".pdf"
    assert problem.message.startswith("Page 1: ")
