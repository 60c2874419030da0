"""A finished PDF is read back as it looks: words, real size, colours, place."""

from collections.abc import Callable

import pytest

from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.rendering.pdf.printed_lines import PrintedLine, PrintedRun
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import TEMPLATE, page

A5 = (419.5, 595.3)


@pytest.fixture
def only_line(render: Callable[[str], bytes]) -> Callable[[str], PrintedLine]:
    """Give a function from the body of a document to the one line that it prints."""

    def line(body: str) -> PrintedLine:
        [read] = read_pages(render(body))
        [line] = read.lines
        return line

    return line


@pytest.fixture
def only_run(only_line: Callable[[str], PrintedLine]) -> Callable[[str], PrintedRun]:
    """Give a function from the body of a document to the one run that it prints."""

    def run(body: str) -> PrintedRun:
        [run] = only_line(body).runs
        return run

    return run


def test_pages_have_numbers_and_sizes(render: Callable[[str], bytes]) -> None:
    pages = read_pages(render("<p>bir</p><p style='break-before: page'>iki</p>"))
    assert [(one.number, one.text) for one in pages] == [(1, "bir"), (2, "iki")]
    assert (pages[0].width, pages[0].height) == pytest.approx(A5, abs=0.1)


def test_words_keep_their_letters_and_ligatures(only_line: Callable[[str], PrintedLine]) -> None:
    assert only_line("<p>İğne ışığı, office fi ffl – “ÇŞĞÜÖ”</p>").text == (
        "İğne ışığı, office fi ffl – “ÇŞĞÜÖ”"
    )


def test_a_hyphen_at_which_a_line_breaks_is_a_hyphen(render: Callable[[str], bytes]) -> None:
    [read] = read_pages(render("<p style='width: 24mm'>uzun-anti-inflamatuvar</p>"))
    assert "".join(line.text for line in read.lines) == "uzun-anti-inflamatuvar"


@pytest.mark.parametrize(
    ("style", "size"),
    [
        ("font-size: 9pt", 9),
        ("font-size: 12.5pt", 12.5),
        ("font-size: 20pt; transform: scale(.5)", 10),
    ],
)
def test_the_size_is_that_on_paper(
    only_run: Callable[[str], PrintedRun], style: str, size: float
) -> None:
    assert only_run(f"<p style='{style}'>yazı</p>").size == size


@pytest.mark.parametrize(
    ("style", "ink", "paper"),
    [
        ("color: #48535c", "#48535c", "#ffffff"),
        ("color: #fff; background: #0f4c5c", "#ffffff", "#0f4c5c"),
        ("color: #1b2126; background: #f2f5f6", "#1b2126", "#f2f5f6"),
        ("color: #fff", "#ffffff", "#ffffff"),
        ("color: #000; opacity: .2", "#cccccc", "#ffffff"),
        ("color: rgba(0, 0, 0, .2)", "#cccccc", "#ffffff"),
        ("font-weight: 700; font-size: 40pt; color: #777", "#777777", "#ffffff"),
    ],
)
def test_colours_are_those_that_are_printed(
    only_run: Callable[[str], PrintedRun], style: str, ink: str, paper: str
) -> None:
    run = only_run(f"<p style='{style}'>Bir satır yazı</p>")
    assert (run.ink, run.paper) == (ink, paper)


@pytest.mark.parametrize("mark", [".", "–", "I", "■"])
def test_one_mark_alone_has_its_declared_colour(
    only_run: Callable[[str], PrintedRun], mark: str
) -> None:
    run = only_run(f"<p style='font-size: 10pt; color: #777777'>{mark}</p>")
    assert (run.ink, run.paper) == ("#777777", "#ffffff")


def test_strong_words_belong_to_the_line(only_line: Callable[[str], PrintedLine]) -> None:
    line = only_line("<p>Bugün <strong>ilaç</strong> almayın.</p>")
    assert line.text == "Bugün ilaç almayın."
    assert [run.text.strip() for run in line.runs] == ["Bugün", "ilaç", "almayın."]


def test_cells_side_by_side_are_lines_apart(render: Callable[[str], bytes]) -> None:
    cells = "<td style='width: 40mm'>Pazartesi</td><td>Salı</td>"
    [read] = read_pages(render(f"<table><tr>{cells}</tr></table>"))
    assert [line.text for line in read.lines] == ["Pazartesi", "Salı"]


def test_lines_below_each_other_are_lines_apart(render: Callable[[str], bytes]) -> None:
    """The end of the first is where the second begins: only their height tells them apart."""
    [read] = read_pages(render("<p>Bir<br><span style='padding-left: 6mm'>iki</span></p>"))
    assert [line.text for line in read.lines] == ["Bir", "iki"]


def test_a_mark_too_small_for_the_picture_has_its_declared_colour(
    only_run: Callable[[str], PrintedRun],
) -> None:
    run = only_run("<p style='font-size: 0.5pt; color: #777777'>.</p>")
    assert (run.ink, run.paper) == ("#777777", "#ffffff")


def test_words_beyond_the_edge_of_the_paper_are_read(render: Callable[[str], bytes]) -> None:
    [read] = read_pages(render("<p style='transform: translateX(300mm)'>dışarıda</p>"))
    assert read.text == "dışarıda"


def test_words_that_are_set_one_by_one_are_read_with_spaces(
    only_line: Callable[[str], PrintedLine],
) -> None:
    cells = "<td>Bir</td><td>iki</td>"
    table = (
        f"<table style='border-spacing: 4px; border-collapse: separate'><tr>{cells}</tr></table>"
    )
    assert only_line(table).text == "Bir iki"


def test_a_line_has_the_place_of_its_letters(only_line: Callable[[str], PrintedLine]) -> None:
    line = only_line("<p style='position: absolute; left: 20mm; top: 0; margin: 0'>yazı</p>")
    left, bottom, right, top = line.box
    margin = 75 * 0.75  # WeasyPrint's own where a stylesheet gives none
    assert left == pytest.approx(margin + 20 * 72 / 25.4, abs=1)
    assert A5[1] - margin - 20 < bottom < top < A5[1] - margin + 3
    assert left < right < left + 40


def test_letters_in_a_group_that_is_scaled_are_read(render: Callable[[str], bytes]) -> None:
    style = "font-size: 10pt; opacity: 0.99; transform: scale(0.75)"
    [read] = read_pages(render(f"<p style='{style}'>sinir</p>"))
    assert read.text == "sinir"
    assert {run.size for line in read.lines for run in line.runs} == {7.5}


def test_a_page_without_words_has_no_lines(renderer: Renderer) -> None:
    [read] = read_pages(renderer.render(page("<p> </p>"), place=TEMPLATE))
    assert read.lines == ()
