"""Two pages become one in two languages: each text beside its own, and nothing twice or lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.rendering.weasyprint.bilingual_pages import side_by_side


def page(body: str, lang: str = "tr", direction: str = "ltr", record: str = "") -> str:
    meta = f"<meta name='build-pack' content='{record}'>" if record else ""
    return (
        f"<!DOCTYPE html><html lang='{lang}' dir='{direction}' class='leaflet'><head>{meta}"
        f"<title>x</title></head><body>{body}</body></html>"
    )


def body(html: str) -> str:
    found = re.search(r"<body>(.*)</body>", html, re.DOTALL)
    assert found
    return found[1]


def pair(one: str, two: str, lang: str = "en", direction: str = "ltr") -> str:
    other = f'<span class="pair-other" lang="{lang}" dir="{direction}">{two}</span>'
    return f'<span class="pair"><span class="pair-own">{one}</span>{other}</span>'


@pytest.mark.parametrize("tag", ["p", "h2", "li", "td", "caption"])
def test_each_text_has_the_other_beside_it(tag: str) -> None:
    shell = {"li": "ul", "td": "table", "caption": "table"}.get(tag, "div")
    inside = {"td": ("<tbody><tr>", "</tr></tbody>")}.get(tag, ("", ""))
    one, two = (
        f"<{shell}>{inside[0]}<{tag}>{words}</{tag}>{inside[1]}</{shell}>"
        for words in ("İğne <strong>ince</strong>.", "The needle is <strong>thin</strong>.")
    )
    html = body(side_by_side(page(one), page(two, "en")))
    expected = pair("İğne <strong>ince</strong>.", "The needle is <strong>thin</strong>.")
    assert f"<{tag}>{expected}</{tag}>" in html


def test_what_is_the_same_in_both_stands_once() -> None:
    html = body(side_by_side(page("<p>+90 312</p>"), page("<p>+90 312</p>", "en")))
    assert html == "<p>+90 312</p>"


def test_what_differs_only_in_its_direction_stands_once() -> None:
    one, two = page("<p>\u2066+90 312\u2069</p>", "ar", "rtl"), page("<p>+90 312</p>")
    assert body(side_by_side(one, two)) == "<p>\u2066+90 312\u2069</p>"


def test_a_blank_to_fill_in_stands_once_with_its_label_in_both() -> None:
    def field(label: str) -> str:
        return (
            f"<p><span class='field' data-apart><span data-apart>{label}</span>"
            "<span class='field-line' data-apart></span></span></p>"
        )

    html = body(side_by_side(page(field("Tarih:")), page(field("Date:"), "en")))
    assert html.count("field-line") == 1
    assert pair("Tarih:", "Date:") in html


def test_what_is_marked_stands_once() -> None:
    one, two = ("<p data-once>Taslak</p>", "<p data-once>Draft</p>")
    assert "Draft" not in side_by_side(page(one), page(two, "en"))


def test_the_page_keeps_its_own_language() -> None:
    html = side_by_side(page("<p>a</p>", "ar", "rtl"), page("<p>b</p>", "tr", "ltr"))

    assert '<html lang="ar" dir="rtl" class="leaflet alongside">' in html
    assert pair("a", "b", "tr", "ltr") in html


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("<p>a</p>", "<p>b</p><p>c</p>"),
        ("<p>a</p>", "<h2>b</h2>"),
        ("<p class='x'>a</p>", "<p class='y'>b</p>"),
        ("<p data-segment='x.y'>a</p>", "<p data-segment='x.z'>b</p>"),
        ("<div>a<p>b</p></div>", "<div>c<p>d</p></div>"),
        ("<p>a</p>", "<p></p>"),
    ],
)
def test_pages_that_differ_in_more_than_words_are_refused(one: str, two: str) -> None:
    with pytest.raises(ValueError, match=r"is next to|different parts|not both"):
        side_by_side(page(one), page(two, "en"))


WORDS = st.text("abcçğıİöşü ", min_size=1).map(str.strip).filter(bool)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1))
def test_no_text_is_lost_and_each_stands_beside_its_own(texts: list[tuple[str, str]]) -> None:
    one, two = ("".join(f"<p>{words}</p>" for words in side) for side in zip(*texts, strict=True))
    html = body(side_by_side(page(one), page(two, "en")))
    expected = (
        f"<p>{pair(a, b) if ' '.join(a.split()) != ' '.join(b.split()) else a}</p>"
        for a, b in texts
    )
    assert html == "".join(expected)
