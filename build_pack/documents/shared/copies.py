"""A document that is signed, in two copies: one for the clinic's file, one for the patient."""

from dataclasses import replace
from typing import TypeVar

from build_pack.documents.shared.views import Document
from build_pack.translation.ui_words import UiWords

D = TypeVar("D", bound=Document)


def two_copies(document: D, words: UiWords) -> tuple[D, D]:
    """The copy for the file, then the patient's."""
    return (
        replace(document, copy=words.pgettext("consent.copy-file", "Copy for the clinic’s file")),
        replace(document, copy=words.pgettext("consent.copy-patient", "Copy for you to keep")),
    )
