"""What may become of a file: by a slip, by a program that writes it wrong, or on purpose."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from random import Random
from typing import Any

Mutator = Callable[[Random, bytes, Sequence[bytes]], bytes]

_NUMBERS = (
    "0 -1 1 1e999 -1e999 1e-400 NaN 9999999999999999999999 00 0x1F 1_000 0.1 -0 .5 1e9 2147483648"
)
_DATES = "0001-01-01 9999-12-31 2026-02-30 2026-13-01 2024-02-29 2026-12-10T09:00 2026-12-10T24:00"
_WORDS = "null true yes ~ - ? : [] {} {a: b} [[]] | > & * ! % @ ` ' \" \\ # -- ... <<: =1+1 {{x}}"
_UNITS = "5mg 5µg 0.5.5 1,5 5 mg/ml 24h P1D 12:60 25:00 100% -5 days 1e9pt calc(1px 50%% inf cm"
_ODD = (
    "\u202e", "\u200b", "\ufeff", "\0", "\x7f", "\x85", "\u2028", "\U0010ffff", "\ue000",
    "\u0301" * 40,
    "İı", "ß", "ﷺ", "👨‍👩‍👧", "\ufffd", "\ud7ff", "א", "١٢", "²", "Ⅷ", "\r", "\t", "\v", "\f",
)  # fmt: skip
_RAW = (
    b"\xff",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\xf4\x90\x80\x80",
    b"\xfe\xff",
    b"\0",
    b"\xef\xbb\xbf",
)
TOKENS = tuple(
    token.encode()
    for token in (*_NUMBERS.split(), *_DATES.split(), *_WORDS.split(), *_UNITS.split(), *_ODD)
)
_MOST = 3_000_000
"""Bytes, more than the program reads of any such file."""
_TOKEN = re.compile(rb"[\w.:-]+")
_NUMBER = re.compile(rb"-?\d+(?:[.:-]\d+)*")


def _flipped(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def _cut(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    start, end = _span(random, data)
    return data[:start] if random.random() < 0.4 else data[:start] + data[end:]


def _doubled(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    start, end = _span(random, data)
    return data[:end] + data[start:end] * random.choice((1, 1, 2, 50)) + data[end:]


def _spliced(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = random.choice(others)
    start, _ = _span(random, data)
    _, end = _span(random, other)
    return data[:start] + other[end:]


def _inserted(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    at, _ = _span(random, data)
    return data[:at] + random.choice((*TOKENS, *_RAW)) + data[at:]


def _swapped(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """A word in place of another one: of the file, or one that readers stumble over."""
    found = list(_TOKEN.finditer(data))
    if not found:
        return data
    one = random.choice(found)
    other = random.choice((random.choice(found)[0], random.choice(TOKENS)))
    return data[: one.start()] + other + data[one.end() :]


def _counted(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """A number in place of another one."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return data
    one, other = random.choice(found), random.choice(f"{_NUMBERS} {_DATES}".split())
    return data[: one.start()] + other.encode() + data[one.end() :]


def _lines(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """Lines exchanged, repeated, left out or indented otherwise."""
    lines = data.split(b"\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(4):
        case 0:
            lines[at], lines[other] = lines[other], lines[at]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            del lines[at]
        case _:
            lines[at] = b" " * random.randint(0, 5) + lines[at].lstrip()
    return b"\n".join(lines)


def _nested(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    at, depth = _span(random, data)[0], random.choice((5, 40, 3000))
    opened, closed = random.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"- ", b""), (b"(", b")")))
    return data[:at] + opened * depth + closed * random.choice((0, depth)) + data[at:]


def _long(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    at, _ = _span(random, data)
    text = random.choice((b"a", b"a ", b"\xc5\x9f", b"1", b"*", b"\n", b" ", b'"', b"a\n", b"**[@"))
    return data[:at] + text * random.choice((200, 5000, 30_000)) + data[at:]


def _encoded(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """As other programs write texts."""
    text = data.decode("utf-8", "replace")
    match random.randrange(6):
        case 0:
            return text.encode(
                random.choice(("utf-16", "utf-16-le", "utf-32", "cp1254")), "replace"
            )
        case 1:
            return b"\xef\xbb\xbf" * random.choice((1, 2)) + data
        case 2:
            return data.replace(b"\n", random.choice((b"\r", b"\r\n", b"\n\r", b"\x85", b"")))
        case 3:
            return data.rstrip(b"\n")
        case 4:
            return data[: random.randrange(3)]
    return data + random.choice((b"\x1a", b"\0" * 512, b"\n" * 5000))


def _shaped(random: Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """A value inside a YAML or JSON file removed, exchanged or wrapped."""
    tree = json.loads(_tree(data))
    holders = list(_holders(tree))
    for _ in range(random.randint(1, 3) if holders else 0):
        _change(random, *random.choice(holders), holders)
    return json.dumps(tree, indent=random.choice((None, 1))).encode() if holders else data


@lru_cache(maxsize=64)
def _tree(data: bytes) -> str:
    """What a file holds, as JSON; nothing of one that is broken."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        reader = YAML(typ="safe", pure=True)
        reader.max_depth = 40
        return json.dumps(reader.load(data.decode().replace("\t", " ")), default=str)
    except (YAMLError, ValueError, TypeError, RecursionError):
        return "null"


def _holders(tree: Any) -> Iterator[tuple[Any, Any]]:
    keys = (
        range(len(tree)) if isinstance(tree, list) else list(tree) if isinstance(tree, dict) else ()
    )
    for key in keys:
        yield tree, key
        yield from _holders(tree[key])


def _change(random: Random, holder: Any, key: Any, holders: Sequence[Any]) -> None:
    try:
        value = holder[key]
    except (KeyError, IndexError):  # gone by an earlier change
        return
    other, its = random.choice(holders)
    odd = random.choice((*_NUMBERS.split(), *_DATES.split(), *_WORDS.split(), *_ODD, "\ud800", ""))
    plain: Any = random.choice(
        (None, True, 0, -1, 10**30, 1.5, [], {}, [[]], {"a": 1}, odd, odd * 999)
    )
    match random.randrange(6):
        case 0:
            del holder[key]
        case 1:
            holder[key] = plain
        case 2 if isinstance(other, list) == isinstance(its, int):
            holder[key] = json.loads(json.dumps(_at(other, its), default=str))
        case 3:
            holder[key] = [value] if random.random() < 0.5 else {odd: value}
        case 4 if isinstance(holder, dict):
            holder[odd] = holder.pop(key)
        case _ if isinstance(value, str):
            holder[key] = value + odd
        case _:
            holder[key] = [value] * (300 if len(str(value)) < 100 else 3)


def _at(holder: Any, key: Any) -> Any:
    try:
        return holder[key]
    except (KeyError, IndexError):
        return None


def _span(random: Random, data: bytes) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, min(len(data), start + random.choice((1, 5, 40, 400)))


OF_BYTES: tuple[Mutator, ...] = (_flipped, _cut, _doubled, _spliced, _inserted)
OF_TEXTS: tuple[Mutator, ...] = (
    *OF_BYTES, _swapped, _swapped, _counted, _lines, _nested, _long, _encoded
)  # fmt: skip
OF_TREES: tuple[Mutator, ...] = (*OF_TEXTS, *[_shaped] * 8)


def mutated(random: Random, seeds: Sequence[bytes], mutators: Sequence[Mutator]) -> bytes:
    """One of the seeds, changed in one way or in several."""
    data = random.choice(seeds)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        data = random.choice(mutators)(random, data, seeds)[:_MOST]
    return data
