"""What the reader is asked to do: that there is something, and who, when and how to call."""

import re
from collections.abc import Iterator, Mapping

from build_pack.checks.check_types import CheckFault, LeafletReading, LeafletRemark
from build_pack.checks.guidance.advice import remark
from build_pack.content.models.text_nodes import TextRole
from build_pack.content.models.warning_signs import ANSWERS, Answer
from build_pack.content.walk import walk
from build_pack.text.plain_text import plain
from build_pack.translation.passages import passages
from build_pack.translation.segments import segment_id, sign_id

_VERBS = (
    "ask|avoid|bring|call|check|come|contact|do|drink|drive|eat|follow|get|go|keep|know|look|make"
    "|phone|read|rest|ring|see|show|start|stop|take|talk|tell|tick|use|walk|wash|watch|wear|write"
)
_IMPERATIVE = r"(?<!\biç)(?<!\byak)(?<!\buz)(?<!\bbüt)(?<=\w\w)[ıiuü]n(?:[ıiuü]z)?(?=[.!:;,]|$)"
"""Of a Turkish verb; “için”, “yakın”, “uzun” and “bütün” are none."""
_ACTION: Mapping[str, str] = {
    "en": rf"(?:^|[.!?:,;]\s+|\b(?:and|or|please)\s+)(?:{_VERBS})\b(?!\s+you\b)",
    "tr": _IMPERATIVE,
}
"""What to do: in English it begins a clause, in Turkish it ends one."""
_READER: Mapping[str, str] = {
    "en": rf"\byou(?:r|rs|rself)?\b|{_ACTION['en']}",
    "tr": rf"\bsiz(?:i|e|de|den|in|inle)?\b|(?<!\b[bdg])[aeıioöuü]n[ıiuü]z|{_ACTION['tr']}",
}
"""Who is spoken to; “deniz” and “geniz” are nobody."""
_CALL: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?i)\b(?:call|phone|ring)\b"),
    "tr": re.compile(r"(?i)\b(?:ara|arayın|arayınız)\b"),
}
_WHEN: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"(?i)\b(?:at once|immediately|now|without delay|right away|straight away)\b"),
    "tr": re.compile(r"(?i)\b(?:hemen|derhal|gecikmeden|beklemeden|vakit kaybetmeden)\b"),
}
_NUMBER = "{emergency_number}"


def no_action(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """A leaflet or a checklist that asks the reader to do nothing."""
    name = reading.leaflet.model.id
    example = "“Bizi arayın”" if reading.language == "tr" else "“Call us”"
    hint = f"Say what to do, such as {example}."
    documents = (name, segment_id(name, "checklist"))
    yield from _without(reading, documents, _ACTION, "gives the reader nothing to do", hint)


def no_reader(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """A document that speaks of patients and not to one."""
    name = reading.leaflet.model.id
    hint = f"Write “{'siz' if reading.language == 'tr' else 'you'}” instead of “patients”."
    documents = (name, segment_id(name, "consent"), segment_id(name, "checklist"))
    yield from _without(reading, documents, _READER, "does not address the reader", hint)


def _without(
    reading: LeafletReading,
    documents: tuple[str, ...],
    patterns: Mapping[str, str],
    lacks: str,
    hint: str,
) -> Iterator[LeafletRemark]:
    """Say of each document in which nothing matches what it lacks, at its first text."""
    pattern = patterns.get(reading.language)
    for passage in passages(reading.leaflet.model, reading.signs):
        pairs = [reading.pairs[name] for name in passage.texts if name in reading.pairs]
        if not pattern or passage.id not in documents or not pairs:
            continue
        if not any(re.search(f"(?i){pattern}", plain(pair.text)) for pair in pairs):
            content = "\n".join(pair.text for pair in pairs)
            message = f"“{passage.id}” {lacks}."
            yield LeafletRemark(CheckFault(message, hint), pairs[0].place, passage.id, content)


def no_call(reading: LeafletReading) -> Iterator[LeafletRemark]:
    """Signs of danger that do not come with whom to call, how and when."""
    model, spoken = reading.leaflet.model, reading.language
    leads = (node for node in walk(model).nodes if node.role is TextRole.DANGER_LEAD)
    own = (segment_id(model.id, *node.id) for node in leads)
    for name in (*own, *(sign_id(ANSWERS, answer) for answer in Answer)):
        pair = reading.pairs.get(name)
        if pair is None or spoken not in _CALL:
            continue
        lacking = [
            what
            for what, there in (
                ("whom to call", _CALL[spoken].search(pair.text)),
                (f"the number, {_NUMBER}", _NUMBER in pair.text),
                ("how soon to call", _WHEN[spoken].search(pair.text)),
            )
            if not there
        ]
        if lacking:
            message = f"“{pair.id}” does not say {' or '.join(lacking)}."
            example = "“hemen arayın”" if spoken == "tr" else "“call at once”"
            yield remark(pair, message, f"State whom to call, and how soon, such as {example}.")
