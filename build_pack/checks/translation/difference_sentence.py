"""What one side of a pair has and the other has not, as a sentence."""

from collections.abc import Collection


def difference_sentence(verb: str, missing: Collection[str], extra: Collection[str]) -> str:
    """What only the source and only the translation “says”, “has” or “names”; one of them is."""
    ours, theirs = " and ".join(missing), " and ".join(extra)
    if not extra:
        return f"The source {verb} {ours}; the translation does not."
    if not missing:
        return f"The translation {verb} {theirs}; the source does not."
    return f"The source {verb} {ours}; the translation {verb} {theirs}."
