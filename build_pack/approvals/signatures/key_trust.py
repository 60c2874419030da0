"""Whose keys count, as those who signed before have decided: the ledger says it, not a file.

Whoever can write files can write another list of keys, or that keys are not required. So both are
signed, and each change of them holds only from the line on by which a second person of those who
could sign before has signed it, with a key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_pack.approvals.ledger.ledger_file import Signature
from build_pack.approvals.signatures.allowed_signers import LIST_ID, AllowedSigners, key_list
from build_pack.problems import Place

VALUE_ID = "clinic.yaml:approvals"
"""The id of the text that says whether keys are required."""
REQUIRED = "keys: required"

_PEOPLE = 2
"""So many people agree on a change: one could let a second key of their own count."""


@dataclass
class _AgreedValue:
    """A value that changes once enough people have signed the same other one."""

    value: str = ""
    place: Place | None = None
    """The line that made it what it is."""
    _wanted: dict[str, str] = field(default_factory=dict)

    def hear(self, value: str, name: str, place: Place, *, taken_back: bool) -> None:
        """Take into account that someone has signed a value, or no longer stands by it."""
        self._wanted.pop(name, None)
        if not taken_back and value != self.value:
            self._wanted[name] = value
        if list(self._wanted.values()).count(value) >= _PEOPLE:
            self.set(value, place)

    def set(self, value: str, place: Place) -> None:
        """Make it the value from this line on; what was wanted before does not count any more."""
        self.value, self.place = value, place
        self._wanted.clear()


class KeyTrust:
    """What the lines so far say of keys; to be told of each line, in order."""

    def __init__(self) -> None:
        self._list, self._required = _AgreedValue(), _AgreedValue()
        self._keys: AllowedSigners | None = None

    @property
    def required_since(self) -> Place | None:
        """The line since which keys are required; None if they are not."""
        return self._required.place if self._required.value == REQUIRED else None

    @property
    def keys(self) -> AllowedSigners | None:
        """The list that holds now; None if no line has signed one so far."""
        return self._keys

    def keys_for(self, signature: Signature) -> AllowedSigners | None:
        """The keys with which a line may be signed; None if no line has signed a list so far.

        The first line that signs a list has to be signed with a key of that list.
        """
        if self._keys is None and (text := _signed(signature, LIST_ID)):
            return key_list(text, Path(LIST_ID))
        return self._keys

    def hear(self, signature: Signature, *, authentic: bool) -> None:
        """Take a line into account; `authentic` is whether one of those keys has signed it.

        That keys are required, and the first list of them, are heard from each line that names a
        key: who takes a list or a signature away must not make them unheard.
        """
        line, place = signature.line, signature.place
        taken_back = not line.holds_on(line.at.date())
        value, list_ = _said(signature), _signed(signature, LIST_ID)
        if line.signer and not taken_back:
            if value == REQUIRED and not self.required_since:
                self._required.set(value, place)
            if list_ and not self._list.value:
                self._list.set(list_, place)
        if list_ and authentic:
            self._list.hear(list_, line.signer, place, taken_back=taken_back)
        if value and authentic and self.required_since:
            self._required.hear(value, line.signer, place, taken_back=taken_back)
            if not self.required_since:  # nobody is asked to sign a list any more
                self._list = _AgreedValue()
        self._keys = key_list(self._list.value, Path(LIST_ID)) if self._list.value else None


def _said(signature: Signature) -> str:
    """Whether a line signs that keys are required, or that they are not; empty if neither."""
    lines = _signed(signature, VALUE_ID).split("\n")
    return REQUIRED if REQUIRED in lines else lines[0] and "keys: optional"


def _signed(signature: Signature, name: str) -> str:
    texts: Mapping[str, tuple[str, str]] = signature.texts
    return texts[name][0] if name in texts else ""
