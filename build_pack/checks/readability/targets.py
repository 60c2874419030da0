"""By what each language is judged: its formula, what is aimed at, and what is too hard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from build_pack.checks.readability.formulas import (
    TextCounts,
    atesman,
    bezirci_yilmaz,
    flesch_kincaid_grade,
    flesch_reading_ease,
    smog,
)
from build_pack.checks.readability.syllables import syllables_en, syllables_tr
from build_pack.problems import Severity

Formula = Callable[[TextCounts], float]


@dataclass(frozen=True, slots=True)
class ReadabilityTarget:
    """A formula and its bounds, in which a text that is just on one is still good."""

    name: str
    """What its figure is called in a sentence."""
    formula: Formula
    aim: float
    limit: float
    rises: bool
    """Whether a higher figure means a harder text."""
    syllables: Callable[[str], int]
    besides: Mapping[str, Formula]
    """Other formulas by name, which are told and not judged."""

    def hardness(self, measure: TextCounts) -> float:
        """A figure that is higher for a harder text."""
        figure = self.formula(measure)
        return figure if self.rises else -figure

    def severity(self, measure: TextCounts) -> Severity | None:
        """How bad a text is, by its figure as it is told, with one decimal."""
        sign = 1 if self.rises else -1
        figure = sign * round(self.formula(measure), 1)
        if figure > sign * self.limit:
            return Severity.ERROR
        return Severity.WARNING if figure > sign * self.aim else None


YARDSTICKS: dict[str, ReadabilityTarget] = {
    "en": ReadabilityTarget(
        name="Flesch–Kincaid grade",
        formula=flesch_kincaid_grade,
        aim=6,
        limit=8,
        rises=True,
        syllables=syllables_en,
        besides={"Flesch reading ease": flesch_reading_ease, "SMOG grade": smog},
    ),
    "tr": ReadabilityTarget(
        name="Ateşman score",
        formula=atesman,
        aim=70,
        limit=50,
        rises=False,
        syllables=syllables_tr,
        besides={"Bezirci–Yılmaz grade": bezirci_yilmaz},
    ),
}
"""By language. A text in any other is not judged."""
