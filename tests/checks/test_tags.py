"""What belongs to another format than ours is never printed as it stands."""

from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextPair
from build_pack.checks.translation.tags import TAGS
from build_pack.problems import Place
from build_pack.translation.po.catalog_file import forms, read_po
from tests.workshop import ROOT


def said(text: str, locale: str = "tr") -> list[str]:
    pair = TextPair("a", locale, text, text, Place(Path("x")))
    return [fault.message for fault in TAGS.find(pair, CheckContext())]


@pytest.mark.parametrize(
    "found",
    [
        "<b>", "</b>", "<br>", "<br/>", "<br />", "<BR>", "<p>", "<li>", "<strong>", "</strong>",
        "<sup>", '<span class="x">', '<a href="https://example.org">', '<g id="1">',
        '<x id="1"/>',
        "<clinic-name>", "<ad>", "<https://example.org>", "<!--", "<!-- x -->", "&nbsp;", "&amp;",
        "&lt;", "&gt;", "&quot;", "&#39;", "&#x27;", "&ndash;", "&ccedil;", "&rsquo;", "&nbsp",
        "\\n", "\\t", "\\r\\n", '\\"', "\\u00fc", "\\", "`kod`", "``", "~~eski~~", "__kalın__",
        "_eğik_", "==vurgu==", "%s", "%d", "![",
    ],
)  # fmt: skip
@pytest.mark.parametrize("text", ["Bugün {} dinlenin.", "{}Dinlenin.", "Dinlenin.{}", "Din{}lenin"])
def test_what_belongs_to_another_format_is_found(found: str, text: str) -> None:
    if text == "Din{}lenin" and found.strip("_") != found:
        return  # an underscore inside a word is no mark
    assert said(text.replace("{}", found)) != []


@pytest.mark.parametrize(
    "text", ["# Başlık", "## Başlık", "- Madde", "> Alıntı", "a\n- b", "• Madde"]
)
def test_a_mark_at_the_head_of_a_line_is_found(text: str) -> None:
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "INR < 1,4 ise", "INR <1,4 ise", "INR<1.4", "5 < 6 ve 7 > 6",
        "a<b ve c>d", "<3 gün", "x > 3",
        "< 1 in 100", "1 <= 2", "<", ">", "->", "Ağrı & Rehabilitasyon", "R&D; B", "AT&T", "Q&A",
        "%50", "% 5", "100%", "%(days)s gün",
        "{clinic_name} ekibi", "**Hemen** arayın [@who-2020].",
        "–", "– Evet", "-5 °C", "3-4 gün", "C++", "e-posta: ad_soyad@example.org", "#1",
        "www.example.org/a_b", "Ad: ______", "1. gün", "A/B", "bir = bir", "“Evet”", "5%s",
        "(a) ya da (b)", "I/O", "24/7",
    ],
)  # fmt: skip
def test_ordinary_signs_pass(text: str) -> None:
    assert said(text) == []


def test_a_fault_says_what_to_write() -> None:
    pair = TextPair("a", "tr", "Ağrı &amp; ateş<br>&nbsp;", "x", Place(Path("x")))
    assert [(fault.message, fault.hint) for fault in TAGS.find(pair, CheckContext())] == [
        (
            "The tag “<br>” would be printed literally.",
            "Write strong text as **text**, and remove all other markup.",
        ),
        ("“&amp;” would be printed literally.", "Write “&” itself."),
        ("“&nbsp;” would be printed literally.", "Write a space itself."),
    ]


@pytest.mark.parametrize("locale", ["tr", "en"])
def test_the_texts_that_come_with_the_program_pass(locale: str) -> None:
    for path in (ROOT / "locales" / locale / "LC_MESSAGES").glob("*.po"):
        for entry in read_po(path).entries:
            for text in (*forms(entry.source), *forms(entry.target)):
                assert said(text) == []
