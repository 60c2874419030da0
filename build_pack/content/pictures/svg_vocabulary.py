"""What an SVG file may hold: the elements, attributes and properties that are printed right.

Found by drawing each with WeasyPrint 70 and holding it against another renderer. What is in no
table here is refused, so that a feature no one has tried is never left out in silence.
"""

import re

OUTLINES = "Convert text to paths in the drawing program: the pack does not have its font."
FLATTEN = "Flatten it into simple shapes in the drawing program, or export the picture as a PNG."
PLAIN = 'Export it again as "plain SVG", or as a PNG.'
_STILL = "Export a still picture without it."

SHAPES = frozenset({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect"})
GRADIENTS = frozenset({"linearGradient", "radialGradient"})
ELEMENTS = frozenset({
    *SHAPES, *GRADIENTS, "clipPath", "defs", "desc", "g", "image", "metadata", "stop", "style",
    "svg", "symbol", "title", "use",
})  # fmt: skip
WORDS_ONLY = frozenset({"desc", "metadata", "title"})
"""Elements whose words are never drawn; of what else is in them WeasyPrint draws what it knows."""

FEATURES = {
    "a": ("a link", "Remove the link in the drawing program; the shapes in it can stay."),
    "text": ("text", OUTLINES),
    "tspan": ("text", OUTLINES),
    "textPath": ("text", OUTLINES),
    "tref": ("text", OUTLINES),
    "flowRoot": ("text", OUTLINES),
    "font": ("a font", OUTLINES),
    "font-face": ("a font", OUTLINES),
    "mask": ("a mask", FLATTEN),
    "filter": ("a filter effect, such as a shadow", FLATTEN),
    "pattern": ("a pattern fill", FLATTEN),
    "marker": ("a marker, such as an arrowhead", FLATTEN),
    "mesh": ("a mesh gradient", FLATTEN),
    "meshgradient": ("a mesh gradient", FLATTEN),
    "foreignObject": ("a part that is not SVG", PLAIN),
    "switch": ("alternative content", PLAIN),
    "script": ("a script", _STILL),
    "animate": ("an animation", _STILL),
    "animateColor": ("an animation", _STILL),
    "animateMotion": ("an animation", _STILL),
    "animateTransform": ("an animation", _STILL),
    "set": ("an animation", _STILL),
}
"""Elements that are refused, with the feature's name and what to do."""

DRAWN = (ELEMENTS - WORDS_ONLY) | FEATURES.keys()
"""Names that mean something to WeasyPrint, wherever and in whichever namespace they stand."""

GEOMETRY = frozenset({
    "cx", "cy", "d", "fr", "fx", "fy", "height", "offset", "points", "r", "rx", "ry", "width",
    "x", "x1", "x2", "y", "y1", "y2",
})  # fmt: skip
LENGTHS = GEOMETRY - {"d", "points"}

ATTRIBUTES = GEOMETRY | {
    "baseProfile", "class", "clipPathUnits", "contentScriptType", "contentStyleType", "focusable",
    "gradientTransform", "gradientUnits", "href", "id", "lang", "media", "preserveAspectRatio",
    "role", "space", "spreadMethod", "style", "tabindex", "transform", "type", "version",
    "viewBox", "zoomAndPan",
}  # fmt: skip

_UNITS = re.compile("userSpaceOnUse|objectBoundingBox")
WORDED = {
    "clipPathUnits": _UNITS,
    "gradientUnits": _UNITS,
    "preserveAspectRatio": re.compile(r"none|xM(in|id|ax)YM(in|id|ax)( (meet|slice))?"),
    "spreadMethod": re.compile("pad"),
}
"""Attributes of which each value is known. A gradient that repeats does so without end."""

# Possessive throughout: a number is never taken apart in another way, however long the path.
_N = r"[-+]?+(?:\d++\.?+\d*+|\.\d++)(?:[eE][-+]?+\d++)?+[\s,]*+"
PATH = re.compile(
    rf"\s*+(?:[Mm]\s*+(?:{_N}{_N})++(?:[Zz]\s*+|[HhVv]\s*+(?:{_N})++|[MmLlTt]\s*+(?:{_N}{_N})++"
    rf"|[SsQq]\s*+(?:(?:{_N}){{4}})++|[Cc]\s*+(?:(?:{_N}){{6}})++"
    rf"|[Aa]\s*+(?:(?:{_N}){{3}}[01][\s,]*+[01][\s,]*+{_N}{_N})++)*+)?+",
    re.ASCII,
)
"""The grammar of SVG 1.1, 8.3.9; WeasyPrint never ends with a letter that is none of these."""
POINTS = re.compile(rf"\s*+(?:{_N})*+", re.ASCII)
_NUMBER = r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[-+]?[0-9]+)?"
LENGTH = re.compile(rf"{_NUMBER}(px|pt|pc|mm|cm|in|q|em|ex|%)?", re.IGNORECASE | re.ASCII)
_SHARE = re.compile(rf"{_NUMBER}%?", re.IGNORECASE | re.ASCII)
_DASHES = re.compile(rf"none|{LENGTH.pattern}([\s,]+{LENGTH.pattern})*", re.IGNORECASE | re.ASCII)
TRANSFORMS = re.compile(
    rf"((matrix|translate|scale|rotate|skewX|skewY)\s*\(({_NUMBER}|[\s,])*\)[\s,]*)*",
    re.ASCII,
)

COLOURS = frozenset({"color", "fill", "stop-color", "stroke"})
VALUES = {
    "fill-opacity": _SHARE,
    "opacity": _SHARE,
    "stop-opacity": _SHARE,
    "stroke-opacity": _SHARE,
    "fill-rule": re.compile("nonzero|evenodd"),
    "clip-rule": re.compile("nonzero|evenodd"),
    "stroke-width": LENGTH,
    "stroke-dashoffset": LENGTH,
    "stroke-dasharray": _DASHES,
    "stroke-linecap": re.compile("butt|round|square"),
    "stroke-linejoin": re.compile("miter|round|bevel"),
    "stroke-miterlimit": re.compile(_NUMBER),
    "display": re.compile("[a-z-]+"),
    "visibility": re.compile("visible|hidden"),
}
"""Properties that are printed, and what each may be; beside these any may be `inherit`."""

OFF = {
    "mask": ("none", "a mask", FLATTEN),
    "filter": ("none", "a filter effect, such as a shadow", FLATTEN),
    "marker": ("none", "a marker, such as an arrowhead", FLATTEN),
    "marker-start": ("none", "a marker, such as an arrowhead", FLATTEN),
    "marker-mid": ("none", "a marker, such as an arrowhead", FLATTEN),
    "marker-end": ("none", "a marker, such as an arrowhead", FLATTEN),
    "mix-blend-mode": ("normal", "a blend mode", FLATTEN),
    "background": (
        "none transparent",
        "a background",
        "Draw the background as a rectangle.",
    ),
    "background-color": (
        "transparent",
        "a background",
        "Draw the background as a rectangle.",
    ),
    "color-interpolation": ("sRGB auto", "a different way of mixing colours", FLATTEN),
    "vector-effect": ("none", "lines that are not scaled", FLATTEN),
    "paint-order": ("normal fill", "lines behind their shape", FLATTEN),
    "clip": ("auto", "a clipping rectangle", FLATTEN),
    "transform-origin": ("0 0px", "a transform in CSS", PLAIN),
    "transform": ("none", "a transform in CSS", PLAIN),
    "animation": ("none", "an animation", _STILL),
    "animation-name": ("none", "an animation", _STILL),
}
"""Properties that have to be without effect, by the words that say so."""

SIZED_FONTS = frozenset({"font", "font-size"})
FONT_SIZE = re.compile(
    rf"({LENGTH.pattern}|normal|italic|oblique|bold|bolder|lighter|small-caps|inherit|smaller|larger"
    r"|(xx?-)?(small|large)|medium)(\s.*)?",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
"""How the size of a font begins, by which WeasyPrint measures even where there is no text."""

NEUTRAL = re.compile(
    r"-.*|font.*|text-.*|letter-spacing|word-spacing|line-height|writing-mode|direction|unicode-bidi"
    r"|baseline-shift|(dominant|alignment)-baseline|white-space|kerning|glyph-orientation-.*"
    r"|(shape|image|color|text)-rendering|color-interpolation-filters|color-profile|flood-.*"
    r"|lighting-color|solid-.*|enable-background|isolation|overflow|pointer-events|cursor"
    r"|shape-(inside|padding|margin|subtract)|inline-size|transition.*|user-select|vertical-align"
    r"|margin.*|padding.*|position|float|mask-type|transform-box|will-change|(data|aria)-.*"
)
"""What changes nothing in a picture of shapes alone."""
