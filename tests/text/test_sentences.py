"""One way of telling where a sentence ends, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.text.sentences import sentences

ONE = {
    "en": [
        "Dr. Brown and Prof. Green saw you with Mr. White and Mrs. Grey.",
        "DR. BROWN SAW YOU.",
        "St. Mary’s Hospital is at No. 5, Station Road, ext. 12.",
        "Take a blood thinner, e.g. Clexane, i.e. A medicine against clots.",
        "Heat vs. Cold: what helps?",
        "Take 2.5 tablets at 09.30, by version 1.2 of the list.",
        "Tea, coffee, etc. are allowed until 9 a.m. on that day.",
        "Bring tablets, drops, etc. 2 hours before.",
        "Approx. 20 people, see Fig. 3 and pp. 4.",
        "Smith et al. 2019 found this.",
        "J. P. Kincaid and Dr. A. Brown wrote it.",
        "1. Call the U.S. Embassy.",
        "Read “When should I call?” and “Stop!” before it.",
        "Wait... then go on.",
    ],
    "tr": [
        "Dr. Ayşe, Prof. Dr. Ali, Doç. Dr. Can, Uzm. Dr. Ece ve Op. Dr. Efe geldi.",
        "UZM. DR. ECE GELDİ.",
        "Yrd. Doç. Dr. Can, Arş. Gör. Ece, Öğr. Gör. Efe, Sn. Yılmaz ve Av. Kaya geldi.",
        "Hem. Ayşe, Ecz. Ali, Fzt. Can, Psk. Ece, Dyt. Efe geldi.",
        "Gül Mah. Lale Cad. Nar Sok. No. 5, Tel. 0212 555 00 11, 3. Kat, 2. Blok.",
        "Kan sulandırıcı (örn. Plavix, bkz. Bölüm 3) alıyorsanız söyleyin.",
        "Çay, kahve vb. içebilirsiniz.",
        "Çay, kahve vs. 2 saat önce içilir.",
        "1. gün 2,5 tablet, 2. gün saat 09.30’da 1.000 mg alın.",
        "1. Gün evde kalın.",
        "3. Bölüm: 15. Gün, 2. Hafta, 1. Ay.",
        "T.C. Sağlık Bakanlığı ve A.B.D. Büyükelçiliği onayladı.",
        "A. B. Yılmaz ile Dr. C. Kaya geldi.",
        "“Ne zaman aramalıyım?” kutusunu okuyun.",
        "5 dk. yatın, 10 sn. bekleyin.",
    ],
}
SEVERAL = {
    "en": [
        ("Take vitamin C.", "Then rest."),
        ("Can I drive?", "No.", "You cannot."),
        ("Drink tea, water, etc.", "Eat nothing."),
        ("Come at 9 a.m.", "Do not eat."),
        ("It costs 5.", "You pay later."),
        ("It lasts until 2026.", "2027 is open."),
        ("Stop!", "“Call us.”", "(We answer.)", "□ is the number."),
        ("Go to ward 7.", "Ask for Dr. Brown."),
        ("Read it first.", "1. Rest.", "2. Call us."),
        ("Call us…", "Now"),
    ],
    "tr": [
        ("Hayır.", "Uyumayın."),
        ("Doktoru gör.", "Sonra git."),
        ("Ağrı geçince dön.", "Sonra gel."),
        ("İlacı al.", "Sonra uyu."),
        ("Çay, kahve vb.", "İçmeyin."),
        ("Çay, kahve vs.", "Süt içmeyin."),
        ("Ağrı en çok 7.", "Doktoru arayın."),
        ("Yatın 5 dk.", "Kalkın."),
        ("Randevu saat 09.30.", "Erken gelin."),
        ("Işığı açın.", "İlacı alın!", "Ağrı?", "Yok…"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("locale", "text"), [(key, one) for key in ONE for one in ONE[key]])
def test_a_point_inside_a_sentence_does_not_end_it(locale: str, text: str) -> None:
    assert sentences(text, locale) == (text,)


@pytest.mark.parametrize(
    ("locale", "parts"), [(key, one) for key in SEVERAL for one in SEVERAL[key]]
)
def test_a_sentence_ends_where_another_begins(locale: str, parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts), locale) == parts


def test_in_an_unknown_language_titles_and_numbers_end_no_sentence() -> None:
    parts = ("Dr. Braun wohnt in No. 5.", "Er kommt.")
    assert sentences(" ".join(parts), "de_DE") == parts


@given(st.text(alphabet="aAİ1.!?… “”()□\n", max_size=40), st.sampled_from(["en", "tr", "ar"]))
def test_nothing_is_lost(text: str, locale: str) -> None:
    assert "".join("".join(sentences(text, locale)).split()) == "".join(text.split())
