"""What is not certain about a typed medicine: each as an `EntryError` that says how to write it."""

import re
from pathlib import Path

from build_pack.content.integrity.doses import dose_problems
from build_pack.planning.amounts import Amount, plain_letters
from build_pack.planning.entries import EXAMPLE, EntryError
from build_pack.planning.naming import fold
from build_pack.problems import Place

UNSURE = "medicine-unclear"
"""The code of a question."""
_STOPPED = re.compile(
    r"\b(?:stop(?:ped|s)?|discontinued|ceased|quit|paused|ended|no longer|not taking|"
    r"last (?:dose|taken)|off|ago|until|"
    r"kes(?:il|ti|mis|ik|ecek)\w*|birak\w*|ara ver\w*|sonlandir\w*|kullanmiyor|almiyor|icmiyor|"
    r"durdur\w*|eskiden|onceden|once(?:ki)?|alamiyor|artik|son (?:doz|kez|aldi)\w*)\b"
)
_NONE = frozenset(map(fold, (
    "no", "nil", "n/a", "unknown", "not known", "not asked", "nothing", "no medicines", "no meds",
    "no medication", "no medications", "no drugs", "does not take any", "don't know", "not sure",
    "hayır", "hiç", "hiçbiri", "hiçbir şey", "hiç yok", "ilaç yok", "ilaç kullanmıyor", "ilacı yok",
    "kullanmıyor", "almıyor", "kullandığı ilaç yok", "düzenli ilaç yok", "bilmiyor", "bilinmiyor",
    "sorulmadı", "emin değil", "hatırlamıyor", "evet", "yes", "var", "bilgi yok", "boş",
)))  # fmt: skip
_KINDS = re.compile(
    r"kan ?sulandirici|blood ?thinner|anti[kc]oagulan|antiplatelet|antiagregan|antitrombosit|"
    r"\b(?:noac|doac|ynak|yoak|lmwh|dmah|nsaid|nsaii|ppi)\b|"
    r"\b(?:tansiyon|seker|kalp|agri|kolesterol|tiroid|mide|uyku|depresyon) (?:ilac|hap)|"
    r"agri kesici|pain ?killer|\b(?:blood pressure|heart|diabetes|sugar|cholesterol|thyroid|water) "
    r"(?:pills?|tablets?|medicines?)|^(?:ilac|ilaclar|tablet|hap|medicine|pills?)$"
)
_BY_ITSELF = "Give each medicine by itself; in a list, with a semicolon between them."
_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")


def says_stopped(text: str) -> bool:
    """Whether words say that a medicine is not taken any more."""
    return bool(_STOPPED.search(plain_letters(text)))


def refuse_no_name(text: str) -> None:
    """Raise for words that say that there is no medicine, or only of which kind it is."""
    if fold(text) in _NONE:
        hint = "Write none for a patient who takes none; leave it out if nobody has asked."
        raise EntryError(f"“{text}” is not a medicine.", hint)
    if _KINDS.search(plain_letters(text)):
        hint = f"Write the name on the box. If nobody knows it, write “{text}!”."
        raise EntryError(f"“{text}” is a kind of medicine, not a name.", hint, UNSURE)


def several(text: str, unclear: str) -> EntryError:
    """More than one medicine, of which one is not certain."""
    message = f"“{text}” may hold more than one medicine: “{unclear}” is not certain."
    return EntryError(message, _BY_ITSELF, UNSURE)


def question(name: str, names: list[str]) -> EntryError:
    """Names that may be meant."""
    quoted = [f"“{each}”" for each in dict.fromkeys(names)]
    offered = " or ".join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)
    message = f"No medicine is called “{name}”. Did you mean {offered}?"
    hint = f"Write the name that is meant. If it really is “{name}”, write “{name}!”."
    return EntryError(message, hint, UNSURE)


def refuse_unsafe(amount: Amount) -> None:
    """Raise for a strength that reads in two ways, or is written in one that has led to errors."""
    text = f"{amount.written} {amount.left}".strip()
    if found := _THOUSANDS.search(text):
        digits = re.sub(r"\D", "", found[0])
        hint = f"Write {digits} without a sign between the digits, or as many places as are needed."
        raise EntryError(f"“{found[0]}” reads in two ways.", hint, "dose-unsafe")
    spaced = re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])\s?/", " ", text)  # 100mg; 40 mg/0.4 ml
    plain = plain_letters(spaced)
    for form in (spaced, plain, plain.upper()):
        for problem in dose_problems(form, "", Place(Path())):
            raise EntryError(problem.message, problem.hint, "dose-unsafe")


def left_over(text: str, name: str, left: str) -> EntryError:
    """Words after a name and its strength that nobody knows."""
    if says_stopped(left):
        message = f"“{text}” says that the medicine was stopped."
        hint = (
            "Leave these words out if the patient takes it. If not, write the day of the last "
            f"dose: {name} (stopped: 2026-12-05)."
        )
        return EntryError(message, hint, UNSURE)
    message = f"“{left}” after “{name}” is not understood."
    hint = (
        f"Write the name, one strength and when it is taken, nothing else. {_BY_ITSELF} {EXAMPLE}"
    )
    return EntryError(message, hint, UNSURE)
