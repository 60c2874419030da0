"""One person is one under every spelling, two people stay two, and near names are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.approvals.names.name_comparison import same_person
from build_pack.approvals.names.name_faults import name_fault
from build_pack.approvals.names.similar_names import is_similar, similar_name

SPELLINGS = [
    (
        "First Sample",
        [
            "first sample",
            "FIRST SAMPLE",
            "fIRST sAMPLE",
            "First  Sample",
            " First\u00a0Sample ",
            "First\u2003Sample",
            "Fırst Sample",
            "FİRST SAMPLE",
            "Fírst Sämple",
            "Fi\u0307rst S\u0301ample",
            "F\u0336irst S\u0336ample",
            "Sample First",
            "Sample, First",
            "SAMPLE First",
            "First-Sample",
            "First‐Sample",
            "First–Sample",
            "First.Sample",
            "First’Sample",
            "First'Sample",
            "“First” Sample",
            "First (Sample)",
            "First_Sample",
            "First·Sample",
            "FirstSample",
            "Dr. First Sample",
            "Dr First Sample",
            "DR.FIRST SAMPLE",
            "Doç. Dr. First Sample",
            "Prof.Dr.First Sample",
            "Op. Dr. First Sample",
            "Uzm. Dr. First Sample",
            "First Sample, MD",
            "First Sample M.D.",
            "First Sample, Ph.D.",
            "First Sample, Ph. D.",
            "First Sample RN",
            "First Sample, R.N., MSc",
            "Hemşire First Sample",
            "Hem. First Sample",
            "HEMŞİRE FIRST SAMPLE",
            "Nurse First Sample",
            "Yrd. Doç. Dr. First Sample",
            "Sn. First Sample",
            "First Sample Hanım",
            "Fi\u200brst Sample",
            "First\u200d Sample",
            "First\u2060 Sample",
            "First\ufeff Sample",
            "Fi\u00adrst Sample",
            "First\ufe0f Sample",
            "First\U000e0101 Sample",
            "First\u3164 Sample",
            "First\u115f Sample",
            "First\uffa0 Sample",
            "First\u034f Sample",
            "First\U000e0041 Sample",
            "\u202eFirst Sample",
            "\u2066First\u2069 Sample",
            "First\u180e Sample",
            "Fіrst Sample",
            "First Sаmple",
            "First Samрlе",
            "ЅАМРLЕ First",
            "First Sαmple",
            "Fιrst Sample",
            "First Samp1e",
            "First SampIe",
            "First Sarnple",
            "FlRST SAMPLE",
            "First Ꮪample",
            "First Տample",
            "ﬁrst Sample",
            "Ｆｉｒｓｔ Sample",
            "𝐅irst 𝑺ample",
            "𝔉irst Sample",
            "Ⓕirst Sample",
            "First Sᵃmple",
            "Firſt Sample",
            "Fırﬆ Sample",
            "First ꜱample",
            "First Sɑmple",
            "Fɨrst Sample",
            "First Sampłe",
            "F1rst Sample",
            "First Sample²",
            "First Sample™",
        ],
    ),
    ("Weiß Örnek", ["Weiss Örnek", "WEISS ÖRNEK", "WEIẞ Örnek", "weiß ornek", "Weiſs Örnek"]),
    ("Œuvre Sample", ["Oeuvre Sample", "OEUVRE SAMPLE", "œuvre sample", "Sample Oeuvre"]),
    ("Æther Sample", ["Aether Sample", "æther sample", "Ǣther Sample"]),
    (
        "Örnek İmzacı",
        [
            "ORNEK IMZACI",
            "örnek imzacı",
            "ÖRNEK İMZACI",
            "Ornek Imzaci",
            "İmzacı, Örnek",
            "O\u0308rnek I\u0307mzacı",
        ],
    ),
    (
        "Ayşe Gül Örnek",
        ["Ayşegül Örnek", "Ayşe-Gül Örnek", "Örnek Ayşegül", "AYŞEGÜL ÖRNEK", "Ayse Gul Ornek"],
    ),
    ("A. B. Örnek", ["A.B. Örnek", "AB Örnek", "A B Örnek", "Örnek, A.B.", "a. b. örnek"]),
    ("Savvas Örnek", ["Sawas Örnek"]),
    (
        "Пример Подпись",
        [
            "ПРИМЕР ПОДПИСЬ",
            "Подпись Пример",
            "пример подпись",
            "Доктор Пример Подпись",
            "Д-р Пример Подпись",
        ],
    ),
    ("Παράδειγμα Ένα", ["ΠΑΡΑΔΕΙΓΜΑ ΕΝΑ", "παραδειγμα ενα", "Δρ. Παράδειγμα Ένα"]),
    ("نموذج توقيع", ["د. نموذج توقيع", "نَمُوذَج توقيع", "نمـوذج توقيع", "نموذج توقیع"]),
    ("Ɓello Örnek", ["Bello Örnek"]),
]


@pytest.mark.parametrize(
    ("name", "spelling"), [(name, one) for name, found in SPELLINGS for one in found]
)
def test_one_person_is_one_under_each_spelling(name: str, spelling: str) -> None:
    assert same_person(name, spelling)
    assert same_person(spelling, name)


DIFFERENT = [
    ("Ali Yılmaz", "Ayşe Yılmaz"),
    ("Sample Signer One", "Sample Signer Two"),
    ("First Sample", "Second Sample"),
    ("Örnek İmzacı", "Örnek Hemşir"),
    ("Ali Örnek", "Veli Örnek"),
    ("Ali Örnek", "Alp Örnek"),
    ("Gail Örnek", "Gali Örnek"),
    ("Ece Örnek", "Ege Örnek"),
    ("Ela Örnek", "Eda Örnek"),
    ("Can Örnek", "Cem Örnek"),
    ("Clara Örnek", "Dara Örnek"),
    ("A Örnek", "B Örnek"),
    ("A. Örnek", "Ali Örnek"),
    ("Sample Signer 1", "Sample Signer 2"),
    ("Sample Signer II", "Sample Signer III"),
    ("Sample Signer", "Sample Signer Jr"),
    ("Ali Örnek", "Ali Veli Örnek"),
    ("Deniz Örnek", "Deniz Sample"),
    ("Nur Örnek", "Nuri Örnek"),
    ("Hasan Örnek", "Hüseyin Örnek"),
    ("Emine Örnek", "Emin Örnek"),
    ("Mehmet Örnek", "Ahmet Örnek"),
    ("Selin Örnek", "Selim Örnek"),
    ("Dr. Ali Örnek", "Dr. Ayla Örnek"),
    ("Hemşire Ayşe Örnek", "Hemşire Fatma Örnek"),
    ("Иван Пример", "Пётр Пример"),
    ("محمد مثال", "أحمد مثال"),
    ("Νίκος Παράδειγμα", "Μαρία Παράδειγμα"),
    ("राम उदाहरण", "रीमा उदाहरण"),
    ("山田 一", "山田 二"),
    ("Neil Sample", "Neli Sample"),
    ("Sample Kaya", "Sample Kara"),
    ("กอ ตัวอย่าง", "กา ตัวอย่าง"),
    ("Lale Örnek", "Jale Örnek"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not name_fault(one)
    assert not name_fault(other)


@pytest.mark.parametrize(
    "name",
    [
        "Fi\u200brst Sample",
        "First\u200dSample",
        "First\ufe0f",
        "First\u3164",
        "First\u115f",
        "Fi\u00adrst",
        "First\U000e0041",
        "\u202eFirst",
        "First\u2066",
        "First\ue000",
        "First\u0378",
        "First\u034f",
        "First\u2800",
        "A\u0301\u0302\u0303li",
        "Fіrst Sample",
        "First Sаmple",
        "Sαmple",
        "Dr. Пример",
        "Ali (Али)",
        "First Ꮪample",
        "First ☺",
        "First Sampl℮",
        "🅰li",
        "First|Sample",
        "First Sam\u0345ple",
        "Dr.",
        "Uzm. Dr., MD",
        "Hemşire",
        "First Sample²",
        "First Sample™",
        "First Sam\u1920ple",
        "First Sam\u1c2dple",
        "First\nSample\u2028",
        "...",
        "12",
        "",
        "Ali\u0000",
    ],
)
def test_what_nobody_sees_and_letters_of_two_scripts_stand_in_no_name(name: str) -> None:
    assert name_fault(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("First Sample", "First Sampel"),
        ("First Sample", "Frist Sample"),
        ("First Sample", "Firt Sample"),
        ("First Sample", "F. Sample"),
        ("First Sample", "First S."),
        ("First Sample", "First Other Sample"),
        ("Ali Örnek", "Ali Veli Örnek"),
        ("First Sample", "Sample"),
        ("Ayşegül Örnek", "Ayşe Gün Örnek"),
        ("First Sample", "F. O. Sample"),
        ("Mueller Sample", "Müller Sample"),
        ("Ece Örnek", "Ege Örnek"),
        ("Sample Signer", "Sample Signer Jr"),
        ("First Sample", "Samqle First"),
        ("First Sample", "Dr First Sampla, RN"),
    ],
)
def test_a_near_name_is_near(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert is_similar(one, other)
    assert is_similar(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ali Yılmaz", "Ayşe Yılmaz"),
        ("Sample Signer One", "Sample Signer Two"),
        ("First Sample", "Second Sample"),
        ("Sample translation-reviewer", "Sample clinician"),
        ("A", "B"),
        ("Mehmet Örnek", "Fatma Örnek"),
        ("F. S.", "First Sample"),
        ("Sample Signer 1", "Sample Signer 2"),
        ("Örnek Bir", "Sample One"),
    ],
)
def test_names_of_others_are_not_near(one: str, other: str) -> None:
    assert not is_similar(one, other)


def test_the_near_name_is_told_unless_this_very_one_is_known() -> None:
    assert similar_name("First Sampel", ["Other Person", "First Sample"]) == "First Sample"
    assert not similar_name("FIRST SAMPEL", ["First Sample", "First Sampel"])
    assert not similar_name("Second Sample", ["First Sample"])


@given(st.text(min_size=1, max_size=40))
def test_every_name_is_its_own_in_small_and_in_capital_letters(name: str) -> None:
    assert same_person(name, name.upper())
    assert same_person(name, name.lower())
    assert isinstance(name_fault(name), str)
