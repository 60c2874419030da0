"""What is quoted of a page is left out where it holds what was typed for a visit."""

from pathlib import Path

import pytest

from build_pack.packs.discretion import discreet
from build_pack.planning.visit import Taken, Visit
from build_pack.problems import Place, Problem

VISIT = Visit(label="Hüsniye Örnekoğlu 0042", medicines=(Taken("Xyzol forte"),))


def told(message: str, visit: Visit = VISIT) -> str:
    return discreet(Problem("page-added", Place(Path("a")), message, message), visit).message


@pytest.mark.parametrize(
    "quoted",
    ["Hüsniye Örnekoğlu", "Patient: HÜSNİYE", "xyzol 5 mg", "No. 0042 of", "Örnekoğlu's plan…"],
)
def test_a_quotation_with_a_word_of_the_visit_is_left_out(quoted: str) -> None:
    assert told(f"Page 1: “{quoted}” is hidden, as is “References”.") == (
        "Page 1: “…” is hidden, as is “References”."
    )


@pytest.mark.parametrize("visit", [Visit(), VISIT, Visit(label="A 4")])
def test_any_other_is_told(visit: Visit) -> None:
    message = "Page 1: “Call us at 4 for a week” (a.b) is missing."
    assert told(message, visit) == message
