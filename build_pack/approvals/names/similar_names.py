"""Names that are nearly those of somebody else: perhaps one person, which only a person can say."""

from collections.abc import Iterable

from build_pack.approvals.names.name_comparison import same_person, words

_LONG = 5
"""From so many letters on, two may be other ones; of two letters or fewer, none."""
_SHORT = 2
_MOST = 6
"""So many names are compared with each other; nobody is called by more."""


def similar_name(name: str, known: Iterable[str]) -> str:
    """The first of the names that is nearly this one; empty if there is none, or one is it."""
    names = tuple(dict.fromkeys(known))
    if any(same_person(name, other) for other in names):
        return ""
    return next((other for other in names if is_similar(name, other)), "")


def is_similar(one: str, other: str) -> bool:
    """Whether two names differ by a letter or two, by initials, or by a name that one has more."""
    short, long = sorted((words(one), words(other)), key=len)
    fits = len(long) <= _MOST and _fits(short, long)
    return fits or _joined_is_near(short, long)


def _fits(short: tuple[str, ...], long: tuple[str, ...], *, whole: bool = False) -> bool:
    """Whether each name of one is near to another one of the other; not all by their initials."""
    if not short:
        return whole
    first, rest = short[0], short[1:]
    return any(
        (_is_slip(first, word) and _fits(rest, _without(long, at), whole=True))
        or (_is_initial(first, word) and _fits(rest, _without(long, at), whole=whole))
        for at, word in enumerate(long)
    )


def _without(words_: tuple[str, ...], at: int) -> tuple[str, ...]:
    return words_[:at] + words_[at + 1 :]


def _is_initial(one: str, other: str) -> bool:
    return 1 in {len(one), len(other)} and one[:1] == other[:1]


def _is_slip(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    shorter = min(len(one), len(other))
    return OSA.distance(one, other) <= (2 if shorter >= _LONG else shorter > _SHORT)


def _joined_is_near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether they are near with the names in one word: `Ayşegül` and `Ayşe Gul`."""
    from rapidfuzz.distance import OSA

    joined = ["".join(sorted(each)) for each in (one, other)] + ["".join(one), "".join(other)]
    return len(one) != len(other) and any(
        OSA.distance(joined[at], joined[at + 1]) <= 2  # noqa: PLR2004 - a letter or two
        for at in (0, 2)
    )
