"""Headers under which data of single persons stand."""

from __future__ import annotations

import re

from warehouse.reference import plain

LONGEST_HEADER = 60
MOST_WORDS_AFTER = 3

# Reports of DUO with one line a pupil: `A05`, `NRSP2025`, `NenR2024D` ("namen en rugnummers").
_DUO = re.compile(r"(?<![A-Za-z0-9])(?:A0[45]|NRSP|NenR)(?:20\d\d[A-Z]?)?(?![A-Za-z0-9])")
_DUO_HEADERS = frozenset(
    {
        *("pgn", "persoonsgebondennummer", "onderwijsnummer", "duonummer", "leerlingnummer", "leerlingnr"),
        *(
            "studentnummer",
            "studentnr",
            "inschrijvingsvolgnummer",
            "inschrijfvolgnummer",
            "eckid",
            "geslachtsaanduiding",
        ),
    }
)
_EXACT = {
    "person_number": {
        *("sofi", "sofinr", "anummer", "vnummer", "clientnummer", "clientnr", "deelnemernummer", "deelnemernr"),
        *("dossiernummer", "dossiernr", "zaaknummer", "suwinummer", "identificatienummer", "paspoortnummer"),
    },
    "person_name": {
        *("naam", "namen", "name", "names", "voornaam", "voornamen", "voorletter", "voorletters", "initialen", "vnaam"),
        *("roepn", "tussenvoegsel", "tussenvoegsels", "tussenv", "voorvoegsel", "voorvoegsels", "anaam", "initials"),
        *(
            "firstname",
            "lastname",
            "surname",
            "fullname",
            "givenname",
            "familyname",
            "naw",
            "nawgegevens",
            "personalia",
        ),
        *("client", "jongere", "leerling", "deelnemer", "student", "cursist", "kandidaat", "jeugdige", "persoon"),
    },
    "person_birth_date": {"geb", "geboren", "geboortedag", "dob", "birthday", "geboortedd", "ddgeboorte", "ddgeb"},
    "person_contact": {"06", "contactgegevens", "nummer06"},
    "person_address": {"straat", "huisnummer", "huisnr", "huisletter", "postcode", "adres", "address", "zipcode"},
}
_PARTS = {
    "person_number": ("burgerservice", "sofinummer", "bsnvan", "bsnjongere", "bsnleerling", "bsnnummer", "bsnnr"),
    "person_name": (
        *("voornaam", "achternaam", "roepnaam", "geslachtsnaam", "meisjesnaam", "geboortenaam", "familienaam"),
        *("volledigenaam", "voorennachternaam", "voorenachternaam", "persoonsgegevens", "naamjongere", "naamleerling"),
    ),
    "person_birth_date": (
        *("geboortedat", "datumgeboorte", "geborenop", "gebdat", "gebdtm", "dateofbirth", "birthdate"),
        "geboortejaarenmaand",
    ),
    "person_contact": (
        *("emailadres", "emailaddress", "mailadres", "telefoonnummer", "telefoonnr", "mobielnummer", "mobielenummer"),
        *("phonenumber", "06nummer", "06nr"),
    ),
    "person_address": (
        *("woonadres", "straatnaam", "straatenhuis", "postcodeen", "postcodehuis", "postcodewoon", "postcodecijfer"),
        *("postcodeletter", "verblijfadres", "adresgegevens", "homeaddress", "adresjongere", "adresregel"),
    ),
}
# Headers that begin with such a word tell of persons whatever follows: `telefoon moeder`, `BSN (9 cijfers)`.
_FIRST_WORDS = {
    "person_number": {"bsn"},
    "person_contact": {
        "email",
        "mail",
        "telefoon",
        "tel",
        "telnr",
        "mobiel",
        "mob",
        "gsm",
        "phone",
        "mobile",
        "whatsapp",
    },
    "person_address": {"adres", "straat", "postcode"},
    "person_birth_date": {"geb", "geboren"},
}
_NAME = frozenset({"naam", "namen", "name", "names"})
_PERSON = frozenset(
    {
        *("jongere", "jongeren", "leerling", "leerlingen", "kind", "deelnemer", "deelnemers", "client", "clienten"),
        *("student", "studenten", "jeugdige", "cursist", "kandidaat", "persoon", "betrokkene", "ouder", "ouders"),
        *("moeder", "vader", "verzorger", "voogd", "contactpersoon", "contact", "pupil", "child", "voorletters"),
    }
)


def header_kind(text: str) -> str | None:
    """The kind of personal data that a header announces."""
    whole, words = plain(text), _words(text)
    if len(whole) > LONGEST_HEADER or not words:
        return None
    exact = (kind for kind, known in _EXACT.items() if whole in known)
    partly = (kind for kind, parts in _PARTS.items() if any(part in whole for part in parts))
    return next(exact, None) or next(partly, None) or _kind_of_words(words)


def _kind_of_words(words: list[str]) -> str | None:
    if _NAME.intersection(words) and _PERSON.intersection(words):
        return "person_name"
    if "bsn" in words:
        return "person_number"
    if len(words) > 1 + MOST_WORDS_AFTER:
        return None
    return next((kind for kind, first in _FIRST_WORDS.items() if words[0] in first), None)


def _words(text: str) -> list[str]:
    """Without accents and capitals; `e-mail` is one word, `GeboorteDatum` two."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", re.sub(r"(?i)\be[- ]mail", "email", text))
    return [plain(word) for word in re.findall(r"[^\W_]+", apart)]


def is_duo_layout(text: str) -> bool:
    """The person records that schools and municipalities receive from DUO."""
    return plain(text) in _DUO_HEADERS or (len(text) <= LONGEST_HEADER and _DUO.search(text) is not None)
