"""Names of clinics, brands, people and places are no prose, wherever they stand."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, CheckedMedicine, TextPair
from build_pack.checks.findings import text_findings
from build_pack.problems import Place
from tests.checks.test_dates_in_text import said

NAMES = (
    "Day Clinic", "Günübirlik Klinik", "Happy Hours", "Mutlu Saatler", "The Right Side Clinic",
    "Warfarin Day",
    "Stop Pain", "24 Saat Sağlık", "Once", "Morning Street 7", "Day Nurse", "Day", "No Pain",
)  # fmt: skip
CONTEXT = CheckContext((CheckedMedicine("x", {"en": "warfarin", "tr": "varfarin"}),), names=NAMES)


def found(
    source: str, text: str, locale: str = "tr", name: str = "clinic.yaml:a.text"
) -> list[str]:
    is_name = name.endswith((":name", "role"))
    pair = TextPair(name, locale, text, source, Place(Path("x")), is_name=is_name)
    return [one.problem.code for one in text_findings([pair], CONTEXT, errors_only=True)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Come to Day Clinic.", "Günübirlik Klinik’e gelin."),
        ("Come to Day Clinic on Monday.", "Pazartesi günü Günübirlik Klinik’e gelin."),
        ("Call Happy Hours.", "Mutlu Saatler’i arayın."),
        ("Call Happy Hours.", "Happy Hours’u arayın."),
        ("The Right Side Clinic calls you.", "The Right Side Clinic sizi arar."),
        ("The team of Stop Pain", "Stop Pain ekibi"),
        ("Call us.", "24 Saat Sağlık’ı arayın."),
        ("Take Day Nurse as usual.", "Day Nurse’ü her zamanki gibi alın."),
        ("If you take Once, call us.", "Once alıyorsanız bizi arayın."),
        ("Welcome to Day!", "Day’e hoş geldiniz!"),
        ("We are in Morning Street 7.", "Adresimiz: Morning Street 7."),
        ("Ask No Pain.", "No Pain’e sorun."),
    ],
)
def test_a_name_in_a_text_is_no_prose(source: str, text: str) -> None:
    assert found(source, text) == []


@pytest.mark.parametrize(
    ("source", "text", "code"),
    [
        ("Take Warfarin Day.", "Day Nurse alın.", "medicine-mismatch"),
        ("Day Clinic in 3 days.", "3 saat sonra Günübirlik Klinik.", "unit-mismatch"),
        ("Come in a day.", "Bir saat sonra gelin.", "unit-mismatch"),
        ("Day 3", "3. saat", "unit-mismatch"),
        ("Take warfarin.", "İlacınızı alın.", "medicine-mismatch"),
        ("Do not come to Stop Pain.", "Stop Pain’e gelin.", "negation-mismatch"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_is_looked_at(source: str, text: str, code: str) -> None:
    assert found(source, text) == [code]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Day Clinic", "Günübirlik"),
        ("The Hours", "Saat Kulesi Polikliniği"),
        ("24 Hour Clinic", "Gece Gündüz Sağlık"),
        ("No Pain", "Ağrı Merkezi"),
        ("First Left Hospital", "Birinci Sağ Hastanesi"),
        ("After Care", "After Care"),
    ],
)
def test_the_name_of_a_clinic_is_no_prose(source: str, text: str) -> None:
    assert found(source, text, name="clinic.yaml:name") == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Day surgeon", "Cerrah"),
        ("Dr. Will Day", "Dr. Will Day"),
        ("Head of the day clinic, Ms. May", "Günübirlik klinik sorumlusu, May Hanım"),
        ("Second pharmacist", "Eczacı"),
    ],
)
def test_a_role_is_no_prose(source: str, text: str) -> None:
    assert found(source, text, name="medicines.yaml:rules.x.decided.role") == []


def test_a_role_that_is_left_in_english_is_found() -> None:
    name = "medicines.yaml:rules.x.decided.role"
    assert found("Pharmacy and pain team", "Pharmacy and pain team", name=name) != []


@pytest.mark.parametrize("label", ["Will Day", "Ms. Day", "Mr. May", "Once Before-After", "May"])
def test_a_label_is_no_prose_on_paper(label: str) -> None:
    assert said("tr", f"Hasta etiketi {label}", own=(label,)) == []
    first, _, last = label.rpartition(" ")
    assert said("tr", f"Hasta etiketi {first}", last, own=(label,)) == []


def test_a_name_that_breaks_at_a_hyphen_is_one() -> None:
    assert said("tr", "Once Before-", "After", own=("Once Before-After",)) == []
    assert (
        said("tr", "Nextbefore There-", "fore Clinic", own=("Nextbefore Therefore Clinic",)) == []
    )
