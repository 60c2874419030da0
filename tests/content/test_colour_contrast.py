"""Contrast follows WCAG 2.2, and the shade that is proposed is always dark enough."""

import colorsys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_pack.content.colour_contrast import LEAST_CONTRAST, PANEL, contrast, darker_until

ROOT = Path(__file__).parents[2]
COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#FFFFFF", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_contrast_has_the_values_that_are_published(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@given(COLOURS, COLOURS)
def test_contrast_is_the_same_both_ways_and_from_1_to_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21.001


@given(COLOURS, st.floats(1, 19))
def test_a_darker_shade_always_reaches_the_ratio(colour: str, ratio: float) -> None:
    assert contrast(darker_until(colour, ratio), PANEL) >= ratio


@given(COLOURS.filter(lambda colour: contrast(colour, PANEL) >= LEAST_CONTRAST))
def test_a_colour_that_is_dark_enough_stays_as_it_is(colour: str) -> None:
    assert darker_until(colour, LEAST_CONTRAST) == colour


@pytest.mark.parametrize("colour", ["#4fb3bf", "#ffa500", "#e91e63"])
def test_a_darker_shade_is_only_just_dark_enough_and_of_the_same_hue(colour: str) -> None:
    shade = darker_until(colour, LEAST_CONTRAST)
    assert contrast(shade, PANEL) == pytest.approx(LEAST_CONTRAST, abs=0.15)
    before, after = (
        colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(one[1:])))[0]
        for one in (colour, shade)
    )
    assert after == pytest.approx(before, abs=0.01)


def test_the_panel_is_that_of_the_stylesheet() -> None:
    css = (ROOT / "templates" / "css" / "variables.css").read_text(encoding="utf-8")
    assert f"--panel: {PANEL};" in css
