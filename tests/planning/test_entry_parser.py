"""A medicine is typed on one line, and what cannot be read is told in a nurse's words."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.planning.medicine_lookup.entry_parser import (
    EntryDetails,
    MedicineEntry,
    MedicineEntryError,
    parse_entry,
    split_entries,
)

EXAMPLE = "Write it like this: enoxaparin 40 mg (dose: preventive, taken: evening)."


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("warfarin", MedicineEntry("warfarin")),
        (" warfarin  5 mg ", MedicineEntry("warfarin 5 mg")),
        ("warfrin! 5 mg", MedicineEntry("warfrin! 5 mg")),
        ("omega-3 (fish oil)", MedicineEntry("omega-3", ("fish oil",))),
        ("Coumadin (warfarin) 5 mg", MedicineEntry("Coumadin 5 mg", ("warfarin",))),
        (
            "enoxaparin 40 mg (dose: preventive, taken: evening)",
            MedicineEntry(
                "enoxaparin 40 mg", (), EntryDetails("preventive", slots=(Slot.EVENING,))
            ),
        ),
        (
            "semaglutide (taken: monday)",
            MedicineEntry("semaglutide", (), EntryDetails(weekday=Weekday.MONDAY)),
        ),
        (
            "aspirin (indication: stent)",
            MedicineEntry("aspirin", (), EntryDetails(indication="stent")),
        ),
        (
            "aspirin (stopped: 2026-12-05)",
            MedicineEntry("aspirin", (), EntryDetails(stopped=date(2026, 12, 5))),
        ),
        (
            "metformin 1000 mg(TAKEN : Evening + MORNİNG)",
            MedicineEntry(
                "metformin 1000 mg", (), EntryDetails(slots=(Slot.MORNING, Slot.EVENING))
            ),
        ),
        (
            "semaglutide (taken: monday+morning, İndication: DİABETES)",
            MedicineEntry(
                "semaglutide",
                (),
                EntryDetails(None, "diabetes", (Slot.MORNING,), Weekday.MONDAY),
            ),
        ),
    ],
)
def test_an_entry_is_read_into_its_parts(text: str, entry: MedicineEntry) -> None:
    assert parse_entry(text) == entry


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The name of the medicine is missing."),
        ("5 mg (dose: preventive)", "The name of the medicine is missing."),
        ("100", "The name of the medicine is missing."),
        ("(taken: evening)", "The name of the medicine is missing."),
        ("aspirin (taken: evening", "The brackets do not match."),
        ("aspirin taken: evening)", "The brackets do not match."),
        ("aspirin ((a))", "The brackets do not match."),
        (
            "aspirin (dose: x) (dose: y)",
            "The brackets do not match.",
        ),
        ("aspirin (dose: x) 5 mg", "The brackets do not match."),
        ("aspirin (when: evening)", "The text in the brackets is not understood."),
        ("aspirin (dose: x, dose: y)", "“dose” is given twice."),
        ("aspirin (dose: )", "The value of “dose” is unknown."),
        ("aspirin (dose: 5 mg)", "The value of “dose” is unknown."),
        ("aspirin (taken: )", "The value of “taken” is not understood: a time of day is missing."),
        (
            "aspirin (taken: night)",
            "The value of “taken” is not understood: one word is not a time of day.",
        ),
        (
            "aspirin (taken: noon+noon)",
            "The value of “taken” is not understood: a time is given twice.",
        ),
        (
            "aspirin (taken: monday+friday)",
            "The value of “taken” is not understood: only one weekday is allowed.",
        ),
        ("aspirin (stopped: 5.12.)", "The value of “stopped” is not a valid date."),
        ("aspirin (stopped: 2026-02-30)", "The value of “stopped” is not a valid date."),
    ],
)
def test_an_entry_that_cannot_be_read_is_told(text: str, message: str) -> None:
    with pytest.raises(MedicineEntryError) as caught:
        parse_entry(text)
    assert caught.value.message == message
    assert str(caught.value) == f"{message} {caught.value.hint}"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", EXAMPLE),
        ("aspirin (dose: x", f"Close each bracket that you open. {EXAMPLE}"),
        ("aspirin (dose: x) mg", f"Use one pair of brackets, at the end. {EXAMPLE}"),
        (
            "omega-3 (when: x)",
            (
                "Only dose, indication, taken, stopped are allowed there, each followed by a "
                f"colon. If the brackets belong to the name, omit them. {EXAMPLE}"
            ),
        ),
        ("aspirin (dose: 5)", "Use a value from medicines.yaml, such as dose: preventive."),
        (
            "aspirin (indication: ?)",
            "Use a value from medicines.yaml, such as indication: stent.",
        ),
        (
            "aspirin (taken: night)",
            (
                "Write morning, noon, evening, bedtime, several with + between them, "
                "or a weekday such as monday."
            ),
        ),
    ],
)
def test_the_hint_says_how_to_write_it(text: str, hint: str) -> None:
    with pytest.raises(MedicineEntryError) as caught:
        parse_entry(text)
    assert caught.value.hint == hint


def test_entries_are_split_at_semicolons_and_line_ends_outside_brackets() -> None:
    text = "warfarin 5 mg; aspirin (dose: a;\nb);\r\n\n ;metformin"
    assert split_entries(text) == ("warfarin 5 mg", "aspirin (dose: a;\nb)", "metformin")


def test_a_bracket_that_was_never_opened_does_not_hide_the_next_entries() -> None:
    assert split_entries("aspirin); warfarin (x); metformin") == (
        "aspirin)",
        "warfarin (x)",
        "metformin",
    )


@given(st.text(alphabet=st.sampled_from("ab;\n() ")) | st.text())
def test_splitting_loses_nothing_but_blanks_and_separators(text: str) -> None:
    ends = ";\u037e\u061b\uff1b\x1c\x1d\x1e"

    def kept(part: str) -> str:
        return "".join(letter for letter in part if not letter.isspace() and letter not in ends)

    assert kept("".join(split_entries(text))) == kept(text)


@given(st.text() | st.text(alphabet=st.sampled_from("ab1 (:,+)!;")))
def test_any_text_is_an_entry_or_told(text: str) -> None:
    with suppress(MedicineEntryError):
        assert parse_entry(text).text.strip()
