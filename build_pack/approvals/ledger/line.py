"""One line of the ledger: who signed what, in which role, when, and until when.

A line that joins branches signs nothing: it has no leaflet, language, role or last day.
"""

from datetime import date
from typing import Annotated
from unicodedata import normalize

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    StringConstraints,
    field_validator,
    model_validator,
)

from build_pack.approvals.names.name_comparison import same_person
from build_pack.approvals.names.name_faults import written_fault
from build_pack.text.hidden_characters import hidden_character

_Filled = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]


class LedgerLine(BaseModel):
    """A signature in words; its keys are in the file in this order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: AwareDatetime
    leaflet: str = ""
    locale: str = ""
    role: str = ""
    by: _Filled
    """The person's name."""
    until: date | None = None
    """The last day on which the signature holds."""
    texts: int
    """How many texts it signs."""
    digest: str
    """SHA-256 of the file that holds them."""
    note: str = ""
    signer: str = ""
    """The person's entry in `allowed_signers`; empty without an SSH signature."""
    previous: str = ""
    """The digest of the line before this one; earlier versions wrote its beginning, or nothing."""

    joins: tuple[str, ...] = ()
    """The digests of the last lines of other branches, which go on in this line, too."""

    @field_validator("by", "note")
    @classmethod
    def _without_hidden_characters(cls, text: str) -> str:
        if found := hidden_character(text):
            raise ValueError(f"it contains the invisible character {found[1]}")
        return normalize("NFC", text)

    @field_validator("by", "signer")
    @classmethod
    def _as_it_seems(cls, name: str) -> str:
        if name and (fault := written_fault(name)):
            raise ValueError(fault)
        return name

    @model_validator(mode="after")
    def _signs_or_joins(self) -> "LedgerLine":
        signs = (self.leaflet, self.locale, self.role)
        right = not any((*signs, self.until, self.texts)) if self.joins else all(signs)
        if not right:
            raise ValueError("it must name either a role or the branches to join")
        return self

    def is_of(self, other: "LedgerLine") -> bool:
        """Whether one person wrote both, as far as names and keys tell."""
        mine, others = ({one.by, one.signer} - {""} for one in (self, other))
        return any(same_person(one, other) for one in mine for other in others)

    @property
    def person(self) -> str:
        """The person's name, with that of the key where it is another."""
        bare = not self.signer or same_person(self.by, self.signer)
        return self.by if bare else f"{self.by} ({self.signer})"

    def holds_on(self, day: date) -> bool:
        """Whether the signature has not expired."""
        return self.until is None or day <= self.until


def format_line(line: LedgerLine) -> str:
    """The line as it is in the ledger."""
    return line.model_dump_json(exclude_defaults=True)
