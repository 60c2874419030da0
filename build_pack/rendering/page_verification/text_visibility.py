"""Whether each line can be read: drawn, inside the page, large enough, dark enough, uncovered."""

from collections.abc import Iterator, Sequence
from typing import Any

from build_pack.rendering.page_verification.drawn_lines import LOW_LETTER, DrawnLine
from build_pack.rendering.page_verification.expected_page import ExpectedPage
from build_pack.rendering.page_verification.page_content import PageText, TextStyle
from build_pack.rendering.page_verification.tokens import INVISIBLE
from build_pack.rendering.pdf.page_pixels import NOWHERE, SCALE, PagePixels

LEAST_CONTRAST = 4.5
_LEAST_SIZE, _LEAST_LARGE = 9.0, 14.0
"""In points, and in large print. The program's own styles keep 12 and 16."""
_MOST_PALE = 0.04
"""The share of the ground behind small letters that may be too much like their ink."""
_MOST_COVERED = 0.35
"""The share of the ink that may be covered of a piece as wide as the font is large."""
_LETTERS, _WORDS = (-0.05, 0.3), (-0.1, 2.0)
"""Further space between letters and between words, in sizes of the font."""
_BOLD = 600
"""The least weight of what is to be bold."""
_UNDERLINE = (0.5, 0.15)
"""How far below its words a line may be, and how thick, in sizes of the font."""
_SPECK = 4
"""Pixels that nobody misses."""
_SAME = 8
"""Shades between a colour and what is seen of it."""
_DARK = 0.04045
"""Where the curve of sRGB begins."""
_SLACK = 1.5
"""Pixels of the layout by which letters may be cut off: nobody sees less."""


def line_fault(line: DrawnLine, page: PagePixels, wanted: ExpectedPage) -> str:
    """What is wrong with a line, as the end of a sentence; empty if nothing is."""
    if line.is_faint:
        return "is too faint"
    return (
        _shape(line, large_print=wanted.large_print)
        or _style(line, wanted)
        or _place(line, page)
        or _looks(line, page)
    )


def _shape(line: DrawnLine, *, large_print: bool) -> str:
    if line.size < (_LEAST_LARGE if large_print else _LEAST_SIZE) - 0.05:
        return f"is set in {line.size:.1f} pt, which is too small"
    if not line.is_upright:
        return "is turned, mirrored or stretched"
    return "is cut off" if line.is_cut else ""


def _style(line: DrawnLine, wanted: ExpectedPage) -> str:
    for text in line.texts:
        style = text.style
        if style.direction not in wanted.directions:
            return "runs in the wrong direction"
        if style.font_weight < _BOLD and _is_strong(text, wanted.strong):
            return "is not bold"
        if _is_crossed_out(style):
            return "is struck through"
        if not _LETTERS[0] <= style.letter_spacing / style.font_size <= _LETTERS[1]:
            return "has letters too close together or too far apart"
        if not _WORDS[0] <= style.word_spacing / style.font_size <= _WORDS[1]:
            return "has words too close together or too far apart"
    is_plain = all(variant in _PLAIN for text in line.texts for variant in text.style.variants)
    return "" if is_plain else "is set in different letter shapes"


def _is_strong(text: PageText, strong: set[int]) -> bool:
    letters = "".join(text.words.translate(INVISIBLE).split())
    return text.at >= 0 and not strong.isdisjoint(range(text.at, text.at + len(letters)))


def _is_crossed_out(style: TextStyle) -> bool:
    """Whether a line goes through the words, or near them and thick."""
    if not style.decoration:
        return False
    lowest, thickest = (share * style.font_size for share in _UNDERLINE)
    return (
        "line-through" in style.decoration
        or not 0 <= style.underline_offset <= lowest
        or style.decoration_thickness > thickest
    )


_PLAIN = ("normal", ("tabular-nums",), ("lining-nums",), ("lining-nums", "tabular-nums"))
"""Shapes of letters that are read like those without a name."""


def _place(line: DrawnLine, page: PagePixels) -> str:
    left, top, right, bottom = line.band
    if left < 0 or top < 0 or right > page.width or bottom > page.height:
        return "is outside the page"
    for text in line.texts:
        if text.clip is None:
            continue
        left, top, right, bottom = text.clip
        inside = (
            left - _SLACK <= text.left
            and top - _SLACK <= text.baseline - LOW_LETTER * text.style.font_size
            and text.left + text.width <= right + _SLACK
            and text.baseline <= bottom + _SLACK
        )
        if not inside:
            return "is cut off"
    return ""


def _looks(line: DrawnLine, page: PagePixels) -> str:
    whole, band = _pixels(line.whole, page), _pixels(line.band, page)
    inks = _shades(page.ink.crop(whole))
    if not inks:
        return "" if not any(map(str.isalnum, _words(line))) else "cannot be seen"
    ground = _shades(page.ground.crop(band))
    shade = max(inks, key=lambda one: inks[one])
    ink = _luminance(line.colour, shade)
    alike = sum(
        count for tone, count in ground.items() if _contrast(ink, _LINEAR[tone]) < LEAST_CONTRAST
    )
    if alike > _MOST_PALE * max(sum(ground.values()), 1):
        return "has almost the same colour as its background, or a line through it"
    if page.covered is not None and _is_covered(line, page, whole):
        return "is covered"
    return ""


def _is_covered(line: DrawnLine, page: PagePixels, whole: tuple[int, int, int, int]) -> bool:
    """Whether a piece of the line as wide as its letters are high has lost much of its ink."""
    hidden = page.covered.crop(whole)
    if not hidden.getbbox():
        return False
    step = max(round(line.size * SCALE), 1)
    mask, width = page.mask.crop(whole), hidden.size[0]
    for start in range(0, width, step):
        piece = (start, 0, min(start + step, width), hidden.size[1])
        lost, there = (_count(one.crop(piece)) for one in (hidden, mask))
        if lost > _SPECK and lost > _MOST_COVERED * there:
            return True
    return False


def _count(mask: Any) -> int:
    return int(mask.histogram()[255])


def _shades(picture: Any) -> dict[int, int]:
    return {shade: count for count, shade in picture.getcolors() if shade != NOWHERE}


def _pixels(
    place: tuple[float, float, float, float], page: PagePixels
) -> tuple[int, int, int, int]:
    left, top, right, bottom = (round(edge * SCALE) for edge in place)
    width, height = page.whole.size
    left, top = min(max(left, 0), width - 1), min(max(top, 0), height - 1)
    return left, top, max(min(right, width), left + 1), max(min(bottom, height), top + 1)


def _words(line: DrawnLine) -> str:
    return "".join(text.words for text in line.texts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK else ((part + 0.055) / 1.055) ** 2.4


_LINEAR = [_linear(shade / 255) for shade in range(256)]


def _luminance(colour: Sequence[float], shade: int) -> float:
    """How bright ink is: by its colour, or by what is seen of it where that is another shade."""
    red, green, blue = (min(max(part, 0.0), 1.0) for part in colour[:3])
    if abs(255 * (0.299 * red + 0.587 * green + 0.114 * blue) - shade) > _SAME:
        return _LINEAR[shade]
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _contrast(one: float, other: float) -> float:
    darker, brighter = sorted((one, other))
    return (brighter + 0.05) / (darker + 0.05)


def overlapping_lines(lines: list[DrawnLine]) -> Iterator[DrawnLine]:
    """Lines of one page that are on others."""
    ordered = sorted((one for one in lines if not one.is_faint), key=lambda line: line.band[1])
    for index, line in enumerate(ordered):
        left, top, right, bottom = line.band
        for other in ordered[index + 1 :]:
            if other.band[1] >= bottom:
                break
            across = min(right, other.right) - max(left, other.left)
            down = min(bottom, other.band[3]) - other.band[1]
            least = min((right - left) * (bottom - top), _area(other.band))
            if across > 0 and across * down > 0.2 * least:
                yield line


def _area(place: tuple[float, float, float, float]) -> float:
    return (place[2] - place[0]) * (place[3] - place[1])
