"""Several tagged PDFs as one: nothing of any part is lost, and nothing gets mixed up."""

import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from time import sleep

import pytest
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Object, Pdf, String

from build_pack.rendering.fonts.font_files import FontFace
from build_pack.rendering.pdf.merge import PdfPart, merge_pdfs
from build_pack.rendering.pdf.metadata import page_count
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import TEMPLATE, opened, page

BODY = """
<h1 id="top">{title}</h1>
<p>Bir <a href="#son">iç</a> ve bir <a href="https://clinic.example/">dış</a> bağlantı.</p>
<ul><li>bir<ul><li>iç</li></ul></li><li>iki</li></ul>
<h2 id="ağrı">Tablo</h2>
<table><thead><tr><th>A</th><th>B</th></tr></thead>
<tbody><tr><td>1</td><td>2</td></tr></tbody></table>
<h2 id="son" style="break-before: page">Son</h2><p><a href="#ağrı">geri</a></p>
"""
TITLES = {"tr": "Broşür", "en": "Leaflet"}


@pytest.fixture(scope="module")
def parts(faces: tuple[FontFace, ...]) -> tuple[PdfPart, ...]:
    """Three parts with the same anchors: Turkish, English, and the Turkish one again."""
    renderer = Renderer([], faces, [])
    tr, en = (
        PdfPart(
            renderer.render(page(BODY.format(title=title), locale=locale), place=TEMPLATE),
            title,
            locale,
        )
        for locale, title in TITLES.items()
    )
    return (tr, en, tr)


@pytest.fixture(scope="module")
def pack(parts: tuple[PdfPart, ...]) -> Pdf:
    return opened(merge_pdfs(parts, title="Paket", locale="tr"))


def elements(pdf: Pdf) -> list[Object]:
    """All elements that can be reached from the root of the structure tree."""

    def under(element: Object) -> Iterator[Object]:
        yield element
        kids = element.get("/K", Array())
        for kid in kids if isinstance(kids, Array) else [kids]:
            if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
                yield from under(kid)

    return [element for top in pdf.Root.StructTreeRoot.K for element in under(top)]


def parent_tree(pdf: Pdf) -> dict[int, Object]:
    return dict(NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())


def page_number(pdf: Pdf, leaf: Object) -> int:
    return [p.obj.objgen for p in pdf.pages].index(leaf.objgen)


def links(pdf: Pdf) -> list[tuple[int, Object]]:
    """Each link annotation, with the number of its page."""
    return [
        (number, annotation)
        for number, p in enumerate(pdf.pages)
        for annotation in p.obj.get("/Annots", Array())
    ]


def entries(first: Object) -> list[Object]:
    found = [first]
    while "/Next" in found[-1]:
        found.append(found[-1].Next)
    return found


# Pages and structure


def test_all_pages_are_there_in_order(pack: Pdf, parts: tuple[PdfPart, ...]) -> None:
    written = BytesIO()
    pack.save(written)
    command = ["pdftotext", "-raw", "-", "-"]

    together = subprocess.run(command, input=written.getvalue(), check=True, capture_output=True)

    apart = [
        subprocess.run(command, input=part.pdf, check=True, capture_output=True).stdout
        for part in parts
    ]
    assert together.stdout == b"".join(apart)


def test_no_structure_element_is_lost(pack: Pdf, parts: tuple[PdfPart, ...]) -> None:
    in_parts = sum(len(elements(opened(part.pdf))) for part in parts)

    assert len(elements(pack)) == in_parts + 1  # the Document that holds the parts


def test_no_entry_of_the_parent_tree_is_lost(pack: Pdf, parts: tuple[PdfPart, ...]) -> None:
    in_parts = sum(len(parent_tree(opened(part.pdf))) for part in parts)

    assert len(parent_tree(pack)) == in_parts


def test_there_is_one_document_with_a_part_for_each(pack: Pdf) -> None:
    [document] = pack.Root.StructTreeRoot.K

    assert Name.Document == document.S
    assert [kid.S for kid in document.K] == [Name.Part, Name.Part, Name.Part]


def test_each_part_has_its_own_language(pack: Pdf) -> None:
    assert [str(part.Lang) for part in pack.Root.StructTreeRoot.K[0].K] == ["tr", "en", "tr"]


def test_every_element_knows_its_parent(pack: Pdf) -> None:
    [document] = pack.Root.StructTreeRoot.K

    assert pack.Root.StructTreeRoot == document.P
    for part in document.K:
        assert document == part.P
        assert all(part == kid.P for kid in part.K)


def test_the_elements_of_a_part_lie_on_its_own_pages(pack: Pdf) -> None:
    pages = [
        {page_number(pack, element.Pg) for element in elements_under(part)}
        for part in pack.Root.StructTreeRoot.K[0].K
    ]

    assert pages == [{0, 1}, {2, 3}, {4, 5}]


def elements_under(part: Object) -> Iterator[Object]:
    for kid in part.K:
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.StructElem:
            yield kid
            yield from elements_under(kid)


def test_the_marked_content_of_each_page_leads_to_elements_of_that_page(pack: Pdf) -> None:
    tree = parent_tree(pack)

    for p in pack.pages:
        assert {e.Pg.objgen for e in tree[int(p.obj.StructParents)]} == {p.obj.objgen}


def test_each_link_leads_to_the_element_that_holds_it(pack: Pdf) -> None:
    tree = parent_tree(pack)

    for _, link in links(pack):
        references = [kid for kid in tree[int(link.StructParent)].K if isinstance(kid, Dictionary)]
        assert [reference.Obj.objgen for reference in references] == [link.objgen]


def test_the_next_key_of_the_parent_tree_is_free(pack: Pdf) -> None:
    assert pack.Root.StructTreeRoot.ParentTreeNextKey == max(parent_tree(pack)) + 1


def test_each_table_cell_names_the_header_of_its_own_table(pack: Pdf) -> None:
    ids = NameTree(pack.Root.StructTreeRoot.IDTree)
    cells = [element for element in elements(pack) if element.S == Name.TD]

    for cell in cells:
        [header] = cell.A.Headers
        assert ids[str(header)].Pg == cell.Pg

    assert len(ids) == len(cells) == 6


# Links and bookmarks


def test_each_inner_link_leads_to_a_page_of_its_own_part(pack: Pdf) -> None:
    destinations = NameTree(pack.Root.Names.Dests)
    ways = {
        (number, page_number(pack, destinations[str(link.Dest)][0]))
        for number, link in links(pack)
        if "/Dest" in link
    }

    assert ways == {(0, 1), (1, 0), (2, 3), (3, 2), (4, 5), (5, 4)}


def test_outer_links_stay_as_they_are(pack: Pdf) -> None:
    uris = [str(link.A.URI) for _, link in links(pack) if "/A" in link]

    assert uris == ["https://clinic.example/"] * 3


def test_no_anchor_is_lost(pack: Pdf) -> None:
    assert len(NameTree(pack.Root.Names.Dests)) == 3 * 3


def test_anchors_are_sorted_by_their_bytes_as_readers_look_them_up(pack: Pdf) -> None:
    names = [bytes(name) for name in pack.Root.Names.Dests.Names if isinstance(name, String)]

    assert len(names) == 9
    assert names == sorted(names)


def test_there_is_a_bookmark_for_each_part_that_leads_to_its_first_page(pack: Pdf) -> None:
    found = [
        (str(entry.Title), page_number(pack, entry.Dest[0]))
        for entry in entries(pack.Root.Outlines.First)
    ]

    assert found == [("Broşür", 0), ("Leaflet", 2), ("Broşür", 4)]


def test_the_bookmarks_of_a_part_are_under_its_own(pack: Pdf) -> None:
    second = entries(pack.Root.Outlines.First)[1]

    [heading] = entries(second.First)
    assert [str(entry.Title) for entry in entries(heading.First)] == ["Tablo", "Son"]
    assert [page_number(pack, entry.Dest[0]) for entry in entries(heading.First)] == [2, 3]


def test_bookmarks_are_chained_both_ways(pack: Pdf) -> None:
    found = entries(pack.Root.Outlines.First)

    assert all(later.Prev == earlier for earlier, later in pairwise(found))
    assert all(entry.Parent == pack.Root.Outlines for entry in found)
    assert pack.Root.Outlines.Last == found[-1]


def test_at_first_only_the_parts_bookmarks_are_open(pack: Pdf) -> None:
    assert pack.Root.Outlines.Count == 3
    assert [int(entry.Count) for entry in entries(pack.Root.Outlines.First)] == [-3, -3, -3]


def test_a_part_without_headings_gets_its_bookmark_all_the_same(renderer: Renderer) -> None:
    part = PdfPart(renderer.render(page("<p>x"), place=TEMPLATE), "Not", "tr")

    pack = opened(merge_pdfs([part], title="Paket", locale="tr"))

    assert str(pack.Root.Outlines.First.Title) == "Not"


# What the whole says of itself


def test_the_pack_has_its_own_title_and_language(pack: Pdf) -> None:
    assert (str(pack.docinfo.Title), str(pack.Root.Lang)) == ("Paket", "tr")


def test_the_pack_says_that_it_is_tagged_pdf_ua_1_and_pdf_a_2a_and_shows_its_title(
    pack: Pdf,
) -> None:
    metadata = pack.open_metadata()
    assert (metadata["pdfuaid:part"], metadata["pdfaid:part"]) == ("1", "2")
    assert metadata["pdfaid:conformance"] == "A"
    assert pack.open_metadata()["dc:title"] == "Paket"
    assert pack.Root.MarkInfo.Marked
    assert pack.Root.ViewerPreferences.DisplayDocTitle


def test_the_pack_says_once_what_its_colours_mean(pack: Pdf) -> None:
    [intent] = pack.Root.OutputIntents
    assert intent.S == Name.GTS_PDFA1
    assert intent.DestOutputProfile.N == 3


def test_a_title_with_signs_of_markup_stays_as_it_is(parts: tuple[PdfPart, ...]) -> None:
    pack = opened(merge_pdfs(parts, title="İlaç & <işlem>", locale="tr"))
    assert pack.open_metadata()["dc:title"] == "İlaç & <işlem>"
    assert pack.docinfo.Title == "İlaç & <işlem>"


def test_an_element_in_another_language_says_so_in_the_pack(renderer: Renderer) -> None:
    html = page("<p>Kaynak: <i lang=en>Source</i>")
    part = PdfPart(renderer.render(html, place=TEMPLATE), "x", "tr")

    pack = opened(merge_pdfs([part], title="x", locale="tr"))

    assert [str(one.Lang) for one in elements(pack) if "/Lang" in one] == ["tr", "en"]


def test_a_locale_becomes_a_language_tag(parts: tuple[PdfPart, ...]) -> None:
    part = PdfPart(parts[0].pdf, "x", "sr_Latn_RS")

    pack = opened(merge_pdfs([part], title="x", locale="pt_BR"))

    assert str(pack.Root.Lang) == "pt-BR"
    assert str(pack.Root.StructTreeRoot.K[0].K[0].Lang) == "sr-Latn-RS"


# Assembling again


def test_a_pack_can_be_a_part_of_another(parts: tuple[PdfPart, ...]) -> None:
    """The two copies of a consent summary are a pack of their own."""
    inner = PdfPart(merge_pdfs(parts, title="Onam", locale="tr"), "Onam", "tr")

    pack = opened(merge_pdfs([parts[1], inner], title="Paket", locale="tr"))

    destinations = NameTree(pack.Root.Names.Dests)
    ways = [
        page_number(pack, destinations[str(link.Dest)][0])
        for _, link in links(pack)
        if "/Dest" in link
    ]
    assert ways == [1, 0, 3, 2, 5, 4, 7, 6]
    assert len(elements(pack)) == 1 + 1 + sum(
        len(elements(opened(part.pdf))) for part in (parts[1], *parts)
    )
    assert len(parent_tree(pack)) == 4 * len(parent_tree(opened(parts[0].pdf)))


def test_trees_too_large_for_one_node_are_merged_whole(renderer: Renderer) -> None:
    body = "".join(f'<p id="a{n}"><a href="#a{n}">x</a></p>' for n in range(150))
    many = PdfPart(renderer.render(page(body), place=TEMPLATE), "x", "tr")
    twice = PdfPart(merge_pdfs([many, many], title="x", locale="tr"), "x", "tr")
    assert "/Kids" in opened(twice.pdf).Root.StructTreeRoot.ParentTree

    pack = opened(merge_pdfs([twice, many], title="x", locale="tr"))

    assert len(NameTree(pack.Root.Names.Dests)) == 450
    assert len(parent_tree(pack)) == 450 + len(pack.pages)


# The same bytes


def test_the_same_parts_give_the_same_bytes_in_another_process_a_second_later(
    parts: tuple[PdfPart, ...], tmp_path: Path
) -> None:
    for number, part in enumerate(parts):
        (tmp_path / f"{number}.pdf").write_bytes(part.pdf)
    code = (
        "import sys; from pathlib import Path\n"
        "from build_pack.rendering.pdf.merge import PdfPart, merge_pdfs\n"
        "about = enumerate(map(str.split, sys.argv[1:]))\n"
        "parts = [PdfPart(Path(f'{n}.pdf').read_bytes(), *words) for n, words in about]\n"
        "sys.stdout.buffer.write(merge_pdfs(parts, title='Paket', locale='tr'))"
    )
    about = [f"{part.title} {part.locale}" for part in parts]
    here = merge_pdfs(parts, title="Paket", locale="tr")
    sleep(1.1)  # dates in PDF count seconds

    elsewhere = subprocess.run(
        [sys.executable, "-c", code, *about],
        env={**os.environ, "PYTHONHASHSEED": "7"},
        cwd=tmp_path,
        check=True,
        capture_output=True,
    ).stdout

    assert elsewhere == here


# What cannot be merged


def test_nothing_cannot_be_assembled() -> None:
    with pytest.raises(ValueError, match="there is nothing to assemble"):
        merge_pdfs([], title="x", locale="tr")


def test_a_part_without_tags_is_refused() -> None:
    untagged = BytesIO()
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdf.save(untagged)

    with pytest.raises(ValueError, match="not a tagged PDF"):
        merge_pdfs([PdfPart(untagged.getvalue(), "x", "tr")], title="x", locale="tr")


@pytest.mark.parametrize(
    ("where", "key"),
    [([], "/AcroForm"), (["/Names"], "/EmbeddedFiles"), (["/StructTreeRoot"], "/RoleMap")],
)
def test_a_part_that_holds_what_would_be_lost_is_refused(
    parts: tuple[PdfPart, ...], where: list[str], key: str
) -> None:
    pdf = opened(parts[0].pdf)
    holder = pdf.Root
    for name in where:
        holder = holder[name]
    holder[key] = Dictionary(Any=String("thing"))
    changed = BytesIO()
    pdf.save(changed)

    with pytest.raises(ValueError, match=f"cannot be merged: {key}"):
        merge_pdfs([PdfPart(changed.getvalue(), "x", "tr")], title="x", locale="tr")


def test_a_part_may_ask_for_a_sheet_of_its_own_and_then_begins_on_an_odd_page(
    faces: tuple[FontFace, ...],
) -> None:
    renderer = Renderer([], faces, [])
    single = renderer.render(page("<h1>Bir</h1>", locale="tr"), place=TEMPLATE)
    whole = merge_pdfs(
        [PdfPart(single, name, "tr", new_sheet=name != "b") for name in "abc"],
        title="x",
        locale="tr",
    )
    with opened(whole) as pdf, pdf.open_outline() as outline:
        pages = [one.obj.objgen for one in pdf.pages]
        starts = [pages.index(item.destination[0].objgen) for item in outline.root]  # type: ignore[index]
    assert (starts, page_count(whole)) == ([0, 1, 2], 3)
    apart = merge_pdfs(
        [PdfPart(single, n, "tr", new_sheet=True) for n in "ab"], title="x", locale="tr"
    )
    assert page_count(apart) == 3
