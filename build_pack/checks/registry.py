"""All checks by name, in the order in which they are listed."""

from build_pack.checks.addresses import ADDRESSES
from build_pack.checks.body import BODY
from build_pack.checks.check import CatalogCheck, LeafletCheck, TextCheck
from build_pack.checks.citations import CITATIONS, CITATIONS_UNSURE
from build_pack.checks.conditions import CONDITIONS
from build_pack.checks.consistency import CONSISTENCY
from build_pack.checks.doses import DOSES
from build_pack.checks.doubled import DOUBLED
from build_pack.checks.duties import DUTIES
from build_pack.checks.endings import ENDINGS
from build_pack.checks.enumerations import ENUMERATIONS
from build_pack.checks.foreign import FOREIGN
from build_pack.checks.guidance.guidance import GUIDANCE
from build_pack.checks.identifiers import IDENTIFIERS
from build_pack.checks.language import LANGUAGE
from build_pack.checks.lengths import LENGTHS
from build_pack.checks.letters import LETTERS
from build_pack.checks.medicines import MEDICINE_NAMES, MEDICINES
from build_pack.checks.misplaced import EXCHANGED, REPEATED
from build_pack.checks.negation import NEGATION, NEGATION_UNSURE
from build_pack.checks.numbers import NUMBERS
from build_pack.checks.opposites import OPPOSITES
from build_pack.checks.pages.all import PRINT_CHECKS
from build_pack.checks.placeholders import PLACEHOLDERS
from build_pack.checks.printed import PrintCheck
from build_pack.checks.readability.hard import TEXT_HARD
from build_pack.checks.reference_age import REFERENCE_OLD
from build_pack.checks.review import REVIEW_OVERDUE, REVIEW_SOON
from build_pack.checks.sentences import SENTENCES
from build_pack.checks.sheet_words import SHEET_WORDS, SHEET_WORDS_UNREAD
from build_pack.checks.spacing import SPACING
from build_pack.checks.standards import STANDARD_OPEN
from build_pack.checks.suffixes import SUFFIXES
from build_pack.checks.tags import TAGS
from build_pack.checks.terms import TERMS
from build_pack.checks.times import TIMES
from build_pack.checks.units import UNITS
from build_pack.checks.untranslated import UNTRANSLATED
from build_pack.checks.urgency import URGENCY

TEXT_CHECKS: tuple[TextCheck, ...] = (
    NUMBERS,
    UNITS,
    NEGATION,
    NEGATION_UNSURE,
    OPPOSITES,
    DUTIES,
    BODY,
    TIMES,
    URGENCY,
    CONDITIONS,
    MEDICINES,
    CITATIONS,
    CITATIONS_UNSURE,
    ADDRESSES,
    DOSES,
    SHEET_WORDS,
    PLACEHOLDERS,
    TAGS,
    UNTRANSLATED,
    FOREIGN,
    LETTERS,
    SUFFIXES,
    TERMS,
    SENTENCES,
    ENUMERATIONS,
    LENGTHS,
    ENDINGS,
    SPACING,
    DOUBLED,
    LANGUAGE,
)
"""Each text by itself."""

CATALOG_CHECKS: tuple[CatalogCheck, ...] = (
    MEDICINE_NAMES,
    SHEET_WORDS_UNREAD,
    REPEATED,
    EXCHANGED,
    CONSISTENCY,
)
"""The texts of one catalog, held against each other."""

LEAFLET_CHECKS: tuple[LeafletCheck, ...] = (
    STANDARD_OPEN,
    TEXT_HARD,
    GUIDANCE,
    REFERENCE_OLD,
    IDENTIFIERS,
    REVIEW_OVERDUE,
    REVIEW_SOON,
)
"""A leaflet as a whole."""

CHECKS: tuple[TextCheck | CatalogCheck | LeafletCheck | PrintCheck, ...] = (
    *TEXT_CHECKS,
    *CATALOG_CHECKS,
    *LEAFLET_CHECKS,
    *PRINT_CHECKS,
)
"""All of them."""

CHECK_CODES = frozenset(check.id for check in CHECKS)
