"""What is in no name: what nobody sees, letters of two scripts, signs, marks in a heap."""

from unicodedata import category, decomposition, normalize
from unicodedata import name as letter_name

from build_pack.approvals.names.name_comparison import is_title_alone
from build_pack.text.folding import UNSEEN, is_accent

_SIGNS = frozenset(" .,'’‘ʼʻ`´-‐‑–·・/&()@_+\"“”؛،")
"""What may stand between the letters of a name."""

_TOGETHER = ({"Han", "Hiragana", "Katakana"}, {"Han", "Hangul"}, {"Han", "Bopomofo"})
"""Scripts in which one language is written."""

_OF_SEVERAL = frozenset({"COMBINING", "MODIFIER", "KATAKANA-HIRAGANA", "IDEOGRAPHIC", "ARABIC"})
"""How the names of letters and marks begin that are in more than one script."""

_IOTA = "\u0345"
"""A mark of Greek letters, of which capitals have a letter."""

_MARKS = 2
"""So many marks a letter bears in some language; more are only there to hide something."""


def name_fault(name: str) -> str:
    """Why this cannot be a person's name; empty if it can."""
    if fault := written_fault(name):
        return fault
    for letter in normalize("NFC", name):
        if not (_is_written(letter) or letter in _SIGNS):
            return f"it contains {_called(letter)}, which is not allowed in names"
    return "it is only a title" if is_title_alone(name) else ""


def written_fault(name: str) -> str:
    """Why a name is not what it seems: what nobody sees in it, two scripts, marks in a heap."""
    if _has_stacked_marks(name):
        return f"a letter has more than {_MARKS} marks"
    for letter in normalize("NFC", name):
        if UNSEEN.match(letter) or category(letter)[0] == "C" or category(letter) in {"Zl", "Zp"}:
            return f"it contains the invisible character {_called(letter)}"
    scripts = _scripts(name)
    if len(scripts) > 1 and not any(scripts <= each for each in _TOGETHER):
        return f"its letters are of more than one script: {', '.join(sorted(scripts))}"
    if not any(category(letter)[0] == "L" for letter in normalize("NFKC", name)):
        return "it contains no letter"
    return ""


def _has_stacked_marks(name: str) -> bool:
    marks = 0
    for letter in normalize("NFD", name):
        marks = marks + 1 if is_accent(letter) else 0
        if marks > _MARKS:
            return True
    return False


def _is_written(letter: str) -> bool:
    """Whether names are written with it; signs that stand for letters are (`𝐒`, `Ⓢ`)."""
    return category(letter)[0] in "LM" or category(letter) == "Nd" or _is_of_letters(letter)


def _is_of_letters(letter: str) -> bool:
    plain = normalize("NFKC", letter)
    return bool(decomposition(letter)) and plain.isalpha() and len(plain) == 1


def _scripts(name: str) -> set[str]:
    letters = (one for one in normalize("NFKC", name) if category(one)[0] in "LM")
    return set(filter(None, map(_script, letters)))


def _script(letter: str) -> str:
    """The script of a letter or mark; empty if it is of several.

    Of the rare ones that disarm does not tell, the name of the letter begins with it.
    """
    from disarm import detect_scripts

    if letter == _IOTA:
        return "Greek"
    found = [script.value for script in detect_scripts(letter)]
    begins = letter_name(letter, "").partition(" ")[0]
    return found[0] if found else "" if begins in _OF_SEVERAL else begins.capitalize()


def _called(letter: str) -> str:
    return f"U+{ord(letter):04X} {letter_name(letter, 'unassigned or private')}"
