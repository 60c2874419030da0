"""Changes that make a right file wrong, with all that is then said of it."""

DOCS = "docs/clinics.md and docs/leaflets.md list the keys."

Change = tuple[str, str, str, list[str]]
"""Kind of file, what is changed, to what, and the problems as `line:column code message hint`."""

REFUSED: list[Change] = [
    (
        "clinic",
        "country: TR",
        "contry: TR",
        [
            (f"1:1 key-missing The file lacks the key “country”. Add a line “country: …”; {DOCS}"),
            "6:1 key-unknown Unknown key “contry”. Did you mean “country”?",
        ],
    ),
    (
        "clinic",
        '  colour: "#0a4f5c"',
        '  color: "#0a4f5c"',
        [
            f"19:1 key-missing brand lacks the key “colour”. Add a line “colour: …”; {DOCS}",
            "20:3 key-unknown Unknown key “color”. Did you mean “colour”?",
        ],
    ),
    (
        "clinic",
        '    opens: "08:30"\n',
        '    opens: "08:30"\n    lunch: "12:00"\n',
        [
            (
                "16:5 key-unknown Unknown key “lunch”. Remove the line, or use one of: first, "
                "last, opens, closes."
            ),
        ],
    ),
    (
        "leaflet",
        "        text: A needle",
        "        txt: A needle",
        [
            (
                "15:9 key-missing sections → 1 → blocks → 1 lacks the key “text”. Add a line "
                f"“text: …”; {DOCS}"
            ),
            "17:9 key-unknown Unknown key “txt”. Did you mean “text”?",
        ],
    ),
    (
        "leaflet",
        "          of: how.heat",
        "          off: how.heat",
        [
            (
                "36:11 key-missing consent → sections → 1 → blocks → 1 lacks the key “of”. "
                f"Add a line “of: …”; {DOCS}"
            ),
            "37:11 key-unknown Unknown key “off”. Did you mean “of”?",
        ],
    ),
    (
        "clinic",
        'emergency_number: "112"\n',
        "",
        [
            (
                "1:1 key-missing The file lacks the key “emergency_number”. Add a line "
                f"“emergency_number: …”; {DOCS}"
            ),
        ],
    ),
    (
        "clinic",
        "  - purpose: appointments\n    number:",
        "  - number:",
        [
            (
                "10:5 key-missing phones → 1 lacks the key “purpose”. Add a line “purpose: "
                f"…”; {DOCS}"
            ),
        ],
    ),
    (
        "medicines",
        "medicine: aspirin\n    decision",
        "decision",
        [
            (
                "5:5 value-invalid rules → 1: give either medicine or class. Correct the lines of "
                "this key."
            ),
        ],
    ),
    (
        "leaflet",
        "  heading: Get help\n",
        "",
        [
            (
                "24:1 key-missing red_flags lacks the key “heading”. Add a line “heading: "
                f"…”; {DOCS}"
            ),
        ],
    ),
    (
        "leaflet",
        "      - type: paragraph\n        id: heat",
        "      - id: heat",
        [
            (
                "15:9 key-missing sections → 1 → blocks → 1 lacks the key “type”. Add a line "
                f"“type: …”; {DOCS}"
            ),
        ],
    ),
    (
        "leaflet",
        "type: paragraph",
        "type: table",
        [
            (
                "15:15 value-invalid sections → 1 → blocks → 1 → type: “table” is not one of "
                "the choices. Choose one of: paragraph, list, notice, figure, chance, "
                "blank, repeat."
            ),
        ],
    ),
    (
        "clinic",
        "purpose: appointments",
        "purpose: fax",
        [
            (
                "10:14 value-invalid phones → 1 → purpose: “fax” is not one of the choices. "
                "Choose appointments, questions or out-of-hours."
            ),
        ],
    ),
    (
        "medicines",
        "decision: withhold",
        "decision: stop",
        [
            (
                "6:15 value-invalid rules → 1 → decision: “stop” is not one of the choices. "
                "Did you mean “withhold”? "
                "Choose continue, withhold, reduce, switch, ask or undecided."
            ),
        ],
    ),
    (
        "clinic",
        'emergency_number: "112"',
        "emergency_number: 112",
        [
            (
                "12:19 value-invalid emergency_number: “112” must be text. Put it in double "
                "quotes, exactly as it is."
            ),
        ],
    ),
    (
        "medicines",
        'version: "1.0"',
        "version: 1.10",
        [
            (
                "1:10 value-invalid version: the value must be text. Put it in double quotes, "
                "exactly as it is."
            ),
        ],
    ),
    (
        "clinic",
        "  en: North Clinic",
        "  en: true",
        [
            (
                "4:7 value-invalid name → en: the value must be text. Put it in double quotes, "
                "exactly as it is."
            ),
        ],
    ),
    (
        "clinic",
        "  en: North Clinic",
        "  en: [North]",
        [
            (
                "4:7 value-invalid name → en: the value must be text. Put it in double quotes, "
                "exactly as it is."
            ),
        ],
    ),
    (
        "clinic",
        "  en: North Clinic",
        "  en: {clinic_name}",
        [
            (
                "4:7 value-invalid name → en: the value must be text. Put it in double quotes, "
                "exactly as it is."
            ),
        ],
    ),
    (
        "clinic",
        "  en: North Clinic",
        "  en:",
        [
            (
                "4:3 value-invalid name → en: it is empty. Write the value after the colon, "
                "or remove the line."
            ),
        ],
    ),
    (
        "clinic",
        "  en: North Clinic",
        '  en: "  "',
        [
            (
                "4:7 value-invalid name → en: it is empty. Write the value after the colon, "
                "or remove the line."
            ),
        ],
    ),
    (
        "clinic",
        "name:\n  en: North Clinic\n  tr: Kuzey Kliniği",
        "name: North Clinic",
        [
            (
                "3:7 value-invalid name: this is not a group of keys. Write the text once "
                "for each language under it: a line “en: …”, a line “tr: …”."
            ),
        ],
    ),
    (
        "clinic",
        "  en: North Clinic",
        "  EN: North Clinic",
        [
            (
                "4:3 value-invalid name → EN: “EN” has the wrong format. A language code such "
                "as tr, with a country code if needed, such as pt_BR."
            ),
        ],
    ),
    (
        "clinic",
        "address:\n  - First Street 1",
        "address: First Street 1",
        [
            (
                "7:10 value-invalid address: this is not a list. Write it in square "
                "brackets, such as [a, b], or each item after “- ”."
            ),
        ],
    ),
    (
        "clinic",
        "address:\n  - First Street 1",
        "address: []",
        [
            (
                "7:10 value-invalid address: it is empty. Add at least one under it, or remove "
                "the line."
            ),
        ],
    ),
    (
        "clinic",
        "address:\n  - First Street 1",
        "address: [a, b, c, d, e, f, g]",
        [
            "7:10 value-invalid address: it has 7 items; the maximum is 6. Remove some of them.",
        ],
    ),
    (
        "clinic",
        'brand:\n  colour: "#0a4f5c"',
        'brand: "#0a4f5c"',
        [
            (
                "19:8 value-invalid brand: this is not a group of keys. Write lines of “key: "
                "value” under it, with the same indentation. Its keys are: colour, logo."
            ),
        ],
    ),
    (
        "clinic",
        'colour: "#0a4f5c"',
        "colour: red",
        [
            (
                "20:11 value-invalid brand → colour: “red” has the wrong format. A # and six "
                'characters, each 0 to 9 or a to f, in quotes, such as "#0a4f5c".'
            ),
        ],
    ),
    (
        "clinic",
        'opens: "08:30"',
        'opens: "8.30"',
        [
            (
                "15:12 value-invalid hours → 1 → opens: “8.30” has the wrong format. "
                '24-hour time in quotes, such as "08:30".'
            ),
        ],
    ),
    (
        "clinic",
        "country: TR",
        "country: Türkiye",
        [
            (
                "6:10 value-invalid country: “Türkiye” has the wrong format. The country code "
                "in two capital letters, such as TR."
            ),
        ],
    ),
    (
        "clinic",
        "[tr, en]",
        "[tr-TR]",
        [
            (
                "17:11 value-invalid locales → 1: “tr-TR” has the wrong format. A language code "
                "such as tr, with a country code if needed, such as pt_BR."
            ),
        ],
    ),
    (
        "clinic",
        "document_prefix: NC",
        "document_prefix: nc",
        [
            (
                "18:18 value-invalid document_prefix: “nc” has the wrong format. "
                "Two to eight capital letters A to Z or digits, such as RFN."
            ),
        ],
    ),
    (
        "clinic",
        '"+90 312 000 00 01"',
        '"phone us"',
        [
            (
                "11:13 value-invalid phones → 1 → number: “phone us” has the wrong format. As "
                "patients dial it, in quotes: digits, spaces, hyphens, brackets, and optionally "
                "+ in front."
            ),
        ],
    ),
    (
        "clinic",
        "id: north",
        "id: North",
        [
            (
                "2:5 value-invalid id: “North” has the wrong format. Lower-case letters, digits "
                "and hyphens, starting with a letter. Never changes once in use."
            ),
        ],
    ),
    (
        "clinic",
        "id: north",
        "id: nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn",
        [
            (
                "2:5 value-invalid id: it has 61 characters; the maximum is 60. Shorten it, or "
                "split it in two."
            ),
        ],
    ),
    (
        "clinic",
        "brand:\n",
        "website: https://example.org\nbrand:\n",
        [
            (
                "19:10 value-invalid website: “https://example.org” has the wrong format. "
                "Without https:// in front, such as www.example.org."
            ),
        ],
    ),
    (
        "clinic",
        "brand:\n",
        "brand:\n  logo: images/logo.svg\n",
        [
            (
                "20:9 value-invalid brand → logo: “images/logo.svg” has the wrong format. "
                "The name of a .svg or .png file in the clinic's folder."
            ),
        ],
    ),
    (
        "leaflet",
        "of: how.heat",
        "of: heat",
        [
            (
                "37:15 value-invalid consent → sections → 1 → blocks → 1 → of: “heat” has the "
                "wrong format. The id of a section, a dot and the id of one of "
                "its blocks, such as risks.bleeding."
            ),
        ],
    ),
    (
        "formulary",
        "[B01AC06]",
        "[aspirin]",
        [
            (
                "5:11 value-invalid medicines → 1 → atc → 1: “aspirin” has the wrong format. "
                "ATC code, of a group (B01A) or a substance (B01AA03)."
            ),
        ],
    ),
    (
        "clinic",
        "day: -1",
        "day: tomorrow",
        [
            (
                "24:10 value-invalid checklist → 1 → day: this is not a whole number. Write "
                "digits without quotes, such as 3 or -1."
            ),
        ],
    ),
    (
        "clinic",
        "day: -1",
        'day: "-1"',
        [
            (
                "24:10 value-invalid checklist → 1 → day: this is not a whole number. Write "
                "digits without quotes, such as 3 or -1."
            ),
        ],
    ),
    (
        "clinic",
        "day: -1",
        "day: true",
        [
            (
                "24:10 value-invalid checklist → 1 → day: this is not a whole number. Write "
                "digits without quotes, such as 3 or -1."
            ),
        ],
    ),
    (
        "clinic",
        "day: -1",
        "day: 1.5",
        [
            (
                "24:10 value-invalid checklist → 1 → day: this is not a whole number. Write "
                "digits without quotes, such as 3 or -1."
            ),
        ],
    ),
    (
        "clinic",
        "day: -1",
        "day: -61",
        [
            "24:10 value-invalid checklist → 1 → day: -61 is too low. Write -60 or more.",
        ],
    ),
    (
        "leaflet",
        "    food: Do not eat.",
        "    food: { text: Do not eat., answered_by: fastng }",
        [
            (
                "49:45 value-invalid checklist → before → food → answered_by: “fastng” has the "
                "wrong format. Either fasting, or checklist. and the id of a line of the clinic, "
                "such as checklist.driving."
            ),
        ],
    ),
    (
        "leaflet",
        "      - type: list\n        id: steps",
        (
            "      - type: blank\n        id: who\n        label: Who\n        lines: 7\n"
            "      - type: list\n        id: steps"
        ),
        ["21:16 value-invalid sections → 1 → blocks → 2 → lines: 7 is too high. Write 6 or less."],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "restart: {day: 61}",
        [
            "8:20 value-invalid rules → 1 → restart → day: 61 is too high. Write 60 or less.",
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "restart: {}",
        [
            (
                "8:14 value-invalid rules → 1 → restart: give exactly one of day, hours, "
                "next_meal, in_range and told_by_team. Correct the lines of this key."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "restart: {day: 1, hours: 6}",
        [
            (
                "8:14 value-invalid rules → 1 → restart: give exactly one of day, hours, "
                "next_meal, in_range and told_by_team. Correct the lines of this key."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "restart: {hours: 6, slot: noon}",
        [
            (
                "8:14 value-invalid rules → 1 → restart: slot can only be used with day. "
                "Correct the lines of this key."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "restart: {told_by_team: maybe}",
        [
            (
                "8:29 value-invalid rules → 1 → restart → told_by_team: this is neither true "
                "nor false. Write true or false, without quotes."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "restart: 1",
        [
            (
                "8:14 value-invalid rules → 1 → restart: this is not a group of keys. Write "
                "lines of “key: value” under it, with the same indentation. Its keys are: day, "
                "slot, hours, next_meal, in_range, told_by_team, dose, catch_up."
            ),
        ],
    ),
    (
        "medicines",
        "issued: 2026-11-22",
        "issued: 22.11.2026",
        [
            (
                "2:9 value-invalid issued: this is not a valid date. Write year, month and day "
                "as YYYY-MM-DD, such as 2026-11-22."
            ),
        ],
    ),
    (
        "medicines",
        "issued: 2026-11-22",
        "issued: 2026-02-30",
        [
            (
                "2:9 value-invalid issued: this is not a valid date. Write year, month and day "
                "as YYYY-MM-DD, such as 2026-11-22."
            ),
        ],
    ),
    (
        "medicines",
        "issued: 2026-11-22",
        'issued: "86400"',
        [
            (
                "2:9 value-invalid issued: this is not a valid date. Write year, month and day "
                "as YYYY-MM-DD, such as 2026-11-22."
            ),
        ],
    ),
    (
        "medicines",
        "issued: 2026-11-22",
        "issued: 20261122",
        [
            (
                "2:9 value-invalid issued: this is not a valid date. Write year, month and day "
                "as YYYY-MM-DD, such as 2026-11-22."
            ),
        ],
    ),
    (
        "medicines",
        "issued: 2026-11-22",
        "issued:",
        [
            (
                "2:1 value-invalid issued: it is empty. Write the value after the colon, or "
                "remove the line."
            ),
        ],
    ),
    (
        "medicines",
        "sources: [who-2020]",
        "sources: who-2020",
        [
            (
                "12:14 value-invalid rules → 1 → sources: this is not a list. Write it in "
                "square brackets, such as [a, b], or each item after “- ”."
            ),
        ],
    ),
    (
        "medicines",
        "[who-2020]",
        "[2020]",
        [
            (
                "12:15 value-invalid rules → 1 → sources → 1: “2020” must be text. Put it in "
                "double quotes, exactly as it is."
            ),
        ],
    ),
    (
        "leaflet",
        "summary:\n  what: Heat quiets a nerve.",
        "summary: Heat quiets a nerve.",
        [
            (
                "9:10 value-invalid summary: this is not a group of keys. Write lines of “key: "
                "value” under it, with the same indentation."
            ),
        ],
    ),
    (
        "leaflet",
        "  what: Heat",
        "  What is it: Heat",
        [
            (
                "10:3 value-invalid summary → What is it: “What is it” has the wrong format. "
                "Lower-case letters, digits and hyphens, starting with a letter. Never changes "
                "once in use."
            ),
        ],
    ),
    (
        "leaflet",
        "title: A nerve treatment",
        "title: " + "x" * 121,
        [
            (
                "6:8 value-invalid title: it has 121 characters; the maximum is 120. Shorten "
                "it, or split it in two."
            ),
        ],
    ),
    (
        "leaflet",
        "subtitle: Heat against pain",
        "subtitle: " + "x" * 10_000,
        [
            (
                "7:11 value-invalid subtitle: it has 10,000 characters; the maximum is 1,500. "
                "Shorten it, or split it in two."
            ),
        ],
    ),
    (
        "leaflet",
        "  what: Heat quiets a nerve.",
        "  {}",
        [
            (
                "10:3 value-invalid summary: it is empty. Add at least one under it, or remove "
                "the line."
            ),
        ],
    ),
    (
        "leaflet",
        (
            "      - type: paragraph\n        id: heat\n        text: A needle makes heat "
            "[@who-2020]."
        ),
        "      - A needle makes heat.",
        [
            (
                "15:9 value-invalid sections → 1 → blocks → 1: this is not a group of keys. "
                "Write lines of “key: value” under it, with the same indentation."
            ),
        ],
    ),
    (
        "medicines",
        "review_by: 2027-11-22",
        (
            "review_by: 2027-11-22\nrevisions:\n  - { date: 2027-01-02, change: A }\n"
            "  - { date: 2027-01-03, change: B }"
        ),
        [
            (
                "5:3 value-invalid revisions: the newest revision must be at the top. Correct the "
                "lines of this key."
            ),
        ],
    ),
    (
        "medicines",
        "review_by: 2027-11-22",
        "review_by: 2027-11-22\nrevisions: [{ date: 2020-01-02, change: A }]",
        [
            (
                "4:12 value-invalid revisions: a revision must not be earlier than issued. "
                "Correct the lines of this key."
            ),
        ],
    ),
    (
        "medicines",
        "review_by: 2027-11-22",
        "review_by: 2026-11-22",
        [
            (
                "3:12 value-invalid review_by: the date must be later than issued. Correct the "
                "lines of this key."
            ),
        ],
    ),
    (
        "clinic",
        'closes: "17:00"',
        'closes: "08:00"',
        [
            (
                "16:13 value-invalid hours → 1 → closes: the time must be later than opens. "
                "Correct the lines of this key."
            ),
        ],
    ),
    (
        "clinic",
        "locales: [tr, en]",
        "locales: [tr, en, tr]",
        [
            (
                "17:10 value-invalid locales: the list contains a language twice. Correct the "
                "lines of this key."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "bridging: {medcine: heparin, first: {day: -3}, last: {day: -1}, given_by: nurse}",
        [
            (
                "8:5 key-missing rules → 1 → bridging lacks the key “medicine”. Add a line "
                f"“medicine: …”; {DOCS}"
            ),
            (
                "8:15 value-invalid rules → 1 → bridging: the keys under it have errors. Fix "
                "the errors that are reported for them."
            ),
            "8:16 key-unknown Unknown key “medcine”. Did you mean “medicine”?",
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "reduced: {dose: {amount: true, unit: mg}, first: -1, last: 0}",
        [
            (
                "8:30 value-invalid rules → 1 → reduced → dose → amount: this is not a number. "
                "Write digits without quotes, such as 5 or 2.5."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "reduced: {dose: {amount: 0, unit: mg}, first: -1, last: 0}",
        [
            (
                "8:30 value-invalid rules → 1 → reduced → dose → amount: it must be greater "
                "than 0. Use a number greater than 0."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "reduced: {dose: {amount: 5}, first: -1, last: 0}",
        [
            (
                "8:21 value-invalid rules → 1 → reduced → dose: amount and unit must be used "
                "together. Correct the lines of this key."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "cases: [{when: {regions: [neck]}}]",
        [
            (
                "8:31 value-invalid rules → 1 → cases → 1 → when → regions → 1: “neck” is not one "
                "of the choices. Did you mean “cervical”? "
                "Choose cervical, thoracic, lumbar or sacroiliac."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "cases: [{when: {}}]",
        [
            (
                "8:20 value-invalid rules → 1 → cases → 1 → when: it names no condition; omit "
                "“when” in the case that applies to all others. Correct the lines of this key."
            ),
        ],
    ),
    (
        "medicines",
        "restart: {day: 1}",
        "restart: {day: 1}\n    text:",
        [
            (
                "9:5 value-invalid rules → 1 → text: it is empty. Write the value after the colon, "
                "or remove the line."
            ),
        ],
    ),
]
