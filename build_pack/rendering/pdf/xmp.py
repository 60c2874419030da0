"""What a PDF says of itself in its metadata stream (XMP, ISO 16684-1), as text.

PDF/A wants each property that it does not know described in the same RDF, and it does not know the
one by which PDF/UA is recognised (ISO 19005-2, 6.6.2.3; ISO 14289-1, 5).
"""

from html import escape

_PDFUA = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>The part of ISO 14289 that it follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""
_PDFA = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    pdfaid:part="2" pdfaid:conformance="A"/>"""
_END = "</rdf:RDF>"


def with_pdfua(rdf: bytes) -> bytes:
    """An RDF document, which may claim PDF/A, with the claim of PDF/UA-1 added."""
    before, end, after = rdf.decode().rpartition(_END)
    if not end or after.strip():
        raise ValueError("this RDF does not have the expected form")
    return (before + _PDFUA + end).encode()


def accessible(title: str) -> bytes:
    """The metadata of a file that is PDF/UA-1 and PDF/A-2a."""
    return _packet(with_pdfua(_rdf(_PDFA + _text("title", title))))


def plain(title: str, description: str) -> bytes:
    """The metadata of a file that claims neither, and says in words what it is."""
    return _packet(_rdf(_text("title", title) + _text("description", description)))


def _rdf(descriptions: str) -> bytes:
    namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    return f'<rdf:RDF xmlns:rdf="{namespace}">{descriptions}{_END}'.encode()


def _text(name: str, text: str) -> str:
    """A property of Dublin Core in one language."""
    item = f'<rdf:li xml:lang="x-default">{escape(text, quote=False)}</rdf:li>'
    return f"""
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:{name}><rdf:Alt>{item}</rdf:Alt></dc:{name}>
</rdf:Description>"""


def _packet(rdf: bytes) -> bytes:
    """Whole, with the marks by which programs find it in a file."""
    head = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    meta = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + rdf + b"</x:xmpmeta>\n"
    return head + meta + b'<?xpacket end="r"?>'
