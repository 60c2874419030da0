"""How each text stands with those who have to sign it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from build_pack.approvals.ledger import Signature
from build_pack.approvals.text import Text

Key = tuple[str, str, str]
"""Locale, id and digest of a text."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One text, and what it still needs."""

    text: Text
    lacking: tuple[str, ...]
    """Roles in which nobody has signed these very words."""
    expired: tuple[str, ...]
    """Roles in which someone had, for a time that is over."""
    until: date | None
    """The last day of an approved text; None if it has none, or is not approved."""
    changed: bool
    """Whether other words of it were signed before, and these by nobody."""

    @property
    def approved(self) -> bool:
        """Whether everyone who has to has signed these words, and it still holds."""
        return not self.lacking and not self.expired


class Register:
    """All signatures of a ledger, found by the texts that they sign."""

    def __init__(
        self, signatures: Iterable[Signature], whole: Iterable[Signature] | None = None
    ) -> None:
        """Take the signatures that count; `whole` is the ledger with those that do not."""
        signatures = tuple(signatures)
        self._by_text: dict[Key, list[Signature]] = defaultdict(list)
        for signature in signatures:
            for name, found in signature.digests():
                self._by_text[signature.line.locale, name, found].append(signature)
        self._last: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
        for signature in signatures if whole is None else whole:
            for name, words in signature.texts.items():
                self._last[signature.line.locale, name][signature.line.role] = words

    def standing(self, text: Text, roles: Sequence[str], today: date) -> Standing:
        """How a text stands on a day with those who sign in `roles`."""
        signatures = self.of(text)
        valid = {
            role: [s for s in _in(signatures, role) if s.line.holds_on(today)] for role in roles
        }
        open_roles = [role for role in roles if not valid[role]]
        expired = tuple(role for role in open_roles if any(_in(signatures, role)))
        lacking = [role for role in open_roles if role not in expired]
        chosen = None if open_roles else _by_different_people([valid[role] for role in roles])
        if not open_roles and chosen is None:
            lacking = [roles[-1]]
        words = (text.source, text.target)
        changed = any(self.last_words(text, role) not in {None, words} for role in lacking)
        return Standing(text, tuple(lacking), expired, _until(chosen or ()), changed)

    def of(self, text: Text) -> tuple[Signature, ...]:
        """The signatures on exactly these words; of each person in each role the last one.

        Words that were signed once, and others after them in that role, do not count any more: what
        was corrected does not come back unseen.
        """
        words, last = (text.source, text.target), self._last.get((text.locale, text.id), {})
        signed = self._by_text.get((text.locale, text.id, text.digest), [])
        found = [one for one in signed if last[one.line.role] == words]
        return tuple(one for at, one in enumerate(found) if not _is_replaced(one, found[at + 1 :]))

    def last_words(self, text: Text, role: str) -> tuple[str, str] | None:
        """Source and target of a text as they were signed last in a role."""
        return self._last.get((text.locale, text.id), {}).get(role)


def standings(
    texts: Iterable[Text], register: Register, roles: Sequence[str], today: date
) -> tuple[Standing, ...]:
    """How all texts stand."""
    return tuple(register.standing(text, roles, today) for text in texts)


def _is_replaced(one: Signature, later: Iterable[Signature]) -> bool:
    return any(one.line.role == other.line.role and one.line.is_of(other.line) for other in later)


def _in(signatures: Iterable[Signature], role: str) -> Iterator[Signature]:
    return (signature for signature in signatures if signature.line.role == role)


def _by_different_people(
    choices: Sequence[Sequence[Signature]],
) -> tuple[Signature, ...] | None:
    """One signature for each role, no two of one person, that hold longest; or None."""
    possible = [chosen for chosen in product(*choices) if not _share_a_person(chosen)]
    return max(possible, key=lambda chosen: _until(chosen) or date.max, default=None)


def _share_a_person(signatures: Iterable[Signature]) -> bool:
    return any(one.line.is_of(other.line) for one, other in combinations(signatures, 2))


def _until(signatures: Iterable[Signature]) -> date | None:
    return min((s.line.until for s in signatures if s.line.until), default=None)


def approved_by(
    standings_: Iterable[Standing], register: Register, today: date
) -> Mapping[str, tuple[str, ...]]:
    """Who signed, by role: the names of all whose signatures approved texts rest on."""
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for standing in standings_:
        for signature in register.of(standing.text):
            if standing.approved and signature.line.holds_on(today):
                names[signature.line.role][signature.line.person] = None
    return {role: tuple(found) for role, found in names.items()}
