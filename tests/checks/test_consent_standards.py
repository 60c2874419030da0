"""What a consent document answers of the standards is shown, and what it leaves open is told."""

import re
from pathlib import Path

import pytest

from build_pack.checks.consent_standards import (
    STANDARD_OPEN,
    StandardAnswer,
    StandardCoverage,
    StandardExtent,
    standard_coverage,
)
from build_pack.content.models.consent_standards import ITEMS
from build_pack.content.validation.leaflet import leaflet_problems
from tests.checks.readings import FULLER, real, small, without
from tests.content.samples import told
from tests.workshop import LEAFLET, ROOT

REST = [name for name in ITEMS if name != "tr-15-a"]
"""Every item but the one that the tests are about."""

HEADING = "      heading: The plan\n"
REFUSAL = "  refusal: I do not want it.\n"
ELSEWHERE = (REFUSAL, f"{REFUSAL}  covers:\n    form: [{', '.join(REST)}]\n")
"""All other items are answered by the form."""


def tagged(*items: str) -> tuple[str, str]:
    return HEADING, f"{HEADING}      covers: [{', '.join(items)}]\n"


def reason(item: str) -> tuple[str, str]:
    text = "  not_covered:\n    {}: The team tells it.\nchecklist:\n"
    return "checklist:\n", text.format(item)


def covered(locale: str, item: str) -> StandardCoverage:
    [found] = [one for one in standard_coverage(real(locale)) if one.item.id == item]
    return found


# The check


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_an_item_that_nothing_answers_is_told(tmp_path: Path, locale: str) -> None:
    [remark] = STANDARD_OPEN.find(small(tmp_path, locale, changes=(*FULLER, ELSEWHERE)))
    assert remark.fault.message == (
        "No part of the consent summary answers “tr-15-a”: "
        "likely causes of the illness, and its course."
    )
    assert remark.fault.hint == (
        "Add tr-15-a to “covers” of the section that answers it, or explain under “not_covered” "
        "why none does. Source: Turkish Patient Rights Regulation (Hasta Hakları Yönetmeliği), "
        "art. 15 a."
    )
    assert (remark.about, remark.place.line) == ("standard.tr-15-a", 32)


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize("fix", [tagged("tr-15-a"), reason("tr-15-a")], ids=["tag", "reason"])
def test_an_item_that_a_section_answers_or_a_reason_is_given_for_is_not_open(
    tmp_path: Path, locale: str, fix: tuple[str, str]
) -> None:
    reading = small(tmp_path, locale, changes=(*FULLER, ELSEWHERE, fix))
    assert list(STANDARD_OPEN.find(reading)) == []


def test_a_leaflet_without_tags_leaves_every_item_open(tmp_path: Path) -> None:
    found = [remark.about for remark in STANDARD_OPEN.find(small(tmp_path))]
    assert found == [f"standard.{name}" for name in ITEMS]


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_the_consent_summary_of_the_leaflet_leaves_no_item_open(locale: str) -> None:
    assert list(STANDARD_OPEN.find(real(locale))) == []


# Coverage


@pytest.mark.parametrize(
    ("changes", "extent"),
    [
        ((tagged("tr-15-a"),), StandardExtent.FULL),
        ((tagged("tr-15-a"), reason("tr-15-a")), StandardExtent.PART),
        ((reason("tr-15-a"),), StandardExtent.NONE),
        ((), StandardExtent.OPEN),
    ],
)
def test_tags_and_reasons_together_say_how_far_an_item_is_answered(
    tmp_path: Path, changes: tuple[tuple[str, str], ...], extent: StandardExtent
) -> None:
    first = standard_coverage(small(tmp_path, changes=(*FULLER, *changes)))[0]
    assert (first.item.id, first.extent) == ("tr-15-a", extent)


@pytest.mark.parametrize(
    ("locale", "heading"),
    [("en", "What are the risks and limits?"), ("tr", "Riskleri ve sınırları nelerdir?")],
)
def test_an_answer_bears_the_heading_of_its_section_in_the_locale(
    locale: str, heading: str
) -> None:
    answers = covered(locale, "tr-15-ç").answers
    assert answers[0] == StandardAnswer("consent.risks", heading, complete=True)


def test_answers_stand_in_the_order_of_the_page() -> None:
    answers = [answer.id for answer in covered("tr", "gmc-personal").answers]
    assert answers == ["consent.tell-us", "consent.teach-back", "form"]


@pytest.mark.parametrize("missing", ["consent.risks.heading", "consent.risks.bleeding"])
def test_a_section_that_lacks_a_text_in_the_locale_is_not_complete(missing: str) -> None:
    reading = without(real("tr"), f"{LEAFLET}.{missing}")
    found = {one.item.id: one.answers for one in standard_coverage(reading)}
    assert [answer.complete for answer in found["tr-15-ç"]] == [False, True]
    assert [answer.complete for answer in found["tr-15-g"]] == [True]


def test_a_section_that_lacks_a_text_that_it_repeats_is_not_complete() -> None:
    reading = without(real("tr"), f"{LEAFLET}.choices.options")
    found = {one.item.id: one.answers for one in standard_coverage(reading)}
    assert [answer.complete for answer in found["tr-15-c"]] == [False]


def test_the_reason_of_the_leaflet_is_shown_beside_its_answers() -> None:
    found = covered("en", "tr-15-b")
    assert found.extent is StandardExtent.PART
    assert str(found.reason).startswith("How it is done is in print.")


# Ids


@pytest.mark.parametrize(
    ("change", "place", "hint"),
    [
        (tagged("tr-15-ç", "tr-15ç"), "35:25", "Did you mean “tr-15-ç”?"),
        (
            (REFUSAL, f"{REFUSAL}  covers:\n    statements: [gmc-option]\n"),
            "47:18",
            "Did you mean “gmc-options”?",
        ),
        (reason("gmc-opinions"), "47:5", "Did you mean “gmc-options”?"),
        (tagged("nothing"), "35:16", "See docs/standards.md for the items."),
    ],
)
def test_an_item_that_no_standard_has_is_told_where_it_stands(
    tmp_path: Path, change: tuple[str, str], place: str, hint: str
) -> None:
    [problem] = leaflet_problems(small(tmp_path, changes=(change,)).leaflet)
    name = re.findall("“(.+?)”", problem.message)[0]
    message = f"“{name}” is not an item of the standards of consent."
    assert told(problem) == f"{place} id-unknown {message} {hint}"


# The page


def test_the_page_on_standards_lists_every_item() -> None:
    page = (ROOT / "docs" / "standards.md").read_text(encoding="utf-8")
    [rows] = re.findall(r"<!-- items -->\n\n\|.*\n\|[-|]+\n((?:\|.*\n)+)", page)
    listed = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.splitlines()]
    assert listed == [[f"`{one.id}`", one.asks, one.source] for one in ITEMS.values()]
