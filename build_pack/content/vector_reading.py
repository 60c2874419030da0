"""What of an SVG file is not printed right, element by element."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from build_pack.content import raster, xml_lines
from build_pack.content.vector_style import (
    Fault,
    of_declarations,
    of_property,
    of_stylesheet,
    reference,
)
from build_pack.content.vector_terms import (
    ATTRIBUTES,
    ELEMENTS,
    FEATURES,
    GRADIENTS,
    LENGTH,
    LENGTHS,
    NEUTRAL,
    PATH,
    PLAIN,
    POINTS,
    SHAPES,
    TRANSFORMS,
    WORDS_ONLY,
)

SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ALSO_DRAWN = SHAPES | FEATURES.keys() | {"image", "style", "use"}
"""Names that WeasyPrint draws in whichever namespace they stand."""
_SIZE = re.compile(r"[\d.]+(px|pt|pc|mm|cm|in|em|ex)?", re.IGNORECASE)
_COUNTS = frozenset("123456789")
_DEEPEST = 4
"""References from one part to the next that are followed."""
_EMBED = "Embed the picture in the file when you export it."


@dataclass(frozen=True)
class VectorFault:
    """Why a file cannot be printed as it is: a sentence, what to do, and the line, 0 if none."""

    message: str
    hint: str
    line: int = 0


class Reader:
    """Walks through one file."""

    def __init__(self, name: str, lines: xml_lines.Lines) -> None:
        self._name = name
        self._lines = lines
        self._ids = {one.get("id"): one for one in reversed([*lines.root.iter()])}

    def faults(self) -> Iterator[VectorFault]:
        """All that is wrong, in the order of the file."""
        yield from self._size(self._lines.root)
        yield from self._walk(self._lines.root, ())

    def _walk(self, element: ET.Element, above: tuple[str, ...]) -> Iterator[VectorFault]:
        local = _local(element)
        if not element.tag.startswith(SVG):
            for one in element.iter():
                if _local(one) in _ALSO_DRAWN:
                    yield from self._element(one, "an element that is not SVG", PLAIN)
            return
        if local not in ELEMENTS or (local == "svg" and above):
            nested = ("a picture within the picture", PLAIN)
            feature, hint = FEATURES.get(
                local, nested if local == "svg" else ("an element that cannot be printed", PLAIN)
            )
            yield from self._element(element, feature, hint)
            return
        if local in WORDS_ONLY:
            return
        yield from self._attributes(element, above)
        yield from self._content(element, above)
        for child in element:
            yield from self._walk(child, (*above, local))

    def _element(self, element: ET.Element, feature: str, hint: str) -> Iterator[VectorFault]:
        yield self._fault(element, Fault(feature, f"<{_local(element)}>", hint))

    def _fault(self, element: ET.Element, fault: Fault) -> VectorFault:
        line = self._lines.of(element)
        message = f"{self._name} holds {fault.feature}: {fault.subject} in line {line}."
        return VectorFault(message, fault.hint, line)

    def _content(self, element: ET.Element, above: tuple[str, ...]) -> Iterator[VectorFault]:
        """What an element holds beside its attributes and children."""
        local = _local(element)
        if local == "style":
            if element.get("media", "all") not in {"all", "print", "screen"}:
                yield from self._element(element, "styles for some screens alone", PLAIN)
            for fault in of_stylesheet("".join(element.itertext())):
                yield self._fault(element, fault)
        elif local == "image":
            yield from self._image(element)
        elif "clipPath" in above and local not in SHAPES | {"use"}:
            yield from self._element(element, "a group within a clipping path", PLAIN)

    def _attributes(self, element: ET.Element, above: tuple[str, ...]) -> Iterator[VectorFault]:
        for key, value in element.attrib.items():
            name = key.removeprefix(_XLINK).removeprefix(_XML)
            if name.startswith("{"):
                continue
            for fault in self._attribute(name, value):
                yield self._fault(element, fault)
            if name == "href":
                yield from self._href(element, value)
            elif (target := reference(value)) and name in {"clip-path", "fill", "stroke"}:
                wanted = {"clipPath"} if name == "clip-path" else GRADIENTS
                yield from self._leads_to(element, target, wanted)
        if "clipPath" in (*above, _local(element)) and "evenodd" in element.get("clip-rule", ""):
            feature = "a clipping path with holes"
            yield self._fault(element, Fault(feature, 'clip-rule="evenodd"', PLAIN))

    def _attribute(self, name: str, value: str) -> Iterator[Fault]:
        subject = f'{name}="{value}"'
        if name == "style":
            yield from of_declarations(value)
        elif name.startswith("on"):
            yield Fault("a script", subject, "Export one still picture without it.")
        elif name in {"transform", "gradientTransform"}:
            if not TRANSFORMS.fullmatch(value.strip()):
                yield Fault("a transform that cannot be printed", subject, PLAIN)
        elif name in {"d", "points"}:
            if not (PATH if name == "d" else POINTS).fullmatch(value):
                yield Fault("a line that cannot be read", name, "Export it again.")
        elif name in LENGTHS:
            if not LENGTH.fullmatch(value.strip()) and value.strip():
                yield Fault("a size that cannot be printed", subject, PLAIN)
        elif name not in ATTRIBUTES and not NEUTRAL.fullmatch(name):
            yield from of_property(name, value, in_css=False)

    def _href(self, element: ET.Element, value: str) -> Iterator[VectorFault]:
        local = _local(element)
        if value.startswith("#"):
            wanted = GRADIENTS if local in GRADIENTS else SHAPES | {"g", "symbol", "use", "image"}
            yield from self._leads_to(element, value[1:], wanted)
        elif not value.startswith("data:") or local != "image":
            line = self._lines.of(element)
            message = f"{self._name} refers to another file, {value}."
            yield VectorFault(message, _EMBED, line)

    def _leads_to(
        self, element: ET.Element, target: str, wanted: frozenset[str] | set[str]
    ) -> Iterator[VectorFault]:
        found = self._ids.get(target)
        if found is None or _local(found) not in wanted:
            feature = "a reference to something that is not there"
            yield self._fault(element, Fault(feature, f"#{target}", PLAIN))
        elif self._depth(found) > _DEEPEST:
            yield self._fault(element, Fault("a part that repeats itself", f"#{target}", PLAIN))

    def _depth(self, element: ET.Element, so_far: int = 0) -> int:
        """How many references lead on from an element, one after the other, as far as counted."""
        if so_far > _DEEPEST:
            return so_far
        ahead = (_target(one) for one in element.iter(f"{SVG}use"))
        found = [one for one in map(self._ids.get, filter(None, ahead)) if one is not None]
        return max((self._depth(one, so_far + 1) for one in found), default=so_far)

    def _image(self, element: ET.Element) -> Iterator[VectorFault]:
        address = element.get("href", element.get(f"{_XLINK}href", ""))
        if address and not address.startswith("data:"):
            return  # told as a reference to another file
        try:
            raster.decoded(raster.in_address(address))
        except raster.RasterError as error:
            line = self._lines.of(element)
            message = f"The picture in line {line} of {self._name} {error.message}"
            yield VectorFault(message, error.hint, line)

    def _size(self, root: ET.Element) -> Iterator[VectorFault]:
        """Without a measure of its own a picture runs over what stands beside it."""
        view = root.get("viewBox")
        sizes = [root.get(side, "").strip() for side in ("width", "height")]
        measured = all(_SIZE.fullmatch(size) and set(size) & _COUNTS for size in sizes)
        if view is not None and not _is_view(view):
            yield self._fault(root, Fault("no size", f'viewBox="{view}"', PLAIN))
        elif view is None and not measured:
            message = f"{self._name} does not say how large it is: it has no viewBox."
            hint = 'Export it with a viewBox of four numbers, such as viewBox="0 0 680 640".'
            yield VectorFault(message, hint, self._lines.of(root))


def _is_view(text: str) -> bool:
    try:
        *_, width, height = [float(part) for part in text.replace(",", " ").split()]
    except ValueError:
        return False
    return len(text.replace(",", " ").split()) == 4 and width > 0 and height > 0  # noqa: PLR2004


def _target(element: ET.Element) -> str:
    return element.get("href", element.get(f"{_XLINK}href", "")).removeprefix("#")


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]
