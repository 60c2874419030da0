"""What the structure tree says beyond what WeasyPrint says by itself."""

from collections.abc import Callable, Iterator
from importlib.metadata import version
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from build_pack.problems import ProblemsError
from build_pack.rendering.fonts.font_files import FontFace
from build_pack.rendering.weasyprint.renderer import Renderer
from tests.rendering.printing import CSS, TEMPLATE, opened, page

Render = Callable[[str], bytes]


def outline(pdf: bytes, *, show: str = "Lang") -> str:
    """The tree as words, such as `Document(P(Span:en))`, each with one of its entries."""

    def told(node: Any) -> str:
        entry = node.get(f"/{show}", node.get("/A", Dictionary()).get(f"/{show}"))
        name = str(node.S)[1:] + (f":{entry}".replace("/", "") if entry is not None else "")
        kids = node.get("/K", Array())
        inside = [told(kid) for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]
        return f"{name}({' '.join(inside)})" if inside else name

    whole = opened(pdf)
    return told(whole.Root.StructTreeRoot.K[0])


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == Name.StructElem:
            yield item


# Languages


@pytest.mark.parametrize(
    ("body", "tree"),
    [
        ("<p>a", "Document(P(Span))"),
        ("<p lang=tr>a", "Document(P(Span))"),
        ("<p lang=en>a", "Document(P:en(Span))"),
        ("<p>a<b lang=en>b</b>", "Document(P(Span NonStruct:en(Span)))"),
        ("<div lang=en><p>a<p lang=tr>b", "Document(Div:en(P(Span) P:tr(Span)))"),
        ("<div lang=en><p>a<p lang=en>b", "Document(Div:en(P(Span) P(Span)))"),
        ("<ul><li lang=en>a", "Document(L(LI:en(Lbl(Span) LBody(Span))))"),
        ("<dl><dd lang=en>a", "Document(L(LI:en(LBody(Span))))"),
        ("<p lang=en style='position: absolute'>a", "Document(P:en(Span))"),
    ],
)
def test_an_element_says_its_language_where_it_is_not_that_around_it(
    render: Render, body: str, tree: str
) -> None:
    assert outline(render(body)) == tree


# Headers, footers


def test_what_stands_in_the_margins_is_an_artefact_and_in_no_tree(
    faces: tuple[FontFace, ...],
) -> None:
    css = "@page { size: A5; @top-left { content: element(head) } } h6 { position: running(head) }"
    html = page("<h6>Üst <b>bilgi</b></h6><p>a")

    with opened(Renderer([CSS, css], faces, []).render(html, place=TEMPLATE)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        assert [str(item.S) for item in elements(pdf)] == ["/Document", "/P", "/Span"]
        assert content.count(b"/Artifact") == 2
        assert content.count(b"MCID") == 1


# Tables, lists, links


def test_header_cells_say_their_scope(render: Render) -> None:
    table = "<table><tr><th>a<th scope=col>b<tr><th scope=row>c<td>d</table>"

    assert outline(render(table), show="Scope") == (
        "Document(Table(TBody(TR(TH:Column(Span) TH:Column(Span)) TR(TH:Row(Span) TD(Span)))))"
    )


def test_a_block_in_a_cell_does_not_make_a_cell_in_a_cell(render: Render) -> None:
    table = "<table><tr><th>a<span style='display: table'>b</span>c</table>"

    assert outline(render(table)).count("TH") == 1


@pytest.mark.parametrize(
    ("style", "kind"),
    [("decimal", "Decimal"), ("disc", "Disc"), ("lower-alpha", "LowerAlpha"), ("none", "None")],
)
def test_a_list_says_how_it_is_numbered(render: Render, style: str, kind: str) -> None:
    body = f"<ol style='list-style: {style}'><li>a</ol>"

    assert f"L:{kind}(" in outline(render(body), show="ListNumbering")


@pytest.mark.parametrize("inside", ["<p>a</p>", "<p>a</p>b", "b<p>a</p>", "<p>a</p><p>b</p>"])
def test_a_list_item_holds_a_label_and_bodies_alone(render: Render, inside: str) -> None:
    with opened(render(f"<ol><li>{inside}</ol>")) as pdf:
        [item] = [one for one in elements(pdf) if str(one.S) == "/LI"]
        bodies = [one for one in elements(pdf) if str(one.S) == "/LBody"]

        assert {str(kid.S) for kid in item.K} == {"/Lbl", "/LBody"}
        assert {body.P.objgen for body in bodies} == {item.objgen}
        assert all(kid.P.objgen == body.objgen for body in bodies for kid in body.K)


def test_the_columns_of_a_list_are_one_list(render: Render) -> None:
    body = "<ul style='columns: 2; list-style: none'><li>a<li>b</ul>"

    assert outline(render(body)) == "Document(L(LI(LBody(Span)) LI(LBody(Span))))"


@pytest.mark.parametrize(
    ("attribute", "said"), [("", "https://example.org"), (" aria-label='Kaynak 1'", "Kaynak 1")]
)
def test_a_link_is_described_by_its_label(render: Render, attribute: str, said: str) -> None:
    with opened(render(f"<p><a href='https://example.org'{attribute}>1</a>")) as pdf:
        [link] = pdf.pages[0].Annots
        assert str(link.Contents) == said


def test_a_caption_that_only_listeners_need_keeps_its_words(render: Render) -> None:
    table = "<table><caption style='font-size: 0'>Son <b>doz</b></caption><tr><td>a</table>"

    with opened(render(table)) as pdf:
        [caption] = [one for one in elements(pdf) if str(one.S) == "/Caption"]
        assert str(caption.ActualText) == "Son doz"


# Another WeasyPrint


def test_a_version_that_does_not_call_what_is_wrapped_is_refused(
    render: Render, monkeypatch: pytest.MonkeyPatch
) -> None:
    import weasyprint.pdf

    monkeypatch.setattr(weasyprint.pdf, "add_tags", lambda *_: None)

    with pytest.raises(ProblemsError) as caught:
        render("<p>a")

    [problem] = caught.value.problems
    installed = f"WeasyPrint {version('weasyprint')}"
    assert problem.message == f"{installed} does not call pdf.tags._build_box_tree."


def test_afterwards_weasyprint_is_as_it_was(render: Render) -> None:
    from weasyprint.pdf import tags
    from weasyprint.pdf.stream import Stream

    before = (tags._build_box_tree, Stream.marked)  # noqa: SLF001
    render("<p>a")

    assert (tags._build_box_tree, Stream.marked) == before  # noqa: SLF001
