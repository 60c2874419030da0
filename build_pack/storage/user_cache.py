"""Where this user's programs keep what they can make again."""

import os
from pathlib import Path


def user_cache() -> Path | None:
    """The folder named by BUILD_PACK_CACHE, else one in the user's own cache folder.

    None for a user without a home folder.
    """
    if named := os.environ.get("BUILD_PACK_CACHE"):
        return Path(named)
    # The XDG specification has relative paths ignored.
    shared = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        return (shared if shared.is_absolute() else Path.home() / ".cache") / "build-pack"
    except RuntimeError:
        return None
