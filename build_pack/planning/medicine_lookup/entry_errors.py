"""What is not certain about a typed medicine: each as an `EntryError` that says how to write it.

None of them repeats what was typed: it says what a patient takes, and may contain a name.
"""

import re
from pathlib import Path

from build_pack.content.models.formulary import AnyMedicine
from build_pack.planning.medicine_lookup.amounts import MedicineAmount, plain_letters
from build_pack.planning.medicine_lookup.entry_parser import EXAMPLE, MedicineEntryError
from build_pack.problems import Place
from build_pack.text.folding import fold_name
from build_pack.text.unsafe_doses import dose_problems

UNSURE = "medicine-unclear"
"""The code of a question."""
_STOPPED = re.compile(
    r"\b(?:stop(?:ped|s)?|discontinue[ds]?|d/c|held|hold|withheld|suspended|finished|completed|"
    r"previously|was taking|never|none|not?|since|last (?:month|week|year|dose|taken)|ceased|quit|"
    r"paused|ended|no longer|off|ago|until|kes(?:il|ti|mis|ik|ecek|iyor)\w*|kes|"
    r"bit(?:ti|ir|mis)\w*|tuken\w*|iptal|degil|yok|gecen \w+|birak\w*|ara ver\w*|sonlandir\w*|"
    r"kullanm\w+|alamiyor|alm(?:iyo|adi|ami|az)\w*|icm(?:iyo|edi|emi|ez)\w*|durdur\w*|eskiden|"
    r"onceden|once(?:ki)?|artik|son (?:doz|kez|aldi)\w*)\b"
)
_ALLERGY = re.compile(r"\balerji\w*|\ballerg\w*|\bintoleran\w*")
_ZERO = re.compile(
    r"(?<![\d.,-])0(?:-0)+(?![\d-])|(?<!\d)0\s?[x*]|[x*]\s?0(?![\d.,])|(?<![\d.,])0 (?:tab|kap|cap)"
)
_NO_UNIT = re.compile(r"(?:[1-9]\d*|\d+[.,]\d|0[.,]\d+)")
"""A number that can be a strength without its unit: any other may be a date or a time of day."""
_DAY = 31
_MOST = 300
"""Letters of an entry; a longer text is no list of medicines."""
_NONE = frozenset(map(fold_name, (
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
AS_IT_IS = "write ! after the name."
_BY_ITSELF = "Give each medicine separately; in a list, put semicolons between them."
_THOUSANDS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")


def says_stopped(text: str) -> bool:
    """Whether words say that a medicine is not taken any more."""
    return bool(_STOPPED.search(plain_letters(text)))


def refuse_no_name(text: str) -> None:
    """Raise for words that say that there is no medicine, or only of which kind it is."""
    if fold_name(text) in _NONE:
        hint = "Write none if the patient takes no medicines; omit it if this was not asked."
        raise MedicineEntryError("This is not a medicine.", hint)
    if _KINDS.search(plain_letters(text)):
        hint = f"Write the name on the box. If it is not known, {AS_IT_IS}"
        raise MedicineEntryError("This is a kind of medicine, not a name.", hint, UNSURE)


def several_medicines_error(part: int) -> MedicineEntryError:
    """More than one medicine, of which one is not certain: which, counted from 1."""
    message = f"There may be more than one medicine here: it is not certain what part {part} is."
    return MedicineEntryError(message, _BY_ITSELF, UNSURE)


def ambiguous_name_error(names: list[str]) -> MedicineEntryError:
    """Names that may be meant."""
    quoted = [f"“{each}”" for each in dict.fromkeys(names)]
    offered = " or ".join([", ".join(quoted[:-1]), quoted[-1]] if quoted[1:] else quoted)
    message = f"No medicine has this name. Did you mean {offered}?"
    hint = f"Correct the name. If it is correct as it is, {AS_IT_IS}"
    return MedicineEntryError(message, hint, UNSURE)


def refuse_long(text: str) -> None:
    """Raise for a text that is too long to be read as medicines."""
    if len(text) > _MOST:
        message = f"An entry has {len(text)} characters; the maximum is {_MOST}."
        raise MedicineEntryError(message, _BY_ITSELF)


def refuse_not_taken(text: str) -> None:
    """Raise for words that say of a name on no list that it is not taken, or not tolerated."""
    if _ALLERGY.search(plain_letters(text)):
        hint = "Write only what the patient takes; allergies belong in the clinic's notes."
        raise MedicineEntryError("This seems to describe an allergy.", hint, UNSURE)
    if says_stopped(text):
        hint = (
            "Omit it if the patient does not take it. For a medicine that was stopped, give its "
            "name and the day of the last dose: Coumadin (stopped: 2026-12-05)."
        )
        raise MedicineEntryError("This seems to say that a medicine is not taken.", hint, UNSURE)


def refuse_unsafe(amount: MedicineAmount) -> None:
    """Raise for a strength that reads in two ways, or is written in one that has led to errors."""
    text = f"{amount.written} {amount.left}".strip()
    if _THOUSANDS.search(text):
        hint = (
            "Write it without a separator between the digits, or with as many decimals as needed."
        )
        raise MedicineEntryError("The number can be read in two ways.", hint, "dose-unsafe")
    if _ZERO.search(plain_letters(text)) or (amount.strength and 0 in amount.strength.numbers):
        hint = "Omit the medicine if the patient does not take it."
        raise MedicineEntryError("The amount seems to say that nothing is taken.", hint, UNSURE)
    spaced = re.sub(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])\s?/", " ", text)  # 100mg; 40 mg/0.4 ml
    plain = plain_letters(spaced)
    for form in (spaced, plain, plain.upper()):
        for problem in dose_problems(form, "", Place(Path())):
            raise MedicineEntryError("The strength can be misread.", problem.hint, "dose-unsafe")
    of = amount.strength
    if of and of.joint == "-" and list(of.numbers) != sorted(set(of.numbers))[:2]:
        hint = "Write one strength, followed by the other information on the box."
        raise MedicineEntryError("This is not a single strength.", hint, UNSURE)
    if of and not of.unit:
        _refuse_date(amount.typed)


def refuse_uneven(medicine: AnyMedicine, amount: MedicineAmount) -> None:
    """Raise for two strengths of one medicine, or one weekday of one that is taken every day."""
    of = amount.strength
    if of and len(of.numbers) > 1 and of.joint == "/" and not medicine.components:
        raise unknown_words_error(amount.typed)
    if amount.weekdays and not (medicine.weekly or amount.some_days):
        message = "A weekday is given for a medicine that is taken every day."
        hint = (
            "Omit the weekday. If the medicine is taken once a week, write (taken: monday); if "
            "it was stopped on that day, (stopped: 2026-12-05)."
        )
        raise MedicineEntryError(message, hint, UNSURE)


def uneven_interval_error() -> MedicineEntryError:
    """A weekday beside an interval that is not a week: which weeks or other days, nobody knows."""
    message = "A weekday is given for a medicine that is not taken once a week."
    hint = "Omit the weekday: your team decides, as the days cannot be worked out from it."
    return MedicineEntryError(message, hint, UNSURE)


def uneven_times_error() -> MedicineEntryError:
    """Times of day that are not as many as the number of times a day, or two such numbers."""
    message = "The times of day do not match how often it is taken."
    return MedicineEntryError(message, "Keep one of the two. " + EXAMPLE, UNSURE)


def _refuse_date(typed: str) -> None:
    """Raise for numbers without a unit that may be a date or a time of day."""
    numbers = re.split(r"\s?[/-]\s?", typed)
    alone = len(numbers) == 1 and _NO_UNIT.fullmatch(numbers[0])
    two = len(numbers) == 2 and all(each.isdigit() for each in numbers)  # noqa: PLR2004
    if not (alone or (two and max(map(int, numbers)) > _DAY)):
        hint = (
            "Add the unit if this is the strength. For the day of the last dose, write "
            "(stopped: 2026-12-05); for a time of day, (taken: evening)."
        )
        raise MedicineEntryError("The number may be a date or a time.", hint, UNSURE)


def unknown_words_error(left: str) -> MedicineEntryError:
    """Words after a name and its strength that nobody knows."""
    if says_stopped(left):
        message = "This seems to say that the medicine was stopped."
        hint = (
            "Omit these words if the patient takes it. If not, give the day of the last dose: "
            "NAME (stopped: 2026-12-05)."
        )
        return MedicineEntryError(message, hint, UNSURE)
    message = "The words after the name are not understood."
    hint = f"Write only the name, one strength and when it is taken. {_BY_ITSELF} {EXAMPLE}"
    return MedicineEntryError(message, hint, UNSURE)
