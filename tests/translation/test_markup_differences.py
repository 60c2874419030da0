"""A translation has the marks of its source: no more, no fewer, no others."""

import pytest

from build_pack.problems import Place
from build_pack.translation.catalog import markup_mismatch
from build_pack.translation.po.catalog_file import PoText
from build_pack.translation.segments import Segment
from tests.content.samples import told
from tests.translation.catalogs import ROOT, entry

OTHERS = "placeholder-mismatch The translation of “a” has different placeholders than its source."
MARKS = "Write strong text as **text**, citations as [@key], and use no other brackets."
TEMPLATE = Place(ROOT / "templates" / "leaflet.html.jinja", 3)
LEAFLET = Place(ROOT / "leaflets" / "nerve" / "leaflet.yaml", 3)


def difference(source: str, target: PoText, place: Place = LEAFLET) -> str | None:
    problem = markup_mismatch(Segment("a", source, place), entry("a", source, target))
    return told(problem) if problem else None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Fever", "Ateş"),
        ("**Do not stop** it [@a; @b]", "[@b] **Bırakmayın** [@a]"),
        ("Call {emergency_number}", "{emergency_number} numarasını arayın"),
        ("%(days)s days of %(all)d", "%(all)d günün %(days)s günü"),
        ("%(days)s of 50%% people", "İnsanların %%50'si, %(days)s"),
        ("50% of people", "İnsanların %50'si"),
        ("broken **source", "kaynak **kırık"),
        ("broken [source]", "kırık"),
    ],
)
def test_like_marks_are_taken(source: str, target: str) -> None:
    assert difference(source, target) is None


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        (
            "Call {emergency_number}",
            "Arayın",
            (f"{OTHERS} The source has emergency_number; the translation has none."),
        ),
        (
            "Call us",
            "{clinic_name} kliniğini arayın",
            (f"{OTHERS} The source has none; the translation has clinic_name."),
        ),
        (
            "{clinic_name} and {clinic_name}",
            "{clinic_name}",
            (f"{OTHERS} The source has clinic_name, clinic_name; the translation has clinic_name."),
        ),
        (
            "%(days)s days",
            "%(day)s gün",
            (f"{OTHERS} The source has %(days)s; the translation has %(day)s."),
        ),
        (
            "%(days)s days",
            "%(days)s günün %50'si",
            (
                "placeholder-mismatch The translation of “a” has a single %. Write %% for a per "
                "cent sign, because values are filled into this text."
            ),
        ),
        (
            "It helps [@a; @b].",
            "Yardım eder [@a; @c].",
            (
                "citation-mismatch The translation of “a” cites different references than its "
                "source. The source cites [@a], [@b]; the translation cites [@a], [@c]."
            ),
        ),
        (
            "It helps [@a].",
            "Yardım eder.",
            (
                "citation-mismatch The translation of “a” cites different references than its "
                "source. The source cites [@a]; the translation cites nothing."
            ),
        ),
        (
            "It helps.",
            "Yardım eder [@a].",
            (
                "citation-mismatch The translation of “a” cites different references than its "
                "source. The source cites nothing; the translation cites [@a]."
            ),
        ),
        (
            "**Do not stop** it",
            "Bırakmayın",
            (
                "markup-mismatch The translation of “a” has different strong text than its "
                "source. The source has 1 part(s) in **…**; the translation has 0."
            ),
        ),
        (
            "**Stop**",
            "**Bırakın",
            (
                "markup-mismatch The translation of “a”: Strong text begins with ** but is "
                f"not closed. {MARKS}"
            ),
        ),
        (
            "Call us",
            "Bizi [arayın]",
            (
                "markup-mismatch The translation of “a”: The character [ is not part of a known "
                f"mark. {MARKS}"
            ),
        ),
        (
            "Call {emergency_number}",
            "{acil numara} numarasını arayın",
            (
                "markup-mismatch The translation of “a”: {acil numara} is not a placeholder such "
                f"as {{clinic_name}}. {MARKS}"
            ),
        ),
    ],
)
def test_other_marks_are_told_with_what_differs(source: str, target: str, expected: str) -> None:
    assert difference(source, target) == f"12:0 {expected}"


def test_the_words_of_templates_need_doubled_per_cent_signs_even_without_fields() -> None:
    found = difference("Half of all", "Hepsinin %50'si", TEMPLATE)
    assert found
    assert "has a single %" in found


def test_every_plural_form_is_compared() -> None:
    found = difference("%(days)s days", ("%(days)s gün", "günler"))
    assert found
    assert "placeholder-mismatch" in found


def test_only_the_first_difference_is_told() -> None:
    found = difference("{clinic_name} [@a] **b**", "x")
    assert found
    assert "placeholder-mismatch" in found
