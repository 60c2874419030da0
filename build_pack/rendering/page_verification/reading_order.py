"""Whether texts stand on the page in the order in which they are to be read."""

from collections.abc import Iterator
from itertools import pairwise

from build_pack.rendering.page_verification.drawn_lines import DrawnLine

_SLACK = 2.0
"""Points that nobody sees."""


def out_of_order(lines: list[DrawnLine], *, rtl: bool) -> Iterator[DrawnLine]:
    """Lines of one page that stand before the line that goes before them.

    The next line is below the one before it, or beside it in the direction of reading; after a
    cell of a table, which may be as high as several rows, below its first line.
    """
    lines = [line for line in lines if not line.is_faint]
    start = lines[0].baseline if lines else 0.0
    for before, line in pairwise(lines):
        if line.texts[0].line is before.texts[-1].line:
            continue
        same = line.texts[0].block is before.texts[0].block
        below = line.baseline > (before.baseline if same else start) + _SLACK
        start = start if same else line.baseline
        from_left = not rtl or line.texts[0].is_turned
        beside = (from_left and line.left >= before.right - _SLACK) or (
            rtl and line.right <= before.left + _SLACK
        )
        if not below and not beside:
            yield line
