"""A glossary: which words a language has for the terms of the leaflets, and which it keeps."""

from collections import Counter
from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from build_pack.content.models.base import Id, Model, Name
from build_pack.text.folding import fold_case

Forms = Annotated[tuple[Name, ...], Field(min_length=1)]


class Term(Model):
    """What a term is called in one language."""

    id: Id
    source: Forms
    """The English forms, such as singular and plural: each as a whole word."""
    use: Forms
    """What to call it; any ending may follow, so that a stem stands for its inflections."""
    avoid: tuple[Name, ...] = ()
    """What not to call it; any ending may follow."""
    note: Name | None = None
    """For translators."""

    @field_validator("avoid")
    @classmethod
    def _not_what_is_to_be_used(cls, avoid: tuple[str, ...], info: ValidationInfo) -> object:
        wanted = [fold_case(form) for form in info.data.get("use", ())]
        for form in avoid:
            if any(words.startswith(fold_case(form)) for words in wanted):
                raise ValueError(f"“{form}” is also the beginning of a word that should be used")
        return avoid


class Glossary(Model):
    """`locales/<locale>/glossary.yaml`."""

    terms: tuple[Term, ...] = ()
    keep: tuple[Name, ...] = ()
    """Words that stay as they are in this language, such as names and abbreviations."""

    @field_validator("terms")
    @classmethod
    def _each_once(cls, terms: tuple[Term, ...]) -> tuple[Term, ...]:
        if again := _twice(term.id for term in terms):
            raise ValueError(f"the id “{again}” is used twice")
        if again := _twice(fold_case(form) for term in terms for form in set(term.source)):
            raise ValueError(f"the words “{again}” are listed under two terms")
        return terms


def _twice(names: Iterable[str]) -> str | None:
    return next((name for name, times in Counter(names).items() if times > 1), None)
