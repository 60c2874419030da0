"""What is wrong with the content: a value that says where, what and how to fix it.

Problems are collected, not raised one by one; whoever stops the work raises them together in a
`ProblemsError`.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

Loc = tuple[str | int, ...]
"""Where a value stands in a file of data: keys and indices from the top."""


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
    "file-missing": "A required file or folder does not exist.",
    "file-unreadable": "A file is not valid UTF-8 text, or is too large.",
    "file-exists": "A file or folder already exists and would be overwritten.",
    "file-unwritable": "An output file or folder cannot be written.",
    "folder-busy": "Another run of the program is working in the same folder.",
    "run-interrupted": (
        "An earlier run was interrupted in a folder; its unfinished files were completed or "
        "removed."
    ),
    "catalog-vanished": "A catalog that existed before is missing.",
    "file-unused": "A file of a clinic or a leaflet is not used by anything.",
    "file-stale": "A PDF of an earlier build is beside those of this build, or in their place.",
    "file-replaced": "A draft replaced a release, or a pack replaced one of another clinic.",
    "settings-invalid": "The file build-pack.toml is not valid TOML.",
    "yaml-invalid": "A YAML or JSON file is not valid.",
    "key-unknown": "A key is not part of the format; often it is misspelled.",
    "key-missing": "A required key is missing.",
    "value-invalid": "A value has the wrong type or format, or is out of range.",
    "character-forbidden": "A text contains a control, zero-width or text-direction character.",
    "id-duplicate": "Two things in one file have the same id.",
    "id-unknown": "An id is used that nothing has.",
    "markup-invalid": "Strong text (**) is not closed, or a { or [ does not start a known mark.",
    "placeholder-unknown": "A text uses a {value} that the program does not fill in.",
    "citation-unknown": "A text cites a reference that is not in references.json.",
    "reference-uncited": "A reference is listed but no text cites it.",
    "text-missing": "The clinic's own text is missing in a language that the clinic has enabled.",
    "region-unfit": "A text for certain regions does not match the regions of its leaflet.",
    "drawing-invalid": "A leaflet's drawing cannot be printed, or does not match its labels.",
    "chance-invalid": "A chance in a leaflet has no source, or its numbers differ.",
    "logo-invalid": "The logo is not an image that can be printed as it is.",
    "contrast-low": "A brand colour or a logo is too pale to be visible on white paper.",
    "citation-moved": "A citation belongs to a different sentence than in the source.",
    "citation-unsure": "It is not certain that citations belong to the right sentences.",
    "dose-unsafe": "A dose is written in a way that has led to errors.",
    "medicine-unknown": "A medicine is in neither the formulary nor the clinic's rules.",
    "brand-shared": "Two medicines share a name or a brand name.",
    "atc-shared": "Two medicines share an ATC code.",
    "visit-invalid": "The visit details are invalid.",
    "visit-incomplete": "A medicine is printed as undecided: details of the visit are missing.",
    "times-assumed": "Twice a day is planned as in the morning and in the evening.",
    "medicine-unclear": "It is not certain which medicine is meant: the program asks.",
    "medicines-together": "A combination of medicines needs a decision by the clinic.",
    "medicine-twice": "Two of the given names are the same medicine, or contain the same one.",
    "list-invalid": "A list of visits or rules, or a line of it, has the wrong format.",
    "row-unclear": "A row of a list is hidden or crossed out, so its visit may not be meant.",
    "line-twice": "Two lines of a list are for the same visit.",
    "day-passed": "A day on which the plan asks for something has already passed.",
    "rule-contradiction": "The parts of a medicine rule contradict each other.",
    "decision-expired": "A decision about a medicine is no longer valid.",
    "rule-overlap": "Two cases of a medicine rule apply to the same patients.",
    "rule-unreachable": "A case of a medicine rule applies to no patient.",
    "rule-rounded": "The hours of a medicine rule move a dose to another day.",
    "blood-test-late": "A blood test on the day of the procedure could call it off.",
    "rule-gap": "A medicine rule has no case for some patients.",
    "combination-undecided": "The rules for the parts of a combination differ.",
    "locale-unknown": "A language has no folder, or the clinic has not enabled it.",
    "catalog-invalid": "A .po file is not valid.",
    "catalog-unused": "A clinic's .po file is not used by anything.",
    "translation-missing": "A segment has no translation.",
    "translation-fuzzy": "A translation is marked as needing work.",
    "translation-stale": "The source text has changed since the segment was translated.",
    "translation-duplicate": "Two entries of a catalog have the same msgctxt.",
    "translation-unknown": "A catalog entry belongs to no segment.",
    "placeholder-mismatch": "A translation does not have the same {values} as its source.",
    "citation-mismatch": "A translation does not cite the same references as its source.",
    "markup-mismatch": "A translation does not have the same strong text as its source.",
    "number-mismatch": "A translation does not have the same numbers as its source.",
    "unit-mismatch": "A translation does not have the same units of dose or time as its source.",
    "negation-mismatch": "A translation has more or fewer words such as “not” than its source.",
    "negation-unsure": "A translation may have more or fewer words such as “not”.",
    "opposite-mismatch": "A translation says the opposite of a word in its source.",
    "sheet-word-mismatch": "A fixed word of the sheets, such as “Wait”, is translated as another.",
    "sheet-words-unread": "The fixed words of the sheets are not compared in this language.",
    "placeholder-swapped": "Values that the program fills in are in each other’s place.",
    "tag-found": "A text contains HTML or other markup.",
    "list-mismatch": "A translation lists fewer things than its source.",
    "text-repeated": "Two texts with different meanings have the same translation.",
    "text-exchanged": "Two translations may have been swapped.",
    "duty-mismatch": "A translation says “may” where its source says “must”, or the reverse.",
    "body-mismatch": "A translation names a different part of the body than its source.",
    "time-mismatch": "A translation says “after” or “within” where its source says “until”.",
    "urgency-mismatch": "A translation does not say “at once” where its source does.",
    "condition-lost": "A translation does not say “if” where its source does.",
    "medicine-mismatch": "A translation does not name the same medicines as its source.",
    "address-mismatch": "A translation does not have the same phone numbers or addresses.",
    "word-untranslated": "A word of the source appears in the translation.",
    "word-foreign": "A text contains a word or a letter of another language.",
    "letters-lost": "A text has lost its Turkish letters, or was read in the wrong encoding.",
    "placeholder-suffixed": "A suffix is attached to a value that the program fills in.",
    "spacing-odd": "A text has two spaces in a row, or a space where there should be none.",
    "word-doubled": "A word appears twice in a row.",
    "ending-different": "A translation does not end with the same punctuation as its source.",
    "length-unusual": "A translation is much shorter or longer than its source.",
    "sentences-uneven": "A translation has more or fewer sentences than its source.",
    "term-unused": "A translation does not use the glossary's word for a term.",
    "translation-inconsistent": "The same source text has two different translations.",
    "language-doubtful": "A text does not seem to be in the right language.",
    "text-hard": "A section is hard to read.",
    "standard-open": "A consent summary omits something that a standard of consent requires.",
    "guidance-unmet": "A leaflet does not follow guidance on clear patient information.",
    "sign-answered": "A leaflet says in words of its own whom to call for a warning sign.",
    "reference-old": "A reference is older than ten years.",
    "reference-unverified": "Nobody has said that they opened a reference.",
    "identifier-invalid": "A DOI, PMID or PMCID has the wrong format.",
    "review-overdue": "A text is past its review date.",
    "review-soon": "A text is due for review soon.",
    "print-small": "Printed letters are too small to read easily.",
    "line-long": "A printed line has too many characters to read easily.",
    "print-pale": "Printed letters do not have enough contrast with the paper.",
    "capitals-long": "Several words in a row are printed in capitals.",
    "print-raw": "An id, a brace or another internal part of the program is printed.",
    "print-foreign": "Words of another language are printed.",
    "ignore-outdated": "An ignored check is for a text that has since changed, or that now passes.",
    "ignore-invalid": "An ignored check names a text or a check that does not exist.",
    "sample-left": "A value or a text of a starter file has not been replaced with your own.",
    "approval-missing": "A text has not been signed by everyone who has to sign it.",
    "approval-expired": "A signature has expired.",
    "approval-refused": "A text cannot be signed, or not by this person.",
    "approval-broken": "The record of signatures was changed or is incomplete.",
    "signature-invalid": "A line of the ledger is not signed with an authorized key.",
    "signers-invalid": "The authorized keys cannot be determined.",
    "keys-unsigned": "Keys are required, but no signed value says so.",
    "edition-unknown": "No known text has this code.",
    "file-altered": "A PDF was changed after it was made, or was not made by this program.",
    "template-invalid": "A template is not valid Jinja, or one of its texts lacks a correct id.",
    "render-warning": "WeasyPrint reported an error in a template or stylesheet.",
    "style-refused": "A clinic's stylesheet sets a property that only the program may set.",
    "page-reserved": "A page differs in size from the paper, or reaches into the header or footer.",
    "text-overflow": "A text does not fit into its place on a page.",
    "page-missing": "A page lacks a text, picture, mark or link of the document.",
    "page-added": "A page shows words, a picture or a link that the document does not have.",
    "page-hidden": "Something that must be on a page cannot be read or seen.",
    "page-order": "Texts are in a different order on a page than in the document.",
    "glyph-missing": "The pack's fonts lack a character of the text.",
    "font-missing": "The font for a language in another script is not installed.",
    "font-foreign": "A PDF contains a font that is not one of the pack's own.",
    "resource-refused": "A template or logo refers to a file outside the allowed folders.",
    "document-stopped": "A document takes too much time or memory to print.",
    "problems-unlisted": "There are more problems than are listed.",
    "library-missing": "A library needed for rendering is missing, or is of another version.",
}
