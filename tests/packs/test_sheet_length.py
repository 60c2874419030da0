"""A front page and a medicine sheet that are read to the end: what is on which page of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.content.models.regions import Region
from build_pack.operations.build import BuildRequest, build_in_memory
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.pdf.printed_lines import PrintedPage
from build_pack.visits.visit_reader import VisitText
from tests.workshop import LEAFLET, ROOT, opened

BEFORE, HOME = date(2026, 11, 30), date(2026, 12, 10)
GRID = {"en": "Your medicines, day by day", "tr": "İlaçlarınız, gün gün"}
CALL = {"en": "In an emergency", "tr": "Acil durumda"}
KEPT_AND_STOPPED = (
    "warfarin 5 mg",
    "metformin 1000 mg",
    "ibuprofen 400 mg",
    "Nigella!",
    "dapagliflozin 10 mg (indication: diabetes)",
)
STOPPED = (
    "rivaroxaban 20 mg",
    "metformin 1000 mg",
    "paracetamol 500 mg",
    "gliclazide",
    "empagliflozin 10 mg (indication: diabetes)",
)
NO_RISKS = ("bleeds-easily=no", "stroke-or-clot=no", "liver-disease=no")
"""What the sample's rules ask, so that each medicine is decided."""
VISIT = VisitText(
    "2026-12-10T09:00",
    side="left",
    label="Sample 01",
    kidney="good",
    medicines=STOPPED,
    facts=NO_RISKS,
)


def printed(
    visit: VisitText, kind: DocumentKind = DocumentKind.MEDICINES, today: date = BEFORE
) -> dict[str, tuple[PrintedPage, ...]]:
    """The pages of a document of the sample clinic, by language."""
    request = BuildRequest(LEAFLET, Path("out"), ("en", "tr"), visit, documents=(kind,), jobs=0)
    made = build_in_memory(opened(ROOT / "clinics" / "demo", today), request)
    return {
        path.parts[-2]: read_pages(content)
        for path, content in made.items()
        if path.suffix == ".pdf"
    }


def front_and_sheet(pages: tuple[PrintedPage, ...], locale: str) -> tuple[int, int]:
    """How many pages come before the grid begins, and how many from there on."""
    first = next(at for at, page in enumerate(pages) if GRID[locale] in page.text)
    return first, len(pages) - first


@pytest.mark.parametrize("region", Region)
def test_five_stopped_medicines_are_a_front_page_and_at_most_three_more(region: Region) -> None:
    for locale, pages in printed(replace(VISIT, region=region)).items():
        front, rest = front_and_sheet(pages, locale)
        assert front == 1, locale
        assert rest <= 3, locale


def test_in_large_print_it_is_at_most_twice_as_many() -> None:
    found = printed(replace(VISIT, region=Region.LUMBAR, large_print=True))
    for locale, pages in found.items():
        front, rest = front_and_sheet(pages, locale)
        assert front <= 2, locale
        assert rest <= 6, locale


def test_the_front_page_alone_is_one_page_and_has_the_numbers_to_call() -> None:
    found = printed(replace(VISIT, region=Region.LUMBAR), DocumentKind.FRONT_PAGE)
    for locale, pages in found.items():
        [page] = pages
        assert CALL[locale] in page.text
        assert "112" in page.text


def test_the_numbers_to_call_in_an_emergency_are_in_one_place_of_a_sheet() -> None:
    for visit in (replace(VISIT, region=Region.LUMBAR), VisitText()):
        for locale, pages in printed(visit).items():
            assert [CALL[locale] in page.text for page in pages].count(True) == 1


def test_forty_medicines_are_printed_on_as_many_pages_as_they_need() -> None:
    names = tuple(f"Xyzol{chr(97 + at // 26)}{chr(97 + at % 26)}!" for at in range(40))
    for locale, pages in printed(replace(VISIT, region=Region.LUMBAR, medicines=names)).items():
        front, rest = front_and_sheet(pages, locale)
        sheet = "".join(page.text for page in pages[front:])
        assert all(name.removesuffix("!") in sheet for name in names)
        assert front > 1
        assert rest > 3
        assert "xyzol" in pages[0].text.lower(), "a long list begins on the first page"


def test_who_goes_home_reads_of_what_comes_and_in_a_line_of_what_was() -> None:
    found = printed(replace(VISIT, region=Region.LUMBAR), today=HOME)
    text = " ".join("".join(page.text for page in found["en"]).replace("\u00a0", " ").split())
    assert "Planned last doses before the procedure:" in text
    for gone in ("Do not eat anything", "is no longer valid", "Wednesday 9 Dec", "is put off"):
        assert gone not in text
    assert "If you took it by mistake" in text
    assert "Start taking it again" in text
    assert "This is the day of your follow-up visit" in text


@pytest.mark.parametrize("medicines", [("Xyzol!",), ()], ids=["one", "all"])
def test_nothing_is_filled_in_for_the_time_before_a_procedure_that_is_over(
    medicines: tuple[str, ...],
) -> None:
    visit = replace(VISIT, region=Region.LUMBAR, medicines=medicines)
    shown = {}
    for today in (BEFORE, HOME):
        _, *sheet = printed(visit, today=today)["en"]
        text = " ".join("".join(page.text for page in sheet).split())
        assert "After the procedure" in text
        assert "Filled in by" in text
        shown[today] = "Before the procedure" in text
    assert shown == {BEFORE: True, HOME: False}


SIGNED = {
    "en": ("Signatures, whatever you have decided", "Patient", "Interpreter"),
    "tr": ("İmzalar (kararınız ne olursa olsun)", "Hasta", "Tercüman"),
}


def test_all_sign_on_one_page_in_large_print_too() -> None:
    visit = replace(VISIT, region=Region.LUMBAR, large_print=True)
    for locale, pages in printed(visit, DocumentKind.CONSENT).items():
        found = [page.text for page in pages if SIGNED[locale][0] in page.text]
        assert len(found) == 2, locale  # one of each copy
        for text in found:
            assert all(words in text for words in SIGNED[locale]), locale
