import pytest

from dashboard.i18n import speaking
from dashboard.web.own_address import own, sign_in_address

ATTACKS = [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "https:evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "\t//evil.example",
    "/\n/evil.example",
    "/%0d%0aSet-Cookie:x\r\n",
    " //evil.example",
    "evil.example",
    "@evil.example",
    "/..//evil.example",
    "/regio//evil.example",
    "//[evil",
    "/#//evil.example",
    "",
    None,
    "/aanmelden",
    "/aanmelden/oidc",
    "/afmelden",
    "/uitnodiging/x",
    "/_dash-layout",
]


@pytest.mark.parametrize("address", ATTACKS)
def test_any_other_address_leads_to_the_first_page(address: str | None) -> None:
    assert own(address) == "/"
    assert sign_in_address(address or "") == "/aanmelden"


@pytest.mark.parametrize("address", ["/regio/AM05", "/regio/AM05?stand=3&lijn=TOM", "/experimenten?zoek=a%2Fb+c"])
def test_an_address_of_ours_is_kept_with_its_choices(address: str) -> None:
    assert own(address) == address


def test_the_language_that_is_spoken_goes_along() -> None:
    with speaking("en"):
        assert own("/regio/AM05?stand=3") == "/regio/AM05?stand=3&taal=en"
        assert own("//evil.example") == "/?taal=en"
        assert sign_in_address("/") == "/aanmelden?taal=en"
    assert own("/regio/AM05?taal=en") == "/regio/AM05"
    assert sign_in_address("/regio/AM05?stand=3") == "/aanmelden?terug=%2Fregio%2FAM05%3Fstand%3D3"
