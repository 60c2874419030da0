"""Duties, parts of the body, times, urgency and letters, beyond the examples of the docs."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextCheck, TextPair
from build_pack.checks.translation.body_parts import BODY
from build_pack.checks.translation.duties import DUTIES
from build_pack.checks.translation.lost_letters import LETTERS
from build_pack.checks.translation.negation import NEGATION, NEGATION_UNSURE
from build_pack.checks.translation.opposites import OPPOSITES
from build_pack.checks.translation.time_relations import TIMES
from build_pack.checks.translation.urgency import URGENCY
from build_pack.problems import Place

CHECKS = (BODY, DUTIES, LETTERS, NEGATION, NEGATION_UNSURE, OPPOSITES, TIMES, URGENCY)


def found(check: TextCheck, source: str, text: str, locale: str = "tr") -> bool:
    pair = TextPair("leaflet.text", locale, text, source, Place(Path("tr.po"), 1))
    return any(True for _ in check.find(pair, CheckContext()))


@pytest.mark.parametrize(
    ("check", "source", "text"),
    [
        (DUTIES, "Someone has to drive you home.", "Biri sizi eve götürebilir."),
        (DUTIES, "You should rest today.", "Bugün dinlenebilirsiniz."),
        (DUTIES, "You may take paracetamol.", "Parasetamol almak zorundasınız."),
        (DUTIES, "You need a blood test.", "Kan testi gerekebilir."),
        (DUTIES, "You do not have to fast.", "Yemek yememelisiniz."),
        (DUTIES, "Take your tablets.", "Tabletlerinizi alabilirsiniz."),
        (BODY, "Your neck may be sore.", "Sırtınız ağrıyabilir."),
        (BODY, "The middle of the back", "Bel"),
        (BODY, "Swelling of the ankle", "El bileğinde şişme"),
        (BODY, "Heart or lung disease", "Kalp veya karaciğer hastalığı"),
        (BODY, "Trouble with your bladder", "Bağırsak sorunları"),
        (OPPOSITES, "Lie on your left side.", "Sağ yanınıza yatın."),
        (OPPOSITES, "The right knee joint", "Sol diz eklemi"),
        (TIMES, "Call us within 24 hours.", "24 saat sonra arayın."),
        (TIMES, "Take it for 5 days.", "5 gün sonra alın."),
        (TIMES, "Do not stop it before you have asked us.", "Bize sorunca kesmeyin."),
        (URGENCY, "Call 112 straight away.", "Birkaç gün içinde 112'yi arayın."),
        (URGENCY, "Go to the emergency department now.", "Acil servise gidin."),
        (OPPOSITES, "If the pain gets worse, call us.", "Ağrı azalırsa bizi arayın."),
        (OPPOSITES, "If the bleeding becomes heavier", "Kanama azalırsa"),
        (OPPOSITES, "If your blood sugar is low", "Kan şekeriniz yüksekse"),
        (NEGATION_UNSURE, "Large bruises without a cause", "Büyük morluklar"),
        (LETTERS, "The relation", "Iliskisi"),
        (LETTERS, "Do not press.", "Bastirmayin."),
        (LETTERS, "It may be so.", "Öyle olabılır."),
        (LETTERS, "Pain", "AÄŸrÄ±"),
        (LETTERS, "Pain", "Aðrý"),
    ],
)
def test_a_fault_is_found(check: TextCheck, source: str, text: str) -> None:
    assert found(check, source, text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "On the one hand it helps, on the other hand not.",
            "Bir yandan yararlı, öte yandan değil.",
        ),
        ("Read the booklet.", "El kitabını okuyun."),
        ("Please bear it in mind.", "Lütfen bunu göz önünde bulundurun."),
        ("Come back if it bleeds.", "Kanarsa yeniden başvurun."),
        ("Come alone.", "Tek başınıza gelin."),
        ("You do not face the risks.", "Riskleri almazsınız."),
        ("At first it may be sore.", "Başta ağrıyabilir."),
        ("Because of this, call us.", "Bu yüzden bizi arayın."),
        ("Back pain", "Sırt ve bel ağrısı"),
        ("The back of your neck", "Enseniz"),
        ("Take it on an empty stomach.", "Aç karnına alın."),
        ("Hundred people", "Yüz kişi"),
        ("The right treatment for you", "Size uygun tedavi"),
        ("The nerve has its limits.", "Sinirin sınırları var."),
        ("It may need a second block.", "İkinci bir blok gerekebilir."),
        ("What can you do?", "Neler yapıyorsunuz?"),
        ("Ask as much as you like.", "Dilediğiniz kadar soru sorabilirsiniz."),
        ("Do not worry.", "Endişelenmenize gerek yok."),
        ("Do not drive before tomorrow.", "Yarına kadar araç kullanmayın."),
        ("Start it only after the procedure.", "İşlemden önce başlamayın."),
        ("Relief does not always come at once.", "Rahatlama hemen olmayabilir."),
        ("Never take two doses at once.", "Asla çift doz almayın."),
        ("Keep taking it.", "Bu ilacı kesmeyin."),
        ("Leave out the next dose.", "Sonraki dozu almayın."),
        ("Do not take it for 2 days.", "2 gün mola verin."),
        ("Avoid heavy work.", "Ağır iş yapmayın."),
        ("Do not forget your list.", "Listenizi hatırlayın."),
    ],
)
def test_what_is_right_is_no_error(source: str, text: str) -> None:
    errors = [check for check in CHECKS if check is not NEGATION_UNSURE]
    assert [check.id for check in errors if found(check, source, text)] == []
