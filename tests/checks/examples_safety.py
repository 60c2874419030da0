"""Bad and good texts for the checks in which a patient's safety lies."""

from build_pack.checks.check_types import CheckContext, CheckedMedicine
from tests.checks.example import Example

CONTEXT = CheckContext(
    medicines=(
        CheckedMedicine("warfarin", {"en": "warfarin", "tr": "varfarin"}),
        CheckedMedicine("clopidogrel", {"en": "clopidogrel", "tr": "klopidogrel"}),
        CheckedMedicine("heparin", {"en": "heparin", "tr": "heparin"}),
        CheckedMedicine("insulin", {"en": "insulin", "tr": "insülin"}),
        CheckedMedicine(
            "acetylsalicylic-acid", {"en": "acetylsalicylic acid", "tr": "asetilsalisilik asit"}
        ),
        CheckedMedicine(
            "omega-3",
            {"en": "omega-3 fatty acids (fish oil)", "tr": "omega-3 yağ asitleri (balık yağı)"},
        ),
    )
)
"""The medicines that the examples are about."""

_NUMBERS = (
    Example(
        check="number-mismatch",
        locale="tr",
        source="Take 2.5 mg twice a day.",
        bad="Günde iki kez 25 mg alın.",
        good="Günde iki kez 2,5 mg alın.",
        message="The source says 2.5; the translation says 25.",
    ),
    Example(
        check="number-mismatch",
        locale="tr",
        source="The dose is 1,000 mg.",
        bad="Doz 1,000 mg'dır.",
        good="Doz 1.000 mg'dır.",
        message="The source says 1000; the translation says 1.",
    ),
    Example(
        check="number-mismatch",
        locale="tr",
        source="Take 2.5 mg.",
        bad="2.5 mg alın.",
        good="2,5 mg alın.",
        message="The source says 2.5; the translation says 2.5 (no number in “tr”).",
    ),
    Example(
        check="number-mismatch",
        locale="tr",
        source="Come on 22 November 2026 at 2:30 pm.",
        bad="22 Ekim 2026, saat 14.30'da gelin.",
        good="22 Kasım 2026, saat 14.30'da gelin.",
        message="The source says 11; the translation says 10.",
    ),
    Example(
        check="number-mismatch",
        locale="tr",
        source="Take one and a half tablets.",
        bad="Bir tablet alın.",
        good="Bir buçuk tablet alın.",
        message="The source says 1.5; the translation does not.",
    ),
    Example(
        check="number-mismatch",
        locale="en",
        source="Wait twenty-four hours.",
        bad="Wait forty-two hours.",
        good="Wait 24 hours.",
        message="The source says 24; the translation says 42.",
    ),
    Example(
        check="number-mismatch",
        locale="de",
        source="Take 2 tablets for three days.",
        bad="Nehmen Sie 3 Tage lang 4 Tabletten.",
        good="Nehmen Sie 3 Tage lang 2 Tabletten.",
        message="The source says 2; the translation says 4.",
    ),
)
_UNITS = (
    Example(
        check="unit-mismatch",
        locale="tr",
        source="Stop it 3 days before.",
        bad="3 saat önce kesin.",
        good="3 gün önce kesin.",
        message="The source says “days”; the translation says “saat”.",
    ),
    Example(
        check="unit-mismatch",
        locale="tr",
        source="Take 5 mg in 10 ml of water.",
        bad="10 mg ilacı 5 ml suda alın.",
        good="5 mg ilacı 10 ml suda alın.",
        message="The source says “5 mg”; the translation says “5 ml”.",
    ),
    Example(
        check="unit-mismatch",
        locale="tr",
        source="Relief may fade after months.",
        bad="Etki yıllar sonra azalabilir.",
        good="Etki aylar sonra azalabilir.",
        message="The source says “months”; the translation says “yıllar”.",
    ),
    Example(
        check="unit-mismatch",
        locale="tr",
        source="About 50% of patients",
        bad="Hastaların yaklaşık 50'si",
        good="Hastaların yaklaşık %50'si",
        message="The source says “%”; the translation does not.",
    ),
    Example(
        check="unit-mismatch",
        locale="en",
        source="Wait %(hours)s hours.",
        bad="Wait %(hours)s minutes.",
        good="Wait for %(hours)s hours.",
        message="The source says “hours”; the translation says “minutes”.",
    ),
)
_NEGATION = (
    Example(
        check="negation-mismatch",
        locale="tr",
        source="Do not stop it.",
        bad="Bu ilacı kesin.",
        good="Bu ilacı kesmeyin.",
        message="Negations in the source: 1 (“not”); in the translation: 0.",
    ),
    Example(
        check="negation-mismatch",
        locale="tr",
        source="Take your tablets.",
        bad="Tabletlerinizi almayın.",
        good="Tabletlerinizi alın.",
        message="Negations in the source: 0; in the translation: 1 (“almayın”).",
    ),
    Example(
        check="negation-mismatch",
        locale="tr",
        source="**Do not stop or change** any medicine on your own.",
        bad="**Hiçbir ilacı** kendi kararınızla **kesin veya değiştirmeyin**.",
        good="**Hiçbir ilacı** kendi kararınızla **kesmeyin veya değiştirmeyin**.",
        message=(
            "The source negates each item of a list; the translation only one: “kesin veya "
            "değiştirmeyin”."
        ),
    ),
    Example(
        check="negation-mismatch",
        locale="tr",
        source="Unless we tell you, do not stop.",
        bad="Biz söyledikçe kesmeyin.",
        good="Biz söylemedikçe kesmeyin.",
        message="Negations in the source: 2 (“unless”, “not”); in the translation: 1 (“kesmeyin”).",
    ),
    Example(
        check="negation-mismatch",
        locale="en",
        source="You can't drive.",
        bad="You can drive.",
        good="You cannot drive.",
        message="Negations in the source: 1 (“can't”); in the translation: 0.",
    ),
)
_OPPOSITES = (
    Example(
        check="opposite-mismatch",
        locale="tr",
        source="Take it after the procedure.",
        bad="İşlemden önce alın.",
        good="İşlemden sonra alın.",
        message="The source says “after”; the translation says “önce”.",
    ),
    Example(
        check="opposite-mismatch",
        locale="tr",
        source="What do I take before and after the procedure?",
        bad="İşlemden sonra ve sonra ne alacağım?",
        good="İşlemden önce ve sonra ne alacağım?",
        message="The source says “before” and “after”; the translation says only “sonra”.",
    ),
    Example(
        check="opposite-mismatch",
        locale="tr",
        source="Start again in the morning.",
        bad="Akşam yeniden başlayın.",
        good="Sabah yeniden başlayın.",
        message="The source says “morning”; the translation says “akşam”.",
    ),
    Example(
        check="opposite-mismatch",
        locale="tr",
        source="You take more than one blood thinner.",
        bad="Birden az kan sulandırıcı kullanıyorsunuz.",
        good="Birden fazla kan sulandırıcı kullanıyorsunuz.",
        message="The source says “more”; the translation says “az”.",
    ),
    Example(
        check="opposite-mismatch",
        locale="en",
        source="If the result is above 3, call us.",
        bad="If the result is below 3, call us.",
        good="If the result is higher than 3, call us.",
        message="The source says “above”; the translation says “below”.",
    ),
)
_UNSURE = (
    Example(
        check="negation-unsure",
        locale="tr",
        source="No relief from your pain",
        bad="Ağrınızda artış",
        good="Ağrınızın azalmaması",
        message="Negations in the source: 1 (“no”); in the translation: 0.",
    ),
    Example(
        check="negation-unsure",
        locale="en",
        source="Experts do not agree.",
        bad="Experts are sure.",
        good="Experts disagree.",
        message="Negations in the source: 1 (“not”); in the translation: 0.",
    ),
)
_DUTIES = (
    Example(
        check="duty-mismatch",
        locale="tr",
        source="You must tell us about your allergies.",
        bad="Alerjilerinizi bize söyleyebilirsiniz.",
        good="Alerjilerinizi bize söylemelisiniz.",
        message="The source says “must”; the translation says “söyleyebilirsiniz”.",
    ),
    Example(
        check="duty-mismatch",
        locale="tr",
        source="The effect may fade.",
        bad="Etki azalmalıdır.",
        good="Etki azalabilir.",
        message="The source says “may”; the translation says “azalmalıdır”.",
    ),
    Example(
        check="duty-mismatch",
        locale="tr",
        source="You must not drive.",
        bad="Araç kullanmanız gerekmez.",
        good="Araç kullanmamalısınız.",
        message="The source says “must not”; the translation says “gerekmez”.",
    ),
    Example(
        check="duty-mismatch",
        locale="en",
        source="You must tell us about your allergies.",
        bad="You may tell us about your allergies.",
        good="You have to tell us about your allergies.",
        message="The source says “must”; the translation says “may”.",
    ),
)
_BODY = (
    Example(
        check="body-mismatch",
        locale="tr",
        source="Your arm may feel weak.",
        bad="Bacağınız güçsüz kalabilir.",
        good="Kolunuz güçsüz kalabilir.",
        message="The source says “arm”; the translation says “bacağınız”.",
    ),
    Example(
        check="body-mismatch",
        locale="tr",
        source="Weakness of an arm or a leg",
        bad="Kolda veya kolda güçsüzlük",
        good="Kolda veya bacakta güçsüzlük",
        message="The source says “leg”; the translation says “kolda”.",
    ),
    Example(
        check="body-mismatch",
        locale="tr",
        source="Your left arm or your right leg",
        bad="Sağ kolunuz veya sol bacağınız",
        good="Sol kolunuz veya sağ bacağınız",
        message="The source says “your left arm”; the translation says “sol bacağınız”.",
    ),
    Example(
        check="body-mismatch",
        locale="en",
        source="It depends on how well your kidneys work.",
        bad="It depends on how well your liver works.",
        good="It depends on the state of your kidneys.",
        message="The source says “kidneys”; the translation says “liver”.",
    ),
)
_TIMES = (
    Example(
        check="time-mismatch",
        locale="tr",
        source="Rest until the numbness has gone.",
        bad="Uyuşukluk geçtikten sonra dinlenin.",
        good="Uyuşukluk geçene kadar dinlenin.",
        message="The source says “until”; the translation says “sonra”.",
    ),
    Example(
        check="time-mismatch",
        locale="en",
        source="Call us within two days.",
        bad="Call us after two days.",
        good="Call us in the next two days.",
        message="The source says “within”; the translation says “after”.",
    ),
)
_URGENCY = (
    Example(
        check="urgency-mismatch",
        locale="tr",
        source="If it bleeds, call us at once.",
        bad="Kanarsa kontrolde bize söyleyin.",
        good="Kanarsa vakit kaybetmeden bizi arayın.",
        message="The source says “at once”; the translation does not.",
    ),
    Example(
        check="urgency-mismatch",
        locale="en",
        source="If it bleeds, call us at once.",
        bad="If it bleeds, tell us at your next visit.",
        good="If it bleeds, call us straight away.",
        message="The source says “at once”; the translation does not.",
    ),
)
_CONDITIONS = (
    Example(
        check="condition-lost",
        locale="tr",
        source="Call us if the wound bleeds.",
        bad="Bizi arayın.",
        good="Yara kanarsa bizi arayın.",
        message="The source says “if”; the translation does not.",
    ),
    Example(
        check="condition-lost",
        locale="en",
        source="Call us if the wound bleeds.",
        bad="Call us.",
        good="Call us when the wound bleeds.",
        message="The source says “if”; the translation does not.",
    ),
)
_MEDICINES = (
    Example(
        check="medicine-mismatch",
        locale="tr",
        source="Do not stop warfarin.",
        bad="Klopidogreli kesmeyin.",
        good="Varfarini kesmeyin.",
        message="The source names warfarin; the translation names clopidogrel.",
    ),
    Example(
        check="medicine-mismatch",
        locale="tr",
        source="Take acetylsalicylic acid.",
        bad="Bu ilacı alın.",
        good="Asetilsalisilik asidinizi alın.",
        message="The source names acetylsalicylic acid; the translation does not.",
    ),
    Example(
        check="medicine-mismatch",
        locale="en",
        source="Tell us about your fish oil.",
        bad="Tell us about your heparin.",
        good="Tell us whether you take fish oil.",
        message=("The source names omega-3 fatty acids (fish oil); the translation names heparin."),
    ),
)
_ADDRESSES = (
    Example(
        check="address-mismatch",
        locale="tr",
        source="Call 0212 555 00 11.",
        bad="0212 555 00 17 numarasını arayın.",
        good="(0212) 555 00 11 numarasını arayın.",
        message="The source has 02125550011; the translation has 02125550017.",
    ),
    Example(
        check="address-mismatch",
        locale="tr",
        source="Write to desk@example.org.",
        bad="Bize yazın.",
        good="desk@example.org'a yazın.",
        message="The source has desk@example.org; the translation does not.",
    ),
    Example(
        check="address-mismatch",
        locale="en",
        source="See www.example.org/pain.",
        bad="See www.example.org/spine.",
        good="You can read more at www.example.org/pain.",
        message="The source has www.example.org/pain; the translation has www.example.org/spine.",
    ),
)
_CITATIONS = (
    Example(
        check="citation-moved",
        locale="tr",
        source="It helps some people [@a]. Nobody knows why [@b].",
        bad="Bazı kişilere iyi gelir [@a; @b]. Neden olduğu bilinmiyor.",
        good="Bazı kişilere iyi gelir [@a]. Neden olduğu bilinmiyor [@b].",
        message="Sentence 1 cites a, b; in the source, it cites a.",
    ),
    Example(
        check="citation-moved",
        locale="en",
        source="It helps some people [@a]. Nobody knows why.",
        bad="Some people are helped. It is not known why [@a].",
        good="Some people are helped [@a]. It is not known why.",
        message="Sentence 1 cites nothing; in the source, it cites a.",
    ),
    Example(
        check="citation-unsure",
        locale="tr",
        source="It helps some people, and nobody knows why [@a].",
        bad="Bazı kişilere iyi gelir [@a]. Neden olduğu bilinmiyor.",
        good="Bazı kişilere iyi gelir ama neden olduğu bilinmiyor [@a].",
        message=(
            "Sentences in the source: 1; in the translation: 2. It is not certain that the "
            "citations belong to the right ones."
        ),
    ),
    Example(
        check="citation-unsure",
        locale="en",
        source="It helps some people [@a]. Nobody knows why.",
        bad="It helps some people, although nobody knows why [@a].",
        good="Some people are helped [@a]. It is not known why.",
        message=(
            "Sentences in the source: 2; in the translation: 1. It is not certain that the "
            "citations belong to the right ones."
        ),
    ),
)
_DOSES = (
    Example(
        check="dose-unsafe",
        locale="tr",
        source="Take 10 mg.",
        bad="10mg alın.",
        good="10 mg alın.",
        message="“10mg” can be misread.",
    ),
    Example(
        check="dose-unsafe",
        locale="en",
        source="Take 5 units.",
        bad="Take 5 U.",
        good="Take 5 units.",
        message="“5 U” can be misread.",
    ),
)

EXAMPLES: tuple[Example, ...] = (
    *_NUMBERS,
    *_UNITS,
    *_NEGATION,
    *_UNSURE,
    *_OPPOSITES,
    *_DUTIES,
    *_BODY,
    *_TIMES,
    *_URGENCY,
    *_CONDITIONS,
    *_MEDICINES,
    *_CITATIONS,
    *_ADDRESSES,
    *_DOSES,
)
