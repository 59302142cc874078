"""What the environment says, read once. A missing or wrong variable stops the start with one clear line.

Three readers, three parts: the command line knows where exact counts are and the key that protects them; the pages and
the server that carries them never learn either.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_network
from pathlib import Path

ROLES = ("ministerie", "beheer")
WAREHOUSE = ("TRAJECTMONITOR_WAREHOUSE_URL", "sqlite:///var/warehouse.db")
ACCOUNTS = ("TRAJECTMONITOR_ACCOUNTS_URL", "sqlite:///var/accounts.db")


class SettingsError(ValueError):
    """A variable is missing or wrong; the message says which, and what it should be."""


@dataclass(frozen=True)
class Settings:
    """Of the command line."""

    intake_url: str
    warehouse_url: str
    accounts_url: str
    disclosure_key: bytes | None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        return cls(
            intake_url=environment.get("TRAJECTMONITOR_INTAKE_URL", "sqlite:///var/intake.db"),
            warehouse_url=environment.get(*WAREHOUSE),
            accounts_url=environment.get(*ACCOUNTS),
            disclosure_key=_key(environment.get("TRAJECTMONITOR_DISCLOSURE_KEY")),
        )


@dataclass(frozen=True)
class WebSettings:
    """Of the pages. `open_as` is the role of every visitor; in a demonstration only while all figures are invented."""

    read_url: str
    frontend: Path
    open_as: str | None
    demonstration: bool

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> WebSettings:
        demonstration = environment.get("TRAJECTMONITOR_DEMONSTRATION", "") == "1"
        return cls(
            read_url=_read_url(environment),
            frontend=Path(environment.get("TRAJECTMONITOR_FRONTEND", "node_modules")).resolve(),
            open_as=_role(environment.get("TRAJECTMONITOR_OPEN_AS", ROLES[0] if demonstration else None)),
            demonstration=demonstration,
        )


@dataclass(frozen=True)
class ServerSettings:
    """Of the web server. `proxies` are the addresses whose word is taken for how a visitor came: https or not."""

    host: str
    port: int
    workers: int
    access_log: str | None
    proxies: str

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> ServerSettings:
        return cls(
            host=_host(environment.get("TRAJECTMONITOR_HOST", "127.0.0.1")),
            port=_number("PORT", environment.get("PORT", "8050"), 65535),
            workers=_number("TRAJECTMONITOR_WORKERS", environment.get("TRAJECTMONITOR_WORKERS", "2"), 64),
            access_log=_log_file(environment.get("TRAJECTMONITOR_ACCESS_LOG") or None),
            proxies=_networks(environment.get("TRAJECTMONITOR_PROXIES", "")),
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


def _read_url(environment: Mapping[str, str]) -> str:
    """The address itself is not repeated in the message: it may hold a password."""
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    name = "TRAJECTMONITOR_READ_URL" if "TRAJECTMONITOR_READ_URL" in environment else WAREHOUSE[0]
    url = environment.get(name, WAREHOUSE[1])
    try:
        make_url(url).get_dialect().import_dbapi()
    except (ArgumentError, ValueError) as problem:
        raise SettingsError(f"{name} is not the address of a database, such as {WAREHOUSE[1]}") from problem
    except ImportError as problem:
        raise SettingsError(f"{name} needs a driver: pip install 'trajectmonitor[postgresql]'") from problem
    return url


def _role(text: str | None) -> str | None:
    if text is not None and text not in ROLES:
        wanted = f"must be one of {', '.join(ROLES)}: other roles need sign-in, which is not there yet"
        raise SettingsError(f"TRAJECTMONITOR_OPEN_AS is {text!r}, but {wanted}")
    return text


def _host(text: str) -> str:
    if not re.fullmatch(r"[\w.-]+|\[[0-9a-fA-F:]+\]", text):
        raise SettingsError(f"TRAJECTMONITOR_HOST is {text!r}, but must be a name or an address without port")
    return text


def _number(name: str, text: str, most: int) -> int:
    if not text.isdecimal() or not 0 < int(text) <= most:
        raise SettingsError(f"{name} is {text!r}, but must be a number from 1 to {most}")
    return int(text)


def _log_file(text: str | None) -> str | None:
    if text and text != "-" and not Path(text).resolve().parent.is_dir():
        raise SettingsError(f"TRAJECTMONITOR_ACCESS_LOG is {text!r}, in a folder that does not exist")
    return text


def _networks(text: str) -> str:
    wrong = [part for part in text.split(",") if part and not _is_network(part.strip())]
    if wrong:
        wanted = "addresses or networks with commas between (10.0.0.5,10.1.0.0/16), or * for every sender"
        raise SettingsError(f"TRAJECTMONITOR_PROXIES is {text!r}, but must be {wanted}")
    return text


def _is_network(text: str) -> bool:
    try:
        return text == "*" or bool(ip_network(text))
    except ValueError:
        return False
