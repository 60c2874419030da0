"""All kinds of faults, in the order of the table."""

from benchmarks.faults.kind import Kind
from benchmarks.faults.kinds.language import LANGUAGES
from benchmarks.faults.kinds.marks import CITATION_MOVED, CITATIONS, VALUES
from benchmarks.faults.kinds.meaning import MEANINGS
from benchmarks.faults.kinds.medicines import MEDICINES, MISSPELT
from benchmarks.faults.kinds.negation import MOVED, NEGATIONS
from benchmarks.faults.kinds.numbers import EXCHANGED, NUMBERS
from benchmarks.faults.kinds.senses import SENSES
from benchmarks.faults.kinds.sentence import SENTENCES
from benchmarks.faults.kinds.states import STATES
from benchmarks.faults.kinds.units import UNITS
from benchmarks.faults.kinds.writing import WRITING

KINDS: tuple[Kind, ...] = (
    *NUMBERS,
    *UNITS,
    *MEDICINES,
    *NEGATIONS,
    *CITATIONS,
    EXCHANGED,
    MOVED,
    CITATION_MOVED,
    MISSPELT,
    *MEANINGS,
    *SENSES,
    *VALUES,
    *STATES,
    *LANGUAGES,
    *SENTENCES,
    *WRITING,
)
