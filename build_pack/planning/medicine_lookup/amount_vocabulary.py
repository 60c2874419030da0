"""Words that may follow a medicine's name: units, salts, forms, routes and times of day.

Each is an alternative of a regular expression, in small letters without accents, as
`plain_letters` writes them. Turkish and English stand side by side: both are typed in one list.
"""

from build_pack.content.models.clinic import Weekday
from build_pack.content.models.dosing import Slot

UNITS = {
    "mg": r"mg|mgr|milligrams?|miligram",
    "microgram": r"mcg|micrograms?|mikrogram",
    "g": r"g|gr|grams?|gram",
    "ml": r"ml|cc|millilitres?|milliliters?|mililitre",
    "unit": r"units?|unite",
    "million-units": r"million units?|milyon unite",
    "percent": r"%|percent|yuzde",
    "hour": r"h|hr|hours?|saat",
    "day": r"day|gun",
    "dose": r"doses?|doz|puffs?|puf",
}
COUNTED = (
    r"tane|adet|tab(?:l|let|lets|s)?|tb|tbl|kap(?:sul)?|cap(?:sule|sules|s)?|damla|drops?|"
    r"puf|puffs?"
)
ONE = r"(?:\d|bir|iki|uc|dort|tek|yarim|one|two|three|half|half a|a)"

SALTS = (
    "sodium|sodyum|lysine|lizin|"
    "hydrochloride|hidroklorur|hidroklorid|hcl|bisulfate|bisulphate|bisulfat|"
    "hydrogen sul(?:f|ph)ate|"
    "hidrojen sulfat|sul(?:f|ph)ate|sulfat|besylate|besilat|mesylate|mesilat|etexilate|eteksilat|"
    "tosylate|tosilat|acetate|asetat|tartrate|tartarat|maleate|maleat|fumarate|fumarat|"
    "citrate|sitrat|"
    "phosphate|fosfat|trometamol|tromethamine|epolamine|epolamin|diethylamine|dietilamin|"
    "sodium succinate|sodyum suksinat|succinate|suksinat|monohydrate|monohidrat"
)
CATIONS = {
    "potassium|potasyum": ("diclofenac", "diklofenak", "losartan"),
    "calcium|kalsiyum": (
        "heparin",
        "nadroparin",
        "atorvastatin",
        "rosuvastatin",
    ),
    "magnesium|magnezyum": ("esomeprazole", "esomeprazol", "omeprazole", "omeprazol"),
}
"""Salts that are also taken by themselves, as supplements, with the only names they may follow."""
FORMS = (
    f"{COUNTED}|film(?: kapli)?|film coated|coated|enteric|enteric coated|kapli|enterik|ec|"
    ""
    "gastro ?resistant|mide direncli|ampul|ampoule|amp|flakon|flk|vial|enjektor|siringa|syringe|"
    "pre ?filled|kullanima hazir|enjeksiyon|enj|injection|inj|infusion|infuzyon|pen|kalem|solostar|"
    "flexpen|kwikpen|flextouch|kartus|cartridge|inhaler|inhalasyon|diskus|turbuhaler|sprey|spray|"
    "surup|syrup|krem|cream|jel|gel|emulgel|pomad|merhem|ointment|flaster|patch|bant|fitil|"
    "suppository|suspansiyon|suspension|solusyon|solution|cozelti|toz|powder|sase|sachet|granul|"
    "granules|efervesan|effervescent|cigneme|chewable|dispersible|draje|oral|sr|xr|er|mr|la|cr|xl|"
    "retard|fort|forte|uzatilmis salimli|modified release|extended release|slow release"
)
ROUTES = (
    r"po|p\.o\.?|iv|i\.v\.?|im|i\.m\.?|sc|s\.c\.?|s/c|subkutan|subcutaneous|deri alti|cilt alti|"
    "agizdan|by mouth|orally|dil alti|sublingual|topikal|topical|transdermal|rektal|rectal|"
    "intravenous|intramuscular|damardan|kas icine"
)
DOSES = rf"\d ?[x*] ?\d(?:[.,/]\d)?(?: ?(?:{COUNTED}))?"
"""So many times a day so many, as prescriptions in Türkiye have it: 2x1."""
POSITIONS = r"\d(?: ?[-–+] ?\d){2,3}(?: (?:unite|units))?|\d{1,2}(?:-\d{1,2}){2,3} (?:unite|units)"
"""So many in the morning, at noon, in the evening, and perhaps at bedtime: 1-0-1."""
_OFTEN = "kez|kere|defa|doz|ogun"
TIMES = (
    rf"gunde {DOSES}|{DOSES}(?: ?/ ?(?:gun|day))?|\d ?[x*] ?(?:/ ?(?:gun|day)|(?:a )?day|daily)|"
    rf"gunde {ONE} (?:{_OFTEN})|{ONE} (?:{_OFTEN}) gunde|gunde (?:1|bir|tek)(?: (?:{COUNTED}))?|"
    r"(?:once|twice|thrice|(?:\d|one|two|three|four) times)(?: daily| a day| per day|/day)|"
    r"b\.?d\.?|b\.?i\.?d\.?|t\.?d\.?s\.?|t\.?i\.?d\.?|q\.?d\.?s\.?|q\.?i\.?d\.?|"
    r"(?:her )?\d\d? saat(?:te (?:1|bir)| ?arayla| ara ile)|every \d\d? ?(?:hours|hrs?|h)|"
    r"\d\d? ?(?:hourly|hrly)|q ?\d\d? ?h"
)
"""How many times a day."""
ONCE_A_WEEK = (
    rf"haftada (?:1|bir|tek)(?: ?[x*] ?1| (?:kez|kere|defa|doz|gun|{COUNTED}))?|haftalik|"
    r"her hafta|once (?:weekly|a week|per week)|every week|weekly|"
    rf"(?:1|bir) haftada (?:1|bir)(?: (?:kez|kere|defa|{COUNTED}))?|7 gunde (?:1|bir)|every 7 days"
)
SOME_DAYS = (
    rf"haftada {ONE}(?: ?[x*] ?1| (?:kez|kere|defa|doz|gun|{COUNTED}))?|haftalik|her hafta|"
    rf"(?:once|twice|(?:\d|two|three|four) times) (?:weekly|a week|per week)|every week|weekly|"
    rf"(?:(?:{ONE} )?ayda|{ONE} haftada|(?:{ONE}|\d\d) gunde) (?:1|bir)"
    rf"(?: (?:kez|kere|defa|{COUNTED}))?|"
    r"gun ?asiri|every (?:other|second) day|every \d\d? days|(?:on )?alternate days|"
    r"(?:once|twice) (?:monthly|a month|per month)|every month|monthly|aylik"
)
"""Not every day; once a week, or at another interval."""
SCHEDULES = (
    rf"{POSITIONS}|{TIMES}|{SOME_DAYS}|gunde {ONE}(?: (?:{COUNTED}))?|"
    r"gunluk|her ?gun|every day|daily|"
    r"(?:with|before|after) (?:food|meals?)|(?:on )?(?:an )?empty stomach|"
    r"(?:ac|tok)(?: karnina| karna)?|yemek(?:ten|lerden) (?:once|sonra)|"
    rf"yemekten {ONE} saat (?:once|sonra)|yemek (?:oncesi|sonrasi|arasi(?:nda)?|ile)|"
    r"yemek(?:ler)?le(?: birlikte)?|"
    r"(?:as|when|if) needed|prn|gerektiginde|gerekirse|luzum(?:unda| halinde)|"
    rf"(?:{ONE}|\d{{2,3}}|\d[.,]\d) (?:{COUNTED})|yarim|half|(?:bir|tek|single) doz|single dose"
)
_MEAL = r"(?:nde|nden (?:once|sonra)| oncesi| sonrasi|yle| ile(?: birlikte)?)"
_TO_BED = r"yatarken|yatmadan (?:once|evvel)|uyumadan once|yatma saatinde|uyku oncesi"
SLOTS = {
    Slot.MORNING: (
        "in the mornings?|every morning|mornings?|mane|(?:with|before|after|at) breakfast|"
        "(?:sabah )?kahvalti(?:da|dan (?:once|sonra)| oncesi| sonrasi|yla| ile(?: birlikte)?)|"
        "(?:her )?sabah(?:lari|leyin)?"
    ),
    Slot.NOON: (
        "at noon|noon|midday|(?:with|before|after|at) lunch|"
        f"oglen? yemegi{_MEAL}|(?:her )?ogle(?:n|nleri|yin|leri)?"
    ),
    Slot.EVENING: (
        "in the evenings?|every evening|evenings?|(?:with|before|after|at) (?:dinner|supper)|"
        f"aksam yemegi{_MEAL}|(?:her )?aksam(?:lari|leyin)?"
    ),
    Slot.BEDTIME: (
        "at bedtime|bedtime|at night|every night|nightly|nocte|before (?:bed|sleep)|"
        f"(?:her )?gece(?:leri|leyin)?|(?:(?:aksam(?:lari)?|gece(?:leri)?)[ ,]+)?(?:{_TO_BED})"
    ),
}
WEEKDAYS = {
    Weekday.MONDAY: "monday|pazartesi",
    Weekday.TUESDAY: "tuesday|sali",
    Weekday.WEDNESDAY: "wednesday|carsamba",
    Weekday.THURSDAY: "thursday|persembe",
    Weekday.FRIDAY: "friday|cuma",
    Weekday.SATURDAY: "saturday|cumartesi",
    Weekday.SUNDAY: "sunday|pazar",
}
