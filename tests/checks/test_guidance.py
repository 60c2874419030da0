"""Advice on clear materials that is not followed is told; what follows it is let pass."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from build_pack.checks.check_types import LeafletReading, TextPair
from build_pack.checks.guidance.advice_table import ADVICE, GUIDANCE
from build_pack.checks.guidance.lengths import _longest
from build_pack.content.models.warning_signs import WarningSigns
from build_pack.problems import Place
from build_pack.translation.segments import segment_id
from tests.checks.readings import FULLER, TURKISH, real, small
from tests.workshop import ROOT

HEAT = "nerve.how.heat"
CDC = "CDC Clear Communication Index"


def said(reading: LeafletReading) -> list[str]:
    return [remark.fault.message for remark in GUIDANCE.find(reading)]


def of_text(folder: Path, locale: str, texts: Mapping[str, str]) -> list[str]:
    return said(small(folder, locale, texts))


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_the_leaflet_follows_all_advice(locale: str) -> None:
    assert said(real(locale)) == []


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_a_small_leaflet_that_follows_all_advice_is_let_pass(tmp_path: Path, locale: str) -> None:
    assert said(small(tmp_path, locale)) == []


def test_the_hint_ends_with_where_the_advice_stands(tmp_path: Path) -> None:
    [remark] = GUIDANCE.find(small(tmp_path, texts={HEAT: "It helps 5% of people."}))
    hint = "Write it as a number of people, such as “1 in 100 people”. (PEMAT-P, item 6.)"
    assert (remark.fault.hint, remark.about) == (hint, HEAT)


# Texts


@pytest.mark.parametrize(
    ("locale", "name", "bad", "good", "message"),
    [
        ("en", HEAT, "It bleeds in 5% of people.", "It bleeds in 5 in 100 people.",
         "“5%” is a percentage."),
        ("en", HEAT, "It bleeds in five per cent.", "It bleeds in 5 in 100.",
         "“per cent” is a percentage."),
        ("tr", HEAT, "Hastaların %5'inde kanar.", "100 kişiden 5’inde kanar.",
         "“%5” is a percentage."),
        ("tr", HEAT, "Hastaların yüzde beşinde kanar.", "Ağrı yüzde başlar.",
         "“yüzde beşinde” is a percentage."),
        ("en", HEAT, "Bleeding is rare.", "Bleeding is rare: 1 in 100 people.",
         "“rare” is used without a number."),
        ("en", HEAT, "Common side effects are these.", "You may have a common cold.",
         "“Common side effects” is used without a number."),
        ("tr", HEAT, "Kanama nadirdir, nadiren durmaz.", "Kanama nadiren olur: 100 kişiden 1’inde.",
         "“nadiren” is used without a number."),
        ("en", "nerve.how.heading", "Method", "Method and result",
         "The heading “Method” does not say what the section is about."),
        ("tr", "nerve.consent.plan.heading", "Plan", "Neden?",
         "The heading “Plan” does not say what the section is about."),
        ("en", "nerve.main-message", "It may help. " * 4, "It may help. " * 3,
         "The main message has 4 sentences; the maximum is 3."),
        ("tr", "nerve.main-message", "Bir süre işe yarar " * 11, "Bir süre işe yarar " * 10,
         "The main message has 44 words; the maximum is 40."),
        ("en", HEAT, "We make heat. " * 26, "We make heat. " * 25,
         "“nerve.how.heat” has 78 words; the maximum is 75."),
        ("tr", HEAT, "Bir iğne ısıtır. " * 26, "Bir iğne ısıtır. " * 25,
         "“nerve.how.heat” has 78 words; the maximum is 75."),
        ("en", "nerve.red-flags.lead", "Go to {emergency_number} at once.",
         "Phone {emergency_number} at once.", "“nerve.red-flags.lead” does not say whom to call."),
        ("en", "nerve.red-flags.lead", "Call us at once.",
         "Call us at once, or {emergency_number}.",
         "“nerve.red-flags.lead” does not say the number, {emergency_number}."),
        ("tr", "nerve.medicine-signs.bleeding", "Kanama belirtileri: {emergency_number}",
         "Kanarsa hemen {emergency_number} numarasını arayın:",
         "“nerve.medicine-signs.bleeding” does not say whom to call or how soon to call."),
        ("tr", "nerve.red-flags.lead", "Siz {emergency_number} numarasını arayın:",
         "{emergency_number} numarasını vakit kaybetmeden arayın:",
         "“nerve.red-flags.lead” does not say how soon to call."),
    ],
)  # fmt: skip
def test_a_text_that_does_not_follow_advice_is_told_and_a_better_one_is_not(
    tmp_path: Path, locale: str, name: str, bad: str, good: str, message: str
) -> None:
    assert of_text(tmp_path, locale, {name: bad}) == [message]
    assert of_text(tmp_path, locale, {name: good}) == []


@pytest.mark.parametrize(
    ("locale", "first", "other"),
    [
        ("en", "1 in 100 people bleed, and 99 in 100 do not.", "{} of every 1,000 people faint."),
        ("en", "1 out of 100 people bleeds.", "2 in {} people faint."),
        ("tr", "100 kişiden 1’i kanar, 100 kişiden 99’u kanamaz.", "{} kişiden 2’si bayılır."),
        ("tr", "100’de 1 kanama olur.", "{} hastanın yaklaşık 2’si bayılır."),
    ],
)
def test_all_risks_are_told_out_of_one_number(
    tmp_path: Path, locale: str, first: str, other: str
) -> None:
    thousand = "2 out" if "1,000" in other else "1.000" if locale == "tr" else "1,000"
    same = other.format("2 out").replace("1,000", "100") if "1,000" in other else other.format(100)
    different = {HEAT: first, "nerve.how.wait": other.format(thousand)}
    message = "A risk is given out of 1000 here, but out of 100 before."
    assert of_text(tmp_path, locale, different) == [message]
    assert of_text(tmp_path, locale, {HEAT: first, "nerve.how.wait": same}) == []


def test_a_year_is_no_number_of_people(tmp_path: Path) -> None:
    texts = {HEAT: "1 in 100 people bleed.", "nerve.how.wait": "We did 5 in 2024."}
    assert of_text(tmp_path, "en", texts) == []


@pytest.mark.parametrize("locale", ["en", "tr"])
def test_a_section_is_not_longer_than_half_a_page(tmp_path: Path, locale: str) -> None:
    word = "you " if locale == "en" else "siz "
    texts = {HEAT: word * 70, "nerve.how.steps": word * 70, "nerve.how.lie": word * 5}
    call = word + ("Call us." if locale == "en" else "Bizi arayın.")
    texts |= {"nerve.how.wait": f"{word}{call}"}
    extra = {"nerve.how.wait": f"{word * 3}{call}"}
    assert of_text(tmp_path, locale, texts) == []
    message = "“nerve.how” has 151 words; the maximum is 150."
    assert of_text(tmp_path, locale, texts | extra) == [message]


def test_of_variants_for_regions_the_longest_counts() -> None:
    """A patient reads one of them."""
    texts = {
        "nerve.how.heat": "one two",
        "nerve.how.heat.lumbar": "one two three",
        "nerve.how.heat.cervical": "one",
        "nerve.how.wait": "one two three four",
    }
    place = Place(Path("leaflet.yaml"))
    pairs = [TextPair(name, "en", text, text, place) for name, text in texts.items()]
    assert _longest(pairs) == {"nerve.how.heat": 3, "nerve.how.wait": 4}


@pytest.mark.parametrize(
    ("locale", "they", "you"),
    [
        ("en", "Patients rest.", "You rest."),
        ("tr", "Hastalar dinlenir.", "Siz dinlenirsiniz."),
    ],
)
def test_each_document_speaks_to_the_reader(
    tmp_path: Path, locale: str, they: str, you: str
) -> None:
    consent = [name for name in TURKISH if name.startswith("nerve.consent.")]
    texts = dict.fromkeys((name for name in consent if not name.endswith("heading")), they)
    assert of_text(tmp_path, locale, {**texts, HEAT: they}) == [
        "“nerve.consent” does not address the reader."
    ]
    assert of_text(tmp_path, locale, {**texts, "nerve.consent.plan.ask": you}) == []


@pytest.mark.parametrize(
    ("locale", "state", "do"),
    [
        ("en", "Your list is useful.", "Bring your list."),
        ("tr", "Listeniz yararlıdır.", "Listenizi getirin."),
    ],
)
def test_the_checklist_tells_the_reader_to_do_something(
    tmp_path: Path, locale: str, state: str, do: str
) -> None:
    texts = dict.fromkeys((name for name in TURKISH if ".checklist." in name), state)
    assert of_text(tmp_path, locale, texts) == ["“nerve.checklist” gives the reader nothing to do."]
    assert of_text(tmp_path, locale, {**texts, "nerve.checklist.before.food": do}) == []


@pytest.mark.parametrize("text", ["Bunun için.", "Hastane yakın.", "Yol uzun.", "Gün bütün."])
def test_a_turkish_word_that_only_ends_like_an_imperative_is_none(
    tmp_path: Path, text: str
) -> None:
    texts = dict.fromkeys((name for name in TURKISH if ".checklist." in name), text)
    assert "“nerve.checklist” gives the reader nothing to do." in of_text(tmp_path, "tr", texts)


# Structure


def without_change(text: str) -> tuple[tuple[str, str], ...]:
    """The changes but the one that puts in this text."""
    kept = tuple(change for change in FULLER if text not in change[1])
    assert len(kept) == len(FULLER) - 1
    return kept


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("  may: It may help.\n", "The summary needs at least 3 points; it has 1."),
        ("bring: Bring your list.", "The checklist needs at least 5 things to do; it has 4."),
    ],
)
def test_a_summary_and_a_checklist_have_enough_to_be_of_use(
    tmp_path: Path, change: str, message: str
) -> None:
    assert said(small(tmp_path, changes=without_change(change))) == [message]


def numbered(indent: int, many: int) -> str:
    return "".join(f"{' ' * indent}more-{number}: Bring it.\n" for number in range(many))


@pytest.mark.parametrize(
    ("line", "indent", "there", "name"),
    [
        ("  help: Get help.\n", 2, 3, "nerve.summary"),
        ("          wait: You wait.\n", 10, 2, "nerve.how.steps"),
        ("    fever: Fever\n", 4, 1, "nerve.red-flags"),
        (
            "        nose: Your nose does not stop bleeding.\n",
            8,
            1,
            "nerve.medicine-signs.bleeding",
        ),
        ("    why: Why do you have it?\n", 4, 1, "nerve.consent.teach-back"),
        ("    asked: You answered what I asked.\n", 4, 1, "nerve.consent.statements"),
        ("    rest: Rest.\n", 4, 1, "nerve.checklist.after"),
    ],
)
def test_a_list_of_seven_is_let_pass_and_one_of_eight_is_told(
    tmp_path: Path, line: str, indent: int, there: int, name: str
) -> None:
    seven = (line, line + numbered(indent, 7 - there))
    eight = (line, line + numbered(indent, 8 - there))
    assert said(small(tmp_path, changes=(*FULLER, seven))) == []
    assert said(small(tmp_path, changes=(*FULLER, eight))) == [
        f"The list “{name}” has 8 items; the maximum is 7."
    ]


def test_a_leaflet_of_nothing_but_paragraphs_is_told(tmp_path: Path) -> None:
    start = "      - type: list\n        id: steps\n"
    items = (
        '        lead: "The steps are these:"\n        items:\n'
        "          lie: You lie down.\n          wait: You wait.\n"
    )
    text = (start + items, "")
    assert said(small(tmp_path, changes=(*FULLER, text))) == [
        "No section of the leaflet has a list."
    ]


# The library of warning signs

OWN = """\
  lead: "Call {emergency_number} at once:"
  items:
    fever: Fever
"""


def with_signs(folder: Path, call: str, number: int) -> LeafletReading:
    """The sample leaflet with so many signs of a library in its box."""
    names = [f"sign-{at}" for at in range(1, number + 1)]
    answers = {"emergency": "Call {emergency_number} at once:", "call": call}
    library = WarningSigns.model_validate({
        "answers": answers,
        "signs": {name: {"answer": "call", "text": "You see it."} for name in names},
    })  # fmt: skip
    reading = small(folder, changes=(*FULLER, (OWN, f"  signs: [{', '.join(names)}]\n")))
    place = Place(Path("warning-signs.yaml"), 3, 3)
    pairs = {
        segment_id("warning-signs", *one.id): TextPair(
            segment_id("warning-signs", *one.id), "en", one.text, one.text, place
        )
        for one in library.texts()
    }
    return replace(reading, pairs={**reading.pairs, **pairs}, signs=library)


@pytest.mark.parametrize(
    ("call", "number", "expected"),
    [
        ("Call us at once, or {emergency_number}:", 7, []),
        (
            "Call us at once:",
            7,
            ["“warning-signs.answers.call” does not say the number, {emergency_number}."],
        ),
        (
            "Call us at once, or {emergency_number}:",
            8,
            ["The list “nerve.red-flags” has 8 items; the maximum is 7."],
        ),
        (
            "Call us at once, or {emergency_number}. " + "Call us. " * 63,
            7,
            [
                "“nerve.red-flags” has 152 words; the maximum is 150.",
                "“warning-signs.answers.call” has 131 words; the maximum is 75.",
            ],
        ),
    ],
)
def test_signs_of_the_library_are_advised_on_like_a_leaflets_own(
    tmp_path: Path, call: str, number: int, expected: list[str]
) -> None:
    assert said(with_signs(tmp_path, call, number)) == expected


# The page


def test_the_page_on_standards_lists_all_advice() -> None:
    page = (ROOT / "docs" / "standards.md").read_text(encoding="utf-8")
    [rows] = re.findall(r"<!-- advice -->\n\n\|.*\n\|[-|]+\n((?:\|.*\n)+)", page)
    listed = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows.splitlines()]
    assert listed == [[f"`{one.id}`", one.asks, one.source] for one in ADVICE]
