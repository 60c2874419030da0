"""Names of medicines in languages that are not signed, by which a typed name is found as well."""

import json
from collections.abc import Iterator, Mapping

from build_pack.approvals.approval_text import ApprovalPart, ApprovalText, same
from build_pack.approvals.document_usage import NONE
from build_pack.problems import Place

NamesByLocale = Mapping[str, Mapping[str, str]]
"""The name of each medicine, by locale and id."""


def other_names(names: NamesByLocale, program: NamesByLocale) -> NamesByLocale:
    """Those that are not the program's own."""
    return {
        locale: {
            medicine: name
            for medicine, name in found.items()
            if program.get(locale, {}).get(medicine) != name
        }
        for locale, found in names.items()
    }


def unsigned_language_texts(
    names: NamesByLocale, locale: str, place: Place
) -> Iterator[ApprovalText]:
    """What a medicine is called in other languages than this, as one text; none if nothing is."""
    lines = [
        f"{medicine} ({other}): {json.dumps(name, ensure_ascii=False)}"
        for other, found in sorted(names.items())
        for medicine, name in sorted(found.items())
        if other != locale
    ]
    if lines:
        words = "\n".join(lines)
        yield same("medicines.po:other-languages", locale, ApprovalPart.NAMES, words, place, NONE)
