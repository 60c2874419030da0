"""What is wrong with the content: a value that says where, what and how to fix it.

Problems are collected, not raised one by one; whoever stops the work raises them together in a
`ProblemsError`.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any


class Severity(StrEnum):
    """How bad it is: an error stops a build, a warning is only reported."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file. Lines and columns count from 1, as editors do; 0 is not known."""

    path: Path
    line: int = 0
    column: int = 0
    cell: str = ""
    """In a spreadsheet, where it stands as its program has it: `Sheet1!E5`."""

    def __str__(self) -> str:
        """`path:line:column`, without the parts that are not known; or `path:Sheet1!E5`."""
        if self.cell:
            return f"{self.path}:{self.cell}"
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([str(self.path), *numbers])


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code from `CODES`, a place, a sentence, and how to fix it."""

    code: str
    place: Place
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"problem code {self.code!r} is not listed in CODES")

    def __str__(self) -> str:
        """Two lines for a terminal: the problem, then the hint, indented."""
        return f"{self.place}: {self.severity} {self.code} {self.message}\n    {self.hint}"

    def as_data(self) -> dict[str, Any]:
        """The same as plain data, for `--format json`."""
        place = asdict(self.place) | {"path": str(self.place.path)}
        if not self.place.cell:
            del place["cell"]
        return {
            "code": self.code,
            "severity": self.severity.value,
            **place,
            "message": self.message,
            "hint": self.hint,
        }


class ProblemsError(Exception):
    """Raised once, with every problem that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted_problems(problems)
        super().__init__(f"{len(self.problems)} problem(s)")

    def __reduce__(self) -> tuple[type["ProblemsError"], tuple[tuple[Problem, ...]]]:
        """Travel between processes with the problems and not with the sentence above."""
        return type(self), (self.problems,)


def sorted_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by file, line and column, each once."""
    return tuple(sorted(set(problems), key=lambda p: (p.place, p.code, p.message)))


def downgrade_tolerated(
    problems: Iterable[Problem], tolerated: Container[str]
) -> Iterator[Problem]:
    """The problems, as warnings where they are of codes that are `tolerated`."""
    for problem in problems:
        known = problem.code in tolerated
        yield replace(problem, severity=Severity.WARNING) if known else problem


def stop_on_errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Raise `ProblemsError` with all problems if any is an error; else give the warnings back."""
    found = sorted_problems(problems)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise ProblemsError(found)
    return found


# Every code that the program can say, with the sentence that docs/problems.md gives for it.
CODES: dict[str, str] = {
    "file-missing": "A file or folder that is needed is not there.",
    "file-unreadable": "A file is not valid UTF-8 text, or is too large to be one of ours.",
    "file-exists": "A file or folder would have to be overwritten.",
    "file-unwritable": "A file or folder that the program makes cannot be written.",
    "folder-busy": "Another run of the program is at work in the same folder.",
    "run-interrupted": "An earlier run was interrupted in a folder; what it has left was settled.",
    "catalog-vanished": "A catalog that was there before is not there any more.",
    "file-unused": "A file of a clinic or a leaflet lies where nothing reads it.",
    "file-stale": "A PDF of an earlier build lies beside those of this one, or in their place.",
    "file-replaced": "A draft took the place of a release, or a pack that of another clinic's.",
    "settings-invalid": "The file build-pack.toml breaks the rules of TOML.",
    "yaml-invalid": "A YAML or JSON file breaks the rules of its format.",
    "key-unknown": "A key that the format does not have, often a misspelling.",
    "key-missing": "A required key is not there.",
    "value-invalid": "A value is not of the kind, shape or range that the key takes.",
    "character-forbidden": "A control, zero-width or text-direction character hides in a text.",
    "id-duplicate": "Two things in one file bear the same id.",
    "id-unknown": "Something is referred to by an id that nothing bears.",
    "markup-invalid": "Strong text (**) is not closed, or a { or [ does not start a known mark.",
    "placeholder-unknown": "A text asks for a {value} that the program does not fill in.",
    "citation-unknown": "A text cites a reference that references.json does not hold.",
    "reference-uncited": "A reference is listed but no text cites it.",
    "text-missing": "The clinic's own text is not given in every language that it has enabled.",
    "region-unfit": "A text for some regions does not go with the regions of its leaflet.",
    "drawing-invalid": "A leaflet's drawing cannot be printed, or does not go with its labels.",
    "chance-invalid": "A chance of a leaflet has no source, or its numbers differ.",
    "logo-invalid": "The logo is not an image that can be printed as it is.",
    "contrast-low": "A brand colour or a logo is too pale to be seen on white paper.",
    "citation-moved": "A citation stands with another sentence than in the source.",
    "citation-unsure": "It cannot be told whether citations stand with the right sentences.",
    "dose-unsafe": "A dose is written in a way that has led to errors.",
    "medicine-unknown": "A medicine is named that neither the formulary nor the clinic lists.",
    "brand-shared": "Two medicines share a name or a brand name.",
    "atc-shared": "Two medicines share an ATC code.",
    "visit-invalid": "The visit details are invalid.",
    "visit-incomplete": "A medicine is printed as undecided for lack of something about the visit.",
    "medicine-unclear": "It is not certain which medicine is meant: the program asks.",
    "medicines-together": "Medicines of a visit do not go together without a decision.",
    "medicine-twice": "Two names that were given are the same medicine, or hold the same.",
    "list-invalid": "A list of visits, or a line of it, does not have the form of one.",
    "row-unclear": "A row of a list is hidden or crossed out, so its visit may not be meant.",
    "line-twice": "Two lines of a list are for the same visit.",
    "day-passed": "A day on which the plan asks for something has passed already.",
    "rule-contradiction": "The parts of a medicine rule contradict each other.",
    "decision-expired": "A decision about a medicine does not hold any more.",
    "rule-overlap": "Two cases of a medicine rule are for the same patients.",
    "rule-unreachable": "A case of a medicine rule is for nobody.",
    "rule-rounded": "Hours of a medicine rule put a dose off to another day.",
    "rule-gap": "A medicine rule has no case for some patients.",
    "combination-undecided": "The rules for the parts of a combination do not come to one.",
    "locale-unknown": "A language that has no folder, or that the clinic has not enabled.",
    "catalog-invalid": "A .po file breaks the rules of its format.",
    "catalog-unused": "A clinic's .po file lies where nothing reads it.",
    "translation-missing": "A segment has no translation.",
    "translation-fuzzy": "A translation is marked as needing work.",
    "translation-stale": "The source text has changed since the segment was translated.",
    "translation-duplicate": "Two entries of a catalog bear the same msgctxt.",
    "translation-unknown": "A catalog entry belongs to no segment.",
    "placeholder-mismatch": "A translation does not have the same {values} as its source.",
    "citation-mismatch": "A translation does not cite the same references as its source.",
    "markup-mismatch": "A translation does not have the same strong text as its source.",
    "number-mismatch": "A translation does not have the same numbers as its source.",
    "unit-mismatch": "A translation does not have the same units of dose or time as its source.",
    "negation-mismatch": "A translation says “not” more or less often than its source.",
    "negation-unsure": "A translation says “not” more or less often, but of other things.",
    "opposite-mismatch": "A translation says the opposite of a word of its source.",
    "sheet-word-mismatch": "A fixed word of the sheets, such as “Wait”, is translated as another.",
    "sheet-words-unread": "Nothing compares the fixed words of the sheets in this language.",
    "placeholder-swapped": "Values that the program fills in stand in each other’s place.",
    "tag-found": "A text holds a tag or a sign of HTML or another language of marks.",
    "list-mismatch": "A translation lists fewer things than its source.",
    "text-repeated": "Two texts that say different things are translated in the same words.",
    "text-exchanged": "Two translations may have changed places.",
    "duty-mismatch": "A translation says “may” where its source says “must”, or the reverse.",
    "body-mismatch": "A translation names another part of the body than its source.",
    "time-mismatch": "A translation says “after” or “within” where its source says “until”.",
    "urgency-mismatch": "A translation does not say “at once” where its source does.",
    "condition-lost": "A translation does not say “if” where its source does.",
    "medicine-mismatch": "A translation does not name the same medicines as its source.",
    "address-mismatch": "A translation does not have the same phone numbers or addresses.",
    "word-untranslated": "A word of the source stands in the translation.",
    "word-foreign": "A text holds a word or a letter of another language.",
    "letters-lost": "A text has lost its Turkish letters, or was read in a wrong encoding.",
    "placeholder-suffixed": "A suffix hangs on a value that the program fills in.",
    "spacing-odd": "A text has two spaces in a row, or one where none belongs.",
    "word-doubled": "A word stands twice in a row.",
    "ending-different": "A translation does not end with the same punctuation as its source.",
    "length-unusual": "A translation is far shorter or longer than its source.",
    "sentences-uneven": "A translation has more or fewer sentences than its source.",
    "term-unused": "A translation does not use the word that the glossary has for a term.",
    "translation-inconsistent": "The same source text is translated in two ways.",
    "language-doubtful": "A text does not look like the language that it should be in.",
    "text-hard": "A section is hard to read.",
    "standard-open": "A consent summary leaves out what a standard of consent asks for.",
    "guidance-unmet": "A leaflet does not follow advice on clear patient materials.",
    "reference-old": "A reference is older than ten years.",
    "identifier-invalid": "A DOI, PMID or PMCID does not have the shape of one.",
    "review-overdue": "A text is past the date by which it was to be reviewed.",
    "review-soon": "A text is soon to be reviewed.",
    "print-small": "Printed letters are too small to be read easily.",
    "line-long": "A printed line has more characters than the eye follows easily.",
    "print-pale": "Printed letters do not stand out enough from the paper.",
    "capitals-long": "Several words in a row are printed in capitals.",
    "print-raw": "An id, a brace or another part of the program is printed.",
    "print-foreign": "Words of another language are printed.",
    "ignore-outdated": "A check is ignored for a text that has changed since, or passes it.",
    "ignore-invalid": "A check is ignored for a text or under a name that does not exist.",
    "sample-left": "A value or a text of a starter was not replaced by your own.",
    "approval-missing": "A text has not been signed by everyone who has to.",
    "approval-expired": "A signature has run out.",
    "approval-refused": "A text cannot be signed, or not by this person.",
    "approval-broken": "The record of signatures was changed or is not whole.",
    "signature-invalid": "A line of the ledger is not signed with a key that may sign.",
    "signers-invalid": "It cannot be told whose keys count.",
    "keys-unsigned": "Keys are asked for, and no signed value says so.",
    "edition-unknown": "No text that is known bears this code.",
    "file-altered": "A PDF is not as it was made, or was not made by this program.",
    "template-invalid": "A template breaks Jinja's rules, or a text in it lacks a right id.",
    "render-warning": "WeasyPrint reported a fault in a template or stylesheet.",
    "style-refused": "A stylesheet of a clinic sets what only the program may set.",
    "page-reserved": "A page differs from the paper in size, or reaches into the header or footer.",
    "text-overflow": "A text does not fit into its place on a page.",
    "page-missing": "A page lacks a text, picture, mark or link that the document has.",
    "page-added": "A page shows words, a picture or a link that the document does not have.",
    "page-hidden": "Something that a page has to show cannot be read or seen.",
    "page-order": "Texts stand on a page in another order than in the document.",
    "glyph-missing": "The pack's fonts lack a character of the text.",
    "font-missing": "The font for a language of another script is not installed.",
    "font-foreign": "A font that is not the pack's own slipped into a PDF.",
    "resource-refused": "A template or logo asks for a file outside the allowed folders.",
    "document-stopped": "A document takes too much time or memory to print.",
    "problems-unlisted": "There are more problems than are listed.",
    "library-missing": "A library that rendering needs is not installed, or is of another version.",
}
