"""What two people read to each other before they sign: phones, hours, and the numbers of rules.

No check can compare these: they stand once, in the clinic's own files. Each comes with the words in
which patients read it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_pack.approvals.approval_text import ApprovalText
from build_pack.approvals.double_check_rules import RuleNumbers, key_in_words
from build_pack.content.models.conditions import rank
from build_pack.content.models.medicine_rules import Case, Rule
from build_pack.content.walk_values import walk_values
from build_pack.documents.shared.clinic_view import clinic_view
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.documents.shared.moments_in_words import distance, from_procedure
from build_pack.documents.shared.sources import DocumentSources
from build_pack.planning.moments import PlannedMoment
from build_pack.translation.ui_words import UiWords

_WITHOUT_NUMBERS = frozenset(
    ("outline", "name", "address", "website", "country", "document_prefix", "approvals", "paper")
)
"""Keys of clinic.yaml whose digits decide nothing that a patient does."""
_PROSE = frozenset(("text", "name", "id", "leaflet", "leaflets", "stage", "time_zone"))


@dataclass(frozen=True, slots=True)
class DoubleCheckedNumber:
    """A number that two people compare, and how patients read it."""

    text: str
    """The id of the text that is signed."""
    subject: str
    """Whose number it is: a medicine with the case of its rule, or a part of clinic.yaml."""
    key: str
    value: str
    """As the file has it."""
    words: str
    """Digit by digit, or the sentence that is printed."""


def spelled_out(number: str) -> str:
    """A number digit by digit, its groups apart: `+ 9 0 · 3 1 2`."""
    groups = "".join(sign if sign.isalnum() or sign in "+:–" else " " for sign in number).split()
    return " · ".join(" ".join(group) if group[-1].isdigit() else group for group in groups)


class DoubleCheckReader:
    """Reads out what one clinic says in one language."""

    def __init__(self, sources: DocumentSources, locale: str) -> None:
        self._sources = sources
        self._words = UiWords(sources.catalogs[locale].ui)
        self._formats = LocaleConventions(locale, sources.clinic.country)

    def aloud(self, texts: Iterable[ApprovalText]) -> Iterator[DoubleCheckedNumber]:
        """The numbers of these texts, in their order; of all others, nothing."""
        rules = self._rules()
        for text in texts:
            file, _, name = text.id.rpartition("/")[2].partition(":")
            if file == "clinic.yaml":
                yield from self._clinic(text, name)
            elif file == "medicines.yaml" and name in rules:
                yield from self._rule(text, rules[name])

    def _clinic(self, text: ApprovalText, name: str) -> Iterator[DoubleCheckedNumber]:
        view = clinic_view(self._sources, self._words, self._formats)
        match name.partition(".")[0]:
            case "phones":
                for phone in view.phones:
                    yield _digits(text, "phone", phone.label, phone.number)
            case "emergency_number":
                yield _digits(text, "emergency number", "", view.emergency_number)
            case "hours":
                for hours in view.hours:
                    yield _digits(text, "opening hours", hours.days, hours.times)
            case key if key not in _WITHOUT_NUMBERS:
                yield from self._lines(text, name)

    def _lines(self, text: ApprovalText, name: str) -> Iterator[DoubleCheckedNumber]:
        """Each number of another part of clinic.yaml."""
        for line in text.source.splitlines():
            key, _, value = line.partition(": ") if ": " in line else ("", "", line)
            last = key.rpartition(".")[2]
            if any(map(str.isdigit, value)) and last not in _PROSE:
                yield DoubleCheckedNumber(
                    text.id, name, key_in_words(key), value, self._said(last, value)
                )

    def _said(self, key: str, value: str) -> str:
        """A day or some hours in words; else digit by digit."""
        match key:
            case "day":
                return from_procedure(int(value), self._words, self._formats)
            case "hours" | "food_hours" | "drink_hours":
                hours = int(value) if key == "hours" else -int(value)
                return distance(PlannedMoment(None, hours=hours), self._words, self._formats)
        return spelled_out(value)

    def _rules(self) -> dict[str, Rule]:
        """Each rule by the name of its text."""
        rules = self._sources.rules
        named = ((loc, name) for loc, name, _ in walk_values(rules) if loc[0] == "rules")
        return {".".join(name[:2]): rules.rules[int(loc[1])] for loc, name in named}

    def _rule(self, text: ApprovalText, rule: Rule) -> Iterator[DoubleCheckedNumber]:
        numbers = RuleNumbers(self._words, self._formats)
        for case in rule.instructions():
            if case.when and self._sources.leaflet.id not in (
                case.when.leaflets or [self._sources.leaflet.id]
            ):
                continue
            subject = rule.subject + _condition(case, among=len(rule.cases))
            for number in numbers.of(case):
                yield DoubleCheckedNumber(text.id, subject, *number)


def _digits(text: ApprovalText, subject: str, key: str, value: str) -> DoubleCheckedNumber:
    """A number with plain spaces and hyphens, so that it can be searched for."""
    value = value.replace("\u00a0", " ").replace("\u2011", "-")
    return DoubleCheckedNumber(text.id, subject, key, value, spelled_out(value))


def _condition(case: Case, *, among: int) -> str:
    if case.when is None:
        return ", all others" if among > 1 else ""
    allowed = case.when.allowed
    return "".join(f", {one.words(allowed[one], ' or ')}" for one in sorted(allowed, key=rank))
