"""A medicine is found by what a nurse types, and never another one in silence."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from build_pack.content.models.base import LocalizedName
from build_pack.content.models.formulary import (
    Formulary,
    FormularyMedicine,
    MedicineGroup,
    OwnMedicine,
)
from build_pack.content.yaml.loading import load
from build_pack.planning.medicine_lookup.name_matching import (
    MatchedMedicine,
    MedicineNames,
    SimilarName,
)
from build_pack.text.folding import fold_name
from build_pack.translation.po.catalog_file import first, read_po

ROOT = Path(__file__).parents[2]
_FORMULARY = load(ROOT / "leaflets" / "formulary.yaml", Formulary).model
FORMULARY, OTHERS = _FORMULARY.medicines, _FORMULARY.others
THINNERS = _FORMULARY.other_blood_thinners


def _translated() -> dict[str, tuple[str, ...]]:
    """The names of each medicine in both languages, as medicines.po gives them."""
    names: dict[str, tuple[str, ...]] = {}
    for path in sorted(ROOT.glob("locales/*/LC_MESSAGES/medicines.po")):
        for entry in read_po(path).entries:
            if entry.translated:
                key = entry.id.removeprefix("medicine.")
                names[key] = (*names.get(key, ()), first(entry.target))
    return names


TRANSLATED = _translated()
NAMES = MedicineNames(FORMULARY, TRANSLATED, OTHERS, THINNERS)
OWNER = {
    name: medicine.id
    for medicine in FORMULARY
    for name in (
        medicine.id,
        medicine.name,
        *TRANSLATED[medicine.id],
        *(brand for brands in medicine.brands.values() for brand in brands),
    )
}
FOLDED = {fold_name(name): owner for name, owner in OWNER.items()}
LATIN = str.maketrans("İıŞşÇçĞğÜüÖöâî", "IiSsCcGgUuOoai")
TURKISH_CAPITALS = str.maketrans("iı", "İI")

real_names = st.sampled_from(sorted(OWNER))


def medicine(key: str, *atc: str, **brands: tuple[str, ...]) -> FormularyMedicine:
    return FormularyMedicine(id=key, name=key, group=MedicineGroup.OTHER, atc=atc, brands=brands)


def found(text: str) -> str | None:
    """The id of the one medicine that `text` names."""
    medicine = NAMES.find(text).medicine
    return medicine.id if medicine else None


def asked(text: str, names: MedicineNames = NAMES) -> list[tuple[str, str]]:
    """The ids and names that are offered for `text`."""
    answer = names.find(text)
    assert answer.medicine is None
    return [(close.medicine.id if close.medicine else "", close.name) for close in answer.close]


def test_the_names_of_both_languages_are_read_for_these_tests() -> None:
    assert TRANSLATED["warfarin"] == ("varfarin",)
    assert len(OWNER) > 150


@given(real_names, st.sampled_from(["english", "turkish", "latin", "lower", "plain"]))
def test_every_real_name_finds_its_own_medicine_however_it_is_cased(name: str, way: str) -> None:
    typed = {
        "english": name.upper(),
        "turkish": name.translate(TURKISH_CAPITALS).upper(),
        "latin": name.translate(LATIN),
        "lower": name.lower(),
        "plain": name,
    }[way]
    assert found(typed) == OWNER[name]


@given(real_names, st.data())
def test_every_real_name_finds_its_own_medicine_with_odd_blanks(
    name: str, data: st.DataObject
) -> None:
    blanks = st.lists(st.sampled_from([" ", "  ", "-", "‑", "\t", "\u00a0", ""]), min_size=1)
    where = data.draw(st.integers(0, len(name)))
    assert found("".join([name[:where], *data.draw(blanks), name[where:], " "])) == OWNER[name]


@given(real_names)
def test_every_real_name_as_written_finds_its_own_medicine(name: str) -> None:
    assert found(name + "!") == OWNER[name]


@st.composite
def slipped(draw: st.DrawFn) -> tuple[str, str]:
    """A real name, and the same with one slip of the keyboard."""
    name = draw(real_names)
    at = draw(st.integers(0, len(name) - 1))
    letter = draw(st.sampled_from("abcçdefgğhıijklmnoöprsştuüvyzxqw"))
    after = name[at + 1 :]
    typed = {
        "changed": name[:at] + letter + after,
        "dropped": name[:at] + after,
        "doubled": name[:at] + name[at] * 2 + after,
        "swapped": name[:at] + after[:1] + name[at] + after[1:],
    }[draw(st.sampled_from(["changed", "dropped", "doubled", "swapped"]))]
    return name, typed


@given(slipped())
def test_one_slip_is_never_silently_another_medicine(slip: tuple[str, str]) -> None:
    name, typed = slip
    assert found(typed) in {None, FOLDED.get(fold_name(typed), OWNER[name])}
    if found(typed) is not None:
        assert fold_name(typed) in FOLDED


@given(slipped())
def test_one_slip_in_a_name_of_four_letters_or_more_is_asked(slip: tuple[str, str]) -> None:
    name, typed = slip
    known = {*FOLDED, *map(fold_name, (*OTHERS, *THINNERS))}
    if fold_name(typed) not in known and len(fold_name(name)) > 3:
        assert OWNER[name] in {key for key, _ in asked(typed)}


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    answer = NAMES.find(text)
    assert answer.medicine is None or not answer.close


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


@pytest.mark.parametrize(
    "text", ["ASPİRİN", "aspirin", "Aspırın", "ASPIRIN", "Aspirin®", "Aspirin™"]
)
def test_turkish_letters_and_trade_marks_make_no_difference(text: str) -> None:
    assert found(text) == "acetylsalicylic-acid"


@pytest.mark.parametrize("text", ["insulin", "İnsülin", "ınsulın", "A10A", "A10AB01", "a10ab01"])
def test_insulin_is_found_by_name_by_group_and_by_a_code_below_it(text: str) -> None:
    assert found(text) == "insulin"


@pytest.mark.parametrize("text", ["B01AC06", "n02ba01", "asetilsalisilik asit", "Ecotrin"])
def test_a_medicine_is_found_by_each_of_its_codes_languages_and_countries(text: str) -> None:
    assert found(text) == "acetylsalicylic-acid"


@pytest.mark.parametrize("text", ["fish oil", "balık yağı", "BALIK YAGI", "omega-3 yağ asitleri"])
def test_a_name_with_a_part_in_brackets_is_found_by_either_part(text: str) -> None:
    assert found(text) == "omega-3"


def test_a_group_above_several_medicines_is_a_question_that_lists_them() -> None:
    assert asked("B01AA") == [
        ("acenocoumarol", "B01AA07"),
        ("phenprocoumon", "B01AA04"),
        ("warfarin", "B01AA03"),
    ]


def test_a_group_above_one_medicine_is_a_question_too() -> None:
    assert asked("B01AX") == [("fondaparinux", "B01AX05")]


def test_a_listed_group_with_a_medicine_below_it_is_a_question() -> None:
    names = MedicineNames([medicine("insulin", "A10A"), medicine("glargine", "A10AE04")], {})
    assert [key for key, _ in asked("A10A", names)] == ["insulin", "glargine"]
    assert names.find("A10AE04") == MatchedMedicine(medicine("glargine", "A10AE04"))


def test_a_code_below_two_listed_groups_is_the_nearer() -> None:
    names = MedicineNames([medicine("insulin", "A10A"), medicine("fast", "A10AB")], {})
    assert names.find("A10AB01") == MatchedMedicine(medicine("fast", "A10AB"))


@pytest.mark.parametrize("text", ["B01AC99", "Z99", "B01AA03B", "", " ", "!", "®"])
def test_a_code_that_nothing_lists_and_an_empty_text_find_nothing(text: str) -> None:
    assert NAMES.find(text) == MatchedMedicine()


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("warfrin", "warfarin"),
        ("wrafarin", "warfarin"),
        ("rivaroksabn", "rivaroksaban"),
        ("cumadin", "Coumadin"),
        ("Eliqis", "Eliquis"),
    ],
)
def test_a_misspelt_name_is_offered_as_it_is_spelt(text: str, offered: str) -> None:
    assert asked(text) == [(OWNER[offered], offered)]


def test_the_nearest_medicine_is_offered_first() -> None:
    assert asked("prednizolonn")[0] == ("prednisolone", "prednizolon")
    names = MedicineNames([medicine("abcdefxx", "A01"), medicine("abcdefgh", "A02")], {})
    assert [key for key, _ in asked("abcdefgy", names)] == ["abcdefgh", "abcdefxx"]


@pytest.mark.parametrize(
    ("name", "typed", "is_asked"),
    [
        ("abc", "abd", False),
        ("abcde", "abcdx", True),
        ("abcde", "abcxy", False),
        ("abcdef", "abcdxy", True),
        ("abcdef", "abcxyz", False),
    ],
)
def test_the_shorter_a_name_the_fewer_slips_are_forgiven(
    name: str, typed: str, *, is_asked: bool
) -> None:
    assert bool(asked(typed, MedicineNames([medicine(name, "A01")], {}))) is is_asked


@pytest.mark.parametrize("text", ["warfrin!", "warfrin !", "B01AA!"])
def test_a_name_as_written_that_is_not_exact_finds_nothing(text: str) -> None:
    assert NAMES.find(text) == MatchedMedicine()


def test_a_brand_with_two_owners_is_a_question() -> None:
    first, second = medicine("one", "A01", TR=("Shared",)), medicine("two", "A02", GB=("SHARED",))
    names = MedicineNames([first, second], {})
    assert names.find("shared") == MatchedMedicine(
        close=(SimilarName(first, "Shared"), SimilarName(second, "SHARED"))
    )
    assert names.find("shared!").medicine is None


def test_an_own_medicine_is_found_by_its_name_in_each_language() -> None:
    own = OwnMedicine(
        id="ketorolac",
        name=LocalizedName({"en": "ketorolac", "tr": "ketorolak"}),
        group=MedicineGroup.PAIN,
        atc=("M01AB15",),
        brands={"US": ("Toradol",)},
    )
    names = MedicineNames([own], {})
    assert [names.find(text).medicine for text in ("KETOROLAK", "toradol", "m01ab15")] == [own] * 3


LOOK_ALIKES = {
    ("acaris", "alarin"),
    ("acnor", "ator"),
    ("alipza", "glipta"),
    ("arokan", "arotin"),
    ("arokan", "uropan"),
    ("axeparin", "heparin"),
    ("canagliflozin", "dapagliflozin"),
    ("cemix", "venmix"),
    ("dapagliflozin", "empagliflozin"),
    ("dapagliflozin", "kanagliflozin"),
    ("delix", "teglix"),
    ("depakin", "heparin"),
    ("dispari", "dispril"),
    ("dispari", "disprin"),
    ("dropia", "duodia"),
    ("dropia", "prolia"),
    ("duplax", "rupax"),
    ("ecotrin", "motrin"),
    ("edoxaban", "elixaban"),
    ("edoxaban", "voxaban"),
    ("elavil", "plavix"),
    ("enapril", "enkaprin"),
    ("endol", "enox"),
    ("enox", "esom"),
    ("enox", "etol"),
    ("enox", "lefox"),
    ("enox", "melox"),
    ("enox", "snoxx"),
    ("hibor", "hilos"),
    ("incuria", "indurin"),
    ("indurin", "insulin"),
    ("insomin", "insulin"),
    ("klopis", "lopid"),
    ("lansor", "planor"),
    ("lasix", "plavix"),
    ("levemax", "levemir"),
    ("linagliptin", "sitagliptin"),
    ("metformindapagliflozin", "metforminempagliflozin"),
    ("metforminlinagliptin", "metforminsitagliptin"),
    ("metforminsaxagliptin", "metforminsitagliptin"),
    ("metforminvedapagliflozin", "metforminveempagliflozin"),
    ("metforminvelinagliptin", "metforminvesitagliptin"),
    ("metforminwithdapagliflozin", "metforminwithempagliflozin"),
    ("metforminwithlinagliptin", "metforminwithsitagliptin"),
    ("metforminwithsaxagliptin", "metforminwithsitagliptin"),
    ("panto", "paso"),
    ("parol", "paso"),
    ("pingel", "pinral"),
    ("pinral", "pional"),
    ("piomet", "vilmet"),
    ("repafix", "rupafin"),
    ("saxagliptin", "sitagliptin"),
    ("victoza", "vilcoza"),
}
"""Folded names."""
RISKY = frozenset({MedicineGroup.ANTICOAGULANT, MedicineGroup.ANTIPLATELET, MedicineGroup.DIABETES})


def test_names_that_a_slip_can_take_for_a_blood_thinner_or_a_diabetes_medicine_are_known() -> None:
    """A new pair in the formulary is not forbidden, but somebody has to look at it."""
    group = {one.id: one.group for one in FORMULARY}
    names = sorted(FOLDED)
    alike = {
        (one, two)
        for index, one in enumerate(names)
        for two in names[index + 1 :]
        if FOLDED[one] != FOLDED[two]
        and OSA.distance(one, two) <= 2
        and RISKY.intersection(group[FOLDED[name]] for name in (one, two))
    }
    assert alike == LOOK_ALIKES


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_a_name_of_another_medicine_is_never_answered_with_one_of_these(name: str) -> None:
    assert NAMES.is_name(name)
    assert NAMES.find(name) == MatchedMedicine()
    assert not NAMES.may_thin(name)


@pytest.mark.parametrize("name", sorted(THINNERS))
def test_a_blood_thinner_of_which_nothing_else_is_known_counts_as_one(name: str) -> None:
    assert NAMES.is_name(name)
    assert NAMES.find(name) == MatchedMedicine()
    assert NAMES.may_thin(name)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("kleksan", "Clexane"),
        ("plaviks", "Plavix"),
        ("kumadin", "Coumadin"),
        ("ksarelto", "Xarelto"),
        ("lovenoks", "Lovenox"),
        ("ekopirin", "Ecopirin"),
        ("koraspin", "Coraspin"),
        ("liksiana", "Lixiana"),
        ("volteren", "Voltaren"),
    ],
)
def test_a_name_that_was_written_by_ear_is_offered_first(text: str, offered: str) -> None:
    assert asked(text)[0] == (OWNER[offered], offered)


@pytest.mark.parametrize(
    "text",
    ["prednisone", "co-trimoxazole", "Celexa"],
)
def test_a_medicine_with_another_effect_is_never_offered_alone(text: str) -> None:
    """Each of these is near a name of the formulary, as prednisolone or Ecotrin."""
    assert asked(text) == []


def test_a_name_that_is_near_to_two_medicines_has_both_offered() -> None:
    assert {"furosemide", "lercanidipine"} <= {owner for owner, _ in asked("Lasiks")}


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("ASA", "acetylsalicylic-acid"),
        ("bebe aspirini", "acetylsalicylic-acid"),
        ("Plavixduo", "clopidogrel"),
        ("Coraspinforte", "acetylsalicylic-acid"),
    ],
)
def test_a_short_form_or_a_name_inside_a_longer_one_is_asked_about(text: str, offered: str) -> None:
    assert asked(text)[0][0] == offered


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("certoparin", True),
        ("betrixaban", True),
        ("kangrelor", True),
        ("tirofiban", True),
        ("Orfarin", True),
        ("warfrin", True),
        ("kan sulandırıcı", True),
        ("blood thinner", True),
        ("DuoPlavin", True),
        ("Klogan", True),
        ("dabigat", True),
        ("Ксарелто", True),
        ("كومادين", True),
        ("Xyzol", False),
        ("kumquat", False),
        ("Lasix", False),
    ],
)
def test_a_name_on_no_list_that_may_be_a_blood_thinner_is_known_as_such(
    text: str, *, may: bool
) -> None:
    assert NAMES.may_thin(text) is may


def test_a_medicine_without_a_code_is_found_by_its_names_and_by_no_code() -> None:
    herb = OwnMedicine.model_validate(
        {"id": "arnica", "name": {"en": "arnica", "tr": "öküzgözü"}, "group": "other"}
    )
    names = MedicineNames((*FORMULARY, herb), {})
    assert names.find("ÖKÜZGÖZÜ").medicine == herb
    assert names.find("X99XX99") == MatchedMedicine()
    warfarin = names.find("B01AA03").medicine
    assert warfarin
    assert warfarin.id == "warfarin"
