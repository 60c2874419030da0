"""What this user's earlier runs have kept, shown and deleted."""

from dataclasses import dataclass
from pathlib import Path

from build_pack.storage.kept_results import MOST_BYTES, user_results


@dataclass(frozen=True)
class CacheInfo:
    """How much is kept."""

    folder: Path | None
    """Where; None for a user without a home folder, of whom nothing is kept."""
    entries: int
    size: int
    """In bytes."""
    most: int = MOST_BYTES
    """As much is kept at most, in bytes."""


def cache_info() -> CacheInfo:
    """How much is kept now."""
    results = user_results()
    if not results:
        return CacheInfo(None, 0, 0)
    sizes = [path.stat().st_size for path in results.entries()]
    return CacheInfo(results.folder, len(sizes), sum(sizes))


def clear_cache() -> CacheInfo:
    """Delete all that is kept, and say how much it was."""
    before = cache_info()
    if results := user_results():
        for path in results.entries():
            path.unlink(missing_ok=True)
    return before
