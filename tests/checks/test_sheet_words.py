"""The fixed words of the sheets say what their source says, in every language with a list."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextPair
from build_pack.checks.languages.known_languages import LANGUAGES
from build_pack.checks.languages.language_rules import LanguageRules, NegationRules, words
from build_pack.checks.translation.sheet_words import SHEET_WORDS, SHEET_WORDS_UNREAD, is_fixed
from build_pack.content.library import Library
from build_pack.problems import Place
from build_pack.translation.po.catalog_file import forms, read_po
from build_pack.translation.ui_extraction import ui_segments
from tests.workshop import ROOT

PLACE = Place(Path("ui.po"))
SOURCES = {
    entry.id: forms(entry.source)[-1]
    for entry in read_po(ROOT / "locales/tr/LC_MESSAGES/ui.po").entries
}


def said(name: str, text: str, locale: str = "tr") -> list[str]:
    source = SOURCES.get(name) or REGIONS[name.rpartition(".")[2]]
    pair = TextPair(name, locale, text, source, PLACE)
    return [fault.message for fault in SHEET_WORDS.find(pair, CheckContext())]


REGIONS = {"cervical": "Neck", "thoracic": "Middle of the back", "lumbar": "Lower back",
           "sacroiliac": "Sacroiliac joint"}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mark.usual", "Ara verin"), ("mark.usual", "Doz yok"), ("mark.usual", "Almayın"),
        ("mark.usual", "Son doz"), ("mark.usual", "Sonra alın"), ("mark.usual", "Çekin"),
        ("mark.last", "İlk doz"), ("mark.last", "Doz yok"), ("mark.last", "Sonraki doz"),
        ("mark.last", "Doz"), ("mark.none", "Alın"), ("mark.none", "Son doz"),
        ("mark.none", "Her zamanki doz"), ("mark.none", "Bekleyin"),
        ("mark.first", "Son doz"), ("mark.first", "Önceki doz"), ("mark.both", "Son doz"),
        ("mark.after", "Önce alın"), ("mark.after", "Alın"), ("mark.after", "Sonra almayın"),
        ("mark.wait", "Alın"), ("mark.wait", "Devam edin"), ("mark.wait", "Arayın"),
        ("mark.wait", "Yeniden başlayın"), ("mark.changed", "Her zamanki doz"),
        ("mark.changed", "İlk doz"), ("mark.changed", "Doz"), ("mark.changed-after", "Farklı doz"),
        ("mark.changed-after", "Farklı doz, önce"), ("mark.not-due", "Alın"),
        ("slot.morning", "akşam"), ("slot.noon", "gece yarısı"), ("slot.evening", "öğleden sonra"),
        ("slot.bedtime", "uyanınca"), ("slot.bedtime", "kalkınca"), ("slot.bedtime", "akşam"),
        ("slot.evening", "yatarken"), ("slot.morning", "gece"), ("slot.noon", "öğleden sonra"),
        ("decision.continue", "Kısa bir ara verin"), ("decision.continue", "İlacı bırakın"),
        ("decision.withhold", "Almaya devam edin: tarihler aşağıda"),
        ("decision.withhold", "İlacı tamamen kesin: tarihler aşağıda"),
        ("decision.reduce", "Kısa bir süre başka ilaç: tarihler aşağıda"),
        ("decision.switch", "Kısa bir süre farklı doz: tarihler aşağıda"),
        ("decision.ask", "Bu ilacı almaya devam edin"), ("decision.undecided", "Bizi arayın"),
        ("region.cervical", "Bel"), ("region.lumbar", "Boyun"), ("region.lumbar", "Sırt"),
        ("region.thoracic", "Bel"), ("region.sacroiliac", "Diz eklemi"), ("region.lumbar", "Diz"),
        ("place.cervical-left", "Boynun sağ tarafı"), ("place.lumbar-right", "Belin sol tarafı"),
        ("place.lumbar-both", "Belin sol tarafı"), ("place.lumbar-left", "Boynun sol tarafı"),
        ("place.thoracic-both", "Sırt"), ("side.left", "sağ taraf"), ("side.both", "sol taraf"),
        ("moment.or-earlier", "%(moment)s veya daha sonra"),
        ("moment.noon", "%(date)s, gece yarısı"),
        ("moment.or-later", "%(moment)s veya daha önce"), ("moment.or-later", "%(moment)s"),
        ("moment.midnight", "%(date)s, gece yarısı (bu günün sonu)"),
        ("step.last-dose", "İlk doz"),
        ("step.restart", "Bırakma"),
        ("step.between-first", "Son doz"),
        ("step.between-last", "İlk doz"), ("step.between-again", "İşlemden önce"),
        ("step.changed-dose", "Aynı doz"), ("calendar.days-before", "%(days)s gün sonra"),
        ("day.before", "İşleminizden %(days)s gün sonra"),
        ("day.hours-after", "%(hours)s saat önce"),
        ("checklist.before", "İşlemden sonra"), ("checklist.after", "İşlemden önce"),
        ("medicines.fill-before", "İşlemden sonra"),
        ("medicines.if-missed", "Yanlışlıkla aldıysanız:"),
        ("medicines.if-taken", "Almayı unuttuysanız:"),
        ("medicines.if-postponed", "İşlem biterse:"),
        ("last-dose", "Son dozunuzu işleminizden %(days)s gün sonra alın."),
        ("last-dose", "İlk dozunuzu işleminizden %(days)s gün önce alın."),
        ("last-dose-bedtime", "Son dozunuzu işleminizden %(days)s gün önce, uyanınca alın."),
        ("last-dose-morning", "Son dozunuzu işleminizden %(days)s gün önce alın."),
        ("last-dose.hours", "Son dozunuzu işleminizden en çok %(hours)s saat önce alın."),
        ("restart.after", "İşleminizden %(days)s gün önce yeniden başlayın."),
        ("restart.after", "İşleminizden %(days)s gün sonra bırakın."),
        ("restart.day-evening", "İşlem günü, işlemden sonra, sabah yeniden başlayın."),
        ("restart.day", "İşlem günü, işlemden önce yeniden başlayın."),
        ("limit.above-postpone", "Sonuç %(limit)s değerinin altındaysa işlemi erteleriz."),
        ("limit.below-decide", "Sonuç %(limit)s değerinin altındaysa işlemi erteleriz."),
        ("task.last-dose", "%(medicine)s: İşlemden sonraki ilk dozu alın."),
        ("task.restart", "%(medicine)s: İşlemden önceki son dozu alın."),
        ("task.usual", "%(medicine)s: Farklı bir doza dönün."),
        ("task.changed", "%(medicine)s: bu günden başlayarak her zamanki doz."),
        ("task.drinks", "Bu saatten sonra yalnızca su içebilirsiniz. Sonra bir şey içmeyin."),
        ("step.without-text", "Sonra, “Yeniden başlama” bölümünde yazan zamandan sonra almayın."),
        ("step.ask", "Bizi arayın: %(phone)s. Görüştükten sonra hiçbir şeyi değiştirmeyin."),
        ("task.undecided", "%(medicine)s: Ekibiniz doldurduktan sonra kesmeyin, arayın: %(phone)s"),
        ("step.undecided", "Ekibiniz burayı doldurduktan sonra kesmeyin. Boşsa arayın: %(phone)s"),
        ("phone.appointments", "Tedavinizle ilgili sorular"),
        ("phone.questions", "Randevu"),
        ("between.patient", "Bu ilacı size hemşire uygular."),
        ("between.nurse", "Bu ilaç size hastanede uygulanır."),
        ("between.hospital", "Bu ilacı kendinize siz uygularsınız."),
        ("depends.kidney", "kullandığınız doz"),
        ("depends.dose", "böbreklerinizin ne kadar iyi çalıştığı"),
        ("depends.region", "ilacı ne için kullandığınız"),
        ("phone.out-of-hours", "Sabah, öğlen ve hafta içi"),
        ("diary.hours", "%(count)s saat önce"),
        ("radiofrequency-neurotomy.where.place.lumbar", "Boyun"),
        ("a.where.region.cervical", "Bel"), ("a.where.region.thoracic", "Boyun ve sırt"),
    ],
)  # fmt: skip
def test_a_fixed_word_that_says_something_else_is_found(name: str, text: str) -> None:
    assert said(name, text) != []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mark.usual", "Take after"), ("mark.wait", "Take"), ("mark.none", "Take"),
        ("mark.last", "First dose"), ("slot.bedtime", "on waking"), ("slot.evening", "afternoon"),
        ("region.lumbar", "Neck"),
        ("side.left", "right side"),
        ("restart.day", "Start again before."),
        ("moment.or-earlier", "%(moment)s or later"), ("decision.withhold", "Keep taking it"),
    ],
)  # fmt: skip
def test_a_rewording_in_english_that_says_something_else_is_found(name: str, text: str) -> None:
    assert said(name, text, "en") != []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mark.usual", "Her zamanki gibi"), ("mark.usual", "Alınız"), ("mark.usual", "Kullanın"),
        ("mark.wait", "Bekleyin"), ("mark.none", "Almayın"), ("mark.none", "İlaç yok"),
        ("mark.last", "Son ilaç"), ("mark.first", "İlk ilaç"), ("mark.after", "İşlem sonrası alın"),
        ("mark.changed", "Değişik doz"), ("mark.changed-after", "Sonra farklı doz"),
        ("mark.both", "İlk doz ve son doz"),
        ("slot.noon", "öğle"),
        ("slot.bedtime", "yatmadan önce"),
        ("slot.bedtime", "yatış saatinde"),
        ("slot.evening", "akşamları"),
        ("slot.morning", "sabahleyin"),
        ("decision.continue", "Kullanmaya devam edin"),
        ("decision.continue", "Her zamanki gibi alın"),
        ("decision.continue", "Bu ilacı almayı sürdürün"),
        ("decision.withhold", "Bir süre ara verin: tarihler aşağıda"),
        ("decision.ask", "Bu ilaç hakkında bizi arayın"),
        ("decision.undecided", "Kararı ekibiniz verecek"),
        ("region.cervical", "Boyun bölgesi"), ("region.lumbar", "Bel bölgesi"),
        ("region.lumbar", "Belin alt kısmı"), ("region.thoracic", "Sırtın orta bölümü"),
        ("region.sacroiliac", "Sakroiliak eklem"), ("place.lumbar-left", "Bel, sol taraf"),
        ("place.cervical-both", "Boyun, her iki taraf"), ("side.both", "her iki taraf"),
        ("moment.or-earlier", "En geç %(moment)s"), ("moment.or-later", "En erken %(moment)s"),
        ("moment.or-earlier", "%(moment)s veya daha erken"), ("moment.noon", "%(date)s, öğle 12"),
        ("moment.midnight", "%(date)s, gece yarısı, bu günün başlangıcı"),
        ("step.restart", "Tekrar başlama"), ("step.restart", "Yeniden başlayın"),
        ("step.changed-dose", "Başka doz"), ("checklist.later", "Sonraki gün ve haftalarda"),
        ("day.hours-after", "İşleminizin bitiminden %(hours)s saat sonra"),
        ("medicines.if-missed", "Unuttuysanız:"),
        ("medicines.if-postponed", "İşleminiz ertelenirse:"),
        ("last-dose", "Son dozu, işlemden %(days)s gün önce için."),
        ("last-dose-evening", "Son dozunuzu işlemden %(days)s gün önce, akşam saatlerinde alın."),
        ("restart.after", "İlacınıza işlemden %(days)s gün sonra tekrar başlayın."),
        ("step.undecided", "Ekibiniz burayı doldurmadan kesmeyin. Hâlâ boşsa arayın: %(phone)s"),
        ("task.drinks", "Bu saate dek yalnızca su içebilirsiniz. Ondan sonra bir şey içmeyin."),
        ("restart.day", "İşlem günü işlemden sonra ilacınıza devam edin."),
        ("last-dose.hours", "Son dozunuzu, işleminizden en geç %(hours)s saat önce alın."),
        ("task.usual", "%(medicine)s: Yine her zamanki dozunuzu alın."),
        ("decision.withhold", "Kısa süre ara: tarihler aşağıda"),
        ("mark.usual", "Al"),
        ("mark.after", "İşlemden sonra"),
        ("slot.bedtime", "gece yatarken"),
        ("place.lumbar-both", "Belin sağı ve solu"),
        ("step.restart", "İlaca dönüş"),
        ("limit.below-postpone", "Sonuç %(limit)s altında çıkarsa işlemi başka güne alırız."),
        ("phone.appointments", "Randevu almak için"),
        ("phone.questions", "Tedaviniz hakkında sormak istedikleriniz"),
        ("between.nurse", "Bu ilacı bir hemşire yapar."),
        ("depends.indication", "ilacı ne için kullandığınız"),
        ("restart.told", "Ekibiniz söylediğinde tekrar başlayın. Eve gitmeden önce sorun."),
        ("limit.above-postpone", "Sonuç %(limit)s değerinden yüksekse işlem ertelenir."),
        ("task.usual", "%(medicine)s: Her zamanki dozunuzu yeniden alın."),
        ("phone.out-of-hours", "Akşamları, geceleri ve hafta sonları"),
        ("a.where.region.lumbar", "Bel bölgesi"),
        ("a.where.place.cervical", "Boyun (servikal bölge)"),
    ],
)  # fmt: skip
def test_a_fixed_word_may_be_said_in_another_way(name: str, text: str) -> None:
    assert said(name, text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mark.usual", "Take as usual"),
        ("mark.none", "Do not take"),
        ("slot.bedtime", "at night, before bed"),
        ("moment.or-earlier", "no later than %(moment)s"),
        ("moment.or-later", "not before %(moment)s"),
        ("moment.midnight", "%(date)s, midnight (start of the day)"),
        ("restart.day", "Restart on the day, once the procedure is over."),
        ("task.usual", "%(medicine)s: Go back to your usual dose."),
        ("mark.wait", "Pause"),
        ("mark.none", "Skip"),
        ("mark.last", "Final dose"),
        ("slot.noon", "midday"),
        ("slot.bedtime", "before going to bed"),
        ("region.lumbar", "Low back"),
        ("region.thoracic", "Mid-back"),
        ("region.sacroiliac", "Sacroiliac joint"),
        ("moment.or-earlier", "%(moment)s at the latest"), ("mark.changed", "Different dose"),
        ("decision.continue", "Continue taking it"), ("decision.withhold", "Pause it: dates below"),
        ("step.restart", "Restart"),
        ("restart.after", "Restart %(days)s days after your procedure."),
    ],
)  # fmt: skip
def test_a_fixed_word_may_be_reworded_in_english(name: str, text: str) -> None:
    assert said(name, text, "en") == []


@pytest.mark.parametrize("locale", ["tr", "en"])
def test_the_words_that_come_with_the_program_pass(locale: str) -> None:
    folder = ROOT / "locales" / locale / "LC_MESSAGES"
    for path in folder.glob("*.po"):
        for entry in read_po(path).entries:
            sources = forms(entry.source)
            for at, form in enumerate(forms(entry.target)):
                source = sources[min(at, len(sources) - 1)]
                pair = TextPair(entry.id, locale, form or source, source, PLACE)
                assert list(SHEET_WORDS.find(pair, CheckContext())) == []


def test_each_mark_slot_decision_place_and_day_is_fixed() -> None:
    names = [one.id for one in ui_segments(Library((ROOT,)))]
    heads = ("mark.", "slot.", "decision.", "region.", "place.", "side.", "moment.", "restart.",
             "last-dose", "limit.", "task.r", "task.l", "between.first", "between.last",
             "calendar.days", "day.before", "day.after", "hours.")  # fmt: skip
    assert [name for name in names if name.startswith(heads) and not is_fixed(name)] == []


def test_a_language_without_a_list_is_to_be_read_by_two_people() -> None:
    words = {"mark.wait": "Warten", "mark.usual": "Nehmen", "red-flags.emergency": "Im Notfall"}
    pairs = [TextPair(name, "de", text, SOURCES[name], PLACE) for name, text in words.items()]
    [(pair, fault)] = SHEET_WORDS_UNREAD.find(pairs, CheckContext())
    assert pair.id == "mark.wait"
    assert fault.message == (
        "The fixed words of the sheets in “de” are not compared with the source: Wait = Warten; "
        "Take = Nehmen."
    )
    assert list(SHEET_WORDS_UNREAD.find([], CheckContext())) == []
    turkish = [TextPair("mark.wait", "tr", "Ara verin", "Wait", PLACE)]
    assert list(SHEET_WORDS_UNREAD.find(turkish, CheckContext())) == []


def test_so_is_one_whose_other_words_are_known_already(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is while somebody adds a language, list by list."""
    monkeypatch.setitem(LANGUAGES, "de", LanguageRules(NegationRules(words("nicht"))))
    assert said("mark.wait", "Warten", "de") == []
    pair = TextPair("mark.wait", "de", "Warten", "Wait", PLACE)
    [(_, fault)] = SHEET_WORDS_UNREAD.find([pair], CheckContext())
    assert "are not compared with the source: Wait = Warten." in fault.message
