"""What each text still needs from those who have to sign it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from build_pack.approvals.approval_text import ApprovalText
from build_pack.approvals.ledger.ledger_file import Signature
from build_pack.approvals.ledger.line import LedgerLine


@dataclass(frozen=True, slots=True)
class ApprovalStatus:
    """One text, and what it still needs."""

    text: ApprovalText
    lacking: tuple[str, ...]
    """Roles in which no one has signed these very words."""
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


class SignatureRegister:
    """All signatures of a ledger, found by the texts that they sign."""

    def __init__(
        self, signatures: Iterable[Signature], whole: Iterable[Signature] | None = None
    ) -> None:
        """Take the signatures that count; `whole` is the ledger with those that do not.

        A line that does not count may take an approval away, and never gives one.
        """
        signatures = tuple(signatures)
        self._counting = {one.raw for one in signatures}
        self._lines: dict[tuple[str, str], list[Signature]] = defaultdict(list)
        for one in signatures if whole is None else whole:
            for name in one.texts:
                self._lines[one.line.locale, name].append(one)

    def standing(self, text: ApprovalText, roles: Sequence[str], today: date) -> ApprovalStatus:
        """What a text still needs on a day from those who sign in `roles`."""
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
        return ApprovalStatus(text, tuple(lacking), expired, _until(chosen or ()), changed)

    def of(self, text: ApprovalText) -> tuple[Signature, ...]:
        """The signatures on exactly these words; of each person in each role the last one.

        What was signed before somebody signed other words in that role does not count any more:
        what was corrected does not come back unseen, also if these words are signed once more.
        """
        words, since, replaced = (text.source, text.target), list[Signature](), set[str]()
        for one in reversed(self._lines_of(text)):
            if one.texts[text.id] != words:
                replaced.add(one.line.role)
            elif one.line.role not in replaced:
                since.insert(0, one)
        last = (one for at, one in enumerate(since) if not _is_replaced(one, since[at + 1 :]))
        return tuple(one for one in last if one.raw in self._counting)

    def line_by(self, person: LedgerLine, text: ApprovalText) -> LedgerLine | None:
        """The line in which the person of another one has signed these words in its role."""
        lines = (one.line for one in _in(self.of(text), person.role))
        return next((line for line in lines if line.is_of(person)), None)

    def signed_in(self, role: str, text: ApprovalText) -> bool:
        """Whether somebody's signature on exactly these words counts in a role."""
        return any(_in(self.of(text), role))

    def last_words(self, text: ApprovalText, role: str) -> tuple[str, str] | None:
        """Source and target of a text as signatures that count have them last in a role."""
        lines = (one for one in reversed(self._lines_of(text)) if one.raw in self._counting)
        return next((one.texts[text.id] for one in _in(lines, role)), None)

    def _lines_of(self, text: ApprovalText) -> Sequence[Signature]:
        """All that sign some words of it in its language, in their order."""
        return self._lines.get((text.locale, text.id), ())


def standings(
    texts: Iterable[ApprovalText], register: SignatureRegister, roles: Sequence[str], today: date
) -> tuple[ApprovalStatus, ...]:
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
    standings_: Iterable[ApprovalStatus], register: SignatureRegister, today: date
) -> Mapping[str, tuple[str, ...]]:
    """Who signed, by role: the names of all whose signatures approved texts rest on."""
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for standing in standings_:
        for signature in register.of(standing.text):
            if standing.approved and signature.line.holds_on(today):
                names[signature.line.role][signature.line.person] = None
    return {role: tuple(found) for role, found in names.items()}
