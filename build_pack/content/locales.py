"""Locales and languages."""


def language(locale: str) -> str:
    """The language of a locale, without its country: `pt` of `pt_BR`."""
    return locale.partition("_")[0]
