"""All checks by name, in the order in which they are listed; their codes are in `check_codes`."""

from build_pack.checks.check_types import CatalogCheck, LeafletCheck, TextCheck
from build_pack.checks.consent_standards import STANDARD_OPEN
from build_pack.checks.guidance.advice_table import GUIDANCE
from build_pack.checks.own_answers import OWN_ANSWERS
from build_pack.checks.print.checked_document import PrintCheck
from build_pack.checks.print.print_checks import PRINT_CHECKS
from build_pack.checks.readability.hard_passages import TEXT_HARD
from build_pack.checks.reference_age import REFERENCE_OLD
from build_pack.checks.reference_identifiers import IDENTIFIERS
from build_pack.checks.reference_verification import UNVERIFIED
from build_pack.checks.review_dates import REVIEW_OVERDUE, REVIEW_SOON
from build_pack.checks.translation.addresses import ADDRESSES
from build_pack.checks.translation.body_parts import BODY
from build_pack.checks.translation.citations import CITATIONS, CITATIONS_UNSURE
from build_pack.checks.translation.conditions import CONDITIONS
from build_pack.checks.translation.consistency import CONSISTENCY
from build_pack.checks.translation.doubled_words import DOUBLED
from build_pack.checks.translation.duties import DUTIES
from build_pack.checks.translation.enumerations import ENUMERATIONS
from build_pack.checks.translation.final_punctuation import ENDINGS
from build_pack.checks.translation.foreign_words import FOREIGN
from build_pack.checks.translation.glossary_terms import TERMS
from build_pack.checks.translation.language_detection import LANGUAGE
from build_pack.checks.translation.lengths import LENGTHS
from build_pack.checks.translation.lost_letters import LETTERS
from build_pack.checks.translation.medicine_names import MEDICINE_NAMES, MEDICINES
from build_pack.checks.translation.misplaced_texts import EXCHANGED, REPEATED
from build_pack.checks.translation.negation import NEGATION, NEGATION_UNSURE
from build_pack.checks.translation.numbers import NUMBERS
from build_pack.checks.translation.opposites import OPPOSITES
from build_pack.checks.translation.placeholder_suffixes import SUFFIXES
from build_pack.checks.translation.placeholders import PLACEHOLDERS
from build_pack.checks.translation.sentence_count import SENTENCES
from build_pack.checks.translation.sheet_words import SHEET_WORDS, SHEET_WORDS_UNREAD
from build_pack.checks.translation.spacing import SPACING
from build_pack.checks.translation.tags import TAGS
from build_pack.checks.translation.time_relations import TIMES
from build_pack.checks.translation.units import UNITS
from build_pack.checks.translation.unsafe_dose_notation import DOSES
from build_pack.checks.translation.untranslated_words import UNTRANSLATED
from build_pack.checks.translation.urgency import URGENCY

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
    OWN_ANSWERS,
    REFERENCE_OLD,
    UNVERIFIED,
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
