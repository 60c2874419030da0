"""What runs from left to right inside text from right to left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.rendering.html.bidi import isolated, isolated_words

SHOWN = str.maketrans({"\u2066": "<", "\u2069": ">", "\u00a0": "_"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("خذ warfarin 5 mg الآن", "خذ <warfarin <5_mg>> الآن"),
        ("اتصل +90 312 000 00 02 الآن", "اتصل <+90 312 000 00 02> الآن"),
        ("(0312) 000-00-02", "<(0312) 000-00-02>"),
        ("5H7G-P3RR", "<5H7G-P3RR>"),
        ("acetylsalicylic acid (Aspirin), Coraspin", "<acetylsalicylic acid (Aspirin), Coraspin>"),
        ("Örnek Mahallesi, No. 1\n", "<Örnek Mahallesi, No. 1>\n"),
        ("https://example.org/a-b/1.htm", "<https://example.org/a-b/1.htm>"),
        ("1.5 mg/mL", "<<1.5_mg/mL>>"),
        ("L4–L5", "<L4–L5>"),
    ],
)
def test_words_amounts_and_phone_numbers_are_kept_from_left_to_right(
    text: str, expected: str
) -> None:
    assert isolated_words(text).translate(SHOWN) == expected


@pytest.mark.parametrize(
    "text", ["112", "3–5 أيام", "[1, 3]", "08:30–17:00", "10 مارس 2027", "50%"]
)
def test_figures_alone_and_ranges_run_with_their_sentence(text: str) -> None:
    assert isolated_words(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("DRAFT · اختبار", "<DRAFT> · اختبار"), ("warfarin 5 أيام", "<warfarin> 5 أيام")],
)
def test_what_belongs_to_the_sentence_around_it_stays_outside(text: str, expected: str) -> None:
    assert isolated_words(text).translate(SHOWN) == expected


def test_of_a_page_only_the_words_change() -> None:
    html = '<title>a b</title><style>p { x }</style><p class="a b" title="5 mg">5 mg &lt; &amp;</p>'
    assert isolated(html).translate(SHOWN) == html.replace(">5 mg", "><<5_mg>>")


def test_inside_an_element_from_left_to_right_it_is_the_other_words() -> None:
    html = '<p>اب 5 mg<br><b dir="ltr">J Pain [اب جد]. 2014<i>اب</i></b> 5 mg</p>'
    assert isolated(html).translate({**SHOWN, 0x2067: "»", 0x2069: "«"}) == (
        '<p>اب <<5_mg««<br><b dir="ltr">J Pain [»»اب« »جد««]. 2014<i>»»اب««</i></b> <<5_mg««</p>'
    )


@given(st.text("ab 5+-()،اب\n", max_size=40))
def test_no_sign_of_a_text_is_lost_or_moved(text: str) -> None:
    said = isolated_words(text).replace("\u2066", "").replace("\u2069", "")
    assert said.replace("\u00a0", " ") == text


@given(st.text("ab 5+-()mg، اب", max_size=40))
def test_every_isolate_is_closed(text: str) -> None:
    depth = 0
    for sign in isolated_words(text):
        depth += {"\u2066": 1, "\u2069": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
