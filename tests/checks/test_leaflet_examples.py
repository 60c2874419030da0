"""Each check of a whole leaflet finds its bad example and lets the good one pass."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.checks.check_types import LeafletCheck, LeafletReading
from build_pack.checks.consent_standards import STANDARD_OPEN
from build_pack.checks.guidance.advice_table import GUIDANCE
from build_pack.checks.own_answers import OWN_ANSWERS
from build_pack.checks.readability.hard_passages import TEXT_HARD
from build_pack.checks.reference_age import REFERENCE_OLD
from build_pack.checks.reference_identifiers import IDENTIFIERS
from build_pack.checks.reference_verification import UNVERIFIED
from build_pack.checks.review_dates import REVIEW_OVERDUE, REVIEW_SOON
from build_pack.content.models.consent_standards import ITEMS
from build_pack.problems import CODES
from tests.checks.example import Example
from tests.checks.examples_leaflet import EXAMPLES
from tests.checks.readings import FULLER, reference, small

CHECKS = {
    check.id: check
    for check in (
        *(TEXT_HARD, STANDARD_OPEN, GUIDANCE, OWN_ANSWERS, REFERENCE_OLD),
        *(UNVERIFIED, IDENTIFIERS, REVIEW_OVERDUE, REVIEW_SOON),
    )
}
HEADING = "      heading: The plan\n"
TEACH_BACK = "  teach_back:\n"


def with_text(folder: Path, locale: str, text: str) -> LeafletReading:
    return small(folder, locale, {"nerve.how.heat": text})


def with_tag(folder: Path, locale: str, tag: str) -> LeafletReading:
    rest = ", ".join(name for name in ITEMS if name != "tr-15-a")
    elsewhere = (TEACH_BACK, f"  covers:\n    form: [{rest}]\n{TEACH_BACK}")
    return small(folder, locale, None, (*FULLER, (HEADING, f"{HEADING}      {tag}\n"), elsewhere))


SIGNS = (
    (
        '  lead: "Call {emergency_number} at once:"\n  items:\n    fever: Fever\n',
        "  signs: [fever]\n",
    ),
    (
        (
            "  groups:\n    bleeding:\n"
            '      lead: "Signs of bleeding. Call {emergency_number} at once:"\n'
            "      items:\n        nose: Your nose does not stop bleeding.\n"
        ),
        "  signs: [fever]\n",
    ),
)
"""The sample's boxes with signs of the library."""


def with_answer(folder: Path, locale: str, text: str) -> LeafletReading:
    heat = ("text: A needle makes heat [@who-2020].", f'text: "{text}"')
    return small(folder, locale, None, (*FULLER, *SIGNS, heat))


def with_reference(folder: Path, locale: str, fields: str) -> LeafletReading:
    return replace(small(folder, locale), references=(reference(**json.loads(fields)),))


def with_year(folder: Path, locale: str, year: str) -> LeafletReading:
    old = reference(issued={"date-parts": [[int(year)]]})
    return replace(small(folder, locale), references=(old,))


def with_doi(folder: Path, locale: str, doi: str) -> LeafletReading:
    return replace(small(folder, locale), references=(reference(DOI=doi),))


def with_review(folder: Path, locale: str, day: str) -> LeafletReading:
    issued = ("issued: 2026-11-22", "issued: 2024-11-22")
    return small(folder, locale, None, (*FULLER, issued, ("2028-11-22", day)))


READING: dict[str, Callable[[Path, str, str], LeafletReading]] = {
    "text-hard": with_text,
    "standard-open": with_tag,
    "guidance-unmet": with_text,
    "sign-answered": with_answer,
    "reference-unverified": with_reference,
    "reference-old": with_year,
    "identifier-invalid": with_doi,
    "review-overdue": with_review,
    "review-soon": with_review,
}
"""How the text of an example becomes a part of a leaflet."""


def said(check: LeafletCheck, reading: LeafletReading) -> list[str]:
    """What a check says; of a hard text not again where it is repeated."""
    again = {"nerve", "nerve.consent", "nerve.consent.plan"} if check is TEXT_HARD else set()
    return [remark.fault.message for remark in check.find(reading) if remark.about not in again]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.check} {one.locale}")
def test_a_bad_example_is_told_and_a_good_one_is_not(tmp_path: Path, example: Example) -> None:
    check, build = CHECKS[example.check], READING[example.check]
    assert said(check, build(tmp_path, example.locale, example.bad)) == [example.message]
    assert said(check, build(tmp_path, example.locale, example.good)) == []


def test_each_check_has_an_example_in_both_languages_and_a_code() -> None:
    there = {(example.check, example.locale) for example in EXAMPLES}
    assert there == {(name, locale) for name in CHECKS for locale in ("en", "tr")}
    assert set(CHECKS) <= set(CODES)
