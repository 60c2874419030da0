"""HTML in, tagged PDF out, or every problem at once."""

import logging
import os
import subprocess
from base64 import b64encode
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from shutil import copyfile
from threading import Thread
from typing import Any

import fontpkg
import pytest
from pikepdf import Dictionary, Name, Stream

from build_pack.problems import Place, Problem, ProblemsError
from build_pack.rendering.fonts.font_files import FontFace
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import CSS, TEMPLATE, opened, page, print_elsewhere

Faces = tuple[FontFace, ...]
Render = Callable[[str], bytes]
Problems = Callable[[str], tuple[Problem, ...]]

TURKISH = (
    "Ağrı, ŞİŞLİK ve IŞIK: çöğür, ÖÇÜ, ülkü, Ürün, âlem, îman, sükûn, 100 ₺ ☐ evet ☑ hayır "
    "✓ tamam → sonra 5 ≥ 4 ≤ 6 ve ½ – bir — “iki” ya da üç’ü … dört · beş • altı Ğ"
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code for problem in problems]


# What comes out


def test_the_pdf_is_tagged(render: Render) -> None:
    assert opened(render("<p>Merhaba")).Root.MarkInfo.Marked


def test_the_pdf_says_that_it_is_pdf_ua_1_and_pdf_a_2a(render: Render) -> None:
    metadata = opened(render("<p>Merhaba")).open_metadata()
    claims = [metadata[f"{name}"] for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]
    assert claims == ["1", "2", "A"]


def test_the_pdf_says_what_its_colours_mean(render: Render) -> None:
    pdf = opened(render("<p>Merhaba"))
    [intent] = pdf.Root.OutputIntents
    assert intent.S == Name.GTS_PDFA1
    assert intent.DestOutputProfile.N == 3


def test_the_pdf_has_the_language_of_the_html(render: Render) -> None:
    assert opened(render("<p>Merhaba")).Root.Lang == "tr"


def test_the_pdf_has_the_title_of_the_html(render: Render) -> None:
    assert opened(render("<p>Merhaba")).docinfo.Title == "Başlık"


def test_the_pdf_holds_no_date(render: Render) -> None:
    assert not {"/CreationDate", "/ModDate"} & opened(render("<p>Merhaba")).docinfo.keys()


def test_the_pdf_has_an_identifier(render: Render) -> None:
    assert "/ID" in opened(render("<p>Merhaba")).trailer


def test_a_heading_is_tagged_as_one(render: Render) -> None:
    pdf = opened(render("<h1>Merhaba</h1>"))

    assert pdf.Root.StructTreeRoot.K[0].K[0].S == Name.H1


def test_turkish_letters_and_signs_can_be_copied_out_of_the_pdf(render: Render) -> None:
    command = ["pdftotext", "-", "-"]
    pdf = render(f"<p>{TURKISH}")

    text = subprocess.run(command, input=pdf, check=True, capture_output=True).stdout.decode()

    assert text.split() == TURKISH.split()


def test_all_text_is_in_the_packs_font(render: Render) -> None:
    pdf = opened(
        render('<p>a <b>b</b> <i>c</i> <code>d</code> <span style="font: 600 1em serif">e</span>')
    )

    dictionaries = [item for item in pdf.objects if isinstance(item, Dictionary)]
    names = {str(item.BaseFont) for item in dictionaries if item.get("/Subtype") == Name.Type0}
    assert {name.partition("+")[2].strip(",") for name in names} == {
        "Source-Sans-3",
        "Source-Sans-3-Bold",
    }


def test_zero_width_joiners_need_no_glyph(render: Render) -> None:
    assert render("<p>a\u200cb\u200dc")


# The same bytes


def test_the_bytes_do_not_depend_on_process_hash_seed_or_working_directory(
    faces: Faces, renderer: Renderer, tmp_path: Path
) -> None:
    html = page("<h1 id=a>Ağrı</h1><table><tr><th>x<tr><td>y</table><p><a href='#a'>z</a>")

    here = renderer.render(html, place=TEMPLATE)

    for seed, folder in (("1", Path("/")), ("2", tmp_path)):
        done = print_elsewhere(faces, html, environment={"PYTHONHASHSEED": seed}, folder=folder)
        assert done.stdout == here, done.stderr.decode()


def test_a_font_of_the_same_name_on_the_machine_changes_nothing(
    faces: Faces, renderer: Renderer, tmp_path: Path
) -> None:
    (tmp_path / "fonts").mkdir()
    copyfile(fontpkg.path("Source Sans 3", style="italic"), tmp_path / "fonts" / "italic.ttf")
    html = page('<p style="font-style: italic">Merhaba')

    done = print_elsewhere(faces, html, environment={"XDG_DATA_HOME": str(tmp_path)})

    assert done.stdout == renderer.render(html, place=TEMPLATE), done.stderr.decode()


def test_a_machine_without_fonts_will_do(faces: Faces, renderer: Renderer, tmp_path: Path) -> None:
    (tmp_path / "fonts.conf").write_text("<fontconfig/>")
    without = {"FONTCONFIG_FILE": str(tmp_path / "fonts.conf"), "PYTHONWARNINGS": "error"}

    done = print_elsewhere(faces, page("Merhaba"), environment=without)

    assert (done.stdout, done.stderr) == (renderer.render(page("Merhaba"), place=TEMPLATE), b"")


@pytest.mark.parametrize("before", [None, "/etc/fonts/fonts.conf"])
def test_the_environment_is_left_as_it_was(
    faces: Faces, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    if before:
        monkeypatch.setenv("FONTCONFIG_FILE", before)

    Renderer([], faces, [])

    assert os.environ.get("FONTCONFIG_FILE") == before


def test_what_was_printed_before_changes_nothing(renderer: Renderer) -> None:
    html = page('<ol style="list-style: odd"><li>Merhaba</ol>')
    before = renderer.render(html, place=TEMPLATE)

    style = "<style>@counter-style odd { system: cyclic; symbols: x }</style>"
    renderer.render(page(f"{style}<ol><li>Başka</ol>"), place=TEMPLATE)

    assert renderer.render(html, place=TEMPLATE) == before


def test_the_folder_of_an_image_changes_nothing(render: Render, folder: Path) -> None:
    pdfs = set()
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "logo.png").write_bytes(PNG)
        uri = (folder / name / "logo.png").as_uri()
        pdfs.add(render(f'<p><img alt="Logo" src="{uri}">'))

    assert len(pdfs) == 1


# Fonts and glyphs


def test_characters_that_the_fonts_lack_are_named_together(problems: Problems) -> None:
    [problem] = problems("<p>ağrı 😀 سل 😀")

    assert str(problem) == (
        "leaflet.html.jinja: error glyph-missing "
        "The pack's fonts lack س (U+0633), ل (U+0644), 😀 (U+1F600).\n"
        "    Use other characters in the text."
    )


def test_a_font_that_a_stylesheet_brings_along_is_foreign(faces: Faces, folder: Path) -> None:
    other = folder / "other.ttf"
    copyfile(fontpkg.path("Source Sans 3", style="italic"), other)
    css = f'@font-face {{ font-family: "Other"; src: url("{other.as_uri()}") }}'
    renderer = Renderer([css], faces, [folder])

    with pytest.raises(ProblemsError) as error:
        renderer.render(page('<p style="font-family: Other">Merhaba'), place=TEMPLATE)

    assert codes(error.value.problems) == ["font-foreign"]


# What may be loaded


def test_an_image_in_an_allowed_folder_is_printed(render: Render, folder: Path) -> None:
    (folder / "logo.png").write_bytes(PNG)

    pdf = opened(render(f'<p><img alt="Logo" src="{(folder / "logo.png").as_uri()}">'))

    streams = [item for item in pdf.objects if isinstance(item, Stream)]
    assert any(stream.get("/Subtype") == Name.Image for stream in streams)


@pytest.mark.parametrize(
    "way", ["{outside}", "{allowed}/../secret.png", "{allowed}/%2e%2e/secret.png", "{allowed}/link"]
)
def test_a_file_outside_the_allowed_folders_is_refused(
    problems: Problems, folder: Path, way: str
) -> None:
    secret = folder.parent / "secret.png"
    secret.write_bytes(PNG)
    (folder / "link").symlink_to(secret)
    url = way.format(outside=secret.as_uri(), allowed=folder.as_uri())

    [problem] = problems(f'<p><img alt="Logo" src="{url}">')

    assert str(problem) == (
        f"leaflet.html.jinja: error resource-refused “{url}” is outside the folders from "
        "which a document can load files.\n    Move the file to the templates folder of the "
        "library or the clinic."
    )


class _Counting(BaseHTTPRequestHandler):
    requests = 0

    def do_GET(self) -> None:
        type(self).requests += 1
        self.send_error(404)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    "body",
    [
        '<p><img alt="Logo" src="{url}">',
        '<link rel="stylesheet" href="{url}"><p>x',
        '<style>@import "{url}";</style><p>x',
        '<style>@font-face {{ font-family: x; src: url("{url}") }}</style><p>x',
        '<style>@color-profile --x {{ src: url("{url}") }}</style><p>x',
        "<p style=\"background: url('{url}')\">x",
        '<p><svg width="9" height="9"><title>x</title><image href="{url}" width="9" height="9"/>',
    ],
)
def test_the_network_is_refused_and_not_reached(problems: Problems, body: str) -> None:
    with HTTPServer(("127.0.0.1", 0), _Counting) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        found = problems(body.format(url=f"http://127.0.0.1:{server.server_port}/x"))
        server.shutdown()
        thread.join()

    assert {"resource-refused", "template-invalid"}.intersection(codes(found))
    assert _Counting.requests == 0


# Whatever else is wrong


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<p style="colour: red">x', "Ignored `colour: red` at 1:1, unknown property."),
        ('<p><a href="#nowhere">x</a>', "No anchor #nowhere for internal URI reference"),
        ('<p><img src="data:image/png,x" alt="x">', "Failed to load image"),
        ('<p><img src="logo.png" alt="x">', "Relative URI reference without a base URI: logo.png"),
        (f'<p><img alt="" src="data:image/png;base64,{b64encode(PNG).decode()}">', 'Image "data:'),
    ],
)
def test_what_weasyprint_only_logs_is_a_problem(
    problems: Problems, body: str, message: str
) -> None:
    [problem] = problems(body)

    assert problem.code == "render-warning"
    assert problem.message.startswith(message)
    assert problem.place == Place(TEMPLATE)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<svg viewBox='0 0 9 9'><text>x</text></svg>", "contains text: <text> in line 1."),
        ("<svg viewBox='0 0 9 9'><a><tspan>x</tspan></a></svg>", "contains a link: <a> in line 1."),
        ("<svg><path d='M0 0'/></svg>", "has no viewBox, so its size is unknown."),
    ],
)
def test_a_drawing_in_a_page_holds_no_more_than_one_in_a_file(
    problems: Problems, body: str, message: str
) -> None:
    [problem] = problems(body)

    assert (problem.code, problem.place) == ("template-invalid", Place(TEMPLATE))
    assert problem.message == f"A drawing in the page {message}"


def test_a_stylesheet_reaches_no_words_in_a_picture(problems: Problems) -> None:
    words = "data:text/css,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E"
    words += "%3Ctext%3Ex%3C/text%3E%3C/svg%3E"

    [problem] = problems(f'<style>p {{ background: url("{words}") }}</style><p>x')

    assert problem.code == "render-warning"
    assert problem.message.startswith("Failed to load image")


def test_a_document_without_a_language_is_a_problem(renderer: Renderer) -> None:
    with pytest.raises(ProblemsError) as error:
        renderer.render("<title>x</title><p>x", place=TEMPLATE)

    assert 'required "lang" attribute' in error.value.problems[0].message


def test_all_problems_of_a_document_are_told_at_once(problems: Problems) -> None:
    found = problems('<p style="colour: red">😀<img alt="x" src="file:///etc/passwd">')

    assert codes(found) == ["glyph-missing", "render-warning", "resource-refused"]


def test_faults_of_stylesheets_are_told_all_at_once_with_line_and_column(
    faces: Faces, folder: Path
) -> None:
    (folder / "a.css").write_text("p { color: red }\np {\n  colour: red }\n")
    (folder / "b.css").write_text("q { widht: 1px }")

    with pytest.raises(ProblemsError) as error:
        Renderer([folder / "a.css", folder / "b.css"], faces, [folder])

    assert [problem.place for problem in error.value.problems] == [
        Place(folder / "a.css", 3, 3),
        Place(folder / "b.css", 1, 5),
    ]


def test_nothing_is_lost_if_the_program_has_silenced_the_log(problems: Problems) -> None:
    logger = logging.getLogger("weasyprint")
    logger.setLevel(logging.CRITICAL)
    try:
        assert codes(problems('<p style="colour: red">x')) == ["render-warning"]
        assert logger.level == logging.CRITICAL
    finally:
        logger.setLevel(logging.NOTSET)


@pytest.mark.parametrize(
    ("file", "library", "packages"),
    [
        ("libharfbuzz-subset.so.0", "HarfBuzz Subset", "libharfbuzz-subset0"),
        ("libpango-1.0.so.0", "Pango", "libpango-1.0-0 libpangoft2-1.0-0"),
    ],
)
def test_a_system_library_that_cannot_be_loaded_is_a_problem_with_the_command(
    faces: Faces, tmp_path: Path, file: str, library: str, packages: str
) -> None:
    """An empty file, found before the real library, cannot be loaded."""
    (tmp_path / file).touch()

    done = print_elsewhere(faces, page("x"), environment={"LD_LIBRARY_PATH": str(tmp_path)})

    assert done.stdout == b""
    assert done.stderr.decode() == (
        f"{library}: error library-missing This system library is not installed.\n"
        f"    On Debian and Ubuntu: apt install {packages}\n"
    )


def test_stylesheets_of_files_and_text_build_on_each_other(faces: Faces, folder: Path) -> None:
    (folder / "a.css").write_text("@page { size: 400pt 300pt }")

    renderer = Renderer([CSS, folder / "a.css"], faces, [folder])

    pdf = opened(renderer.render(page("x"), place=TEMPLATE))

    assert list(pdf.pages[0].mediabox) == [0, 0, 400, 300]
