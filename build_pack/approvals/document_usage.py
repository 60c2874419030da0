"""Which documents print what: the parts of a leaflet, its references, and a clinic's files.

An edition is made from what its document may print, and from nothing else.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from build_pack.approvals.approval_text import ApprovalText
from build_pack.content.inline_markup import MarkupError, marks
from build_pack.content.models.checklist import Stage
from build_pack.content.models.clinic import Clinic, Purpose
from build_pack.content.models.document_kinds import (
    ALL,
    FOR_CLINICIANS,
    MEDICINE_SHEET,
    WITH_PLAN,
    WITH_PROVENANCE,
    DocumentKind,
    Kinds,
    kinds_printing,
    kinds_with,
)
from build_pack.planning.kidney_function import FOR_CLEARANCE
from build_pack.translation.segments import Segment

Name = tuple[str, ...]
"""The name of a value in a file, as `parts` gives it."""
Prints = Callable[[Name], Kinds]

NONE: Kinds = frozenset()
"""It decides something, and no page shows it. It is signed all the same."""
DATED = ALL - MEDICINE_SHEET
"""The documents that print the leaflet's version and dates; the medicine sheet has its own."""
_CALLS = kinds_with("phones") & kinds_with("emergency_number")
"""The documents with the numbers for someone who is unwell."""
_OF_WORDS = {
    "phone": _CALLS,
    "hours": kinds_with("hours"),
    **dict.fromkeys(("place", "region", "side"), ALL - FOR_CLINICIANS),
}
"""Words of the clinic's numbers and hours and of the visit's place, which every one is given."""


def word_printing(word: Segment) -> Kinds:
    """The documents that print a word of the templates or of the program's sentences."""
    return word.kinds & _OF_WORDS.get(word.id.partition(".")[0], ALL)


def citing(texts: Iterable[ApprovalText]) -> Mapping[str, Kinds]:
    """The documents that cite each reference, by its key."""
    found: defaultdict[str, Kinds] = defaultdict(frozenset)
    for text in texts:
        for key in _cited(text.source) | _cited(text.target):
            found[key] |= text.kinds
    return found


def _cited(text: str) -> frozenset[str]:
    try:
        return marks(text).citations
    except MarkupError:  # told by the catalog; such a text is not printed
        return frozenset()


OF_CLINIC: Mapping[str, Kinds] = {
    **dict.fromkeys(("name", "country", "document_prefix", "brand"), ALL),
    **dict.fromkeys(("paper", "letterhead", "label_barcode", "approvals"), NONE),
    **{key: kinds_with(key) for kind in DocumentKind for key in kind.traits.clinic},
}
"""The documents that print what is under a key of clinic.yaml; of other keys, all."""


def clinic_printing(clinic: Clinic, texts: Iterable[ApprovalText]) -> Prints:
    """What prints a value of clinic.yaml, beside texts that may have its emergency number."""
    # Where there is no other number, the one for appointments is that for questions.
    purposes = {phone.purpose for phone in clinic.phones}
    others = bool(purposes - {Purpose.APPOINTMENTS})
    calling = [one for one in texts if "{emergency_number}" in one.source + one.target]
    called = kinds_with("emergency_number").union(*(one.kinds for one in calling))
    early = {item.id for item in clinic.checklist if item.stage is Stage.BEFORE}

    def prints(name: Name) -> Kinds:
        match name:
            case ("emergency_number", *_):
                return called
            case ("phones", purpose, *_) if others and purpose.startswith(Purpose.APPOINTMENTS):
                return kinds_with("hours")
            case ("phones", purpose, *_) if Purpose.QUESTIONS in purposes and purpose.startswith(
                Purpose.OUT_OF_HOURS
            ):
                return _CALLS
            case ("fasting" | "checklist", *_, "leaflets", _) | (_, _, "id" | "leaflet"):
                return NONE
            case ("checklist", item, *_) if item in early:  # a front page has no room for them
                return kinds_printing("checklist")
        return OF_CLINIC.get(name[0], ALL)

    return prints


_OF_CLINICIANS = MEDICINE_SHEET | FOR_CLINICIANS
_OF_RULES: Mapping[str, Kinds] = {
    **dict.fromkeys(("version", "issued", "review_by", "revisions"), MEDICINE_SHEET),
    **dict.fromkeys(("kidney_bands", "indications", "doses"), _OF_CLINICIANS),
    **dict.fromkeys(("defaults", "texts"), NONE),  # each rule that uses them holds them
}
"""The documents that print what is under a key of medicines.yaml."""
_OF_RULE: Mapping[str, Kinds] = {
    **dict.fromkeys(("if_missed", "if_taken", "if_postponed"), MEDICINE_SHEET),
    "procedure_day": WITH_PLAN - {DocumentKind.CHECKLIST},
    "text": kinds_with("checklist"),
    **dict.fromkeys(("prescriber", "limit"), _OF_CLINICIANS - frozenset({DocumentKind.QUESTIONS})),
    "dose": _OF_CLINICIANS,
    **dict.fromkeys(("decided", "agreed_with", "sources"), MEDICINE_SHEET | WITH_PROVENANCE),
}
"""Those that print a key of a rule that not all with a plan print.

The checklist has the days, and says where a text is.
"""


_QUESTIONS = {("question",), ("patient_question",)}
"""What is asked of a fact; other papers have its name."""
_ASKED: Kinds = frozenset({DocumentKind.QUESTIONS})


def rules_printing(name: Name) -> Kinds:
    """The documents that print a value of medicines.yaml."""
    if name[0] == "revisions" and name[2:] == ("change",):
        return NONE
    if name[0] == "facts":
        return _of_fact(name)
    if name[0] in _OF_RULES:
        return _OF_RULES[name[0]]
    of_rule = [_OF_RULE[key] for key in name[2:] if key in _OF_RULE] if name[0] == "rules" else []
    return of_rule[0] if of_rule else medicines_printing(name)


def _of_fact(name: Name) -> Kinds:
    """A question is asked by its words, but for the numbers from which the kidney band follows."""
    if name[2:] in _QUESTIONS:
        return _ASKED
    is_asked = name[2:] != ("name",) or name[1] in FOR_CLEARANCE
    return _OF_CLINICIANS if is_asked else _OF_CLINICIANS - _ASKED


_NAMED_ALONE = frozenset({"others", "other_blood_thinners"})
"""Lists of names by which a medicine is told from others."""


def medicines_printing(name: Name) -> Kinds:
    """The documents that print a value of a medicine; a code finds it and is not printed."""
    found_by = name[0] in _NAMED_ALONE or (
        name[0] == "medicines" and name[2:3] in {("id",), ("atc",)}
    )
    return NONE if found_by else WITH_PLAN
