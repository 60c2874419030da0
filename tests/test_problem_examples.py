"""Each example in docs/problems.md is what the program says when something is broken that way."""

import fcntl
import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pikepdf
import pytest
from openpyxl import Workbook

from build_pack.approvals.ledger.ledger_file import ledger_path
from build_pack.approvals.signatures.verification import allowed_signers_path
from build_pack.checks.check_codes import CHECK_CODES
from build_pack.checks.rounded_doses import rounded_dose_problems
from build_pack.content.library import Library
from build_pack.operations.approve import ApprovalRequest, propose_approval, write_approval
from build_pack.operations.build import option_place
from build_pack.operations.check import CheckScope, check
from build_pack.operations.day.jobs import jobs_from_list
from build_pack.operations.day.visit_list import read_list
from build_pack.operations.earlier_output import leftover_documents, replaced_packs
from build_pack.operations.new_clinic import new_clinic
from build_pack.operations.verify import verify_code, verify_file
from build_pack.problems import CODES, Problem, ProblemsError
from build_pack.releases.release_gate import load_release
from build_pack.rendering.fonts import font_files
from build_pack.rendering.pdf.metadata import describe
from build_pack.storage.atomic_write import write_files_atomically
from build_pack.storage.journal import PartialFolder
from build_pack.storage.problem_listener import problem_listener
from build_pack.storage.recovery import only_writer, recover_folder
from build_pack.storage.writable_paths import LOCK
from build_pack.visits.visit_reader import VisitReader, VisitText
from build_pack.visits.warnings import question_warnings, visit_warnings
from build_pack.workspace.missing_catalogs import missing_catalog_problems
from build_pack.workspace.settings import read_settings
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.printing.test_output_folder import RECORD
from tests.workshop import LEAFLET, ROOT, Workshop

PAGE = ROOT / "docs" / "problems.md"
_EXAMPLE = re.compile(r"^(### (\S+)\n\n[^\n]+\n\n```text\n)((?:(?!```)[\s\S])*)", re.MULTILINE)
_POSITION = re.compile(r"(?<=\.(?:yaml|json))(:\d+)+|(?<=\.po):\d+| on \d+|\d+(?= of these texts)")

TOLD_BY_PRINTING = {
    "font-foreign",
    "glyph-missing",
    "page-reserved",
    "text-overflow",
    "document-stopped",
    "problems-unlisted",
    "page-missing",
    "page-added",
    "page-hidden",
    "page-order",
    "style-refused",
    "library-missing",
    "render-warning",
    "resource-refused",
}
"""Codes that only show on a page: see tests/rendering and tests/printing/test_worker_pool.py."""

CLINIC, RULES = "my-clinic/clinic.yaml", "my-clinic/medicines.yaml"
TEXT, TURKISH = f"leaflets/{LEAFLET}/leaflet.yaml", f"locales/tr/LC_MESSAGES/{LEAFLET}.po"
DRAWING = f"leaflets/{LEAFLET}/figures/facet-joint.svg"
TEMPLATE = "templates/leaflet.html.jinja"
STRONG = "Hiçbir ilacı kendi kararınızla kesmeyin veya değiştirmeyin."
INFECTION = 'msgid "Infection"\nmsgstr "Enfeksiyon"\n'

CHANCE = """\
      - type: chance
        id: few
        people: 1
        of: 100
        text: About 1 in 100 people get an infection.
      - type: paragraph
        id: limits
"""

OWN_MEDICINES = """
medicines:
  - id: second-name
    name: { en: second name, tr: ikinci ad }
    group: pain
    atc: [M01AE01]
    brands: { TR: [Xarelto] }
  - id: pain-pair
    name: { en: pain pair, tr: ağrı ikilisi }
    group: pain
    atc: [M01AE52]
    components: [naproxen, diclofenac]
"""
EXPIRED = """
    decision: ask
    text: { en: Call us., tr: Bizi arayın. }
    decided: { role: { en: Lead, tr: Sorumlu }, on: 2025-01-31, until: 2026-01-31 }
    sources: [none]
"""

OVERLAPPING = """
    cases:
      - when: { regions: [cervical, thoracic] }
      - when: { regions: [thoracic, lumbar] }
      - decision: undecided
"""
UNREACHABLE = """
    cases:
      - when: { regions: [cervical] }
      - when: { regions: [thoracic, lumbar, sacroiliac] }
      - decision: undecided
"""

Break = tuple[str, str, str]
"""A file, what stands in it, and what to put there instead."""

BROKEN_SHAPE: list[Break] = [
    (CLINIC, "emergency_number:", "emergency_nummer:"),
    (CLINIC, '"09:00"', '"9:00"'),
    (TEXT, "subtitle: Also called", "subtitle: Also called\u200b"),
]
BROKEN_LOGO: list[Break] = [(CLINIC, '"#1f4e79"', '"#1f4e79"\n  logo: letters.svg')]
BROKEN_FORM: list[Break] = [
    (CLINIC, "en: Your Clinic’s Name", "en: Pain clinic: city branch"),
    (RULES, "# What", "# \udcddlk"),
    (TURKISH, 'msgstr "Enfeksiyon"', 'msgtsr "Enfeksiyon"'),
]
BROKEN_SENSE: list[Break] = [
    (CLINIC, "  tr: Kliniğinizin Adı\n", ""),
    (CLINIC, '"#1f4e79"', '"#4fb3bf"\n  logo: logo.svg'),
    (RULES, "medicine: apixaban", "medicine: apiksaban"),
    (RULES, "medicine: edoxaban\n", "medicine: edoxaban\n    restart: { day: 1 }\n"),
    (RULES, "medicine: enoxaparin\n", "medicine: enoxaparin\n    sources: [asra-2018]\n"),
    (RULES, "\nrules:", f"{OWN_MEDICINES}\nrules:"),
    (RULES, "medicine: naproxen\n    decision: undecided\n", f"medicine: naproxen{EXPIRED}"),
    (
        RULES,
        "medicine: ibuprofen\n",
        "medicine: ibuprofen\n    text: { en: Up to 1.0 mg., tr: En çok 1 mg. }\n",
    ),
    (RULES, "medicine: clopidogrel\n", f"medicine: clopidogrel{OVERLAPPING}"),
    (RULES, "medicine: ticagrelor\n", f"medicine: ticagrelor{UNREACHABLE}"),
    (
        RULES,
        "medicine: metformin\n",
        "medicine: metformin\n    cases:\n      - when: { regions: [cervical] }\n",
    ),
    (TEXT, "**Do not stop or change any medicine on your own.**", "**Do not stop any medicine."),
    (TEXT, "call {emergency_number}", "call {emergency}"),
    (TEXT, "regions: [cervical, thoracic, lumbar, sacroiliac]", "regions: [cervical, thoracic]"),
    (TEXT, "id: target", "id: definition"),
    (TEXT, "of: choices.refuse", "of: choices.refused"),
    (DRAWING, 'id="label-disc"', 'id="label-disk"'),
    (TEXT, "      - type: paragraph\n        id: limits\n", CHANCE),
    (TEXT, "@spinal-injection-risks]", "@mint-2017]"),
    (TEXT, "no-relief: No relief", "no-relief: Little or no relief"),
    (TEMPLATE, "{% block content %}\n", '{% block content %}\n{{ gettext("At a glance") }}\n'),
    (TURKISH, 'msgstr "Alerji"', 'msgstr ""'),
    (
        TURKISH,
        f'msgctxt "{LEAFLET}.risks.bleeding"',
        f'#, fuzzy\nmsgctxt "{LEAFLET}.risks.bleeding"',
    ),
    (TURKISH, INFECTION, f'{INFECTION}\nmsgctxt "{LEAFLET}.risks.infection"\n{INFECTION}'),
    (TURKISH, INFECTION, f'{INFECTION}\nmsgctxt "{LEAFLET}.risks.infektion"\n{INFECTION}'),
    (TURKISH, "durumda {emergency_number} numarasını", "durumda 112 numarasını"),
    (TURKISH, "iletir [@cleveland-clinic-rfa; @", "iletir [@"),
    (TURKISH, f"**{STRONG}** Anlama", f"{STRONG} Anlama"),
]

BROKEN_WORDS: list[Break] = [
    (TURKISH, 'msgstr "Enfeksiyon"', 'msgstr "Enfeksiyon (infection)"'),
    (TURKISH, 'msgstr "Alerji"', 'msgstr "Alerji (allergy)"'),
]
IGNORES = """\
ignores:
  - check: word-untranslatd
    text: radiofrequency-neurotomy.risks.infection
    reason: Patients know the English word.
    by: First Sample
    digest: "0123456789abcdef"
  - check: word-untranslated
    text: radiofrequency-neurotomy.risks.allergy
    reason: Patients know the English word.
    by: First Sample
    digest: "0123456789abcdef"
"""
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()
NAMES = {"translation-reviewer": "First Sample", "clinician": "Second Sample"}

SHOWN: dict[str, str] = {
    "approval-expired": "risks.allergy",
    "id-duplicate": "definition",
    "id-unknown": "choices.refused”",
    "locale-unknown": "no catalogs",
    "text-missing": "“tr”",
    "translation-missing": "risks.allergy",
    "translation-stale": "risks.no-relief",
    "translation-unknown": "infektion",
}
"""Where breaking one thing breaks others too: words of the problem to show."""


def copy_of_the_library(folder: Path) -> Workshop:
    for name in ("leaflets", "locales", "templates", "clinics"):
        shutil.copytree(ROOT / name, folder / name)
    return Workshop(folder)


def change(workshop: Workshop, changes: list[Break]) -> None:
    """Break some files."""
    for name, old, new in changes:
        path = workshop.path(name)
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8", errors="surrogateescape")


def found_in(workshop: Workshop, *locales: str) -> tuple[Problem, ...]:
    """What `check` says of texts, with the clinic that is there."""
    library, clinic = Library((workshop.folder,)), workshop.path("my-clinic")
    return check(Workspace(library, clinic, TODAY), CheckScope(locales), pages=False).problems


def broken(workshop: Workshop, changes: list[Break]) -> Iterator[Problem]:
    """All problems of a library with a new clinic, after these changes."""
    library, clinic = Library((workshop.folder,)), workshop.path("my-clinic")
    new_clinic(library, clinic)
    misplaced = clinic / "locales" / "en" / f"{LEAFLET}.po"
    misplaced.parent.mkdir(parents=True)
    misplaced.touch()
    (clinic / "formulary.yaml").touch()
    letters = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>North</text></svg>'
    (clinic / "letters.svg").write_text(letters, encoding="utf-8")
    change(workshop, changes)
    yield from found_in(workshop, "tr", "ar")


def let_pass(workshop: Workshop) -> Iterator[Problem]:
    """What is said of findings that are let pass and should not be."""
    new_clinic(Library((workshop.folder,)), workshop.path("my-clinic"))
    change(workshop, BROKEN_WORDS)
    path = workshop.path("my-clinic/locales/tr/ignores.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(IGNORES, encoding="utf-8")
    yield from found_in(workshop, "tr")


def asked_to_sign(role: str, by: str) -> ApprovalRequest:
    return ApprovalRequest(LEAFLET, "tr", by, role, until=TODAY)


def unreleased(workshop: Workshop, today: date) -> tuple[Problem, ...]:
    """Why there is no release on a day."""
    library, clinic = Library((workshop.folder,)), workshop.path("my-clinic")
    with pytest.raises(ProblemsError) as refused_:
        load_release(Workspace(library, clinic, today), LEAFLET, ("tr",))
    return refused_.value.problems


def signed(workshop: Workshop) -> Iterator[Problem]:
    """What is said of signatures that are missing, over, refused or spoilt."""
    clinic = workshop.path("my-clinic")
    library = Library((workshop.folder,))
    new_clinic(library, clinic)
    for role, name in NAMES.items():
        request = asked_to_sign(role, name)
        opened = Workspace(library, clinic)
        write_approval(opened, request, propose_approval(opened, request, NOW))
    with pytest.raises(ProblemsError) as other_role:
        propose_approval(
            Workspace(library, clinic), asked_to_sign("clinician", "First Sample"), NOW
        )
    yield from other_role.value.problems
    yield from unreleased(workshop, TODAY + timedelta(days=1))
    change(workshop, [(TURKISH, 'msgstr "Enfeksiyon"', 'msgstr "İltihap"')])
    yield from unreleased(workshop, TODAY)
    allowed_signers_path(clinic).touch()
    yield from found_in(workshop, "tr")
    words = f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{'A' * 43}"
    lines = f'"First Sample" {words}\n"Second Sample" {words}\n'
    allowed_signers_path(clinic).write_text(lines, encoding="utf-8")
    yield from found_in(workshop, "tr")
    allowed_signers_path(clinic).unlink()
    ledger = ledger_path(clinic)
    text = ledger.read_text(encoding="utf-8")
    ledger.write_text(text.replace("First", "Third"), encoding="utf-8")
    yield from found_in(workshop, "tr")


def not_ours(workshop: Workshop) -> Iterator[Problem]:
    """What is said of a file and of a code that are nothing of ours."""
    library, clinic = Library((workshop.folder,)), workshop.path("my-clinic")
    new_clinic(library, clinic)
    pdf = workshop.path("leaflet.pdf")
    pikepdf.new().save(pdf)
    with pytest.raises(ProblemsError) as file:
        verify_file(Workspace(library, clinic, TODAY), pdf)
    with pytest.raises(ProblemsError) as code:
        verify_code(Workspace(library, clinic, TODAY), "7K3M-2X9D")
    yield from (*file.value.problems, *code.value.problems)


def refused(workshop: Workshop) -> Iterator[Problem]:
    """What is said where a file is in the way."""
    clinic, file = workshop.path("my-clinic"), workshop.path("out")
    clinic.mkdir()
    (clinic / "notes.txt").touch()
    file.touch()
    with pytest.raises(ProblemsError) as there:
        new_clinic(Library((workshop.folder,)), clinic)
    with pytest.raises(ProblemsError) as unwritable:
        write_files_atomically(file / LEAFLET, {Path("leaflet.pdf"): b""})
    yield from (*there.value.problems, *unwritable.value.problems)
    old = workshop.path(f"packs/{LEAFLET}/de/pack.pdf")
    old.parent.mkdir(parents=True)
    old.touch()
    yield from leftover_documents(workshop.path("packs"), ())
    pdf = pikepdf.new()
    describe(pdf, "Title", b"<x/>", [RECORD | {"released": True}])
    pdf.save(old)
    made = datetime(2026, 11, 30, 9, 12).astimezone().timestamp()
    os.utime(old, (made, made))
    yield from replaced_packs(
        workshop.path("packs"), [Path(LEAFLET, "de", "pack.pdf")], "demo", draft=True
    )
    settings = workshop.path("build-pack.toml")
    settings.write_text("clinic = my-clinic\n", "utf-8")
    with pytest.raises(ProblemsError) as broken_settings:
        read_settings(settings)
    yield from broken_settings.value.problems


def interrupted(workshop: Workshop) -> Iterator[Problem]:
    """What is said where another run is at work, or was, and where a catalog is gone."""
    out, heard = workshop.path("out"), list[Problem]()
    out.mkdir()
    said = "build-pack day on front-desk, process 4711, since 09:12 on 30 November 2026\n"
    (out / LOCK).write_text(said)
    with (out / LOCK).open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(ProblemsError) as busy, only_writer(out, patience=0):
            pass
    partial = PartialFolder.begin(out)
    partial.commit(partial.stage({Path("manifest.json"): b""}, ()))
    token = problem_listener.set(heard.append)
    recover_folder(out)
    problem_listener.reset(token)
    yield from (*busy.value.problems, *heard)
    path = workshop.path(f"my-clinic/locales/tr/LC_MESSAGES/{LEAFLET}.po")
    path.parent.mkdir(parents=True)
    workshop.path("my-clinic/locales/catalogs.txt").write_text(
        f"locales/tr/LC_MESSAGES/{path.name}"
    )
    yield from missing_catalog_problems(workshop.path("my-clinic"), [path])


def asked() -> Iterator[Problem]:
    """What is said of a visit that is not as it should be."""
    library, clinic = Library((ROOT,)), ROOT / "clinics" / "demo"
    sources = load_sources(Workspace(library, clinic), LEAFLET, ("en",), draft=False).sources
    reader = VisitReader(sources)
    with pytest.raises(ProblemsError) as invalid:
        reader.read(
            VisitText(side="middle", medicines=("warfrin", "Aspirin", "Coraspin")), option_place
        )
    yield from invalid.value.problems
    medicines = ("Aspirin", "gliclazide")
    visit, _ = reader.read(VisitText("2026-12-10T09:00", medicines=medicines), option_place)
    several, _ = reader.read(VisitText(medicines=("warfarin", "Plavix")), option_place)
    alone, _ = reader.read(VisitText(medicines=("warfarin",)), option_place)
    counted, _ = reader.read(
        VisitText("2026-12-20T09:00", region="lumbar", medicines=("Glifor 2x1",)), option_place
    )
    for one in (visit, several, alone, counted):
        yield from visit_warnings(
            sources, one, date(2026, 12, 10), option_place, sources.leaflet.kinds
        )
        yield from question_warnings(sources, one, option_place, sources.leaflet.kinds)


def counted(workshop: Workshop) -> Iterator[Problem]:
    """What is said of a rule in hours that puts a dose off by a day."""
    rules = "clinics/demo/medicines.yaml"
    change(workshop, [(rules, "restart: { day: 1 }", "restart: { hours: 24 }")])
    library = Library((workshop.folder,))
    yield from rounded_dose_problems(
        load_sources(Workspace(library, workshop.clinic), LEAFLET, ("en",), draft=False).materials
    )


def late_test(workshop: Workshop) -> Iterator[Problem]:
    """What is said of a blood test on the day of the procedure."""
    change(
        workshop, [("clinics/demo/medicines.yaml", "            day: -1\n", "            day: 0\n")]
    )
    space = Workspace(Library((workshop.folder,)), workshop.clinic, TODAY)
    yield from check(space, CheckScope(("en",)), pages=False).problems


def listed(folder: Path) -> Iterator[Problem]:
    """What is said of a day's list, with paths as seen from its folder."""
    path, visit = folder / "monday.csv", f"2026-12-10,09:00,en,{LEAFLET},none\n"
    path.write_text(f"date,time,locale,leaflet,medicin\n{visit}", encoding="utf-8")
    with pytest.raises(ProblemsError) as invalid:
        read_list(path)
    path.write_text(f"date,time,locale,leaflet,medicines\n{visit}{visit}", encoding="utf-8")
    orders = jobs_from_list(Workspace(Library((ROOT,)), ROOT / "clinics" / "demo"), read_list(path))
    for problem in (*invalid.value.problems, *orders.warnings, *hidden_row(folder)):
        place = replace(problem.place, path=problem.place.path.relative_to(folder))
        yield replace(problem, place=place)


def hidden_row(folder: Path) -> tuple[Problem, ...]:
    """What is said of a row that a filter hides."""
    book = Workbook()
    for row in (["date", "time", "locale"], *[["2026-12-10", "09:00", "en"]] * 2):
        book.worksheets[0].append(row)
    book.worksheets[0].row_dimensions[3].hidden = True
    book.save(folder / "monday.xlsx")
    return read_list(folder / "monday.xlsx")[-1].problems


def without_font(workshop: Workshop) -> Iterator[Problem]:
    """What is said where the font for a language of the clinic is not installed."""
    new_clinic(Library((workshop.folder,)), workshop.path("my-clinic"))
    change(workshop, [(CLINIC, "locales: [tr, en]", "locales: [tr, en, ar]")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(font_files, "_is_installed", lambda _: False)
        yield from found_in(workshop, "ar")


BREAKS: list[Callable[[Workshop], Iterator[Problem]]] = [
    *(
        partial(broken, changes=changes)
        for changes in (BROKEN_SENSE, BROKEN_SHAPE, BROKEN_LOGO, BROKEN_FORM)
    ),
    refused,
    interrupted,
    let_pass,
    counted,
    late_test,
    signed,
    not_ours,
    without_font,
]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the program says for each code, with paths as seen from the library's folder."""
    found: dict[str, str] = {}
    for problem in (*asked(), *listed(tmp_path_factory.mktemp("list"))):
        found.setdefault(problem.code, f"{problem}\n")
    for break_ in BREAKS:
        workshop = copy_of_the_library(tmp_path_factory.mktemp("library") / "here")
        for problem in break_(workshop):
            if SHOWN.get(problem.code, "") in problem.message:
                text = str(problem).replace(f"{workshop.folder}/", "")
                found.setdefault(problem.code, f"{text}\n")
    return found


def test_each_example_is_what_the_program_says(said: dict[str, str], update_goldens: bool) -> None:
    def fresh(example: re.Match[str]) -> str:
        now = said.get(example[2], example[3])
        # Lines and numbers of texts change with a leaflet: they are no part of the example.
        same = _POSITION.sub("", now) == _POSITION.sub("", example[3])
        return example[1] + (example[3] if same else now)

    page = PAGE.read_text(encoding="utf-8")
    if update_goldens:
        PAGE.write_text(_EXAMPLE.sub(fresh, page), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == _EXAMPLE.sub(fresh, page)


def test_each_code_but_those_of_checks_has_an_example_that_is_tried_here_or_by_printing(
    said: dict[str, str],
) -> None:
    examples = {code for _, code, _ in _EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))}
    told = set(said) | TOLD_BY_PRINTING
    assert examples == told - CHECK_CODES == set(CODES) - CHECK_CODES


def test_the_first_example_is_what_the_program_says(said: dict[str, str]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    shown = page[page.index("```text\n") + 8 :]
    shown = shown[: shown.index("```")]
    expected = said["contrast-low"] + said["key-missing"] + "1 error, 1 warning.\n"
    assert _POSITION.sub("", shown) == _POSITION.sub("", expected)


def test_the_problem_that_is_shown_as_data_is_what_the_program_says(said: dict[str, str]) -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    shown = page[page.index("```json\n") + 8 :]
    [one] = json.loads(shown[: shown.index("```")])
    text = f"{one['path']}: {one['severity']} {one['code']} {one['message']}\n    {one['hint']}\n"
    assert text == _POSITION.sub("", said[one["code"]])
