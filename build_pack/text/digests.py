"""Digests of exact texts: the same digest, the same words."""

from hashlib import sha256


def digest(*texts: str) -> str:
    """One digest of several texts in this order, as 64 hexadecimal digits."""
    whole = sha256()
    for text in texts:
        whole.update(sha256(text.encode()).digest())
    return whole.hexdigest()
