"""The clinic in a document's language: names of days, purposes of numbers, times of day."""

from build_pack.content.colour_contrast import LEAST_CONTRAST, darker_until
from build_pack.content.models.clinic import Clinic, Purpose
from build_pack.content.models.clinic import Hours as SourceHours
from build_pack.content.models.clinic import Phone as SourcePhone
from build_pack.content.models.page_format import PageFormat
from build_pack.documents.shared.dates_and_numbers import LocaleConventions, with_fixed_spaces
from build_pack.documents.shared.sources import DocumentSources
from build_pack.documents.shared.views import ClinicView, HoursView, LetterheadView, PhoneView
from build_pack.translation.ui_words import UiWords

Phones = tuple[SourcePhone, ...]

_EDGE = 6
"""Millimetres that every page leaves free above and below what is printed on it."""


def letterhead_view(clinic: Clinic, page_format: PageFormat) -> LetterheadView | None:
    """What the clinic's letterhead takes from a page; other paper than the clinic's has none."""
    if clinic.letterhead is None or page_format.screen or page_format.paper is not clinic.paper:
        return None
    return LetterheadView(clinic.letterhead.top - _EDGE, clinic.letterhead.bottom - _EDGE)


def clinic_view(sources: DocumentSources, words: UiWords, formats: LocaleConventions) -> ClinicView:
    """The clinic as a document prints it."""
    clinic = sources.clinic
    return ClinicView(
        name=clinic.name.words(words.locale),
        address=clinic.address,
        phones=_phones(clinic.phones, words),
        questions=_phones(_for(clinic.phones, Purpose.QUESTIONS), words)[0].number,
        urgent=_phones(_for(clinic.phones, Purpose.QUESTIONS, Purpose.OUT_OF_HOURS), words),
        hours=tuple(_hours(hours, words, formats) for hours in clinic.hours),
        emergency_number=with_fixed_spaces(clinic.emergency_number),
        website=clinic.website,
        colour=clinic.brand.colour,
        ink=darker_until(clinic.brand.colour, LEAST_CONTRAST),
        logo=sources.logo,
    )


def _for(phones: Phones, *purposes: Purpose) -> Phones:
    """The numbers for these purposes, or all where the clinic has none for them."""
    return tuple(phone for phone in phones if phone.purpose in purposes) or phones


def _phones(phones: Phones, words: UiWords) -> tuple[PhoneView, ...]:
    labels = _purposes(words)
    return tuple(
        PhoneView(labels[phone.purpose], with_fixed_spaces(phone.number)) for phone in phones
    )


def _purposes(words: UiWords) -> dict[Purpose, str]:
    return {
        Purpose.APPOINTMENTS: words.pgettext("phone.appointments", "Appointments"),
        Purpose.QUESTIONS: words.pgettext("phone.questions", "Questions about your treatment"),
        Purpose.OUT_OF_HOURS: words.pgettext("phone.out-of-hours", "Evenings, nights, weekends"),
    }


def _hours(hours: SourceHours, words: UiWords, formats: LocaleConventions) -> HoursView:
    days = formats.weekday(hours.first)
    if hours.last:
        # Translators: a range of weekdays, as in “Monday to Friday”.
        pattern = words.pgettext("hours.days", "%(first)s to %(last)s")
        days = pattern % {"first": days, "last": formats.weekday(hours.last)}
    return HoursView(days, f"{formats.time(hours.opens)}–{formats.time(hours.closes)}")
