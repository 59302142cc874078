"""Headers under which data of single persons stand."""

from __future__ import annotations

import re

from warehouse.reference import plain

LONGEST_HEADER = 60
_DUO = re.compile(r"\b(A04|A05|NRSP)\b")
_DUO_HEADERS = frozenset({"pgn", "persoonsgebondennummer", "onderwijsnummer", "duonummer", "leerlingnummer"})
_EXACT = {
    "person_number": {"bsn", "sofi", "bsnnummer", "sofinr", "clientnummer", "clientnr", "deelnemernummer"},
    "person_name": {
        *("naam", "namen", "name", "voornaam", "voornamen", "achternaam", "roepnaam", "voorletters", "tussenvoegsel"),
        *("initialen", "geslachtsnaam", "firstname", "lastname", "surname", "fullname", "client", "jongere"),
    },
    "person_birth_date": {"geboren", "geboortedag", "gebdatum", "gebdat", "gebdtm", "dob"},
    "person_contact": {"email", "mail", "telefoon", "tel", "telnr", "mobiel", "phone", "mobile", "gsm", "06nummer"},
    "person_address": {"adres", "straat", "straatnaam", "huisnummer", "huisnr", "postcode", "address", "postalcode"},
}
_PARTS = {
    "person_number": ("burgerservice", "sofinummer", "bsnvan", "bsnjongere", "bsnleerling"),
    "person_name": (
        *("naamjongere", "naamleerling", "naamdeelnemer", "naamclient", "naamstudent", "naamkind", "naamcontact"),
        *(
            "naamvandejongere",
            "naamvandeleerling",
            "naamvandedeelnemer",
            "naamvandeclient",
            "voornaam",
            "achternaam",
            "volledigenaam",
            "voorennachternaam",
            "clientnaam",
            "leerlingnaam",
        ),
    ),
    "person_birth_date": ("geboortedat", "dateofbirth", "birthdate", "geboortejaarenmaand"),
    "person_contact": ("emailadres", "emailaddress", "mailadres", "telefoonnummer", "mobielnummer", "phonenumber"),
    "person_address": ("woonadres", "straatenhuis", "postcodeen", "verblijfadres", "adresgegevens", "homeaddress"),
}


def header_kind(text: str) -> str | None:
    """The kind of personal data that a header announces."""
    words = plain(text)
    if len(words) > LONGEST_HEADER:
        return None
    exact = (kind for kind, known in _EXACT.items() if words in known)
    partly = (kind for kind, parts in _PARTS.items() if any(part in words for part in parts))
    return next(exact, None) or next(partly, None)


def is_duo_layout(text: str) -> bool:
    """The person records that schools receive from DUO: A04, A05, NRSP."""
    return plain(text) in _DUO_HEADERS or (len(text) <= LONGEST_HEADER and _DUO.search(text) is not None)
