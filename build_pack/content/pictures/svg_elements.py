"""What of an SVG file is not printed right, element by element."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_pack.content.pictures import raster
from build_pack.content.pictures.svg_limits import MOST_REFERENCES, SVG, DrawingLoads
from build_pack.content.pictures.svg_styles import (
    MEASURES,
    SvgStyleFault,
    is_view,
    measure_faults,
    of_declarations,
    of_property,
    of_stylesheet,
    reference,
)
from build_pack.content.pictures.svg_vocabulary import (
    ATTRIBUTES,
    DRAWN,
    ELEMENTS,
    FEATURES,
    GRADIENTS,
    NEUTRAL,
    PLAIN,
    SHAPES,
    SIZED_FONTS,
    WORDED,
    WORDS_ONLY,
)
from build_pack.text.xml_parser import Element, XmlLines

_XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_SIZE = re.compile(r"[0-9.]+(px|pt|pc|mm|cm|in|em|ex)?", re.IGNORECASE | re.ASCII)
_COUNTS = frozenset("123456789")
_FLATTER = "Simplify it in the drawing program, or export it as a PNG."
_EMBED = "Embed the picture in the file when you export it."


@dataclass(frozen=True)
class SvgFault:
    """Why a file cannot be printed as it is: a sentence, what to do, and the line, 0 if none."""

    message: str
    hint: str
    line: int = 0


class SvgReader:
    """Walks through one file."""

    def __init__(self, name: str, lines: XmlLines) -> None:
        self._name = name
        self._lines = lines
        self._ids = {one.get("id"): one for one in reversed([*lines.root.iter()])}
        self._loads = DrawingLoads(lines.root, self._ids)
        self._pixels = 0

    def faults(self) -> Iterator[SvgFault]:
        """All that is wrong, in the order of the file."""
        yield from self._size(self._lines.root)
        yield from self._walk(self._lines.root, ())
        yield from self._load(self._lines.root)

    def _load(self, root: Element) -> Iterator[SvgFault]:
        """What there is too much of, once all that is drawn again is counted again."""
        load = self._loads.of(root)
        if load.references > MOST_REFERENCES:
            yield self._repeats(root, f"<{_local(root)}>")
            return
        for excess in load.excess():
            yield SvgFault(f"{self._name} {excess}.", _FLATTER)
        if self._pixels > raster.MOST_PIXELS:
            message = f"{self._name} contains pictures with {self._pixels:,} pixels; "
            yield SvgFault(f"{message}the maximum is {raster.MOST_PIXELS:,}.", _FLATTER)

    def _walk(self, element: Element, above: tuple[str, ...]) -> Iterator[SvgFault]:
        local = _local(element)
        if not element.tag.startswith(SVG):
            yield from self._inert(element.iter(), "an element that is not SVG")
            return
        if local not in ELEMENTS or (local == "svg" and above):
            nested = ("an svg element inside another", PLAIN)
            feature, hint = FEATURES.get(
                local, nested if local == "svg" else ("an element that cannot be printed", PLAIN)
            )
            yield from self._element(element, feature, hint)
            return
        if local in WORDS_ONLY:
            inside = (one for child in element for one in child.iter())
            yield from self._inert(inside, f"more than text in <{local}>")
            return
        yield from self._attributes(element, above)
        yield from self._content(element, above)
        for child in element:
            yield from self._walk(child, (*above, local))

    def _inert(self, elements: Iterable[Element], feature: str) -> Iterator[SvgFault]:
        """Refuse what is drawn although it is where nothing should be."""
        for one in elements:
            if _local(one) in DRAWN:
                yield from self._element(one, feature, PLAIN)

    def _element(self, element: Element, feature: str, hint: str) -> Iterator[SvgFault]:
        yield self._fault(element, SvgStyleFault(feature, f"<{_local(element)}>", hint))

    def _fault(self, element: Element, fault: SvgStyleFault) -> SvgFault:
        line = self._lines.of(element)
        message = f"{self._name} contains {fault.feature}: {fault.subject} in line {line}."
        return SvgFault(message, fault.hint, line)

    def _content(self, element: Element, above: tuple[str, ...]) -> Iterator[SvgFault]:
        """What an element holds beside its attributes and children."""
        local = _local(element)
        if local == "style":
            if element.get("media", "all") not in {"all", "print", "screen"}:
                yield from self._element(element, "styles for certain screens only", PLAIN)
            for fault in of_stylesheet("".join(element.itertext())):
                yield self._fault(element, fault)
        elif local == "image":
            yield from self._image(element)
        elif "clipPath" in above and local not in SHAPES | {"use"}:
            yield from self._element(element, "a group within a clipping path", PLAIN)

    def _attributes(self, element: Element, above: tuple[str, ...]) -> Iterator[SvgFault]:
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
        if element.get("href", element.get(f"{_XLINK}href")) != element.get(
            f"{_XLINK}href", element.get("href")
        ):
            yield self._fault(
                element, SvgStyleFault(("two references for the same thing"), "href", PLAIN)
            )
        if "clipPath" in (*above, _local(element)) and "evenodd" in element.get("clip-rule", ""):
            feature = "a clipping path with holes"
            yield self._fault(element, SvgStyleFault(feature, 'clip-rule="evenodd"', PLAIN))

    def _attribute(self, name: str, value: str) -> Iterator[SvgStyleFault]:
        subject = f'{name}="{value}"'
        if name == "style":
            yield from of_declarations(value)
        elif name.startswith("on"):
            yield SvgStyleFault("a script", subject, "Export a still picture without it.")
        elif name in WORDED:
            if not WORDED[name].fullmatch(" ".join(value.split())):
                yield SvgStyleFault("a value that cannot be printed", subject, PLAIN)
        elif name in MEASURES:
            yield from measure_faults(name, value)
        elif name in SIZED_FONTS or (name not in ATTRIBUTES and not NEUTRAL.fullmatch(name)):
            yield from of_property(name, value, in_css=False)

    def _href(self, element: Element, value: str) -> Iterator[SvgFault]:
        local = _local(element)
        if value.startswith("#"):
            wanted = GRADIENTS if local in GRADIENTS else SHAPES | {"g", "symbol", "use", "image"}
            yield from self._leads_to(element, value[1:], wanted)
        elif not value.startswith("data:") or local != "image":
            line = self._lines.of(element)
            message = f"{self._name} refers to another file, {value}."
            yield SvgFault(message, _EMBED, line)

    def _leads_to(
        self, element: Element, target: str, wanted: frozenset[str] | set[str]
    ) -> Iterator[SvgFault]:
        found = self._ids.get(target)
        if found is None or _local(found) not in wanted:
            feature = "a reference to something that does not exist"
            yield self._fault(element, SvgStyleFault(feature, f"#{target}", PLAIN))
        elif self._loads.of(found).references > MOST_REFERENCES:
            yield self._repeats(element, f"#{target}")

    def _repeats(self, element: Element, subject: str) -> SvgFault:
        return self._fault(element, SvgStyleFault("a part that repeats itself", subject, PLAIN))

    def _image(self, element: Element) -> Iterator[SvgFault]:
        address = element.get("href", element.get(f"{_XLINK}href", ""))
        if address and not address.startswith("data:"):
            return  # told as a reference to another file
        try:
            width, height = raster.decoded(raster.in_address(address)).size
            self._pixels += width * height
        except raster.RasterError as error:
            line = self._lines.of(element)
            message = f"The picture in line {line} of {self._name} {error.message}"
            yield SvgFault(message, error.hint, line)

    def _size(self, root: Element) -> Iterator[SvgFault]:
        """Without a measure of its own a picture runs over what is next to it."""
        view = root.get("viewBox")
        sizes = [root.get(side, "").strip() for side in ("width", "height")]
        measured = all(_SIZE.fullmatch(size) and set(size) & _COUNTS for size in sizes)
        no_size = [f'viewBox="{view}"'] if view is not None and not is_view(view) else []
        no_size += [
            f'{side}="{size}"'
            for side, size in zip(("width", "height"), sizes, strict=True)
            if size and (size.startswith("-") or not set(size) & _COUNTS)
        ]
        if no_size:
            yield from (
                self._fault(root, SvgStyleFault(("an invalid size"), one, PLAIN)) for one in no_size
            )
        elif view is None and not measured:
            message = f"{self._name} has no viewBox, so its size is unknown."
            hint = 'Export it with a viewBox of four numbers, such as viewBox="0 0 680 640".'
            yield SvgFault(message, hint, self._lines.of(root))


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
