"""Which scripts a page is written in, and so which fonts it is printed with."""

import re

from build_pack.documents.day_sheet.views import DaySheetDocument
from build_pack.locales import Locale
from build_pack.printing.layout import HtmlPage, PrintSetup
from build_pack.rendering.fonts.font_files import FURTHER

_LANG = re.compile(r'\blang="([^"]+)"')


def extra_scripts(html_page: HtmlPage, setting: PrintSetup) -> frozenset[str]:
    """The scripts of a page for which the first font does not do.

    No page gets more than its own, so that a letter that slipped in from elsewhere is reported. The
    list of a day holds names as they were typed, in whatever script its visitors speak.
    """
    spoken = set(_LANG.findall(html_page.html))
    if isinstance(html_page.document, DaySheetDocument):
        spoken.update(setting.common.catalogs)
    return frozenset(Locale.typed(one).script for one in spoken).intersection(FURTHER)
