"""Lengths on paper: pixels of a layout, points of a PDF, millimetres."""

PIXELS_PER_MM = 96 / 25.4
POINTS_PER_PIXEL = 0.75
