"""What runs over the end of a page, or of a line, is one element, and all ways lead to it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, NameTree, NumberTree, Pdf, parse_content_stream

from build_pack.problems import ProblemsError
from build_pack.rendering.pdf.merge import PdfPart, merge_pdfs
from build_pack.rendering.weasyprint.box_fragments import boxes_numbered
from tests.rendering.printing import opened
from tests.rendering.test_structure_tree import elements, outline

Render = Callable[[str], bytes]

SMALL = (
    "<style>@page { size: 80mm 50mm; margin: 5mm } * { margin: 0; orphans: 1; widows: 1 }</style>"
)
"""A page of six lines."""
LONG = "Bu metin bir sayfadan uzundur ve sonraki sayfada sürer. " * 8
ROWS = "".join(f"<tr><th scope=row>{n}<td>a<td>b</tr>" for n in range(8))
HEAD = "<thead><tr><th scope=col>A<th scope=col>B<th scope=col>C</thead>"


def kids(element: Any) -> list[Any]:
    return list(element.get("/K", Array()))


def ways_up(pdf: Pdf) -> dict[tuple[Any, int], Any]:
    """Each marked content of a page, and each link, with the element that the parent tree names."""
    tree = dict(NumberTree(pdf.Root.StructTreeRoot.ParentTree).items())
    found = {}
    for page in pdf.pages:
        for number, element in enumerate(tree[int(page.obj.StructParents)]):
            found[page.obj.objgen, number] = element.objgen
        for link in page.obj.get("/Annots", Array()):
            found[link.objgen, -1] = tree[int(link.StructParent)].objgen
    return found


def ways_down(pdf: Pdf) -> dict[tuple[Any, int], Any]:
    """The same, with the element that holds it, of those that the root leads to."""
    found = {}

    def go(element: Any) -> None:
        for kid in kids(element):
            if isinstance(kid, int):
                way = (element.Pg.objgen, kid)
            elif kid.Type == Name.MCR:
                way = (kid.Pg.objgen, int(kid.MCID))
            elif kid.Type == Name.OBJR:
                way = (kid.Obj.objgen, -1)
            else:
                assert kid.P.objgen == element.objgen
                go(kid)
                continue
            assert way not in found
            found[way] = element.objgen

    for top in pdf.Root.StructTreeRoot.K:
        go(top)
    return found


def marked(pdf: Pdf) -> Iterator[tuple[Any, int]]:
    """All content that the pages mark as that of an element."""
    for page in pdf.pages:
        for instruction in parse_content_stream(page):
            operands: Any = instruction.operands
            if str(instruction.operator) == "BDC":
                yield page.obj.objgen, int(operands[1].MCID)


def page_numbers(pdf: Pdf, element: Any) -> list[int]:
    """The pages of all that is in an element, in the order of the tree."""
    order = [page.obj.objgen for page in pdf.pages]
    found: list[int] = []
    for kid in kids(element):
        if isinstance(kid, Dictionary) and kid.Type == Name.StructElem:
            found += page_numbers(pdf, kid)
        else:
            found.append(order.index((element if isinstance(kid, int) else kid).Pg.objgen))
    return found


def named(pdf: Pdf, kind: str) -> list[Any]:
    return [one for one in elements(pdf) if str(one.S) == f"/{kind}"]


PARTED = {
    "paragraph": (f"<p>{LONG}", {"P": 1}),
    "heading": (f"<h1>{LONG}</h1>", {"H1": 1}),
    "quotation": (f"<blockquote><p>{LONG}</blockquote>", {"BlockQuote": 1, "P": 1}),
    "section": (f"<section><div>{LONG}</div></section>", {"Sect": 1, "Div": 1}),
    "list": (f"<ul>{'<li>a' * 9}</ul>", {"L": 1, "LI": 9, "Lbl": 9, "LBody": 9}),
    "item": (f"<ol><li>{LONG}<li>b</ol>", {"L": 1, "LI": 2, "Lbl": 2, "LBody": 2}),
    "item without a mark": (
        f"<ul style='list-style: none'><li>{LONG}</ul>",
        {"L": 1, "LI": 1, "LBody": 1},
    ),
    "paragraphs in an item": (
        f"<ul><li><p>{LONG}</p><p>{LONG}</p></ul>",
        {"L": 1, "LI": 1, "P": 2, "LBody": 1},
    ),
    "text around a nested list": (
        f"<ul><li>{LONG}<ul>{'<li>b' * 9}</ul>{LONG}<li>c</ul>",
        {"L": 2, "LI": 11, "Lbl": 11},
    ),
    "terms": (f"<dl><dt>a<dd>{LONG}<dt>b</dl>", {"L": 1, "LI": 3, "LBody": 3}),
    "table": (f"<table>{ROWS}</table>", {"Table": 1, "TBody": 1, "TR": 8, "TH": 8, "TD": 16}),
    "groups of rows": (
        f"<table>{HEAD}<tbody>{ROWS}</tbody><tbody>{ROWS}</tbody></table>",
        {"Table": 1, "THead": 1, "TBody": 2, "TR": 17, "TH": 19, "TD": 32},
    ),
    "row": (
        f"<table>{HEAD}<tr><th scope=row>a<td>{LONG}<td>b</table>",
        {"Table": 1, "THead": 1, "TBody": 1, "TR": 2, "TH": 4, "TD": 2},
    ),
    "list in a cell": (
        f"<table><tr><td><ul>{'<li>a' * 9}</ul></table>",
        {"Table": 1, "TR": 1, "TD": 1, "L": 1, "LI": 9},
    ),
    "table in a cell": (
        f"<table><tr><td><table>{ROWS}</table></table>",
        {"Table": 2, "TR": 9, "TD": 17},
    ),
    "grid": (f"<div style='display: grid'><p>{LONG}<p>{LONG}</div>", {"Div": 1, "P": 2}),
    "flex": (f"<div style='display: flex'><p>{LONG}<p>{LONG}</div>", {"Div": 1, "P": 2}),
    "columns": (
        f"<div style='columns: 2'><p>{LONG}</p><ul>{'<li>a' * 20}</ul></div>",
        {"Div": 1, "P": 1, "L": 1, "LI": 20},
    ),
    "columns of a list": (
        f"<ul style='columns: 2; list-style: none'><li>{LONG}<li>{LONG}<li>{LONG}</ul>",
        {"L": 1, "LI": 3, "LBody": 3},
    ),
    "float": (f"<div style='float: left; width: 30mm'>{LONG}</div><p>{LONG}", {"Div": 1, "P": 1}),
    "positioned": (
        f"<div style='width: 3cm'><p>{LONG}<p style='position: absolute; left: 4cm'>{LONG}</div>",
        {"Div": 1, "P": 2},
    ),
    "footnote": (
        f"<p>{LONG}<i style='float: footnote'>{LONG[:200]}</i>{LONG}",
        {"P": 1, "NonStruct": len(["call", "area", "note", "mark"])},
    ),
    "link": (f"<p><a href='https://example.org'>{LONG}</a>", {"P": 1, "Link": 1}),
    "from right to left": (
        f"<div dir=rtl><p>{LONG}</p><ul>{'<li>a' * 9}</ul><table>{ROWS}</table></div>",
        {"P": 1, "L": 1, "LI": 9, "Table": 1, "TR": 8},
    ),
    "other language": (f"<ul lang=en><li>{LONG}<li lang=tr>{LONG}</ul>", {"L": 1, "LI": 2}),
}
parted = pytest.mark.parametrize(
    ("body", "counts"), [pytest.param(*value, id=name) for name, value in PARTED.items()]
)


@parted
def test_what_runs_over_the_end_of_a_page_is_one_element(
    render: Render, body: str, counts: dict[str, int]
) -> None:
    with opened(render(SMALL + body)) as pdf:
        assert len(pdf.pages) > 1
        assert {kind: len(named(pdf, kind)) for kind in counts} == counts
        # What is empty would be read as nothing, and be counted all the same.
        assert all(kids(one) for one in elements(pdf) if one.S in {"/P", "/LI", "/LBody"})


@parted
def test_the_parent_tree_leads_to_the_elements_that_hold_the_content(
    render: Render, body: str, counts: dict[str, int]
) -> None:
    assert counts
    pdf = render(SMALL + body)
    pack = merge_pdfs([PdfPart(pdf, n, "tr") for n in "ab"], title="x", locale="tr")

    for whole in (pdf, pack):
        with opened(whole) as one:
            assert ways_up(one) == ways_down(one)
            assert {way for way in ways_down(one) if way[1] >= 0} == set(marked(one))


@parted
def test_elements_are_read_from_page_to_page(
    render: Render, body: str, counts: dict[str, int]
) -> None:
    assert counts
    with opened(render(SMALL + body)) as pdf:
        for kind in ("P", "LBody", "TD", "H1", "Link"):
            for one in named(pdf, kind):
                assert page_numbers(pdf, one) == sorted(page_numbers(pdf, one))


def test_a_joined_pack_has_as_many_elements_as_its_documents(render: Render) -> None:
    pdf = render(f"{SMALL}<p>{LONG}</p><ul>{'<li>a' * 9}</ul><table>{HEAD}{ROWS}</table>")

    with opened(merge_pdfs([PdfPart(pdf, n, "tr") for n in "ab"], title="x", locale="tr")) as pack:
        found = {kind: len(named(pack, kind)) for kind in ("P", "L", "Table", "TR", "TH")}

    assert found == {"P": 2, "L": 2, "Table": 2, "TR": 18, "TH": 22}


def test_two_elements_of_a_kind_on_two_pages_stay_two(render: Render) -> None:
    body = "<ul><li>a</ul><ul style='break-before: page'><li>b</ul>"

    assert outline(render(body), show="S").count("L:L(") == 2


def test_what_comes_after_keeps_its_place(render: Render) -> None:
    body = f"<ul><li>{LONG}<li>b</ul><p>c</p><table>{ROWS}</table><p>d"

    with opened(render(SMALL + body)) as pdf:
        assert [str(one.S) for one in pdf.Root.StructTreeRoot.K[0].K] == [
            "/L",
            "/P",
            "/Table",
            "/P",
        ]


# Tables


def test_a_repeated_head_is_read_once_and_is_an_artefact_after_that(render: Render) -> None:
    with opened(render(f"{SMALL}<table>{HEAD}{ROWS}</table>")) as pdf:
        [table], [head] = named(pdf, "Table"), named(pdf, "THead")

        assert len(pdf.pages) > 1
        assert set(page_numbers(pdf, head)) == {0}
        assert len(page_numbers(pdf, head)) == 3
        assert [str(kid.S) for kid in table.K] == ["/THead", "/TBody"]


def test_a_repeated_foot_is_read_once_after_all_rows(render: Render) -> None:
    bodies = "".join(f"<tbody>{ROWS}</tbody>" for _ in range(2))
    table = f"<table>{HEAD}{bodies}<tfoot><tr><td colspan=3>son</tfoot></table>"

    with opened(render(SMALL + table)) as pdf:
        [table] = named(pdf, "Table")
        [foot] = named(pdf, "TFoot")

        assert [str(kid.S) for kid in table.K] == ["/THead", "/TBody", "/TBody", "/TFoot"]
        assert len(page_numbers(pdf, foot)) == 1


def test_a_link_in_a_repeated_head_is_one_element_with_an_annotation_on_each_page(
    render: Render,
) -> None:
    head = "<thead><tr><th scope=col><a href='https://example.org'>A</a><th>B<th>C</thead>"

    with opened(render(f"{SMALL}<table>{head}{ROWS}</table>")) as pdf:
        [link] = named(pdf, "Link")
        assert len([one for one in kids(link) if not isinstance(one, int)]) == len(pdf.pages) > 1
        assert ways_up(pdf) == ways_down(pdf)


def test_what_is_fixed_on_all_pages_is_read_once(render: Render) -> None:
    with opened(render(f"{SMALL}<h6 style='position: fixed'>a</h6><p>{LONG}")) as pdf:
        assert len(pdf.pages) > 1
        assert [len(page_numbers(pdf, one)) for one in named(pdf, "H6")] == [1]


@pytest.mark.parametrize("head", [HEAD, HEAD.replace("thead", "tbody")])
def test_cells_on_every_page_name_the_headers_of_the_whole_table(render: Render, head: str) -> None:
    spanning = "<tr><th scope=row rowspan=2>x<td colspan=2>y<tr><td>z<td>w"

    with opened(render(f"{SMALL}<table>{head}{ROWS}{spanning}</table>")) as pdf:
        words = {str(one.ID): number for number, one in enumerate(named(pdf, "TH"))}
        found = [[words[str(header)] for header in one.A.Headers] for one in named(pdf, "TD")]

        # Columns A, B and C are headers 0, 1 and 2; rows have those after them.
        rows = [[row, column] for row in range(3, 11) for column in (1, 2)]
        assert found == [*rows, [11, 1, 2], [11, 1], [11, 2]]


def test_header_cells_are_found_by_their_names(render: Render) -> None:
    with opened(render(f"{SMALL}<table>{HEAD}{ROWS}</table>")) as pdf:
        ids = NameTree(pdf.Root.StructTreeRoot.IDTree)

        assert {name: one.objgen for name, one in ids.items()} == {
            str(one.ID): one.objgen for one in named(pdf, "TH")
        }
        assert len(ids) == 11


# Links


def test_a_link_over_several_lines_is_one_element_with_an_annotation_for_each(
    render: Render,
) -> None:
    body = f"<p style='width: 30mm'>a <a href='https://example.org'>{LONG[:40]}</a> b"

    with opened(render(body)) as pdf:
        [link] = named(pdf, "Link")
        lines = len(pdf.pages[0].Annots)
        assert lines > 1
        assert [isinstance(kid, int) for kid in kids(link)] == [False, True] * lines


def test_content_of_a_link_on_a_further_page_says_which(render: Render) -> None:
    with opened(render(f"{SMALL}<p><a href='https://example.org'>{LONG}</a>")) as pdf:
        [link] = named(pdf, "Link")
        references = [kid for kid in kids(link) if isinstance(kid, Dictionary)]

        assert link.Pg.objgen == pdf.pages[0].obj.objgen
        assert {kid.Pg.objgen for kid in references if kid.Type == Name.MCR} == {
            page.obj.objgen for page in list(pdf.pages)[1:]
        }


# Another WeasyPrint


def test_a_version_that_makes_its_boxes_in_another_way_is_refused() -> None:
    with pytest.raises(ProblemsError) as caught, boxes_numbered():
        pass

    [problem] = caught.value.problems
    assert problem.message == ("WeasyPrint 70.0 does not call document.build_formatting_structure.")
