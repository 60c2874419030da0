"""Names and labels that are longer than a line: broken at syllables with a hyphen, or told."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument, raw

from build_pack.content.models.document_kinds import DocumentKind
from build_pack.problems import ProblemsError
from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.html.template_layout import stylesheets
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.weasyprint.hyphenation import syllable_starts
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.workshop import ROOT

Printed = Callable[..., bytes]
SIXTY = {
    "tr": "metilprednizolonasetatlidokainhidroklorürsodyumhiyalüronatlı",
    "en": "methylprednisoloneacetatelidocainehydrochloridehyaluronateso",
}
WORDS = {
    locale: {60: word, 110: (word + word)[:108] + word[1] + "n"} for locale, word in SIXTY.items()
}
FORMATS = ("paper-a4", "paper-a4 large-print narrow", "paper-a5 narrow")
WIDTHS = {"paper-a4": 595, "paper-a4 large-print narrow": 595, "paper-a5 narrow": 420}
PLACES = {
    "heading": '<section class="hung"><div class="opening"><h2>{}</h2><div><p>x</p></div></div>',
    "paragraph": "<p>Önce <strong>{}</strong> sonra</p>",
    "checklist": '<ul class="boxes tasks"><li>{}</li></ul>',
    "grid": '<table class="medicine-grid"><thead><tr><th colspan="46">x</th></tr></thead>'
    '<tbody class="entry"><tr class="entry-head"><th colspan="26"><p><span class="medicine-name">'
    '{}</span></p></th><td colspan="20"><span class="verdict verdict-ask">{}</span></td></tr>'
    '<tr><th scope="row" colspan="11">{}</th><td colspan="35"><p>{}</p></td></tr></tbody></table>',
    "line of days": '<table class="line-of-days"><tbody><tr><th scope="row">{}</th><td><p>{}</p>'
    "</td></tr></tbody></table>",
    "row of labels": '<div class="drawing drawing-row"><ol class="labels">'
    + "<li><div>{}</div></li>" * 3
    + "</ol></div>",
    "one label": '<div class="drawing drawing-sides" style="height: 60mm"><ul class="labels">'
    '<li class="label-left at-50"><div>{}</div></li></ul></div>',
}
BESIDE_THE_CLINIC = {
    DocumentKind.FRONT_PAGE,
    DocumentKind.MEDICINES,
    DocumentKind.CHECKLIST,
    DocumentKind.DATE_CHANGE,
}
"""Documents whose title stands beside the clinic's name, without a rule between them."""


@pytest.fixture(scope="module")
def printed() -> Printed:
    """Give a function from a body, a locale and the classes of a page to its PDF."""
    templates = (ROOT / "templates",)
    renderer = Renderer(stylesheets(templates), faces(), templates)

    def printed(body: str, locale: str = "tr", page_format: str = "paper-a4") -> bytes:
        html = (
            f'<!DOCTYPE html><html lang="{locale}" class="{page_format}"><title>x</title>'
            "<style>:root { --brand: #123456; --brand-ink: #123456; --edition-code: none }</style>"
            f"<body>{body}"
        )
        return renderer.render(html, place=Path("x"))

    return printed


def lines_of(pdf: bytes) -> list[str]:
    return [
        run.text.strip() for page in read_pages(pdf) for line in page.lines for run in line.runs
    ]


@pytest.mark.parametrize("page_format", FORMATS)
@pytest.mark.parametrize("locale", WORDS)
@pytest.mark.parametrize("length", [60, 110])
def test_a_long_word_stays_in_its_place_and_is_broken_with_hyphens(
    printed: Printed, length: int, locale: str, page_format: str
) -> None:
    word = WORDS[locale][length]
    assert len(word) == length
    # So long a label does not fit beside so small a drawing; that is told, see below.
    places = [*PLACES.values()][: -1 if length > 60 else None]
    body = "".join(place.replace("{}", word) for place in places)

    pages = read_pages(printed(body, locale, page_format))

    runs = [run for page in pages for line in page.lines for run in line.runs]
    assert all(run.box.left > 25 for run in runs)
    assert all(run.box.right < WIDTHS[page_format] - 25 for run in runs)
    assert "".join(run.text.strip() for run in runs).count("-") > len(PLACES)
    _assert_whole([run.text.strip() for run in runs], word)


def _assert_whole(texts: list[str], word: str) -> None:
    """Each piece of the word but its last ends with a hyphen."""
    pieces = [text for text in texts if text.rstrip("-") in word and len(text) > 2]
    for piece in pieces:
        assert piece.endswith("-") or word.endswith(piece), piece


@pytest.mark.parametrize("name", PLACES)
def test_each_place_holds_a_word_of_sixty_letters_in_large_print(
    printed: Printed, name: str
) -> None:
    printed(PLACES[name].replace("{}", SIXTY["tr"]), "tr", "paper-a4 large-print narrow")


def test_a_word_that_fits_into_a_line_is_not_broken(printed: Printed) -> None:
    sentence = "Gerçekleştirilebilirliğinden kuşkulanıyorsanız değerlendirmelerimizi bekleyin. " * 9
    bold = f"<p>{sentence.replace('kuşku', '<strong>kuşku').replace('sanız', 'sanız</strong>')}</p>"

    texts = lines_of(printed(f"<p>{sentence}</p>{bold}<p>aa <span>{sentence}</span></p>"))

    assert not [text for text in texts if text.endswith("-")]


def labels(first: str, second: str) -> str:
    return (
        '<div class="drawing drawing-sides" style="height: 60mm"><ul class="labels">'
        f'<li class="label-left at-20"><div data-segment="a.b">{first}</div></li>'
        f'<li class="label-left at-40"><div data-segment="a.c">{second}</div></li></ul></div>'
    )


def refused(print_it: Callable[[], bytes]) -> list[str]:
    with pytest.raises(ProblemsError) as error:
        print_it()
    return [f"{problem.code} {problem.message}" for problem in error.value.problems]


def test_a_label_that_reaches_over_the_next_one_is_told(printed: Printed) -> None:
    printed(labels("Faset eklemi", "İğne"))

    assert refused(lambda: printed(labels(WORDS["tr"][110], "İğne"))) == [
        f"text-overflow “{WORDS['tr'][110][:60]}…” is taller than the space for it."
    ]


def test_a_label_in_two_languages_is_told_with_its_figure_and_a_fitting_hint(
    printed: Printed,
) -> None:
    pair = '<span class="pair"><span class="pair-own">Bel</span><span class="pair-other">{}</span>'
    drawing = labels(pair.replace("{}", "Lower back " * 9), pair.replace("{}", "Joint"))
    drawing = drawing.replace("<ul", '<img alt="A back." src="data:image/svg+xml,"><ul')
    unnamed = drawing.replace("data-segment", "data-x")
    told = []
    for body, page_format in (
        (drawing, "paper-a4 large-print narrow"),
        (unnamed, "paper-a4 large-print narrow alongside"),
    ):
        with pytest.raises(ProblemsError) as error:
            printed(body, "tr", page_format)
        told += [(p.message, p.hint) for p in error.value.problems if p.code == "text-overflow"]
    figure = "the figure “A back.”"
    assert told == [
        (
            f"“Bel / {'Lower back ' * 4}Lower back…” is taller than the space for it in {figure}.",
            "Use shorter words, or print it in the normal size.",
        ),
        (
            f"A label is taller than the space for it in {figure}.",
            "Use shorter words, or print each language separately.",
        ),
    ]


def test_a_word_without_syllables_is_broken_with_a_hyphen_as_well(printed: Printed) -> None:
    lines = lines_of(printed(f"<p>{'m' * 110}"))

    assert [line[-1] for line in lines] == ["-"] * (len(lines) - 1) + ["m"]


def test_a_word_that_cannot_be_broken_is_told_without_what_was_typed_in(printed: Printed) -> None:
    """There are no hyphens in Arabic."""
    [found] = refused(lambda: printed(f"<p>{'m' * 110}", "ar"))

    assert found == (
        "text-overflow A text that was typed in, or that is part of a template, has a word that is "
        "longer than a line."
    )


CLOSE = {
    DocumentKind.PRESCRIBER_LETTER,
    DocumentKind.QUESTIONS,
    DocumentKind.TEAM_PLAN,
}
"""Documents of one page, which are set closer."""


@pytest.mark.parametrize("kind", DocumentKind)
def test_a_title_keeps_its_distance_from_the_rule_in_every_document(
    printed: Printed, kind: DocumentKind
) -> None:
    title = '<div class="title titled"{}><div><p class="kind">Tür</p><h1>Başlık</h1></div></div>'
    high, low = (
        printed(title.replace("{}", style), "tr", f"paper-a4 {kind}")
        for style in (' style="padding: 0"', "")
    )
    apart = read_pages(high)[0].lines[0].box.top - read_pages(low)[0].lines[0].box.top
    with PdfDocument(low) as pdf:
        rules = [*pdf[0].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])]
    assert bool(rules) is (kind not in BESIDE_THE_CLINIC)
    distance = 2 if kind in CLOSE else 2.55
    assert apart == pytest.approx(distance * 72 / 25.4 if rules else 0, abs=0.2)


def test_a_line_that_ends_by_itself_is_not_a_broken_word(printed: Printed) -> None:
    printed("<p>Bir<br><span>iki</span></p>")


def test_a_line_that_may_not_be_broken_is_told_when_it_leaves_its_place(printed: Printed) -> None:
    body = (
        f'<div style="width: 40mm"><p class="unbroken" data-segment="a">{"bir iki " * 9}</p></div>'
    )

    [found] = refused(lambda: printed(body))

    assert found.endswith("is wider than the space for it.")


def test_the_mark_of_an_unfinished_text_takes_no_line_beyond_its_place(printed: Printed) -> None:
    words = "Controlled heat quiets one or more small nerves near the joint. " * 3
    text = (
        '<p style="width: {}mm"><span class="unready"><span class="unready-mark">Not translated:'
        f'</span> <span lang="en">{words}</span></span></p>'
    )

    printed("".join(text.replace("{}", str(width)) for width in range(40, 170, 2)), "de")


@given(st.text(alphabet="abcçdefgğhıijklmnoöprsştuüvyz", max_size=30))
def test_every_syllable_has_one_vowel(word: str) -> None:
    starts = [0, *syllable_starts(word), len(word)]
    syllables = [word[one:two] for one, two in pairwise(starts)]

    vowels = [sum(letter in "aeıioöuü" for letter in one) for one in syllables]

    assert starts == sorted(set(starts)) or not word
    assert vowels in ([0], [1] * len(vowels))


@pytest.mark.parametrize(
    "word",
    [
        "türk-çe",
        "kont-rol",
        "prog-ram",
        "sa-at",
        "İĞ-NE-DEN",
        "Xa-rel-to'yu",
        "me-tilp-red-ni-zo-lon",
    ],
)
def test_words_are_broken_as_they_are_spoken(word: str) -> None:
    whole = word.replace("-", "")
    starts = [start for start in syllable_starts(whole) if start > 1]

    assert "-".join(whole[a:b] for a, b in zip([0, *starts], [*starts, None], strict=True)) == word
