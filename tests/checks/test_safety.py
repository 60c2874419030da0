"""Numbers, units, negations, opposites, medicines and addresses are those of the source."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextCheck, TextPair
from build_pack.checks.translation.addresses import ADDRESSES
from build_pack.checks.translation.body_parts import BODY
from build_pack.checks.translation.citations import CITATIONS, CITATIONS_UNSURE
from build_pack.checks.translation.conditions import CONDITIONS
from build_pack.checks.translation.duties import DUTIES
from build_pack.checks.translation.medicine_names import MEDICINE_NAMES, MEDICINES
from build_pack.checks.translation.negation import NEGATION, NEGATION_UNSURE
from build_pack.checks.translation.numbers import NUMBERS
from build_pack.checks.translation.opposites import OPPOSITES
from build_pack.checks.translation.time_relations import TIMES
from build_pack.checks.translation.units import UNITS
from build_pack.checks.translation.unsafe_dose_notation import DOSES
from build_pack.checks.translation.urgency import URGENCY
from build_pack.problems import Place
from tests.checks.example import Example
from tests.checks.examples_safety import CONTEXT, EXAMPLES

_CHECKS = {
    check.id: check
    for check in (
        NUMBERS,
        UNITS,
        NEGATION,
        NEGATION_UNSURE,
        OPPOSITES,
        DUTIES,
        BODY,
        TIMES,
        URGENCY,
        CONDITIONS,
        MEDICINES,
        CITATIONS,
        CITATIONS_UNSURE,
        ADDRESSES,
        DOSES,
    )
}


def _pair(source: str, text: str, locale: str = "tr", name: str = "leaflet.text") -> TextPair:
    return TextPair(name, locale, text, source, Place(Path("tr.po"), 1))


def _messages(check: TextCheck, pair: TextPair) -> list[str]:
    return [fault.message for fault in check.find(pair, CONTEXT)]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.check} {one.bad}")
def test_a_bad_example_is_found(example: Example) -> None:
    check = _CHECKS[example.check]
    assert _messages(check, _pair(example.source, example.bad, example.locale)) == [example.message]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.check} {one.good}")
def test_a_good_example_passes_every_check(example: Example) -> None:
    pair = _pair(example.source, example.good, example.locale)
    assert [_messages(check, pair) for check in _CHECKS.values()] == [[]] * len(_CHECKS)


@pytest.mark.parametrize("check", _CHECKS)
def test_each_check_has_an_example_in_both_languages(check: str) -> None:
    assert {"en", "tr"} <= {one.locale for one in EXAMPLES if one.check == check}


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "It is rare [@a]. **Call us at once** if it bleeds.",
            "Nadirdir. **Hemen bizi arayın**, kanarsa [@a].",
        ),
        ("It is rare [@a]. {clinic_name} calls you.", "Nadirdir. {clinic_name} sizi arar [@a]."),
    ],
)
def test_a_sentence_may_begin_with_a_mark(source: str, text: str) -> None:
    assert _messages(CITATIONS, _pair(source, text)) == [
        "Sentence 1 cites nothing; in the source, it cites a."
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("It takes 30 to 60 minutes.", "30 ile 60 dakika arasında sürer."),
        ("It settles within 7–10 days.", "7-10 gün içinde geçer."),
        ("Take a tablet twice a day.", "Günde iki kez bir tablet alın."),
        ("It takes half an hour.", "Yarım saat sürer."),
        ("Take half of your dose.", "Dozunuzun yarısını alın."),
        ("At midnight", "Gece yarısı"),
        ("At 8 am", "Saat 08.00'de"),
        ("Both sides", "İki taraf"),
        ("The second dose", "İkinci doz"),
        ("It takes a second.", "Bir saniye sürer."),
        ("You may come on 5 May 2026.", "05.05.2026 günü gelebilirsiniz."),
        ("Take 5 thousand units.", "5 bin ünite alın."),
        ("At 20:00 take two tablets.", "20.00'de iki tablet alın."),
        ("It is six weeks now.", "Altı hafta oldu."),
        ("It stays under the skin.", "Derinin altı uyuşur."),
        ("One hundred and ten", "Yüz on"),
    ],
)
def test_one_number_may_be_written_in_two_ways(source: str, text: str) -> None:
    assert _messages(NUMBERS, _pair(source, text)) == []


@pytest.mark.parametrize(
    ("source", "text", "message"),
    [
        ("Wait six weeks.", "Yedi hafta bekleyin.", "The source says 6; the translation does not."),
        ("Call us.", "2 kez arayın.", "The translation says 2; the source does not."),
        ("At 8 pm", "Saat 8'de", "The source says 20; the translation says 8."),
        ("Wait 2 days.", "Yirmi iki gün bekleyin.", "The source says 2; the translation says 22."),
    ],
)
def test_another_number_is_found(source: str, text: str, message: str) -> None:
    assert _messages(NUMBERS, _pair(source, text)) == [message]


def test_a_number_that_changes_places_with_that_of_another_sentence_is_found() -> None:
    pair = _pair("Stop 5 days before. Wait 2 days.", "2 gün önce kesin. 5 gün bekleyin.")
    assert len(_messages(NUMBERS, pair)) == 2


def test_a_negation_that_moves_to_another_sentence_is_found() -> None:
    pair = _pair("Do not stop it. Take it with water.", "Bu ilacı kesin. Suyla almayın.")
    assert _messages(NEGATION, pair) == [
        "Negations in the source: 1 (“not”); in the translation: 0.",
        "Negations in the source: 0; in the translation: 1 (“almayın”).",
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Rest today.", "Bugün dinlenin."),
        ("The foot", "Ayak"),
        ("On the same side", "Aynı tarafta"),
        ("Date and time", "Tarih ve saat"),
        ("If the date changes", "Gün değişirse"),
        ("At its usual time", "Her zamanki saatinde"),
        ("After 6 weeks", "6 hafta sonra"),
        ("Within a week", "Bir hafta içinde"),
        ("At the weekend", "Hafta sonu"),
        ("On Monday", "Pazartesi günü"),
        ("At 20:00", "Saat 20.00'de"),
        ("Twice daily", "Günde iki kez"),
        ("The star", "Yıldız"),
        ("Take 3 more tablets.", "3 tablet daha alın."),
    ],
)
def test_words_that_only_look_like_units_are_none(source: str, text: str) -> None:
    assert _messages(UNITS, _pair(source, text)) == []


def test_a_time_that_is_left_out_beside_a_date_is_found() -> None:
    assert _messages(UNITS, _pair("Date and time", "Tarih")) == [
        "The source says “time”; the translation does not."
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("You may drink little or not at all.", "Az içebilir veya hiç içemeyebilirsiniz."),
        ("Whether it suits you", "Size uygun olup olmadığı"),
        ("The team asks whether you have eaten.", "Ekip yemek yiyip yemediğinizi sorar."),
        ("Call us as soon as you have it.", "Alır almaz bizi arayın."),
        ("Take it as soon as you remember.", "Hatırlar hatırlamaz alın."),
        ("Ask before you go home.", "Eve gitmeden önce sorun."),
        ("Do not stop it before you have asked us.", "Bize sormadan kesmeyin."),
        ("Do not drive until we say you may.", "Biz izin verene kadar araç kullanmayın."),
        ("Do not stop unless we tell you.", "Biz söyleyene kadar kesmeyin."),
        ("Sudden trouble speaking or walking", "Birdenbire konuşamama veya yürüyememe"),
        ("Sudden trouble breathing", "Birdenbire nefes darlığı"),
        ("Trouble breathing or swallowing", "Nefes almada veya yutmada güçlük"),
        ("Trouble breathing or swallowing", "Nefes alma güçlüğü veya yutma güçlüğü"),
        ("Avoid alcohol.", "Alkol almayın."),
        ("Keep it out of reach of children.", "Çocukların ulaşamayacağı yerde saklayın."),
        ("Keep it out of reach of children.", "Çocuklardan uzak tutun."),
        ("You must fast from midnight.", "Gece yarısından sonra bir şey yemeyin."),
        ("If you refuse", "İstemezseniz"),
        ("You may refuse.", "İstediğiniz zaman reddedebilirsiniz."),
        ("Avoid alcohol.", "Alkolden kaçının."),
        ("You can say no.", "Hayır diyebilirsiniz."),
        ("Take your time.", "Acele etmeyin."),
        ("Experts disagree about it.", "Uzmanlar bu konuda aynı görüşte değil."),
        ("Take no more than 3 tablets.", "En çok 3 tablet alın."),
        ("Take no more than 3 tablets.", "3 tabletten fazla almayın."),
        ("Do not eat or drink.", "Bir şey yiyip içmeyin."),
        ("Do not eat or drink.", "Yemeyin ve içmeyin."),
        ("Neither food nor drink is allowed.", "Ne yemeye ne de içmeye izin verilir."),
        ("Nobody can promise that.", "Buna kimse söz veremez."),
        ("It is not only pain.", "Sorun yalnızca ağrı değil."),
        ("The nerve is destroyed.", "Sinir yok edilir."),
        ("Heart failure", "Kalp yetmezliği"),
        ("It is free of charge.", "Ücretsizdir."),
        ("Change nothing and call us.", "Hiçbir şeyi değiştirmeyin, bizi arayın."),
        ("Do not take it, and call us.", "Almayın ve bizi arayın."),
        ("Do not use a hot or cold pack; call us.", "Sıcak veya soğuk uygulamayın, bizi arayın."),
    ],
)
def test_a_negation_may_be_said_in_another_way(source: str, text: str) -> None:
    assert _messages(NEGATION, _pair(source, text)) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Do not stop it before you have asked us.", "Bize sormadan kesin."),
        ("Sudden trouble speaking or walking", "Birdenbire konuşamama veya yürüme"),
        ("Take your time.", "Acele edin."),
        ("Experts disagree about it.", "Uzmanlar bu konuda aynı görüşte."),
        ("Take your time and do not hurry.", "Acele edin, koşturmayın."),
        ("Change nothing until we have spoken.", "Görüşene kadar her şeyi değiştirin."),
        ("Never take two doses.", "Asla iki doz alın."),
        ("If you cannot reach us", "Bize ulaşırsanız"),
        ("Back pain with no clear source", "Kaynağı belli olan ağrı"),
        ("If something is not clear", "Bir şey açıksa"),
        ("Take no more than 3 tablets.", "En çok 3 tablet almayın."),
        ("If you have one, call us.", "Biri sizde yoksa bizi arayın."),
        ("You cannot pass urine or walk.", "İdrar yapıyor veya yürüyemiyorsunuz."),
        ("You cannot eat or drink.", "Yiyebilirsiniz veya içemezsiniz."),
        ("Do not push or pull.", "İtin ve çekmeyin."),
        ("If it does not go or gets worse, call us.", "Geçmezse veya artarsa bizi aramayın."),
        ("Keep it out of reach of children.", "Çocukların ulaşacağı yerde saklayın."),
    ],
)
def test_a_lost_or_added_negation_is_found(source: str, text: str) -> None:
    assert len(_messages(NEGATION, _pair(source, text))) == 1


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Call us first.", "Önce bizi arayın."),
        ("The treatment may fade over time.", "Etki zamanla azalabilir."),
        ("Take a short break.", "Kısa bir ara verin."),
        ("In the afternoon", "Öğleden sonra"),
        ("Is it right for my pain?", "Ağrıma uygun mu?"),
        ("Look after the wound before you go.", "Gitmeden önce yaraya bakın."),
        ("On Friday", "Cuma günü"),
        ("On Saturday", "Cumartesi günü"),
    ],
)
def test_words_that_are_no_opposites_pass(source: str, text: str) -> None:
    assert _messages(OPPOSITES, _pair(source, text)) == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Your left leg", "Sağ bacağınız"),
        ("Do not stop it.", "Başlamayın."),
        ("Keep taking it.", "Almayı bırakın."),
        ("Take it as usual.", "Her zamanki gibi kesin."),
        ("On an empty stomach", "Tok karnına"),
        ("The last dose", "İlk doz"),
        ("At least 3 hours", "En çok 3 saat"),
        ("On Friday", "Cumartesi günü"),
        ("Take it in the morning and at night.", "Sabah ve sabah alın."),
    ],
)
def test_an_opposite_is_found(source: str, text: str) -> None:
    assert len(_messages(OPPOSITES, _pair(source, text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "İnsülinlerinizin adı",
        "İNSÜLİN",
        "insülinden",
        "Insulin",
    ],
)
def test_a_turkish_name_is_found_with_its_endings(text: str) -> None:
    assert _messages(MEDICINES, _pair("insulin", text)) == []


@pytest.mark.parametrize("text", ["heparinoid krem", "insülinoma", "varfarinoid"])
def test_a_name_is_not_found_inside_another_word(text: str) -> None:
    assert _messages(MEDICINES, _pair("A word", text)) == []


def test_the_names_of_medicines_themselves_are_left_to_the_check_of_the_catalog() -> None:
    pair = _pair("warfarin", "klopidogrel", name="medicine.warfarin")
    assert _messages(MEDICINES, pair) == []


def _names(*names: tuple[str, str]) -> list[TextPair]:
    return [_pair(source, text, name=f"medicine.{source}") for source, text in names]


def test_two_swapped_names_of_medicines_are_found() -> None:
    pairs = _names(("warfarin", "klopidogrel"), ("clopidogrel", "varfarin"))
    assert [
        (pair.id, fault.message) for pair, fault in MEDICINE_NAMES.find(pairs, CheckContext())
    ] == [
        ("medicine.warfarin", "“klopidogrel” looks like clopidogrel, but is used for warfarin."),
        ("medicine.clopidogrel", "“varfarin” looks like warfarin, but is used for clopidogrel."),
    ]


def test_the_same_name_for_a_class_and_for_another_one_is_found() -> None:
    pairs = [*_names(("insulin", "insülin"), ("heparin", "heparin"))]
    pairs.append(_pair("insulins", "İnsülin", name="class.insulins"))
    assert [
        (pair.id, fault.message) for pair, fault in MEDICINE_NAMES.find(pairs, CheckContext())
    ] == [("class.insulins", "“İnsülin” is used for insulins and for insulin.")]


def test_names_in_the_spelling_of_the_language_pass() -> None:
    pairs = _names(
        ("methylprednisolone", "metilprednizolon"),
        ("prednisolone", "prednizolon"),
        ("acetylsalicylic acid", "asetilsalisilik asit"),
        ("cilostazol", "silostazol"),
        ("enoxaparin", "enoksaparin"),
    )
    assert list(MEDICINE_NAMES.find(pairs, CheckContext())) == []


def test_texts_that_are_no_names_are_not_held_against_names() -> None:
    pairs = [*_names(("warfarin", "varfarin")), _pair("Take warfarin.", "Varfarin alın.")]
    assert list(MEDICINE_NAMES.find(pairs, CheckContext())) == []


@pytest.mark.parametrize("check", [UNITS, NEGATION, OPPOSITES])
def test_a_language_that_is_not_known_is_not_guessed_at(check: TextCheck) -> None:
    pair = _pair("Do not take 2 mg before noon.", "Nehmen Sie 2 ml nach Mittag.", "de")
    assert _messages(check, pair) == []


def test_the_source_may_be_turkish() -> None:
    pair = TextPair("clinic.text", "en", "Stop it.", "Kesmeyin.", Place(Path("clinic.yaml")), "tr")
    assert _messages(NEGATION, pair) == [
        "Negations in the source: 1 (“kesmeyin”); in the translation: 0."
    ]
