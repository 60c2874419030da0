"""XML that declares entities, or leads to other files, is read by nobody, in no encoding."""

from io import BytesIO

import pytest

from build_pack.text.xml_parser import (
    XmlEntityError,
    XmlLimitError,
    read,
    require_no_doctype,
)

_LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(12))
DECLARATIONS = {
    "an entity": '<!ENTITY l0 "ha">',
    "a billion laughs": f'<!ENTITY l0 "ha">{_LAUGHS}',
    "a file": '<!ENTITY l0 SYSTEM "file:///etc/hostname">',
    "a parameter": '<!ENTITY % p "ha">',
    "a parameter in a file": '<!ENTITY % p SYSTEM "p.dtd"> %p;',
    "a parameter that is nowhere": "%p;",
    "an entity after a parameter": '%p; <!ENTITY l0 "ha">',
    "an attribute": '<!ATTLIST a b CDATA "ha">',
    "an element": "<!ELEMENT a (b)>",
    "a notation": '<!NOTATION n SYSTEM "n">',
}
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-9", "cp1254"]
OTHERS = ["utf-7", "utf-32", "cp037", "utf-16-le"]


def written(declaration: str, encoding: str, said: str = "") -> bytes:
    said = said or encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    head = f'<?xml version="1.0" encoding="{said}"?>'
    return f"{head}<!DOCTYPE a [{declaration}]><a/>".encode(encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("declaration", DECLARATIONS.values(), ids=DECLARATIONS)
def test_what_is_declared_is_refused(declaration: str, encoding: str) -> None:
    with pytest.raises(XmlEntityError):
        read(written(declaration, encoding))


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("declaration", ["", *DECLARATIONS.values()])
def test_of_some_formats_any_doctype_is_refused(declaration: str, encoding: str) -> None:
    with pytest.raises(XmlEntityError):
        require_no_doctype(BytesIO(written(declaration, encoding)))


@pytest.mark.parametrize("encoding", OTHERS)
@pytest.mark.parametrize("declaration", DECLARATIONS.values(), ids=DECLARATIONS)
def test_an_encoding_that_is_not_read_or_is_another_hides_nothing(
    declaration: str, encoding: str
) -> None:
    content = written(declaration, encoding, "utf-7")
    for reading in (read, lambda content: require_no_doctype(BytesIO(content))):
        with pytest.raises(ValueError, match=r"."):
            reading(content)


def test_nothing_is_read_after_the_first_element_begins() -> None:
    file = BytesIO(b"<a>" + b" " * 99_999)

    require_no_doctype(file)

    assert file.tell() < 9_999


def test_a_doctype_without_declarations_is_read() -> None:
    content = b'<!DOCTYPE a PUBLIC "-//A//B" "http://example.org/a.dtd"><a/>'

    assert read(content).root.tag == "a"


def test_a_stylesheet_of_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="stylesheet"):
        read(b'<?xml-stylesheet href="a.css"?><a/>')


def test_an_element_knows_its_line_and_how_many_are_read_is_bounded() -> None:
    lines = read(b"<a>\n<b/>\n\n<b/></a>", most=3, deepest=2)

    assert [lines.of(one) for one in lines.root.iter()] == [1, 2, 4]
    with pytest.raises(XmlLimitError, match="more than 2 elements"):
        read(b"<a><b/><b/></a>", most=2)
    with pytest.raises(XmlLimitError, match="more than 1 levels"):
        read(b"<a><b/></a>", deepest=1)
