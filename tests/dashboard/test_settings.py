from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest

from dashboard.app import create_app
from dashboard.settings import Provider, ServerSettings, Settings, SettingsError, WebSettings
from tests.signing import SECRET_KEY

KEY = "0f" * 32
KEYED = {"TRAJECTMONITOR_SECRET_KEY": SECRET_KEY}
DEMONSTRATION = {"TRAJECTMONITOR_DEMONSTRATION": "1"}
OIDC = {
    "TRAJECTMONITOR_OIDC_ISSUER": "https://login.example/tenant",
    "TRAJECTMONITOR_OIDC_CLIENT_ID": "monitor",
    "TRAJECTMONITOR_OIDC_CLIENT_SECRET": "secret",
}


def test_without_variables_nothing_is_open() -> None:
    assert Settings.from_environment({}) == Settings(
        intake_url="sqlite:///var/intake.db",
        warehouse_url="sqlite:///var/warehouse.db",
        accounts_url="sqlite:///var/accounts.db",
        disclosure_key=None,
    )
    assert WebSettings.from_environment(KEYED) == WebSettings(
        read_url="sqlite:///var/warehouse.db",
        accounts_url="sqlite:///var/accounts.db",
        frontend=Path("node_modules").resolve(),
        demonstration=False,
        secret_keys=(SECRET_KEY,),
        proxies="",
        provider=None,
    )
    assert ServerSettings.from_environment({}) == ServerSettings("127.0.0.1", 8050, 2, None, "")


def test_the_pages_cannot_be_given_exact_counts_nor_their_key() -> None:
    assert get_type_hints(create_app)["settings"] is WebSettings
    assert {field.name for field in fields(WebSettings)} == {
        *("read_url", "accounts_url", "frontend", "demonstration", "secret_keys", "proxies", "provider")
    }


def test_what_the_pages_do_not_need_may_be_wrong_for_them() -> None:
    wrong = {"TRAJECTMONITOR_INTAKE_URL": "nonsense", "TRAJECTMONITOR_DISCLOSURE_KEY": "kort"}
    assert WebSettings.from_environment({**KEYED, **wrong}) == WebSettings.from_environment(KEYED)


def test_a_demonstration_needs_no_key_and_never_has_the_same() -> None:
    first, second = (WebSettings.from_environment(DEMONSTRATION) for _ in range(2))
    assert first.demonstration
    assert first.secret_keys != second.secret_keys
    assert len(first.secret_keys[0]) >= 32


@pytest.mark.parametrize("value", ["0", "", "ja", "true"])
def test_only_a_one_makes_a_demonstration(value: str) -> None:
    assert not WebSettings.from_environment({**KEYED, "TRAJECTMONITOR_DEMONSTRATION": value}).demonstration
    with pytest.raises(SettingsError, match=r"^TRAJECTMONITOR_SECRET_KEY "):
        WebSettings.from_environment({"TRAJECTMONITOR_DEMONSTRATION": value})


@pytest.mark.parametrize("host", ["0.0.0.0", "10.0.0.5", "[::]", "monitor.example", "localhost.example"])
def test_a_demonstration_is_shown_on_this_machine_alone(host: str) -> None:
    with pytest.raises(SettingsError, match=r"^TRAJECTMONITOR_DEMONSTRATION, [^\n]+$"):
        WebSettings.from_environment({**DEMONSTRATION, "TRAJECTMONITOR_HOST": host})
    assert not WebSettings.from_environment({**KEYED, "TRAJECTMONITOR_HOST": host}).demonstration


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "localhost", "[::1]"])
def test_names_of_this_machine(host: str) -> None:
    assert WebSettings.from_environment({**DEMONSTRATION, "TRAJECTMONITOR_HOST": host}).demonstration


def test_cookies_need_https_but_in_a_demonstration_without_a_proxy() -> None:
    assert WebSettings.from_environment(KEYED).https
    assert not WebSettings.from_environment(DEMONSTRATION).https
    assert WebSettings.from_environment({**DEMONSTRATION, "TRAJECTMONITOR_PROXIES": "127.0.0.1"}).https


def test_every_variable_is_read() -> None:
    given = {
        "TRAJECTMONITOR_INTAKE_URL": "postgresql://a/intake",
        "TRAJECTMONITOR_WAREHOUSE_URL": "postgresql://writer@a/warehouse",
        "TRAJECTMONITOR_READ_URL": "postgresql://reader@a/warehouse",
        "TRAJECTMONITOR_DISCLOSURE_KEY": KEY,
        "TRAJECTMONITOR_ACCOUNTS_URL": "postgresql://web@a/accounts",
        "TRAJECTMONITOR_SECRET_KEY": f"{SECRET_KEY}, {KEY}",
        **OIDC,
        "TRAJECTMONITOR_FRONTEND": "/srv/front",
        "TRAJECTMONITOR_HOST": "0.0.0.0",
        "PORT": "80",
        "TRAJECTMONITOR_WORKERS": "5",
        "TRAJECTMONITOR_ACCESS_LOG": "-",
        "TRAJECTMONITOR_PROXIES": "10.0.0.5, 10.1.0.0/16",
    }
    found = Settings.from_environment(given)
    assert (found.intake_url, found.warehouse_url) == ("postgresql://a/intake", "postgresql://writer@a/warehouse")
    assert found.disclosure_key == bytes([15] * 32)
    web = WebSettings.from_environment(given)
    assert (web.read_url, web.accounts_url) == ("postgresql://reader@a/warehouse", "postgresql://web@a/accounts")
    assert web.secret_keys == (SECRET_KEY, KEY)
    assert web.provider == Provider("https://login.example/tenant", "monitor", "secret")
    assert SECRET_KEY not in repr(web)
    assert "'secret'" not in repr(web)
    assert web.frontend == Path("/srv/front")
    assert ServerSettings.from_environment(given) == ServerSettings("0.0.0.0", 80, 5, "-", "10.0.0.5, 10.1.0.0/16")


def test_pages_read_where_is_written_when_nothing_else_is_said() -> None:
    found = WebSettings.from_environment({**KEYED, "TRAJECTMONITOR_WAREHOUSE_URL": "sqlite:///elsewhere.db"})
    assert found.read_url == "sqlite:///elsewhere.db"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TRAJECTMONITOR_DISCLOSURE_KEY", "kort"),
        ("TRAJECTMONITOR_DISCLOSURE_KEY", KEY[:-2]),
        ("TRAJECTMONITOR_DISCLOSURE_KEY", "zz" * 32),
        ("TRAJECTMONITOR_DISCLOSURE_KEY", ""),
        ("TRAJECTMONITOR_SECRET_KEY", ""),
        ("TRAJECTMONITOR_SECRET_KEY", "secret"),
        ("TRAJECTMONITOR_SECRET_KEY", f"{SECRET_KEY},secret"),
        ("TRAJECTMONITOR_SECRET_KEY", f"{SECRET_KEY},"),
        ("TRAJECTMONITOR_ACCOUNTS_URL", "nonsense"),
        ("TRAJECTMONITOR_OIDC_ISSUER", "http://login.example"),
        ("TRAJECTMONITOR_OIDC_ISSUER", "login.example"),
        ("TRAJECTMONITOR_OIDC_CLIENT_ID", ""),
        ("TRAJECTMONITOR_OIDC_CLIENT_SECRET", ""),
        ("TRAJECTMONITOR_WAREHOUSE_URL", "nonsense"),
        ("TRAJECTMONITOR_WAREHOUSE_URL", "nonsense://a/b"),
        ("TRAJECTMONITOR_WAREHOUSE_URL", "postgresql://user:secret@host:port/b"),
        ("TRAJECTMONITOR_READ_URL", ""),
        ("TRAJECTMONITOR_READ_URL", "mysql://user:secret@host/b"),
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "²"),
        ("TRAJECTMONITOR_WORKERS", "0"),
        ("TRAJECTMONITOR_WORKERS", "65"),
        ("TRAJECTMONITOR_WORKERS", "twee"),
        ("TRAJECTMONITOR_HOST", ""),
        ("TRAJECTMONITOR_HOST", "127.0.0.1:80"),
        ("TRAJECTMONITOR_HOST", "http://a"),
        ("TRAJECTMONITOR_ACCESS_LOG", "/no/such/folder/access.log"),
        ("TRAJECTMONITOR_PROXIES", "balancer"),
        ("TRAJECTMONITOR_PROXIES", "10.0.0.5/16"),
    ],
)
def test_a_wrong_variable_is_named_in_one_line(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name} [^\n]+$") as refused:
        _read_all({**KEYED, **(OIDC if "OIDC" in name else {}), name: value})
    assert "secret" not in str(refused.value)


def _read_all(environment: dict[str, str]) -> None:
    for part in (Settings, WebSettings, ServerSettings):
        part.from_environment(environment)


def test_a_wrong_key_is_not_repeated_in_the_message() -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment({"TRAJECTMONITOR_DISCLOSURE_KEY": "geheim"})
    assert "geheim" not in str(refused.value)
