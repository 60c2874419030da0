"""Dates as the program writes them are never taken for words of another language."""

import datetime as dt
from pathlib import Path

import pytest

from build_pack.checks.check_types import CheckContext, TextPair
from build_pack.checks.findings import text_findings
from build_pack.checks.print.checked_document import CheckedDocument
from build_pack.checks.print.print_checks import print_problems
from build_pack.content.models.document_kinds import DocumentKind
from build_pack.documents.shared.dates_and_numbers import LocaleConventions
from build_pack.problems import Place
from build_pack.rendering.pdf.printed_lines import PrintedBox, PrintedLine, PrintedPage, PrintedRun

_FIRST = ("ar", "az", "de", "el", "en", "en_GB", "en_US", "es", "fr", "it", "ku", "nl", "pl")
LOCALES = (*_FIRST, "pt_BR", "ru", "tr", "uk", "ckb", "fa", "hu", "fi", "ro", "bg", "sq")
DAYS = [
    dt.datetime(2027, month, day, 14, 30, tzinfo=dt.UTC)
    for month in range(1, 13)
    for day in range(8, 15)
]
"""Each weekday in each month."""
PLACE = Place(Path("x.pdf"))


def page(*words: str) -> PrintedPage:
    """A page on which these lines stand one below the other, well inside it."""
    box = PrintedBox(100, 400, 300, 414)
    runs = (PrintedRun(one, 12, "#000000", "#ffffff", 403, box) for one in words)
    return PrintedPage(1, 595, 842, tuple(PrintedLine((run,)) for run in runs))


def said(locale: str, *words: str, own: tuple[str, ...] = ()) -> list[str]:
    printed = CheckedDocument(DocumentKind.LEAFLET, locale, (page(*words),), own)
    return [one.message for one in print_problems(printed, PLACE)]


def written(formats: LocaleConventions, day: dt.datetime) -> tuple[str, ...]:
    """All ways in which the program writes a day, each on a line of its own."""
    whole = (formats.date(day), formats.full_date(day), formats.short_date(day))
    calendar = (formats.short_weekday(day), formats.day_and_month(day))
    return (*whole, *calendar, formats.moment(day))


@pytest.mark.parametrize("country", ["", "TR", "GB"])
@pytest.mark.parametrize("locale", LOCALES)
def test_every_month_and_weekday_may_be_printed(locale: str, country: str) -> None:
    formats = LocaleConventions(locale, country)
    lines = [line for day in DAYS for line in written(formats, day)]
    assert said(locale, *lines) == []


def test_a_date_that_breaks_over_lines_is_one() -> None:
    assert said("tr", "Pzt 10", "May", "2027", "10 May", "Per") == []
    assert said("tr", "Mayıs 2027", "(May 2027)", "10.–12. May", "May 10") == []


@pytest.mark.parametrize("line", ["You may 5 kez alın.", "May alın.", "10 gün may", "Will 10 May"])
def test_a_word_that_is_not_the_name_of_a_month_is_found(line: str) -> None:
    assert len(said("tr", line)) == 1


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize(
    ("english", "turkish"),
    [("d MMMM y", "d MMMM y"), ("EEEE, d MMMM", "d MMMM EEEE"), ("d MMM y", "d MMM y"),
     ("EEE d MMM", "d MMM EEE"), ("MMMM d, y", "d MMMM y"), ("MMMM y", "MMM y"),
     ("MMM d", "d MMM"), ("EEEE", "EEEE"), ("EEE", "EEE")],
)  # fmt: skip
def test_a_date_in_a_text_is_no_fault(month: int, english: str, turkish: str) -> None:
    from babel.dates import format_date

    for day in range(8, 15):
        one = dt.date(2027, month, day)
        source = f"{format_date(one, english, 'en')}: call us."
        text = f"{format_date(one, turkish, 'tr')}: bizi arayın."
        assert found("tr", source, text) == []
        source, text = source.removesuffix(": call us."), text.removesuffix(": bizi arayın.")
        assert found("tr", f"Call us on {source}.", f"{text} günü bizi arayın.") == []


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Come on the 5th of May.", "5 Mayıs günü gelin."),
        ("Come on May 5th.", "5 Mayıs günü gelin."),
        ("Come on 1 May.", "Mayıs ayının 1’inde gelin."),
        ("Come on 22nd March 2027.", "22 Mart 2027 günü gelin."),
        ("From 3 to 5 May you may drive.", "3–5 Mayıs arasında araç kullanabilirsiniz."),
    ],
)
def test_a_date_may_be_written_in_other_ways(source: str, text: str) -> None:
    assert found("tr", source, text) == []


def test_another_month_is_still_found() -> None:
    assert found("tr", "Come on 5 May.", "5 Haziran günü gelin.") == ["number-mismatch"]
    assert found("tr", "Come on the 5th of May.", "5 Haziran günü gelin.") == ["number-mismatch"]


@pytest.mark.parametrize("locale", ["de", "nl", "az"])
def test_a_month_with_the_same_name_in_both_languages_is_not_left_over(locale: str) -> None:
    months = ("April", "August", "September", "November")
    names = [one for one in months if one in dict(enumerate(_months(locale))).values()]
    for name in names:
        assert found(locale, f"{name}: we are closed.", f"{name}: wir haben zu.") == []


def _months(locale: str) -> list[str]:
    from babel.dates import get_month_names

    return list(get_month_names("wide", "format", locale).values())


def found(locale: str, source: str, text: str) -> list[str]:
    """The codes of what checks of single texts find as errors."""
    pair = TextPair("clinic.yaml:checklist.x.text", locale, text, source, PLACE)
    return [one.problem.code for one in text_findings([pair], CheckContext(), errors_only=True)]
