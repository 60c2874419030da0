"""What is typed or pasted is read to the last word, or asked about: never two medicines as one."""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, reject, settings
from hypothesis import strategies as st

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot
from build_pack.planning.medicine_lookup.amounts import Strength
from build_pack.planning.medicine_lookup.entry_parser import (
    EntryDetails,
    MedicineEntryError,
    split_entries,
)
from build_pack.planning.medicine_lookup.list_reader import ListedMedicine, MedicineListReader
from tests.planning.test_name_matching import NAMES, OWNER

READER = MedicineListReader(NAMES)
WITH_STRENGTH = ("Aspirin 100 mg", "Xarelto 20 mg")


def read(text: str) -> list[tuple[str, str]]:
    """The id of each medicine, or the name of one that is on no list, with its strength."""
    return [(_id(one), _strength(one.strength)) for one in READER.read(text)]


def _id(one: ListedMedicine) -> str:
    return one.medicine.id if one.medicine else one.given


def _strength(of: Strength | None) -> str:
    if of is None:
        return ""
    number = of.joint.join(f"{number.normalize():f}" for number in of.numbers)
    per = f" per {of.per.normalize():f} {of.of}" if of.of else ""
    return f"{number} {of.unit}".strip() + per


def only(text: str) -> ListedMedicine:
    [one] = READER.read(text)
    return one


def unread(text: str) -> MedicineEntryError:
    with pytest.raises(MedicineEntryError) as caught:
        READER.read(text)
    return caught.value


JOINTS = [
    ", ", ",", " , ", " + ", "+", " ve ", " and ", " VE ", " ile ", " - ", " – ", "-", " | ", "|",
    " / ", "/", " & ", "&", ". ", "، ", "、", "，", " • ", "\t", " * ", " 2) ", " 2. ",
    " \\ ", "﹐", "､", " ; ", "；", "؛",
]  # fmt: skip
"""What people put between two medicines when they paste a list."""


@pytest.mark.parametrize("joint", JOINTS)
def test_two_medicines_in_one_entry_are_two(joint: str) -> None:
    entries = split_entries(joint.join(WITH_STRENGTH))
    assert [one for entry in entries for one in read(entry)] == [
        ("acetylsalicylic-acid", "100 mg"),
        ("rivaroxaban", "20 mg"),
    ]


@pytest.mark.parametrize(
    "joint", [" ", "  ", " ( ", " ! ", " ? ", " 20 mg ", " değil ", " yerine "]
)
def test_two_medicines_with_nothing_certain_between_them_are_asked_about(joint: str) -> None:
    unread(joint.join(WITH_STRENGTH))


@given(
    st.sampled_from(sorted(OWNER)),
    st.sampled_from(sorted(OWNER)),
    st.sampled_from([*JOINTS, " ", "  ", " x ", " 5 mg "]),
    st.sampled_from(["", " 5 mg", " 2,5 mg 1x1", "20mg", " tb", " (5 mg)"]),
)
def test_no_name_of_a_medicine_ever_ends_in_the_entry_of_another(
    one: str, other: str, joint: str, amount: str
) -> None:
    """Whatever stands between: two medicines, one name that holds both words, or a question."""
    try:
        listed = READER.read(f"{one}{amount}{joint}{other}")
    except MedicineEntryError:
        reject()
    if len(listed) == 1:
        assert NAMES.is_name(listed[0].given)
        assert OWNER.get(listed[0].given) is not None or joint.strip() in {
            "",
            "ve",
            "and",
            "-",
            "/",
        }
    else:
        assert [_id(each) for each in listed] == [OWNER[one], OWNER[other]]


@pytest.mark.parametrize(
    "text",
    [
        "- Coumadin 5 mg",
        "• Coumadin 5 mg",
        "1. Coumadin 5 mg",
        "2) Coumadin 5mg",
        "COUMADİN 5 MG",
        "coumadin 5 mg.",
        "Coumadin5mg",
        "Coumadin (varfarin) 5 mg",
        "Coumadin 5 mg (1x1)",
        "Coumadin tb 5 mg 1x1",
        "Coumadin 5 mg, günde bir kez, aç karnına",
        "varfarin sodyum 5 mg tablet",
        "warfarin sodium 5 MG once daily",
        "Coumadin® 5 mg",
    ],
)
def test_one_medicine_with_words_that_are_known_is_one(text: str) -> None:
    assert read(text) == [("warfarin", "5 mg")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lantus SoloStar 20 ünite", ("insulin", "20 unit")),
        ("Lantus 20 units", ("insulin", "20 unit")),
        ("Majezik fort", ("flurbiprofen", "")),
        ("Voltaren SR 75 mg", ("diclofenac", "75 mg")),
        ("Clexane 40 mg/0,4 ml deri altı", ("enoxaparin", "40 mg per 0.4 ml")),
        ("enoksaparin sodyum 4000 ünite/0.4 ml", ("enoxaparin", "4000 unit per 0.4 ml")),
        ("dabigatran eteksilat 110 mg 2x1", ("dabigatran", "110 mg")),
        ("klopidogrel bisülfat 75 mg film tablet", ("clopidogrel", "75 mg")),
        ("Prednol 50 mcg", ("methylprednisolone", "50 microgram")),
        ("Coumadin 2,5", ("warfarin", "2.5")),
        ("asetilsalisilik asit ve dipiridamol 25/200 mg", (
            "acetylsalicylic-acid-dipyridamole", "25/200 mg"
        )),
        ("omega-3 1000 mg", ("omega-3", "1000 mg")),
        ("B01AC06 100 mg", ("acetylsalicylic-acid", "100 mg")),
        ("Karvea 150 mg", ("Karvea", "150 mg")),
        ("Xyzol 5 mg", ("Xyzol", "5 mg")),
        ("5-ASA", ("5-ASA", "")),
        ("warfrin 5 mg!", ("warfrin", "5 mg")),
        ("warfrin! 5 mg", ("warfrin", "5 mg")),
        ("Vitamin B 12! 1000 mcg", ("Vitamin B 12", "1000 microgram")),
        ("Karvea Xy! 50 mg", ("Karvea Xy", "50 mg")),
        ("diklofenak potasyum 50 mg", ("diclofenac", "50 mg")),
        ("Coumadin 1,5 tablet", ("warfarin", "")),
        ("NovoRapid 10-8-12 ünite", ("insulin", "")),
    ],
)  # fmt: skip
def test_salts_forms_devices_and_strengths_are_read(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("Coumadin 5 mg akşam", EntryDetails(slots=(Slot.EVENING,))),
        ("Glifor 1000 mg sabah ve akşam", EntryDetails(slots=(Slot.MORNING, Slot.EVENING))),
        ("Lantus 20 ünite yatmadan önce", EntryDetails(slots=(Slot.BEDTIME,))),
        ("Ozempic 1 mg haftada bir pazartesi", EntryDetails(weekday=Weekday.MONDAY)),
        ("Ozempic 1 mg every Monday", EntryDetails(weekday=Weekday.MONDAY)),
        ("Coumadin 5 mg in the evening", EntryDetails(slots=(Slot.EVENING,))),
        ("Coumadin akşam (taken: evening)", EntryDetails(slots=(Slot.EVENING,))),
        ("Coumadin (stopped: 2026-12-05)", EntryDetails(stopped=date(2026, 12, 5))),
        ("Coumadin (stopped: 5.12.2026)", EntryDetails(stopped=date(2026, 12, 5))),
        ("Ozempic (taken: pazartesi)", EntryDetails(weekday=Weekday.MONDAY)),
        ("Coumadin (taken: sabah+akşam)", EntryDetails(slots=(Slot.MORNING, Slot.EVENING))),
    ],
)
def test_times_beside_the_strength_are_read(text: str, details: EntryDetails) -> None:
    assert only(text).details == details


@pytest.mark.parametrize(
    "text",
    [
        "Coumadin 5 mg kesildi",
        "Coumadin stopped 3 days ago",
        "Coumadin 5 mg 3 gün önce bırakıldı",
        "Coumadin (kesildi)",
        "COUMADİN KULLANMIYOR",
        "Coumadin 5 mg, artık almıyor",
        "Coumadin discontinued",
        "Coumadin no longer",
        "Coumadin 5 mg ara verildi",
    ],
)
def test_a_medicine_that_was_stopped_is_never_one_that_is_taken(text: str) -> None:
    error = unread(text)
    assert error.code == "medicine-unclear"
    assert error.message == "This seems to say that the medicine was stopped."
    assert "(stopped: 2026-12-05)" in error.hint


@pytest.mark.parametrize(
    "text",
    [
        "Aspirin 100 mg 20 mg", "Aspirin Plus Ultra", "Aspirin protect", "Aspirin potasyum",
        "omega 3 6 9", "Omega-3-6-9", "insülin glarjin", "Coumadin 5 mg ?", "Coumadin 5 mg alerji",
    ],
)  # fmt: skip
def test_what_is_left_over_is_asked_about(text: str) -> None:
    error = unread(text)
    assert error.code == "medicine-unclear"
    assert text not in str(error)


RUNNING = ["günde", "haftada", "12 saatte", "2x1", "1x", "tb", "tablet", "1-0-1", "sabah", "po"]
"""Words and schedules into which a number may run."""


@settings(suppress_health_check=[HealthCheck.filter_too_much])  # most of them are asked about
@given(
    st.sampled_from(sorted(OWNER)),
    st.sampled_from(["", *RUNNING]),
    st.sampled_from([" ", " ", " ", "", ".", ",", "-", "/"]),
    st.sampled_from(["2.5", "1,25", "0.6", ".5", "10", "75.5"]),
    st.sampled_from(["", " mg", "mg", " ml", " tablet"]),
)
def test_each_number_of_a_strength_is_a_whole_number_of_what_was_typed(
    name: str, word: str, between: str, number: str, unit: str
) -> None:
    text = f"{name} {word}{between}{number}{unit}"
    try:
        strengths = [one.strength.numbers for one in READER.read(text) if one.strength]
    except MedicineEntryError:
        reject()
    assume(strengths)
    whole = {Decimal(n.replace(",", ".")) for n in re.findall(r"\d+(?:[.,]\d+)?", text)}
    assert all(whole.issuperset(numbers) for numbers in strengths)


@pytest.mark.parametrize(
    "text",
    [
        "Eliquis günde 2.5 mg", "Trulicity haftada 1.5 mg", "Ozempic haftada 1.0 mg",
        "Coumadin 1x1.25 mg", "Coumadin 5-5-2.5 mg", "Coumadin 12 saatte 1.5 mg",
        "Coumadin tb.5 mg", "Coumadin 1 tb.25", "NovoRapid 6-6-8-10", "Coumadin 2x1,0.4MG",
    ],
)  # fmt: skip
def test_a_number_that_a_word_or_a_schedule_runs_into_is_asked_about(text: str) -> None:
    unread(text)


@pytest.mark.parametrize(
    "text",
    [
        "Coumadin 05/12/2026", "Coumadin 2026-12-05", "Coumadin 5-12-2026", "Coumadin 5/12",
        "Coumadin 5.12", "Aspirin 10.30", "Aspirin 21.30", "Aspirin 9.00", "Aspirin 08:00",
    ],
)  # fmt: skip
def test_a_date_or_a_time_is_no_strength(text: str) -> None:
    unread(text)


@pytest.mark.parametrize(
    "text",
    [
        "❌ Xarelto", "🚫Aspirin", "[-] Coumadin", "[ ] Coumadin", "(-) Coumadin", "Coumadin (-)",
        "Coumadin -", "? Coumadin", "Xarelto 0-0-0", "Xarelto 0x1", "Xarelto 1x0",
        "Xarelto 0 tablet", "Xarelto 0 mg", "Glifor -> Jardiance", "kesildi", "stopped",
        "ara verdi", "held", "alerji",
        "Foo kesildi", "Foo kesildi!", "penisilin alerjisi", "no aspirin", "Coumadn kesildi!",
        "Coumadin bitti", "Coumadin iptal", "Coumadin değil", "Coumadin on hold",
    ],
)  # fmt: skip
def test_what_is_not_taken_is_never_read_as_taken(text: str) -> None:
    unread(text)


@pytest.mark.parametrize(
    "text",
    [
        "furosemid 40 mg, potasyum", "warfarin 5 mg, kalsiyum", "gabapentin, magnezyum, aspirin",
        "prednisolone 5 mg + potasyum", "metformin 1000 mg (magnezyum)",
        "metformin kalsiyum 500 mg",
        "Lasix, potasyum", "Kumadin ve Xarelto!", "Kumadin 5 mg, Xarelto 20 mg!", "Foo, Xarelto!",
        "bebek aspirini ve Coumadin!", "clopidogrel/aspirin 75/100", "Xarelto 20 mg cuma",
    ],
)  # fmt: skip
def test_a_supplement_a_second_medicine_or_a_weekday_is_never_swallowed(text: str) -> None:
    unread(text)


@pytest.mark.parametrize(
    "forms",
    [
        ("100 mg", "100mg", "100MG", "100Mg", "100mG", "100 MG"),
        ("50 mcg", "50MCG", "50 Mcg"),
        ("20 units", "20 UNITS", "20 ünite", "20 ÜNİTE", "20 unite"),
    ],
)
def test_one_rule_for_a_unit_whatever_its_case(forms: tuple[str, ...]) -> None:
    assert len({only(f"Aspirin {form}").strength for form in forms}) == 1


@pytest.mark.parametrize(
    "amount",
    [
        "20 u", "20 U", "20U", "20 Ü", "20 İU", "20 IU", "20iu", "50 µg", "50 μg", "5.0 mg",
        "5,0 mg", ".5 mg", ",5 mg", "½", "½ tablet", "1/2", "5 mg 1x1/2", "5 mg QD", "5 mg qd",
        "5 mg OD", "5.000 ünite", "1,000 mg", "2.500 mg",
    ],
)  # fmt: skip
def test_a_strength_that_can_be_misread_is_refused_whatever_its_case(amount: str) -> None:
    assert unread(f"Aspirin {amount}").code == "dose-unsafe"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hayır", "visit-invalid"),
        ("KULLANMIYOR", "visit-invalid"),
        ("bilmiyor", "visit-invalid"),
        ("No medication", "visit-invalid"),
        ("kan sulandırıcı", "medicine-unclear"),
        ("blood thinner", "medicine-unclear"),
        ("tansiyon ilacı", "medicine-unclear"),
        ("Foo, Bar", "medicine-unclear"),
        ("Aspirin 100 mg, Foo 20 mg", "medicine-unclear"),
        ("Foo 20 mg, Aspirin 100 mg", "medicine-unclear"),
        ("Aspirin, potasyum", "medicine-unclear"),
        ("Coumadin (aspirin) 5 mg", "visit-invalid"),
        ("Ozempic pazartesi, perşembe", "medicine-unclear"),
        ("Coumadin sabah (taken: evening)", "medicine-unclear"),
    ],
)
def test_what_is_no_name_or_not_certain_is_asked_about(text: str, code: str) -> None:
    assert unread(text).code == code


def test_a_very_long_text_is_answered() -> None:
    unread(", ".join(["Foo"] * 5000))


@given(st.text() | st.text(alphabet=st.sampled_from("aspirnxelto 12,.+-/()!:;mgveÜ")))
def test_any_text_is_read_or_asked_about(text: str) -> None:
    with suppress(MedicineEntryError):
        assert all(one.given.strip() for one in READER.read(text))


@given(
    st.sampled_from(sorted(OWNER)),
    st.decimals(Decimal("0.1"), Decimal(900), places=1),
    st.sampled_from(["mg", "MG", "ml", "units", "ünite"]),
)
def test_a_number_is_read_as_it_is_written_with_either_sign(
    name: str, number: Decimal, unit: str
) -> None:
    written = f"{number.normalize():f}"
    read_so = {
        only(f"{name} {form} {unit}").strength for form in (written, written.replace(".", ","))
    }
    [strength] = read_so
    assert strength is not None
    assert strength.numbers == (number,)
