"""What the environment says, read once. A missing or wrong variable stops the start with one clear line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROLES = ("ministerie", "regio", "bureau", "beheer")


class SettingsError(ValueError):
    """A variable is missing or wrong; the message says which, and what it should be."""


@dataclass(frozen=True)
class Settings:
    """`open_as` is the role of every visitor: for the demonstration, or behind an organisation's own sign-in."""

    intake_url: str
    warehouse_url: str
    read_url: str
    disclosure_key: bytes | None
    demonstration: bool
    open_as: str | None
    port: int
    frontend: Path

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        demonstration = environment.get("TRAJECTMONITOR_DEMONSTRATION", "") == "1"
        warehouse_url = environment.get("TRAJECTMONITOR_WAREHOUSE_URL", "sqlite:///var/warehouse.db")
        return cls(
            intake_url=environment.get("TRAJECTMONITOR_INTAKE_URL", "sqlite:///var/intake.db"),
            warehouse_url=warehouse_url,
            read_url=environment.get("TRAJECTMONITOR_READ_URL", warehouse_url),
            disclosure_key=_key(environment.get("TRAJECTMONITOR_DISCLOSURE_KEY")),
            demonstration=demonstration,
            open_as=_role(environment.get("TRAJECTMONITOR_OPEN_AS", ROLES[0] if demonstration else None)),
            port=_port(environment.get("PORT", "8050")),
            frontend=Path(environment.get("TRAJECTMONITOR_FRONTEND", "node_modules")).resolve(),
        )


def _key(text: str | None) -> bytes | None:
    if text is None:
        return None
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != 32:
        raise SettingsError("TRAJECTMONITOR_DISCLOSURE_KEY must be 32 bytes, written as 64 hexadecimal digits")
    return key


def _role(text: str | None) -> str | None:
    if text is not None and text not in ROLES:
        raise SettingsError(f"TRAJECTMONITOR_OPEN_AS is {text!r}, but must be one of {', '.join(ROLES)}")
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingsError(f"PORT is {text!r}, but must be a number from 1 to 65535")
    return int(text)
