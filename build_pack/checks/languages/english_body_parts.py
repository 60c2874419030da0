"""Parts of the body in English, and phrases in which such a word is none."""

from build_pack.checks.languages.language_rules import listed, words

ENGLISH_BODY = listed(r"""
    head: (?:fore)?heads?|headaches?
    face: faces?|facial
    eye: eyes?|eyelids?
    ear: ears?
    nose: noses?|nostrils?
    mouth: mouths?
    lip: lips?
    tongue: tongues?
    tooth: tooth|teeth
    gums: gums?
    jaw: jaws?
    throat: throats?
    neck: necks?
    nape: napes?|(?:back|nape) of (?:the|your) (?:head|neck)
    shoulder: shoulders?
    armpit: armpits?
    arm: arms?|forearms?
    elbow: elbows?
    wrist: wrists?
    hand: hands?
    finger: fingers?|fingertips?|thumbs?
    chest: chests?
    breast: breasts?
    rib: ribs?
    back: backs?(?= (?:pain|is|feels|hurts|muscles?|surgery)\b)|(?:your|my|his|her|their) back
    upper back: (?:middle|upper part) of the back|(?:upper|mid|middle) back
    lower back: lower backs?|low back|small of the back
    spine: spines?|backbone|vertebrae?
    disc: discs?
    belly: belly|abdomen|abdominal|tummy
    stomach: stomachs?
    groin: groins?
    hip: hips?
    pelvis: pelvis|pelvic
    buttock: buttocks?|bottom
    genitals: genitals?
    leg: legs?
    thigh: thighs?
    knee: knees?
    calf: calf|calves|shins?
    ankle: ankles?
    heel: heels?
    foot: foot|feet
    toe: toes?
    skin: skin
    muscle: muscles?|muscular
    bone: bones?
    joint: joints?
    nerve: nerves?
    tendon: tendons?|ligaments?
    brain: brains?
    heart: hearts?|cardiac
    lung: lungs?
    liver: livers?
    kidney: kidneys?|renal
    bladder: bladders?|urine
    bowel: bowels?|intestines?|stools?|rectum
    gallbladder: gall ?bladders?
    spleen: spleens?
    pancreas: pancreas
    thyroid: thyroid
    prostate: prostate
    womb: womb|uterus
    blood vessel: veins?|arter(?:y|ies)|blood vessels?
""")
"""By the part: its words. “Urine” and “stools” stand for what is meant by trouble with them."""

NO_BODY = words(
    r"(?:on the )?(?:one|other) hand|at hand|by hand|hand(?:s|ed|ing)? (?:it|them|this|out|over|in)"
    r"|in good hands|second hand|hand (?:hygiene|luggage)|at heart|by heart|heart of the matter"
    r"|head for|head of (?:the )?\w+|ahead|on foot|foot of the (?:page|bed)|by mouth"
    r"|(?:do not|don't|to|will|may|can|not|you|we|they) face|face (?:to face|the risks?)"
    r"|in the face of"
    r"|(?:keep|bear) an eye|eye to eye|at arm's length|lend a hand|rule of thumb"
    r"|body of|joint(?:ly)? (?:decision|visit|meeting|work)|on (?:your|the) stomach|(?:empty"
    r"|full) stomach"
    r"|come back|go back|get back|bottom of the (?:page|list|sheet)|top to bottom"
    r"|get on your nerves"
    r"|toe the line|on its last legs|call (?:us|you) back|heel prick"
)
"""“On the other hand”, “you do not face the risks”, “on an empty stomach”."""
