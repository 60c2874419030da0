"""What standards of consent ask of a consent document, item by item, in words of our own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StandardItem:
    """One thing that a patient has to be told or given before consent."""

    id: str
    asks: str
    """What it asks for, as a phrase."""
    source: str
    """Where it stands; the primary text decides."""


_TURKISH = "Turkish Patient Rights Regulation (Hasta Hakları Yönetmeliği), art."
_GMC = "GMC, Decision making and consent, 2020"
_AHRQ = "Joint Commission and AHRQ, informed consent"

ITEMS: dict[str, StandardItem] = {
    item.id: item
    for item in (
        StandardItem("tr-15-a", "likely causes of the illness, and its course", f"{_TURKISH} 15 a"),
        StandardItem(
            "tr-15-b", "who does it, where, how, and how long it takes", f"{_TURKISH} 15 b"
        ),
        StandardItem(
            "tr-15-c",
            "other options, with their benefits and risks and what they do to health",
            f"{_TURKISH} 15 c",
        ),
        StandardItem("tr-15-ç", "possible complications", f"{_TURKISH} 15 ç"),
        StandardItem("tr-15-d", "benefits and risks of refusing", f"{_TURKISH} 15 d"),
        StandardItem(
            "tr-15-e", "important properties of the medicines that are used", f"{_TURKISH} 15 e"
        ),
        StandardItem("tr-15-f", "lifestyle advice that is critical for health", f"{_TURKISH} 15 f"),
        StandardItem("tr-15-g", "how to get medical help when needed", f"{_TURKISH} 15 g"),
        StandardItem(
            "tr-24-representative",
            "consent by a representative if the patient cannot give it",
            f"{_TURKISH} 24",
        ),
        StandardItem("tr-25-refuse", "the right to refuse", f"{_TURKISH} 25"),
        StandardItem("tr-25-withdraw", "the right to withdraw consent", f"{_TURKISH} 25"),
        StandardItem("tr-26-spoken", "a spoken explanation", f"{_TURKISH} 26"),
        StandardItem(
            "tr-26-signatures",
            "signatures of the person who informs and of the one who performs it",
            f"{_TURKISH} 26",
        ),
        StandardItem(
            "tr-26-copies", "a copy for the file and one for the patient", f"{_TURKISH} 26"
        ),
        StandardItem("tr-26-refusal", "a refusal on record", f"{_TURKISH} 26"),
        StandardItem("gmc-diagnosis", "the diagnosis and the prognosis", _GMC),
        StandardItem("gmc-uncertainty", "what is uncertain", _GMC),
        StandardItem("gmc-options", "the options, including doing nothing", _GMC),
        StandardItem(
            "gmc-purpose", "what each option is, its purpose and its expected result", _GMC
        ),
        StandardItem("gmc-benefits", "possible benefits of each option", _GMC),
        StandardItem("gmc-harms", "possible harms of each option", _GMC),
        StandardItem("gmc-likelihood", "how likely the benefits and the harms are", _GMC),
        StandardItem("gmc-personal", "what matters to this patient", _GMC),
        StandardItem("ahrq-nature", "what the procedure is", _AHRQ),
        StandardItem("ahrq-risks", "its risks", _AHRQ),
        StandardItem("ahrq-benefits", "its benefits", _AHRQ),
        StandardItem("ahrq-alternatives", "alternatives and their risks", _AHRQ),
        StandardItem("ahrq-no-treatment", "what may happen without treatment", _AHRQ),
        StandardItem("ahrq-teach-back", "a check of understanding, in the patient's words", _AHRQ),
        StandardItem("ahrq-interpreter", "the interpreter's name", _AHRQ),
    )
}
"""By id, in the order of the standards. An id never changes: leaflets refer to it."""
