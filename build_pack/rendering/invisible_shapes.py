"""Shapes of a picture that white paper swallows: white, or nearly, with nothing around them."""

from build_pack.rendering.picture_fidelity import on_white, reference_picture

_ACROSS = 120
"""Pixels at the longer side of what is looked at."""
_SOLID = 128
"""From here on a pixel is more shape than paper, of 255."""
_PALE = 226
"""Brightness from which a colour has a contrast below 1.3 to paper, of 255."""
_LEAST = 0.03
"""The share of all shapes from which it is worth a word."""


def invisible_share(content: bytes, *, vector: bool) -> float:
    """Which part of a picture's shapes does not show on paper, from 0 to 1.

    A white letter on a coloured ground shows, and so does a coloured shape with a white rim.
    """
    picture = reference_picture(content, vector=vector)
    picture = picture.reduce(max(1, max(picture.size) // _ACROSS))
    if on_white(picture).convert("L").getextrema()[0] >= _PALE:
        return 1.0
    alpha, light = picture.getchannel("A").tobytes(), picture.convert("L").tobytes()
    shapes = {at for at, opacity in enumerate(alpha) if opacity >= _SOLID}
    swallowed = 0
    for shape in _apart(shapes, picture.width):
        if all(light[at] >= _PALE for at in shape):
            swallowed += len(shape)
    share = swallowed / max(len(shapes), 1)
    return share if share >= _LEAST else 0.0


def _apart(pixels: set[int], width: int) -> list[list[int]]:
    """The pixels of each shape that touches no other."""
    left, found = set(pixels), []
    while left:
        shape = [left.pop()]
        for at in shape:  # it grows while it is walked through
            column = at % width
            near = [at - width, at + width]
            near += [at - 1] if column else []
            near += [at + 1] if column < width - 1 else []
            for one in near:
                if one in left:
                    left.remove(one)
                    shape.append(one)
        found.append(shape)
    return found
