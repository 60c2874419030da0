"""How much of each kind of file is read: far more than any clinic needs, and still read in moments.

Each number is here once, in the message of the file that is beyond it, and in docs/clinics.md.
"""

from collections.abc import Iterable, Iterator

from build_pack.problems import Problem

BYTES = 2_000_000
"""Of a file that a person writes; the largest of ours has 77,000."""
LEDGER_BYTES = 100_000_000
"""Of a ledger, which only grows, and of the texts of one signature; a line has some 400."""
PDF_BYTES = 500_000_000
"""Of a PDF to verify; `all.pdf` of 200 visits has 60,000,000."""
RECORD_CHARACTERS = 1_000_000
"""Of what a PDF says of itself; the record of a document has 1,000."""
VALUES = 40_000
"""In one YAML or JSON file; the medicines of the sample clinic have 1,800."""
NESTING = 30
"""Levels inside each other in a YAML, JSON or TOML file; a leaflet needs nine."""
CHARACTERS = 20_000
"""Of one value or key of a YAML or JSON file; abstracts of references have some thousands."""
ENTRIES = 20_000
"""In one catalog; the largest of ours has 400."""
COLUMNS = 200
"""In a list of visits; it needs eleven."""
CELL_CHARACTERS = 5_000
"""In a cell of a list of visits."""
CSS_NUMBER = 100_000
"""In a stylesheet; of what is far larger WeasyPrint or Pango crashes."""
MEDICINES_CHARACTERS = 3_000
"""Of all medicines of one visit; twenty with strength and schedule have some 600."""
MEDICINES = 60
"""Of one visit."""
MERGED = 2_000
"""Merged cells, and descriptions of columns, of one sheet of a list."""
FAULTS = 200
"""Problems that are listed; the rest are counted."""


def listed(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The first problems of one file, and how many more there are as one.

    A file of nonsense would have more of them than anybody reads.
    """
    more, last = 0, None
    for number, problem in enumerate(problems):
        if number < FAULTS:
            yield problem
            last = problem
        else:
            more += 1
    if last and more:
        yield further(last, more)


def further(last: Problem, more: int) -> Problem:
    """That a file has more faults than those that are listed."""
    message = f"The file has {more:,} more problems below, which are not listed."
    hint = f"Fix the {FAULTS} listed problems, then run the command again."
    return Problem(last.code, last.place, message, hint)
