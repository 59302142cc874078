from pathlib import Path

import pytest

from dashboard.settings import Settings, SettingsError

KEY = "0f" * 32


def test_without_variables_nothing_is_open() -> None:
    found = Settings.from_environment({})
    assert found == Settings(
        intake_url="sqlite:///var/intake.db",
        warehouse_url="sqlite:///var/warehouse.db",
        read_url="sqlite:///var/warehouse.db",
        disclosure_key=None,
        demonstration=False,
        open_as=None,
        port=8050,
        frontend=Path("node_modules").resolve(),
    )


def test_a_demonstration_is_open_to_everyone() -> None:
    assert Settings.from_environment({"TRAJECTMONITOR_DEMONSTRATION": "1"}).open_as == "ministerie"


@pytest.mark.parametrize("value", ["0", "", "ja", "true"])
def test_only_a_one_makes_a_demonstration(value: str) -> None:
    found = Settings.from_environment({"TRAJECTMONITOR_DEMONSTRATION": value})
    assert (found.demonstration, found.open_as) == (False, None)


def test_every_variable_is_read() -> None:
    found = Settings.from_environment(
        {
            "TRAJECTMONITOR_INTAKE_URL": "postgresql://a/intake",
            "TRAJECTMONITOR_WAREHOUSE_URL": "postgresql://writer@a/warehouse",
            "TRAJECTMONITOR_READ_URL": "postgresql://reader@a/warehouse",
            "TRAJECTMONITOR_DISCLOSURE_KEY": KEY,
            "TRAJECTMONITOR_OPEN_AS": "bureau",
            "TRAJECTMONITOR_FRONTEND": "/srv/front",
            "PORT": "80",
        }
    )
    assert found.intake_url == "postgresql://a/intake"
    assert found.warehouse_url == "postgresql://writer@a/warehouse"
    assert found.read_url == "postgresql://reader@a/warehouse"
    assert found.disclosure_key == bytes([15] * 32)
    assert (found.open_as, found.port, found.frontend) == ("bureau", 80, Path("/srv/front"))


def test_pages_read_where_is_written_when_nothing_else_is_said() -> None:
    found = Settings.from_environment({"TRAJECTMONITOR_WAREHOUSE_URL": "sqlite:///elsewhere.db"})
    assert found.read_url == "sqlite:///elsewhere.db"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TRAJECTMONITOR_DISCLOSURE_KEY", "kort"),
        ("TRAJECTMONITOR_DISCLOSURE_KEY", KEY[:-2]),
        ("TRAJECTMONITOR_DISCLOSURE_KEY", "zz" * 32),
        ("TRAJECTMONITOR_DISCLOSURE_KEY", ""),
        ("TRAJECTMONITOR_OPEN_AS", "iedereen"),
        ("TRAJECTMONITOR_OPEN_AS", ""),
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "²"),
    ],
)
def test_a_wrong_variable_is_named_in_one_line(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name} [^\n]+$"):
        Settings.from_environment({name: value})


def test_a_wrong_key_is_not_repeated_in_the_message() -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment({"TRAJECTMONITOR_DISCLOSURE_KEY": "geheim"})
    assert "geheim" not in str(refused.value)
