"""Medicines that no rule decides about together: what the finished pages say, and what not."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from build_pack.checks.rounded_doses import rounded_dose_problems
from build_pack.content.library import Library
from build_pack.content.models.clinic import Clinic
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.dosing import Slot
from build_pack.content.models.leaflet import Leaflet
from build_pack.content.yaml.loading import load
from build_pack.documents.day_sheet.compose import compose as contents
from build_pack.documents.day_sheet.views import DayPack
from build_pack.documents.medicines.visit_plans import visit_plan
from build_pack.operations.build import build
from build_pack.problems import Place, ProblemsError
from build_pack.visits.visit_reader import VisitReader, VisitText
from build_pack.visits.warnings import question_warnings, visit_warnings
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.documents.test_medicines import WITHHELD, demo, with_rules
from tests.workshop import LEAFLET, Workshop

PHONE = "+90 312 000 00 02"
THINNERS = ("rivaroxaban 20 mg", "enoxaparin 40 mg (dose: preventive, taken: evening)", "Plavix")
NAMES = {
    "en": ("rivaroxaban 20 mg", "enoxaparin 40 mg", "clopidogrel (Plavix)"),
    "tr": ("rivaroksaban 20 mg", "enoksaparin 40 mg", "klopidogrel (Plavix)"),
}
CALLS = {
    "en": "Call us as soon as you have this sheet: {}. Do not stop it and do not change it until",
    "tr": "Bu planı alır almaz bizi arayın: {}. Görüşene kadar bu ilacı kesmeyin",
}
_METFORMIN = "metformin (Glifor), metformin"
_SEVERAL = (
    f"More than one blood thinner, none of them decided: {', '.join(NAMES['en'])}. The patient is "
    "to call, and the prescribers are to agree."
)
LINES = {"en": "{}: Call us now: {}.", "tr": "{}: Hemen bizi arayın: {}."}
MARKS = {
    "en": ("Last dose", "First dose", "No dose", "Start again", "Keep taking", "INR"),
    "tr": ("Son doz", "İlk doz", "Doz yok", "Yeniden başlama", "Kullanmaya devam", "INR"),
}
DATES = {
    "en": re.compile(r"\b\d{1,2} (?:December|Dec)(?: 2026)?"),
    "tr": re.compile(r"\b\d{1,2} Ara(?:lık)?(?: 2026)?"),
}
PROCEDURE = {
    "en": {"10 December 2026", "10 Dec"},
    "tr": {"10 Aralık 2026", "10 Ara"},
}
"""In full, and as the front page has it."""


def words(path: Path) -> str:
    """The text of a PDF in the order of reading, in one line."""
    done = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().replace("\u00a0", " ").replace("\u2011", "-").split())


@pytest.fixture
def visit() -> VisitText:
    return VisitText("2026-12-10T08:30", region="lumbar", side="left", medicines=THINNERS)


def test_no_page_says_a_date_or_a_dose_of_several_blood_thinners_and_each_says_to_call(
    workshop: Workshop, visit: VisitText
) -> None:
    pack = workshop.pack_of(DocumentKind.MEDICINES, DocumentKind.CHECKLIST)
    asked = replace(workshop.request(pack=pack), visit=visit)
    made = {
        path.relative_to(workshop.out).as_posix(): path
        for path in build(workshop.open(date(2026, 11, 30)), asked).files
    }
    for locale, names in NAMES.items():
        sheet, tasks = (
            words(
                next(path for name, path in made.items() if f"/{locale}/" in name and kind in name)
            )
            for kind in (DocumentKind.MEDICINES, DocumentKind.CHECKLIST)
        )
        assert set(DATES[locale].findall(sheet)) == PROCEDURE[locale]
        assert [mark for mark in MARKS[locale] if mark in sheet] == []
        assert sheet.count(CALLS[locale].format(PHONE)) == len(names)
        assert ", ".join(names) in sheet
        for name in names:
            assert LINES[locale].format(name, PHONE) in tasks
            assert tasks.count(name) == 1
        assert [mark for mark in MARKS[locale] if mark in tasks] == []


def test_warfarin_apixaban_and_aspirin_put_no_date_on_any_page_of_any_document(
    workshop: Workshop,
) -> None:
    """The dates are those of a patient who takes nothing: of the procedure and of other tasks."""
    kinds = load(workshop.path(f"leaflets/{LEAFLET}/leaflet.yaml"), Leaflet).model.kinds
    pack = workshop.pack_of(*kinds)
    three = ("warfarin 5 mg (taken: evening)", "apixaban 5 mg (taken: morning+evening)", "aspirin")
    found: dict[str, dict[str, set[str]]] = {}
    for name, medicines in (("thinners", three), ("none", ("none",))):
        visit = VisitText(
            "2026-12-10T08:30", "lumbar", "left", "good", medicines,
            previous_date="2026-12-03T08:30",
            facts=("bleeds-easily=no", "liver-disease=no", "stroke-or-clot=no"),
        )  # fmt: skip
        request = replace(workshop.request(pack=pack), visit=visit, out=workshop.out / name)
        files = build(workshop.open(date(2026, 11, 30)), request).files
        found[name] = {
            f"{locale} {kind}": set(DATES[locale].findall(words(path)))
            for path in files
            for locale in DATES
            for kind in kinds
            if locale in path.parts and path.name.endswith(f"{kind}.pdf")
        }
    assert len(found["thinners"]) == len(kinds) * len(DATES)
    for at, dates in found["thinners"].items():
        assert dates <= found["none"][at], at


@pytest.mark.parametrize(
    ("medicines", "expected"),
    [
        (
            THINNERS,
            _SEVERAL,
        ),
        (
            ("Glifor", "metformin!"),
            f"The same medicine at least twice, not decided: {_METFORMIN}. The patient is to call.",
        ),
        (
            ("gabapentin", "naproxen", "cilostazol"),
            (
                "Blood thinner with an anti-inflammatory painkiller: cilostazol, naproxen",
                "Patient is to call about: naproxen",
            ),
        ),
        (("gabapentin", "cilostazol"), "All decided"),
    ],
)
def test_the_nurses_list_names_what_no_rule_decides_together(
    medicines: tuple[str, ...], expected: str | tuple[str, ...]
) -> None:
    asked = VisitText("2026-12-10T09:00", region="lumbar", medicines=medicines)
    visit, _ = VisitReader(demo()).read(asked, lambda _: Place(Path("x")))
    [day] = contents(demo(), "en", [DayPack(2, "en", demo(), visit, 1)], []).days
    [entry] = day.entries
    lines = [expected] if isinstance(expected, str) else [*expected]
    assert [said.replace("\u00a0", " ") for said in entry.open] == lines


def told(*medicines: str) -> list[tuple[str, str, str]]:
    """What is told of a visit on some day before it: code, place and message."""
    place = Place(Path("medicines"))
    rule = WITHHELD | {"medicine": "dulaglutide"}
    found = with_rules({**WITHHELD, "blood_tests": []}, {**rule, "blood_tests": []})
    visit, _ = VisitReader(found).read(
        VisitText("2026-12-10T09:00", medicines=medicines), lambda _: place
    )
    kinds = found.leaflet.kinds
    problems = (
        *visit_warnings(found, visit, date(2026, 11, 1), lambda _: place, kinds),
        *question_warnings(found, visit, lambda _: place, kinds),
    )
    return [(one.code, str(one.place), one.message) for one in problems]


def test_a_weekly_medicine_is_asked_for_by_name() -> None:
    assert told("dulaglutide (taken: monday)") == []
    [(code, _, message)] = told("dulaglutide")
    assert (code, message) == (
        "visit-incomplete",
        "Medicine 1 is printed as undecided: 1 question is open.",
    )


@pytest.mark.parametrize(
    ("medicines", "expected"),
    [
        (("warfarin", "metformin"), []),
        (
            ("warfarin", "Plavix"),
            ["Medicines 1 and 2: more than one blood thinner, so each is printed as undecided."],
        ),
        (
            ("ibuprofen", "warfarin"),
            ["Medicines 1 and 2: a blood thinner together with an anti-inflammatory painkiller."],
        ),
    ],
)
def test_medicines_that_do_not_go_together_are_told(
    medicines: tuple[str, ...], expected: list[str]
) -> None:
    assert [message for _, _, message in told(*medicines)] == expected


def test_check_tells_a_rule_in_hours_at_its_line(workshop: Workshop) -> None:
    line = workshop.replace(
        "clinics/demo/medicines.yaml", "last_dose: { hours: 12 }", "last_dose: { hours: 13 }"
    )
    library = Library((workshop.folder,))
    found = load_sources(Workspace(library, workshop.clinic), LEAFLET, ("en",), draft=False)
    [problem] = rounded_dose_problems(found.materials)
    assert (problem.code, problem.place.line) == ("rule-rounded", line)
    assert "13 hours before a procedure, for example on 2026-11-22 at " in problem.message
    assert "2026-11-21 at 19:30" in problem.message
    assert "2026-11-20 at 20:00" in problem.message


def test_the_clinics_own_times_move_its_doses(workshop: Workshop, visit: VisitText) -> None:
    evening = 'evening: { begins: "18:00", usual: "20:00", taken_by: "21:00" }'
    later = 'evening: { begins: "18:00", usual: "20:45", taken_by: "21:00" }'
    no_risks = ("bleeds-easily=no", "liver-disease=no")
    one = replace(visit, medicines=THINNERS[1:2], kidney="good", facts=no_risks)
    last = []
    for _ in range(2):
        found = load_sources(workshop.open(), LEAFLET, ("en",), draft=False)
        read, _ = VisitReader(found.sources).read(one, lambda _: Place(Path("x")))
        last += [each.last_dose for each in visit_plan(found.sources, read).medicines]
        if len(last) == 1:
            workshop.replace("clinics/demo/clinic.yaml", evening, later)
    assert [(each.day, each.slot) for each in last if each] == [
        (-1, Slot.EVENING), (-2, Slot.EVENING),
    ]  # fmt: skip


def test_times_that_overlap_are_refused_at_their_line(workshop: Workshop) -> None:
    line = workshop.replace("clinics/demo/clinic.yaml", 'begins: "18:00"', 'begins: "13:00"')
    with pytest.raises(ProblemsError) as refused:
        load(workshop.clinic / "clinic.yaml", Clinic)
    [problem] = refused.value.problems
    assert (problem.code, problem.place.line) == ("value-invalid", line)
    assert "evening begins at 13:00, before noon ends at 14:00" in problem.message
