"""Static weights made from variable fonts; it takes seconds, and always gives the same bytes."""

from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from build_pack.rendering.fonts import arabic_glyphs
from build_pack.rendering.fonts.arabic_glyphs import make_arabic_glyphs


def origin(source: Path) -> str:
    """All that decides on the bytes of a face, but its weight: the font, and how it is made."""
    files = (source, Path(__file__), Path(arabic_glyphs.__file__))
    digests = [sha256(file.read_bytes()).hexdigest() for file in files]
    return " ".join([*digests, version("fonttools")])


def static(source: Path, weight: int, *, whole: bool) -> bytes:
    """One static weight of a variable font, as a file; `whole` as `arabic_glyphs` says."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    made = BytesIO()
    # Without recalcTimestamp the file would hold the time at which it was made.
    with TTFont(source, recalcTimestamp=False) as font:
        # None: what else varies, such as the width, stays as the font has it.
        axes = dict.fromkeys((axis.axisTag for axis in font["fvar"].axes), None)
        limits = axes | {"wght": weight}
        instantiateVariableFont(font, limits, inplace=True, updateFontNames=True)
        if whole:
            make_arabic_glyphs(font)
        font.save(made)
    return made.getvalue()
