"""How Dutch speaks of one young person: the patterns, each with what it finds."""

from __future__ import annotations

import re

WORDS_OF_AGE = (
    *("zestien", "zeventien", "achttien", "negentien", "twintig", "eenentwintig", "tweeëntwintig", "drieëntwintig"),
    *("vierentwintig", "vijfentwintig", "zesentwintig"),
)
BETWEEN_NAMES = r"(?:van|de|der|den|ten|ter|te|el|al|ait|ben|bin|'t|in|op|v\.?d\.?)"
CAPITAL = r"[A-ZÀ-Ý][a-zà-ÿ'’-]+"
NAMED = rf"{CAPITAL}(?: (?:{BETWEEN_NAMES}|{CAPITAL})){{0,4}}"
MIDWAY = r"(?<=[a-zà-ÿ,;:] )"

# An age, and an age that is said of somebody: "17 jaar", "(17)", "is 17", "van 17 uit".
AGE = rf"(?:1[3-9]|2[0-7]|{'|'.join(WORDS_OF_AGE)})"
_AFTER_AGE = r"(?=[,.;)]|$| (?:jaar|uit|in|met|die|dat|zonder|wil|heeft|is|zit|kan|kreeg|en)\b)"
AGED = (
    rf"(?:\b{AGE}[ -]?(?:jaar|jr\b|jarige\b)|\({AGE}\b|, ?{AGE}(?=[,.;:]|$)|\bleeftijd:? {AGE}\b"
    rf"|\b(?:is|wordt|werd|net|pas|maar) {AGE}\b|\bvan {AGE}\b{_AFTER_AGE})"
)
IN_PLACE = r"(?:\b(?:uit|in|te|bij|van) [A-ZÀ-Ý'])"
CLASS = (
    r"(?:\b(?:klas|groep|leerjaar) ?[1-6] ?[a-zA-Z]{0,2}\d?\b|\b[1-6][A-Z]\d?\b"
    r"|\b[1-6] ?(?:vmbo|mavo|havo|vwo|gymnasium)\b)"
)
ONE = (
    r"(?i:jongen|meisje|jongere|meid|jongeman|jongedame|knul|vrouw|man|leerling|deelnemer|deelneemster|student|studente"
    r"|cliënt|kandidaat|moeder|tienermoeder|vader|dochter|zoon|broer|zus|neef|nicht|tweeling|drieling|statushouder"
    r"|vluchteling|asielzoeker|nieuwkomer|cursist|scholier|tiener|dakloze|minderjarige)"
)
KIN = r"(?:moeder|vader|ouders|broer|broertje|zus|zusje|oma|opa|tante|oom|voogd|dochter|zoon|vriend|vriendin)"
_THIS = r"(?i:de|het|een|één|deze|dit|die|dat|onze|zijn|haar|hun)"
# A few words of the same sentence, none of which speaks of a group.
_ON = r"(?:(?!jongeren|leerlingen|deelnemers|iedere|elke)[^.;:]){0,40}?"
_EVERY = r"(?<![Ii]edere )(?<![Ee]lke )(?<![Pp]er )(?<![Gg]een )"
_NO_SCHOOL = "(?!MBO|HBO|VSO|VWO|LVB|PRO|AZC|ROC|WO|VO)"
_INITIALS = r"(?:[A-Z]\. ?){1,4}"
_TELLS = r"(?:vertelde|vertelt|zei|durft|slaapt|huilde|woont|woonde|logeert|spijbelt|is zwanger)"
_NUMBER_OF = (
    r"(?:bsn|burgerservicenummer|sofinummer|(?:cliënt|client|klant|leerling|zaak|dossier|onderwijs|v-)(?:nummer|nr)?)"
)
_MEDIUM = r"(?:snap|snapchat|insta|instagram|tiktok|telegram)"

_ONE_PERSON = (
    # een jongen van 17 uit Almelo; het enige meisje uit Urk; Leerling van klas 3B
    rf"(?:^|[.:;] |\b{_THIS} (?:[\w-]+ ){{0,3}}?){ONE}\b{_ON}(?:{AGED}|\b(?:uit|van) {CLASS}|\buit [A-Z])",
    # de dochter van de huisarts in Goor
    rf"\b{_THIS} (?:[\w-]+ ){{0,2}}?{KIN} van (?:de|het|een|onze) \w+ {IN_PLACE}",
    # leerling 4C; meisje, 16; deelnemer J.; het meisje dat
    rf"\b{ONE} (?:(?:uit|van|in) )?{CLASS}",
    rf"{_EVERY}\b{ONE},? (?:van )?\(?{AGE}(?: jaar| jr|[,)])",
    rf"\b{ONE} {_NO_SCHOOL}[A-Z]{{1,3}}\b",
    r"\b(?i:de|het|die|dat) (?:\w+ ){0,2}?(?:jongen|meisje|meid|vrouw|man|moeder|vader) (?:die|dat)\b",
    # de 17-jarige; de voetballer van 19 uit Schiedam; hij is 20; minderjarige Syriër
    rf"\b{_THIS} {AGE}-jarige\b",
    rf"\b(?!\w+(?:en|s|wie) )\w+ van {AGE}(?: jaar)?,? (?:uit|in|te) [A-Z]",
    rf"\b(?i:hij|zij|ze)\b[^.;]{{0,60}}?\b(?:heet {CAPITAL}|(?:is|wordt|werd) {AGE}\b)",
    r"\b(?:minderjarige|meerderjarige|alleenstaande) [A-Z]",
)
_NAMED_PERSON = (
    # op bezoek bij Noor (klas 3B); omdat Noor vertelde; naam: Noor
    rf"{MIDWAY}{CAPITAL} \(?(?:uit |van |in )?{CLASS}",
    rf"{MIDWAY}{CAPITAL} {_TELLS}\b",
    r"\b[Nn]aam(?: \w+)?: ?[A-Z]",
    # K.J. (17); S. van D., 20 jaar; J. de Vries uit Borne; R.v.d.B. (22)
    rf"\b{_INITIALS}(?:(?:{BETWEEN_NAMES}|v\.) ?){{0,3}}(?:{CAPITAL}|{_INITIALS})?,? ?(?:{AGED}|uit [A-Z])",
    rf"\b[A-Z]\.(?:v\.|d\.|[A-Z]\.){{1,5}},? ?(?:{AGED}|uit [A-Z])",
    # zij noemen hem Snor; 'Lange Piet' uit Goor; de moeder van Noor; familie Bakker
    r"\b(?i:bijnaam|bijgenaamd|roepnaam|alias|(?:noem|ken)(?:t|en|nen) (?:hem|haar|zich))\b",
    rf"['‘\"“]{CAPITAL}(?: {CAPITAL})?['’\"”] {IN_PLACE}",
    rf"\b{KIN} van (?:{BETWEEN_NAMES} ){{0,3}}(?!de |het |een ){CAPITAL}",
    rf"\b(?i:familie|gezin|broers|broertjes|zussen|zusjes|tweeling) (?:{BETWEEN_NAMES} ){{0,3}}{CAPITAL}",
)
_NUMBERED_PERSON = (
    # cliëntnummer 20394; dossier D-20931; geboren 3 mei 2007; 12-05-2007; @noor_07; op Snapchat noor.x07
    rf"\b(?i:{_NUMBER_OF}[-.: ]{{0,2}}(?:nr|nummer)?[-.: ]{{0,2}}(?:[A-Z]{{1,2}}-?)?\d[\d .-]{{3,}})",
    r"\b(?i:geboren|geb\.?|geboortedatum)(?: op)?:? \d{1,2}[-/. ](?:\d{1,2}|[a-z]+)[-/. ]'?\d{2,4}",
    r"(?<!\d)\d{1,2}(?:[-/.]\d{1,2}[-/.]| [a-z]+ )(?:199\d|200\d|201[0-6])(?!\d)",
    r"(?<![\w.])@[A-Za-z][\w.]{3,}",
    rf"\b(?i:{_MEDIUM}\b[^.]{{0,30}}\b(?=[a-z._]*\d)[a-z][\w.]{{3,}})",
)
SIGNS = tuple(re.compile(pattern) for pattern in (*_ONE_PERSON, *_NAMED_PERSON, *_NUMBERED_PERSON))

# A word with a capital and an age beside it: "Xenia (18)", "meneer El Haddaoui, 24,", "kwam Youssef, 19 jaar".
NAMED_AND_AGED = re.compile(
    rf"\b(?P<named>{NAMED})(?:,? \({AGE}\b(?! (?!jaar|jr))|, {AGE}(?=[,.;:]))"
    rf"|{MIDWAY}(?P<named_midway>{NAMED}),? {AGE} ?(?:jaar|jr)\b"
)
# What makes a first name one of whom something is told.
ABOUT_A_NAME = re.compile(rf"(?i:{AGED}|{CLASS}|{IN_PLACE}|\b{KIN}\b)")
AGE_NEXT = re.compile(rf",? ?{AGED}")
SPOKEN_OF = re.compile(r"^(?:['’]s\b|(?: en| of| of haar| en zijn)? [a-zà-ÿ]|[,.;:!?)]|$)")

# Ages of a group say nothing of one person: "16 tot 27 jaar", "18-jarigen", "17-jarige leerlingen".
OF_A_GROUP = re.compile(
    r"(?<![-/.\d])[12]\d ?(?:[-–]|- ?tot|tot|t/m|tot en met|en|à) ?[12]\d(?: ?jaar|-jarigen?)?\b(?![-/.]\d)"
    r"|\b\d\d-jarige \w+en\b|\b\d\d-jarigen\b"
)
# Names of organisations: "stichting Jan", "Willem van Oranje College", "Anne Frankschool".
ORGANISATION_BEFORE = re.compile(
    r"(?i:stichting|sint|st\.|school|college|bakkerij|garage|café|restaurant|hotel|firma|bureau|huis|team|project|pilot"
    r"|aanpak|wet|methode|praktijkschool|lyceum|mavo|centrum|zorgboerderij|boerderij) (?:\w+ )?$"
)
ORGANISATION_AFTER = re.compile(
    rf"^(?: (?:{BETWEEN_NAMES}|a|[A-Z][\w'’]+)){{0,4}}?(?: ?-?|(?: |-)[A-Z][\w-]*)"
    r"(?i:school|college|lyceum|gymnasium|mavo|stichting|foundation|huis|academie|instituut|fonds|zorg|zorggroep|kliniek"
    r"|centrum|museum|stadion|hal|bv|b\.v\.)\b"
)
