"""docs/checks.md lists every check with examples that are tried, and that come from the tests."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from textwrap import fill

import pytest

from build_pack.checks.check_codes import CHECK_CODES, PRINT_CODES
from build_pack.checks.print.checked_document import CheckedDocument
from build_pack.checks.print.print_checks import PRINT_CHECKS, print_problems
from build_pack.checks.registry import CHECKS
from build_pack.checks.suppressions import NEVER
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.problems import CODES, Place, Problem
from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.checks import examples_leaflet, examples_safety, examples_sheet, examples_style
from tests.checks.example import Example

PAGE = Path(__file__).parents[1] / "docs" / "checks.md"
EXAMPLES = (
    *examples_safety.EXAMPLES,
    *examples_style.EXAMPLES,
    *examples_leaflet.EXAMPLES,
    *examples_sheet.EXAMPLES,
)
ON_PAPER = {check.id for check in PRINT_CHECKS}
WITHOUT = {
    "word-untranslated": {"en"},
    "text-exchanged": {"en"},
    "sheet-words-unread": {"en", "tr"},
}
"""Languages for which a check has no example: English is the source, and what is told of languages
that the program does not know is shown in German."""
BY_ID = {check.id: check for check in reversed(CHECKS)}

_SECTION = re.compile(
    r"^### (?P<id>\S+)\n\n(?P<sentence>.+)\n\n(?P<kind>\*\*\w+\.\*\*)"
    r"(?P<rest>(?:(?!^##)[\s\S])*)",
    re.MULTILINE,
)
_BLOCK = re.compile(r"(<!-- examples of (\S+) -->\n\n```text\n)((?:(?!```)[\s\S])*)(```\n)")
_WIDTH = 100

FONT = """
html { font-family: "Source Sans 3"; font-size: 12pt }
@page { size: A4; margin: 28mm 17mm 24mm }
@page :first { margin-top: 19mm }
"""
LONG = {
    "tr": "Bu satırda çok fazla harf var, çünkü sayfanın bir kenarından öbürüne kadar uzanıyor.",
    "en": "This line has more letters than it should, for it goes from one edge to the other one.",
}
PRINTED: dict[str, dict[str, tuple[str, str]]] = {
    "print-small": {
        "tr": ("<p style='font-size: 11pt'>Evde dinlenin.</p>", "<p>Evde dinlenin.</p>"),
        "en": ("<p style='font-size: 11pt'>Rest at home.</p>", "<p>Rest at home.</p>"),
    },
    "line-long": {
        locale: (f"<p style='white-space: nowrap'>{text}</p>", f"<p style='width: 90mm'>{text}</p>")
        for locale, text in LONG.items()
    },
    "print-pale": {
        "tr": ("<p style='color: #999'>Evde dinlenin.</p>", "<p>Evde dinlenin.</p>"),
        "en": ("<p style='color: #999'>Rest at home.</p>", "<p>Rest at home.</p>"),
    },
    "capitals-long": {
        "tr": ("<p>Lütfen İLAÇLARINIZI ASLA KESMEYİN.</p>", "<p>Lütfen ilaçlarınızı kesmeyin.</p>"),
        "en": ("<p>Please NEVER STOP YOUR TABLETS.</p>", "<p>Please never stop your tablets.</p>"),
    },
    "print-raw": {
        "tr": ("<p>{n} gün dinlenin.</p>", "<p>2 gün dinlenin.</p>"),
        "en": ("<p>Rest for {n} days.</p>", "<p>Rest for 2 days.</p>"),
    },
    "print-foreign": {
        "tr": ("<p>Please evde dinlenin.</p>", "<p>Lütfen evde dinlenin.</p>"),
        "en": ("<p>Rest at home lütfen, ve call us.</p>", "<p>Rest at home, and call us.</p>"),
    },
}
"""A bad and a good page by check and locale."""


@cache
def on_paper(locale: str, body: str) -> tuple[Problem, ...]:
    """What all checks of print say of a page."""
    html = f'<html lang="{locale}"><title>x</title><body>{body}'
    pdf = Renderer([FONT], faces(), []).render(html, place=Path("page"))
    printed = CheckedDocument(DocumentKind.LEAFLET, locale, read_pages(pdf))
    return tuple(print_problems(printed, Place(Path("page.pdf"))))


def first(check: str, locale: str) -> Example | None:
    """The first example of a check in a language."""
    return next((one for one in EXAMPLES if (one.check, one.locale) == (check, locale)), None)


def lines(example: Example) -> Iterator[str]:
    """An example as the page shows it."""
    if example.source not in {example.bad, example.good}:
        yield from labelled("source", example.source)
    yield from labelled("bad", example.bad)
    yield from labelled("", f"→ {example.message}")
    if example.good:
        yield from labelled("good", example.good)


def labelled(label: str, text: str) -> Iterator[str]:
    """Words after their label, wrapped."""
    yield fill(
        f"{label:8}{text.strip()}",
        _WIDTH,
        initial_indent=" " * 4,
        subsequent_indent=" " * 12,
        break_long_words=False,
        break_on_hyphens=False,
    )


def shown(check: str, locale: str) -> tuple[str, ...]:
    """The example of a check in a language, line by line; nothing if there is none."""
    if check not in ON_PAPER:
        example = first(check, locale)
        return tuple(lines(example)) if example else ()
    bad, _ = PRINTED[check][locale]
    [problem] = [one for one in on_paper(locale, bad) if one.code == check]
    return (*labelled("", f"→ {problem.message}"), *labelled("", problem.hint))


def examples_of(check: str) -> str:
    """What stands in the block of a check; once, where it is the same in both languages."""
    turkish, english = shown(check, "tr"), shown(check, "en")
    if WITHOUT.get(check) == {"en", "tr"}:
        told = ["German", *shown(check, "de")]
    elif turkish == english:
        told = ["Turkish and English", *turkish]
    else:
        told = ["Turkish", *turkish, *(["English", *english] if english else [])]
    return "".join(f"{line}\n" for line in told)


def sections() -> list[re.Match[str]]:
    text = PAGE.read_text(encoding="utf-8")
    return list(_SECTION.finditer(text))


def test_the_page_has_each_check_of_the_registry_in_order_with_its_sentence() -> None:
    documented = [(one["id"], one["sentence"]) for one in sections()]
    assert documented == [(name, CODES[name]) for name in dict.fromkeys(c.id for c in CHECKS)]


def test_the_codes_of_checks_are_those_of_the_registry() -> None:
    assert {check.id for check in CHECKS} == CHECK_CODES
    assert {check.id for check in PRINT_CHECKS} == PRINT_CODES


def test_no_other_heading_has_the_form_of_a_check() -> None:
    headings = re.findall(r"^### (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert headings == [one["id"] for one in sections()]


def test_each_check_is_called_an_error_or_a_warning_as_it_is() -> None:
    documented = {one["id"]: one["kind"] for one in sections()}
    expected = {name: f"**{one.severity.value.title()}.**" for name, one in BY_ID.items()}
    assert documented == expected


def test_the_page_names_what_nobody_can_let_pass() -> None:
    [named] = re.findall(r"(?s)<!-- never -->\n\n(.+?)\n\n", PAGE.read_text(encoding="utf-8"))
    assert set(re.findall(r"`([\w-]+)`", named)) == NEVER


def test_the_examples_on_the_page_are_those_of_the_tests(update_goldens: bool) -> None:
    text = PAGE.read_text(encoding="utf-8")
    fresh = _BLOCK.sub(lambda block: block[1] + examples_of(block[2]) + block[4], text)
    if update_goldens:
        PAGE.write_text(fresh, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == fresh


def test_each_check_has_its_examples_in_its_section() -> None:
    found = {
        one["id"]: [name for _, name, _, _ in _BLOCK.findall(one["rest"])] for one in sections()
    }
    assert found == {name: [name] for name in BY_ID}


@pytest.mark.parametrize("check", sorted(set(BY_ID) - ON_PAPER))
def test_each_check_of_texts_has_an_example_in_both_languages(check: str) -> None:
    missing = {locale for locale in ("tr", "en") if first(check, locale) is None}
    assert missing == WITHOUT.get(check, set())


@pytest.mark.parametrize("check", sorted(ON_PAPER))
@pytest.mark.parametrize("locale", ["tr", "en"])
def test_a_bad_page_has_this_fault_alone_and_a_good_one_none(check: str, locale: str) -> None:
    bad, good = PRINTED[check][locale]
    assert [problem.code for problem in on_paper(locale, bad)] == [check]
    assert on_paper(locale, good) == ()
