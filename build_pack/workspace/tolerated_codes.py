"""Problems of texts that are not ready, with which a draft may be printed all the same."""

from build_pack.checks.check_codes import CHECK_CODES

UNREADY = frozenset({
    "translation-missing",
    "translation-stale",
    "translation-fuzzy",
    "placeholder-mismatch",
    "citation-mismatch",
    "markup-mismatch",
    "text-missing",
})  # fmt: skip
"""Codes of the problems that say that one text is not ready."""

TOLERATED_IN_DRAFTS = frozenset({*UNREADY, "decision-expired", "text-overflow", *CHECK_CODES})
"""Codes of the problems with which a draft is printed all the same, marked as one."""
