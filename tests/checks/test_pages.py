"""Checks of a finished PDF: each finds its fault on paper, and lets a good page pass."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from build_pack.checks.print import font_size
from build_pack.checks.print.checked_document import CheckedDocument
from build_pack.checks.print.language_neutral_words import language_neutral_words
from build_pack.checks.print.print_checks import PRINT_CHECKS, print_problems
from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.compose import compose
from build_pack.documents.shared.views import Document
from build_pack.operations.build import option_place
from build_pack.printing.layout import LayoutEngine, PrintSetup
from build_pack.printing.layout import PrintTask as Printing
from build_pack.printing.printer import Printer
from build_pack.problems import Place, Problem, Severity
from build_pack.rendering.fonts.font_files import faces
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.weasyprint.renderer import Renderer
from build_pack.visits.visit_reader import VisitReader, VisitText
from build_pack.workspace.source_loading import load_sources
from build_pack.workspace.workspace import Workspace
from tests.workshop import LEAFLET, ROOT

PDF = Place(Path("leaflet.pdf"))
CSS = """
html { font-family: "Source Sans 3"; font-size: 12pt }
p { margin: 0 0 2mm }
@page { size: A4; margin: 28mm 17mm 24mm }
@page :first { margin-top: 19mm }
"""
NEW_PAGE = "<p style='break-before: page'>"

Found = Callable[..., list[Problem]]


@pytest.fixture(scope="module")
def found() -> Found:
    """Give a function from the body of a document to all that is wrong with it in print."""

    def problems(
        body: str, *, locale: str = "tr", own: Sequence[str] = (), css: str = ""
    ) -> list[Problem]:
        html = f'<html lang="{locale}"><title>x</title><body>{body}'
        pdf = Renderer([CSS + css], faces(), []).render(html, place=Path("x"))
        printed = CheckedDocument(DocumentKind.LEAFLET, locale, read_pages(pdf), tuple(own))
        return list(print_problems(printed, PDF))

    return problems


def said(problems: list[Problem], code: str) -> list[str]:
    """The messages, after a look that there is no other fault."""
    assert {problem.code for problem in problems} <= {code}
    return [problem.message for problem in problems]


def test_every_check_has_an_id_of_its_own() -> None:
    assert len({check.id for check in PRINT_CHECKS}) == len(PRINT_CHECKS)


def test_small_letters_are_found(found: Found) -> None:
    problems = found("<p>Bu büyük.</p><p style='font-size: 11pt'>Bu yazı küçük.</p>")
    assert said(problems, "print-small") == ["Page 1: “Bu yazı küçük.” is printed at 11 pt."]
    assert problems[0].hint == "Use letters of at least 12 pt here."
    assert problems[0].severity is Severity.ERROR


def test_one_small_word_in_a_line_is_found(found: Found) -> None:
    problems = found("<p>Bir <span style='font-size: 9pt'>küçük</span> söz.</p>")
    assert said(problems, "print-small") == ["Page 1: “Bir küçük söz.” is printed at 9 pt."]


def test_letters_of_twelve_points_are_not_small(found: Found) -> None:
    assert found("<p style='font-size: 12pt'>Bu yazı tam sınırda.</p>") == []


@pytest.mark.parametrize("where", ["top-center", "bottom-center"])
def test_what_stands_in_the_margins_may_be_smaller(found: Found, where: str) -> None:
    css = f"@page {{ @{where} {{ content: 'Sayfa'; font-size: %spt }} }}"
    body = f"<p>Metin</p>{NEW_PAGE}Metin</p>"
    assert found(body, css=css % 8) == []
    assert said(found(body, css=css % 7.5), "print-small") == [
        "Page 1: “Sayfa” is printed at 7.5 pt.",
        "Page 2: “Sayfa” is printed at 7.5 pt.",
    ]


def test_the_first_lines_of_a_page_are_not_in_the_margin(found: Found) -> None:
    body = f"<p style='font-size: 10pt'>Üst</p>{NEW_PAGE}<span style='font-size: 10pt'>Alt</span>"
    assert said(found(body), "print-small") == [
        "Page 1: “Üst” is printed at 10 pt.",
        "Page 2: “Alt” is printed at 10 pt.",
    ]


def test_the_last_line_of_a_page_is_not_in_the_margin(found: Found) -> None:
    style = "position: absolute; bottom: 0; margin: 0; font-size: 10pt; line-height: 1"
    problems = found(f"<p>Metin</p><p style='{style}'>Son</p>")
    assert said(problems, "print-small") == ["Page 1: “Son” is printed at 10 pt."]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("", font_size.ORDINARY),
        (" a5", font_size.A5),
        (" large", font_size.LARGE_PRINT),
        (" large-letter", font_size.LARGE_PRINT),
        (" alongside", font_size.ALONGSIDE),
        (" alongside-letter", font_size.ALONGSIDE),
    ],
)
def test_the_margins_are_those_of_the_stylesheets(
    page: str, expected: font_size.MarginAreas
) -> None:
    folder = ROOT / "templates" / "css"
    css = "".join((folder / name).read_text("utf-8") for name in ("page.css", "formats.css"))
    margins = re.search(rf"@page{page} {{[^@]*?margin: (\d+)mm \d+mm (\d+)mm", css)
    first = re.search(rf"@page{page} ?:first {{\s*margin(?:-block-start)?: (\d+)mm", css)
    assert margins
    assert first
    found = font_size.MarginAreas(float(first[1]), float(margins[1]), float(margins[2]))
    assert found == expected


WIDE = "Bu satırda çok fazla harf var, çünkü sayfanın bir kenarından öbürüne kadar uzanıyor ki"


def test_a_long_line_is_found(found: Found) -> None:
    problems = found(f"<p style='white-space: nowrap'>{WIDE}</p>")
    assert said(problems, "line-long") == [
        "Page 1: The line “Bu satırda çok fazla harf var, çünkü sayfanın bir …” has 86 characters."
    ]
    assert problems[0].severity is Severity.WARNING


def test_a_line_of_eighty_characters_is_not_long(found: Found) -> None:
    assert found(f"<p style='white-space: nowrap'>{WIDE[:80]}</p>") == []
    assert len(found(f"<p style='white-space: nowrap'>{WIDE[:81]}</p>")) == 1


def test_columns_side_by_side_are_not_one_line(found: Found) -> None:
    cell = f"<td style='width: 80mm; white-space: nowrap'>{WIDE[:42]}</td>"
    assert found(f"<table><tr>{cell}{cell}</tr></table>") == []


@pytest.mark.parametrize(
    ("style", "colours", "ratio"),
    [
        ("color: #999", "#999999 on #ffffff", "2.8"),
        ("color: #777; background: #f2f5f6", "#777777 on #f2f5f6", "4.1"),
        ("color: #0f4c5c; background: #000", "#0f4c5c on #000000", "2.2"),
        ("color: #5a5a5a", "#5a5a5a on #ffffff", "6.9"),
        ("color: #fff", "#ffffff on #ffffff", "1.0"),
        ("color: #000; opacity: .4", "#999999 on #ffffff", "2.8"),
    ],
)
def test_pale_letters_are_found(found: Found, style: str, colours: str, ratio: str) -> None:
    problems = found(f"<p style='{style}'>Soluk bir satır</p>")
    message = f"Page 1: “Soluk bir satır”, {colours}, has a contrast of only {ratio}."
    assert said(problems, "print-pale") == [message]


@pytest.mark.parametrize(
    "style",
    [
        "color: #fff; background: #0f4c5c",
        "color: #fff; background: #8c1515",
        "color: #48535c; background: #f2f5f6",
        "color: #595959",
    ],
)
def test_letters_that_stand_out_are_not_pale(found: Found, style: str) -> None:
    assert found(f"<p style='{style}'>Okunur bir <strong>satır</strong></p>") == []


@pytest.mark.parametrize(
    ("locale", "text", "words"),
    [
        ("tr", "Lütfen İLACI HEMEN BIRAKIN ve arayın.", "İLACI HEMEN BIRAKIN"),
        ("en", "Please DO NOT STOP YOUR TABLETS today.", "DO NOT STOP YOUR TABLETS"),
        ("en", "<span style='white-space: pre'>READ THIS\nFIRST.</span>", "READ THIS FIRST"),
    ],
)
def test_capitals_are_found(found: Found, locale: str, text: str, words: str) -> None:
    problems = found(f"<p>{text}</p>", locale=locale)
    problems = [problem for problem in problems if problem.code != "print-foreign"]
    assert said(problems, "capitals-long") == [f"Page 1: “{words}” is printed in capitals."]
    assert problems[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("tr", "Doküman kodu: DEMO-RFN-MED-TR DEMO-RFN-CON-TR DEMO-RFN-CHK-TR"),
        ("tr", "MR, INR, EKG, NSAID"),
        ("tr", "Kalp pili (ICD, CRT) ve EKG"),
        ("en", "An MRI or CT, an ECG and an INR test"),
        ("en", "DEMO A4 112 NHS GP"),
    ],
)
def test_codes_and_abbreviations_are_not_capitals(found: Found, locale: str, text: str) -> None:
    assert found(f"<p>{text}</p>", locale=locale) == []


RAW = [
    "radiofrequency-neurotomy.risks.infection",
    "control.code",
    "clinic.checklist.0.text",
    "{days}",
    "{",
    "}",
    "%(days)s",
    "[@who2020]",
    "**",
    "duration-days",
    "None",
    "Undefined",
    "[en:",
    "&amp;nbsp;",
    "&lt;strong&gt;",
]


@pytest.mark.parametrize("locale", ["tr", "en"])
@pytest.mark.parametrize("raw", RAW)
def test_parts_of_the_program_are_found(found: Found, locale: str, raw: str) -> None:
    problems = found(f"<p>Enfeksiyon {raw} 7 gr</p>", locale=locale)
    problems = [problem for problem in problems if problem.code != "print-foreign"]
    printed = raw.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert said(problems, "print-raw") == [f"Page 1: “{printed}” is printed."]
    assert problems[0].severity is Severity.ERROR


def test_an_id_that_is_broken_over_lines_is_found(found: Found) -> None:
    style = "width: 45mm; overflow-wrap: anywhere"
    problems = found(f"<p style='{style}'>radiofrequency-neurotomy.risks.infection</p>")
    assert [problem.code for problem in problems] == ["print-raw"]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("tr", "www.ornek.org, ornek.com.tr; https://ornek.org/a.b-c.html; bilgi@ornek.com"),
        ("tr", "İlaçlar vb. 10.30 [1, 2] 08:30–17:30 % 5"),
        ("en", "None of these; see nhs.uk [3]. Take 0.5 mg (e.g. at 9 p.m.) at 50%."),
    ],
)
def test_addresses_and_numbers_are_no_parts_of_the_program(
    found: Found, locale: str, text: str
) -> None:
    assert found(f"<p>{text}</p>", locale=locale) == []


@pytest.mark.parametrize(
    ("locale", "text", "word", "language"),
    [
        ("tr", "İşlemden önce you aç kalmalısınız.", "you", "English"),
        ("tr", "Call us.", "Call", "English"),
        ("en", "Do not eat ve do not drink.", "ve", "Turkish"),
        ("en", "Your doctor is Ayşegül today.", "Ayşegül", "Turkish"),
        ("en_GB", "İlaç", "İlaç", "Turkish"),
    ],
)
def test_words_of_the_other_language_are_found(
    found: Found, locale: str, text: str, word: str, language: str
) -> None:
    problems = found(f"<p>{text}</p>", locale=locale)
    assert said(problems, "print-foreign")[0].startswith(f"Page 1: “{word}” is {language}.")
    assert problems[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("tr", "Bir not alın. Her gün on saat sonra; son an. Can, at, in, it, bit, us."),
        ("en", "A naïve façade; Sjögren syndrome. On and on, as it can be in a bit."),
        ("de", "Nehmen Sie und the ve."),
        ("tr", "Bilgi: https://ornek.org/what-is-the-risk, the@your.org"),
    ],
)
def test_words_that_both_languages_have_are_not_foreign(
    found: Found, locale: str, text: str
) -> None:
    assert found(f"<p>{text}</p>", locale=locale) == []


TITLE = "Guidelines for the {care} of PATIENTS WITH CHRONIC PAIN"


def test_own_words_may_be_in_any_language_wherever_their_lines_break(found: Found) -> None:
    body = f"<p style='width: 30mm; overflow-wrap: anywhere'>{TITLE}</p>"
    assert {problem.code for problem in found(body)} == {
        "print-foreign",
        "print-raw",
        "capitals-long",
    }
    assert found(body, own=[TITLE]) == []


def test_own_words_do_not_cut_other_words_short(found: Found) -> None:
    problems = found("<p>Call them</p>", own=["The", "all", "Ca"])
    assert [problem.code for problem in problems] == ["print-foreign"]


def test_a_check_speaks_once_a_page_and_counts(found: Found) -> None:
    body = f"<p>the</p><p>you and me</p>{NEW_PAGE}your</p>"
    assert said(found(body), "print-foreign") == [
        "Page 1: “the” is English. And 2 more on this page.",
        "Page 2: “your” is English.",
    ]


def test_a_patients_name_is_not_told(found: Found) -> None:
    body = "<p style='font-size: 9pt; color: #999'>Adınız: Ayşe Şahin, 3</p>"
    messages = [problem.message for problem in found(body, own=["Ayşe Şahin"])]
    assert [message.partition("”")[0] for message in messages] == ["Page 1: “Adınız: … , 3"] * 2


def test_problems_point_to_the_pdf(found: Found) -> None:
    assert {problem.place for problem in found("<p>the {x}</p>")} == {PDF}


VISIT = VisitText(
    start="2027-05-13T09:00",
    region="lumbar",
    label="Will Day-May Şahin",
    medicines=("warfarin 5 mg", "metformin", "The Wonder pill!"),
)


def documents(locale: str, kind: DocumentKind) -> tuple[Document, ...]:
    """The sample clinic's documents of one kind for the visit."""
    clinic = ROOT / "clinics" / "demo"
    sources = load_sources(
        Workspace(Library((ROOT,)), clinic), LEAFLET, (locale,), draft=False
    ).sources
    visit, _ = VisitReader(sources).read(VISIT, option_place)
    return compose(sources, locale, kind, visit)


def test_own_words_hold_names_addresses_and_medicines() -> None:
    [document] = documents("tr", DocumentKind.MEDICINES)
    own = language_neutral_words(document)
    expected = {"Örnek Ağrı Kliniği", "06000 Ankara", "www.example.org", "Will Day-May Şahin"}
    expected |= {"DEMO-RFN-MED-TR", "varfarin 5 mg", "Coumadin", "The Wonder pill"}
    assert expected <= set(own)


@pytest.mark.parametrize("kind", [DocumentKind.LEAFLET, DocumentKind.CONSENT])
def test_own_words_hold_the_references_of_each_document(kind: DocumentKind) -> None:
    for document in documents("en", kind):
        own = language_neutral_words(document)
        assert any("http" in text or "doi:" in text for text in own)
        assert {f"{one.text} {one.address}".strip() for one in document.references} <= set(own)


@pytest.mark.parametrize("locale", ["en", "tr"])
@pytest.mark.parametrize("kind", [DocumentKind.MEDICINES, DocumentKind.LEAFLET])
def test_the_sample_clinics_documents_have_no_errors(locale: str, kind: DocumentKind) -> None:
    clinic = ROOT / "clinics" / "demo"
    library = Library((ROOT,))
    sources = load_sources(Workspace(library, clinic), LEAFLET, (locale,), draft=False).sources
    visit, _ = VisitReader(sources).read(VISIT, option_place)
    setting = PrintSetup({LEAFLET: sources}, library.with_clinic(clinic).template_folders())
    [html_page] = LayoutEngine(setting).html_pages(Printing(LEAFLET, locale, kind, visit))
    pages = read_pages(Printer(setting).print_page(html_page))
    printed = CheckedDocument(kind, locale, pages, language_neutral_words(html_page.document))
    assert {problem.code for problem in print_problems(printed, PDF)} <= {"line-long"}
    # The same pages as a document in the other language: every one of them has foreign words.
    other = CheckedDocument(kind, {"en": "tr", "tr": "en"}[locale], pages, printed.own)
    foreign = [one for one in print_problems(other, PDF) if one.code == "print-foreign"]
    assert len(foreign) == len(pages)
