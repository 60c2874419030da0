"""Which scripts a page is written in, and so which fonts it is printed with."""

import re

from build_pack.content.locales import script
from build_pack.documents.contents import Contents
from build_pack.packs.typesetting import Galley, Setting
from build_pack.rendering.fonts import FURTHER

_LANG = re.compile(r'\blang="([^"]+)"')


def further_scripts(galley: Galley, setting: Setting) -> frozenset[str]:
    """The scripts of a page for which the first font does not do.

    No page gets more than its own, so that a letter that slipped in from elsewhere is told. The
    list of a day holds names as they were typed, in whatever script its visitors speak.
    """
    spoken = set(_LANG.findall(galley.html))
    if isinstance(galley.document, Contents):
        spoken.update(setting.common.catalogs)
    return frozenset(map(script, spoken)).intersection(FURTHER)
