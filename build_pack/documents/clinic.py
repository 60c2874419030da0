"""The clinic in a document's language: names of days, purposes of numbers, times of day."""

from build_pack.content.clinic import Hours as SourceHours
from build_pack.content.clinic import Phone as SourcePhone
from build_pack.content.clinic import Purpose
from build_pack.content.colour import LEAST_CONTRAST, darker_until
from build_pack.documents.formats import Formats, unbroken
from build_pack.documents.model import ClinicView, Hours, Phone
from build_pack.documents.sources import Sources
from build_pack.translation.words import Words

Phones = tuple[SourcePhone, ...]


def clinic_view(sources: Sources, words: Words, formats: Formats) -> ClinicView:
    """The clinic as a document prints it."""
    clinic = sources.clinic
    return ClinicView(
        name=clinic.name.words(words.locale),
        address=clinic.address,
        phones=_phones(clinic.phones, words),
        questions=_phones(_for(clinic.phones, Purpose.QUESTIONS), words)[0].number,
        urgent=_phones(_for(clinic.phones, Purpose.QUESTIONS, Purpose.OUT_OF_HOURS), words),
        hours=tuple(_hours(hours, words, formats) for hours in clinic.hours),
        emergency_number=unbroken(clinic.emergency_number),
        website=clinic.website,
        colour=clinic.brand.colour,
        ink=darker_until(clinic.brand.colour, LEAST_CONTRAST),
        logo=sources.logo,
    )


def _for(phones: Phones, *purposes: Purpose) -> Phones:
    """The numbers for these purposes, or all where the clinic has none for them."""
    return tuple(phone for phone in phones if phone.purpose in purposes) or phones


def _phones(phones: Phones, words: Words) -> tuple[Phone, ...]:
    labels = _purposes(words)
    return tuple(Phone(labels[phone.purpose], unbroken(phone.number)) for phone in phones)


def _purposes(words: Words) -> dict[Purpose, str]:
    return {
        Purpose.APPOINTMENTS: words.pgettext("phone.appointments", "Appointments"),
        Purpose.QUESTIONS: words.pgettext("phone.questions", "Questions about your treatment"),
        Purpose.OUT_OF_HOURS: words.pgettext("phone.out-of-hours", "Evenings, nights, weekends"),
    }


def _hours(hours: SourceHours, words: Words, formats: Formats) -> Hours:
    days = formats.weekday(hours.first)
    if hours.last:
        # Translators: a range of weekdays, as in “Monday to Friday”.
        pattern = words.pgettext("hours.days", "%(first)s to %(last)s")
        days = pattern % {"first": days, "last": formats.weekday(hours.last)}
    return Hours(days, f"{formats.time(hours.opens)}–{formats.time(hours.closes)}")
