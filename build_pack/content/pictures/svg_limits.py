"""How much an SVG file makes a printer draw, each part as often as it is drawn."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_pack.text.xml_parser import Element

MOST_ELEMENTS = 10_000
"""Elements that are drawn; a thousand small people are 4,000."""
MOST_NUMBERS = 100_000
"""Numbers in lines and shapes: several times those of a traced coat of arms."""
MOST_CLEAR = 250
"""Elements that are partly clear: for each a printer makes a sheet of its own."""
MOST_RULES = 500
"""Of a stylesheet: each is held against each element."""
MOST_LEVELS = 60
"""Elements inside each other, references among them."""
MOST_REFERENCES = 4
"""From one part to the next."""
LARGEST = 1_000_000
"""Of all numbers: what is further away is no part of a picture."""

SVG = "{http://www.w3.org/2000/svg}"
LINKS = ("href", "{http://www.w3.org/1999/xlink}href")
_DIGITS = re.compile(r"[0-9]+\.?[0-9]*(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_OPACITY = re.compile(r"(?<![-\w])opacity\s*:", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]+)")
_LOCAL = re.compile(r"""url\(\s*["']?#([^"')]+)""")


@dataclass(frozen=True, slots=True)
class DrawingLoad:
    """What an element costs, with all that is drawn inside it or in its place."""

    elements: int = 1
    numbers: int = 0
    clear: int = 0
    levels: int = 1
    references: int = 0
    """How many lead from one part to the next, one after the other."""

    def excess(self) -> Iterator[str]:
        """Which bound it is beyond, in words."""
        if self.elements > MOST_ELEMENTS:
            yield f"draws {self.elements:,} elements; the maximum is {MOST_ELEMENTS:,}"
        if self.numbers > MOST_NUMBERS:
            yield f"has {self.numbers:,} numbers in its lines; the maximum is {MOST_NUMBERS:,}"
        if self.clear > MOST_CLEAR:
            yield f"has {self.clear:,} parts with an opacity; the maximum is {MOST_CLEAR:,}"
        if self.levels > MOST_LEVELS:
            yield f"has {self.levels} levels of nested elements; the maximum is {MOST_LEVELS}"


_ENDLESS = DrawingLoad(levels=MOST_LEVELS + 1, references=MOST_REFERENCES + 1)
_STEPS = 3 * MOST_LEVELS
"""From one element to the next; after so many it is too deep, whatever follows."""


class DrawingLoads:
    """Counts what each element of a file draws, once an element however often it is used."""

    def __init__(self, root: Element, ids: Mapping[str | None, Element]) -> None:
        self._ids = ids
        self._known: dict[Element, DrawingLoad | None] = {}
        self._of_rules: tuple[DrawingLoad, ...] = ()
        styles = "".join(text for one in root.iter(f"{SVG}style") for text in one.itertext())
        self._is_clear = _clear(styles)
        targets = [ids[name] for name in _LOCAL.findall(styles) if name in ids]
        if found := [self.of(one) for one in targets]:
            # Which elements a rule is for is not worked out: each could have the heaviest.
            self._of_rules = (max(found, key=lambda one: one.elements + one.numbers),)
            self._known.clear()

    def of(self, element: Element, step: int = 0) -> DrawingLoad:
        """The load of an element; one that leads back to itself has no end."""
        if step > _STEPS:
            return _ENDLESS
        if element in self._known:
            return self._known[element] or _ENDLESS
        self._known[element] = None
        inside = [self.of(one, step + 1) for one in element]
        led_to = [self.of(one, step + 1) for one in self._led_to(element)] + [*self._of_rules]
        numbers = _numbers(element.get("d", "")) + _numbers(element.get("points", ""))
        load = _sum(DrawingLoad(1, numbers, int(self._is_clear(element))), inside, led_to)
        self._known[element] = load
        return load

    def _led_to(self, element: Element) -> Iterator[Element]:
        """What is drawn in place of an element, or clips or fills it."""
        names = [value[1:] for value in map(element.get, LINKS) if value and value[:1] == "#"]
        names += _LOCAL.findall(" ".join(element.attrib.values()))
        yield from (self._ids[name] for name in dict.fromkeys(names) if name in self._ids)


def _clear(styles: str) -> Callable[[Element], bool]:
    """Whether an element is partly clear, by its attributes or by a rule for it or for all."""
    rules = [name for name, body in _RULE.findall(styles) if _OPACITY.search(body)]
    classes = {one for name in rules for one in _CLASS.findall(name)}
    every = any(not _CLASS.search(name) for name in rules)

    def is_clear(element: Element) -> bool:
        own = "opacity" in element.attrib or _OPACITY.search(element.get("style", ""))
        return every or bool(own) or not classes.isdisjoint(element.get("class", "").split())

    return is_clear


def _sum(
    own: DrawingLoad, inside: Sequence[DrawingLoad], led_to: Sequence[DrawingLoad]
) -> DrawingLoad:
    drawn = (*inside, *led_to)
    return DrawingLoad(
        own.elements + sum(one.elements for one in drawn),
        own.numbers + sum(one.numbers for one in drawn),
        own.clear + sum(one.clear for one in drawn),
        1 + max((one.levels for one in drawn), default=0),
        max(
            max((one.references for one in inside), default=0),
            max((1 + one.references for one in led_to), default=0),
        ),
    )


def _numbers(text: str) -> int:
    return sum(1 for _ in _DIGITS.finditer(text))


def beyond(value: str) -> str | None:
    """The first number in a value that is too large; None if there is none."""
    return next((one for one in _DIGITS.findall(value) if not float(one) <= LARGEST), None)
