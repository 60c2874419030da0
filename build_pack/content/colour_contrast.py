"""Contrast of two colours by WCAG 2.2 (relative luminance and contrast ratio)."""

import colorsys

PANEL = "#f2f5f6"
"""The darkest surface under a clinic's colour: `--panel` of `templates/css/variables.css`."""
LEAST_CONTRAST = 7.0
"""For all that is read: WCAG 2.2, level AAA for text."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def darker_until(colour: str, ratio: float) -> str:
    """The nearest darker shade of `colour` whose contrast with panels is at least `ratio`."""
    red, green, blue = (part / 255 for part in _parts(colour))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    while contrast(colour, PANEL) < ratio and lightness > 0:
        lightness -= 0.001  # finer than the steps of the colour's parts
        parts = colorsys.hls_to_rgb(hue, max(lightness, 0.0), saturation)
        colour = "#" + "".join(f"{round(part * 255):02x}" for part in parts)
    return colour


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    low = 0.04045
    return part / 12.92 if part <= low else ((part + 0.055) / 1.055) ** 2.4
