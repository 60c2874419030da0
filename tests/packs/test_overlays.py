"""What a clinic lays over the templates changes how a document looks, and not what it must say."""

import json
import re
import shutil
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from build_pack.content.library import Library
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.operations.build import build
from build_pack.problems import Place, ProblemsError, Severity
from build_pack.rendering.pdf.metadata import records_of
from build_pack.rendering.pdf.page_reader import read_pages
from build_pack.storage.link_boundaries import link_problems
from build_pack.workspace.source_loading import load_and_check_sources, load_sources
from build_pack.workspace.workspace import Workspace
from tests.workshop import LEAFLET, ROOT, Workshop

LIE = '{"released": true, "document": "OTHER"}'


def overlay(workshop: Workshop, name: str, text: str) -> Path:
    path = workshop.clinic / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_an_overlay_takes_nothing_from_a_draft_in_print_and_on_screen(workshop: Workshop) -> None:
    base = (ROOT / "templates" / "base.html.jinja").read_text("utf-8")
    lie = f"<meta name='build-pack' content='{LIE}'><title>{{{{ document.kind }}}}</title>"
    overlay(workshop, "base.html.jinja", base.replace("<style>", f"{lie}<style>", 1))
    hidden = ".draft-band, .page-footer, footer { display: none !important }"
    unused = [
        overlay(workshop, "css/furniture.css", hidden),
        overlay(workshop, "css/screen.css", hidden),
        overlay(workshop, "furniture.html.jinja", "<p>Approved</p>"),
        overlay(workshop, "plain.html.jinja", "{% block content %}{% endblock %}"),
    ]
    request = workshop.request("en", draft=True, pack=workshop.pack_of(DocumentKind.CHECKLIST))

    made = build(workshop.open(), replace(request, plain=True))

    [pdf] = [path for path in made.files if path.name.endswith("checklist.pdf")]
    for page in read_pages(pdf.read_bytes()):
        assert "DRAFT · Not approved. Do not give to patients." in page.text
        assert f"Page {page.number} of " in page.text
    [record] = records_of(pdf.read_bytes())
    assert (record["released"], record["kind"]) == (False, "checklist")
    [web] = [path for path in made.files if path.suffix == ".html"]
    html = web.read_text("utf-8")
    assert "DRAFT · Not approved. Do not give to patients." in html
    assert json.loads(_record_in(html))["released"] is False
    assert hidden not in html
    told = {one.place.path for one in made.warnings if one.code == "file-unused"}
    assert told == set(unused)


def test_a_stylesheet_that_hides_something_stops_a_draft_too(workshop: Workshop) -> None:
    css = (ROOT / "templates" / "css" / "page.css").read_text("utf-8")
    path = overlay(workshop, "css/page.css", css + ".draft-band { display: none }")
    with pytest.raises(ProblemsError) as refused:
        build(
            workshop.open(),
            workshop.request("en", draft=True, pack=workshop.pack_of(DocumentKind.CHECKLIST)),
        )
    [problem] = refused.value.problems
    assert (problem.code, problem.place.path) == ("style-refused", path)


def test_all_faults_of_stylesheets_are_told_at_once_and_each_once(workshop: Workshop) -> None:
    css = "p { float: left }\np { colour: red; mask-image: none }\nh1 { content: 'Stop' }\n"
    path = overlay(workshop, "css/rtl.css", css)
    with pytest.raises(ProblemsError) as refused:
        build(
            workshop.open(),
            workshop.request("en", draft=True, pack=workshop.pack_of(DocumentKind.CHECKLIST)),
        )
    assert {(one.code, one.place) for one in refused.value.problems} == {
        ("style-refused", Place(path, 1, 5)),
        ("render-warning", Place(path, 2, 5)),
        ("render-warning", Place(path, 2, 18)),
        ("style-refused", Place(path, 3, 6)),
    }
    assert len(refused.value.problems) == 4


def _record_in(html: str) -> str:
    found = re.search(r'<meta name="build-pack" content="([^"]*)"', html)
    assert found
    return unescape(found[1])


def test_what_is_told_of_a_file_that_cannot_be_replaced(workshop: Workshop) -> None:
    path = overlay(workshop, "furniture.html.jinja", "x")
    screen = overlay(workshop, "css/screen.css", "p { color: red }")

    found = load_and_check_sources(workshop.open(), LEAFLET, ("en",)).problems

    said = {one.place.path: one for one in found if one.code == "file-unused"}
    assert said[path].message == "This file is not used: what every page bears cannot be replaced."
    assert said[screen].message == (
        "This file is not used: the layout of web pages cannot be replaced."
    )
    assert {one.severity for one in said.values()} == {Severity.WARNING}


LINKS = [
    "clinic.yaml",
    "logo.svg",
    "leaflets",
    "templates",
    "leaflets/formulary.yaml",
    "templates/css/page.css",
    "templates/part.html.jinja",
    "locales/tr/LC_MESSAGES/ui.po",
    "locales/tr",
    "approvals/ledger.jsonl",
]


@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("leads_out", [True, False])
def test_a_link_is_told_where_it_leads_out_of_the_folders(
    tmp_path: Path, name: str, *, leads_out: bool
) -> None:
    clinic, library = tmp_path / "clinic", tmp_path / "library"
    target = (tmp_path if leads_out else clinic) / "elsewhere"
    for folder in (clinic, library, target):
        folder.mkdir()
    (target / "file").write_text("x")
    link = clinic / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target / "file" if "." in link.name else target)

    found = [(one.code, one.place.path) for one in link_problems(clinic, [library])]

    assert found == ([("resource-refused", link)] if leads_out else [])


def test_links_behind_links_and_links_that_lead_to_themselves_are_told(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic"
    (clinic / "own").mkdir(parents=True)
    (clinic / "own" / "passwords").symlink_to("/etc/passwd")
    (clinic / "templates").symlink_to(clinic / "own")
    (clinic / "locales").mkdir()
    (clinic / "locales" / "round").symlink_to(clinic / "locales" / "round")

    found = {one.place.path.name for one in link_problems(clinic, [])}

    assert found == {"passwords", "round"}


def test_a_link_that_leads_out_stops_a_build_before_anything_is_read(workshop: Workshop) -> None:
    path = overlay(workshop, "css/page.css", "x")
    path.unlink()
    path.symlink_to("/etc/passwd")

    with pytest.raises(ProblemsError) as error:
        build(workshop.open(), workshop.request("en", draft=True))

    [problem] = error.value.problems
    assert (problem.code, problem.place.path) == ("resource-refused", path)
    assert problem.message == (
        "This is a link to a place outside the folders of the library and the clinic."
    )


@pytest.mark.parametrize("where", ["clinics/demo/own", "leaflets/own", "templates/own"])
def test_a_link_into_the_clinic_or_the_library_is_signed_and_printed(
    workshop: Workshop, where: str
) -> None:
    own = workshop.path(where)
    own.mkdir()
    shutil.copytree(workshop.path("templates/icons"), own / "icons")
    page = workshop.path("templates/css/components.css").read_text("utf-8")
    (own / "components.css").write_text(f"{page}\np {{ color: #123456 }}\n", "utf-8")
    (own / "icons" / "do.svg").write_bytes(workshop.path("templates/icons/ask.svg").read_bytes())
    templates = workshop.clinic / "templates"
    (templates / "css").mkdir(parents=True)
    (templates / "css" / "components.css").symlink_to(own / "components.css")
    (templates / "icons").symlink_to(own / "icons")
    library = Library((workshop.folder,))
    loaded = load_sources(Workspace(library, workshop.clinic), LEAFLET, ("en",), draft=True)
    signed = {name for name, _ in loaded.materials.layout.files}
    assert signed >= {"templates/css/components.css", "templates/icons/do.svg"}
    pack = workshop.pack_of(DocumentKind.CHECKLIST)
    assert build(workshop.open(), workshop.request("en", pack=pack, draft=True)).files
