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
SCHEDULES = (
    rf"\d ?[x*] ?\d(?:[.,/]\d)?|\d-\d-\d(?:-\d)?(?: (?:unite|units))?|"
    r"\d{1,2}(?:-\d{1,2}){2,3} (?:unite|units)|"
    rf"gunde {ONE}(?: (?:kez|kere|defa|doz|{COUNTED}))?|"
    r"gunluk|"
    r"haftada (?:1|bir)(?: (?:kez|kere|defa|gun))?|haftalik|ayda (?:1|bir)|her ?gun|her hafta|"
    r"gun ?asiri|\d\d? saatte (?:1|bir)|(?:once|twice|(?:\d|two|three|four) times) "
    r"(?:daily|a day|per day|weekly|a week|per week)|every (?:day|other day|week|\d\d? hours)|"
    r"daily|weekly|bd|bid|tds|tid|qds|qid|(?:with|before|after) (?:food|meals?|breakfast|dinner)|"
    r"(?:ac|tok)(?: karnina)?|yemek(?:ten|lerden) (?:once|sonra)|yemekle(?: birlikte)?|"
    r"(?:as|when|if) needed|prn|gerektiginde|gerekirse|luzum(?:unda| halinde)|"
    rf"(?:{ONE}|\d{{2,3}}|\d[.,]\d) (?:{COUNTED})|yarim|half|(?:bir|tek|single) doz|single dose"
)
SLOTS = {
    Slot.MORNING: "in the morning|every morning|mornings?|sabah(?:lari)?|her sabah",
    Slot.NOON: "at noon|noon|midday|ogle(?:n|nleri|yin|leri)?|her ogle",
    Slot.EVENING: "in the evening|every evening|evenings?|aksam(?:lari)?|her aksam",
    Slot.BEDTIME: (
        "at bedtime|bedtime|at night|every night|yatarken|yatmadan once|gece(?:leri)?|her gece"
    ),
}
WEEKDAYS = {
    Weekday.MONDAY: "mondays?|pazartesi(?:leri)?",
    Weekday.TUESDAY: "tuesdays?|sali(?:lari)?",
    Weekday.WEDNESDAY: "wednesdays?|carsamba(?:lari)?",
    Weekday.THURSDAY: "thursdays?|persembe(?:leri)?",
    Weekday.FRIDAY: "fridays?|cuma(?:lari)?",
    Weekday.SATURDAY: "saturdays?|cumartesi(?:leri)?",
    Weekday.SUNDAY: "sundays?|pazar(?:lari)?",
}
