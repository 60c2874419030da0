"""The shapes of short texts such as ids, colours and phone numbers: as patterns, and in words."""

ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
LOCALE = r"^[a-z]{2,3}(_[A-Z][a-z]{3})?(_[A-Z]{2})?$"
COUNTRY = r"^[A-Z]{2}$"
VERSION = r"^[0-9]+\.[0-9]+$"
CODE = r"^[A-Z0-9]{2,8}$"
BLOCK = r"^[a-z0-9-]+\.[a-z0-9-]+$"
ANSWERED_BY = r"^(fasting|checklist\.[a-z][a-z0-9]*(-[a-z0-9]+)*)$"
ATC = r"^[A-Z][0-9]{2}([A-Z]([A-Z]([0-9]{2})?)?)?$"
PHONE = r"^\+?\(?[0-9][0-9 ()\-]{1,24}$"
CLOCK = r"^([01][0-9]|2[0-3]):[0-5][0-9]$"
COLOUR = r"^#[0-9a-fA-F]{6}$"
LOGO = r"^[^/\\]+\.([sS][vV][gG]|[pP][nN][gG])$"
WEBSITE = r"^[\w.-]+\.[a-z]{2,}(/\S*)?$"

SPAN = r"^[1-9][0-9]{0,2} (minute|hour|day|week|month)s?$"

DIGEST = r"^[0-9a-f]{16}$"

IN_WORDS: dict[str, str] = {
    ID: (
        "Lower-case letters, digits and hyphens, starting with a letter. Never changes once in use."
    ),
    LOCALE: "A language code such as tr, with a country code if needed, such as pt_BR.",
    COUNTRY: "The country code in two capital letters, such as TR.",
    VERSION: 'Two numbers with a dot between them, in quotes, such as "1.0".',
    CODE: "Two to eight capital letters A to Z or digits, such as RFN.",
    BLOCK: "The id of a section, a dot and the id of one of its blocks, such as risks.bleeding.",
    ANSWERED_BY: (
        "Either fasting, or checklist. and the id of a line of the clinic, such as "
        "checklist.driving."
    ),
    ATC: "ATC code, of a group (B01A) or a substance (B01AA03).",
    PHONE: (
        "As patients dial it, in quotes: digits, spaces, hyphens, brackets, and optionally + in "
        "front."
    ),
    CLOCK: '24-hour time in quotes, such as "08:30".',
    COLOUR: 'A # and six characters, each 0 to 9 or a to f, in quotes, such as "#0a4f5c".',
    SPAN: "A number and minutes, hours, days, weeks or months, such as 30 minutes.",
    LOGO: "The name of a .svg or .png file in the clinic's folder.",
    DIGEST: "The 16 letters and digits that `build-pack ignore` wrote; do not change them.",
    WEBSITE: "Without https:// in front, such as www.example.org.",
}
"""How a text of each pattern is written: the hint for one that is not."""
