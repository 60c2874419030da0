"""What a public SSH key is made of, as far as it tells one key from another and weak ones apart."""

from base64 import b64decode
from binascii import Error

_KINDS = frozenset({
    "ssh-ed25519",
    "sk-ssh-ed25519@openssh.com",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-rsa",
})  # fmt: skip
"""The kinds of keys that may sign."""

_RSA_BITS = 2048
_LENGTH = 4
"""Bytes that say how long a field is (RFC 4251, section 5)."""


def key_fault(kind: str, blob: str) -> str:
    """Why this key may not sign; empty if it may."""
    if kind not in _KINDS:
        return f"Keys of the type {kind} are not accepted."
    fields = _fields(blob)
    if len(fields) < 2 or fields[0] != kind.encode() or not all(fields[:2]):  # noqa: PLR2004 - kind and key
        return "This is not a complete public SSH key."
    bits = (
        int.from_bytes(key_material(blob), "big").bit_length() if kind == "ssh-rsa" else _RSA_BITS
    )
    if bits < _RSA_BITS:
        return f"This RSA key has {bits} bits; the minimum is {_RSA_BITS}."
    return ""


def key_material(blob: str) -> bytes:
    """What makes the key: two that share it are one, also as two kinds or with another exponent."""
    kind, *fields = _fields(blob)
    if kind == b"ssh-rsa":
        return fields[1].lstrip(b"\0") if len(fields) > 1 else b""
    at = 1 if b"ecdsa" in kind else 0
    return fields[at] if len(fields) > at else b""


def _fields(blob: str) -> list[bytes]:
    """The fields of a key; as many as there are whole."""
    try:
        rest = b64decode(blob, validate=True)
    except Error:
        return [b""]
    found = []
    while len(rest) >= _LENGTH:
        size = int.from_bytes(rest[:_LENGTH], "big")
        found.append(rest[_LENGTH : _LENGTH + size])
        if len(found[-1]) < size:
            return [b""]
        rest = rest[_LENGTH + size :]
    return found if found and not rest else [b""]
