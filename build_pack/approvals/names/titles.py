"""Words beside a name that say what somebody is, and not who: without them names are compared."""

_SAID = """
dr doc doç docent doçent prof profesör professor yrd yard yardımcı assoc asst op opr operatör
uz uzm uzman ord arş gör öğr üyesi araş araştırma görevlisi öğretim asistan asist
dt diş dişhekimi hekim hekimi doktor doctor başhekim başhekimi tabip
hem hemş hmş hemşire hemşiresi başhemşire sorumlu ebe ecz eczacı fzt fizyoterapist psk psikolog
dyt diyetisyen tekn tekniker teknisyen teknikeri teknisyeni anestezist algolog
sn sayın bay bayan bey hanım av
rn lpn md mds phd dphil dsc msc bsc bsn msn dnp mbbs mbchb frca ffpmrca frcp frcs mrcp facs
pharmd bpharm dds dmd crna aprn
mr mrs ms miss mx sir dame
nurse sister matron midwife pharmacist physician surgeon anaesthetist anesthesiologist
consultant registrar resident specialist attending physiotherapist
med ing dipl univ habil herr frau schwester arzt ärztin pfleger
mme mlle monsieur madame docteur infirmier infirmière
dra sra srta señor señora enfermero enfermera
доктор др врач проф профессор медсестра медбрат доц доцент
δρ καθ ιατρός νοσηλευτής νοσηλεύτρια κύριος κυρία
د دكتور دكتورة الدكتور الدكتورة طبيب طبيبة ممرض ممرضة أستاذ الأستاذ السيد السيدة
"""

TITLES: frozenset[str] = frozenset(_SAID.split())
"""Titles, professions and degrees of the languages in which clinics sign.

Left out is what may be a name as well (Do, Pa, Ma), or tells two people apart (Jr, II).
"""
