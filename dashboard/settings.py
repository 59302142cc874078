"""What the environment says, read once. A missing or wrong variable stops the start with one clear line.

Three readers, three parts: the command line knows where exact counts are and the key that protects them; the pages and
the server that carries them never learn either.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

WAREHOUSE = ("TRAJECTMONITOR_WAREHOUSE_URL", "sqlite:///var/warehouse.db")
ACCOUNTS = ("TRAJECTMONITOR_ACCOUNTS_URL", "sqlite:///var/accounts.db")
SHORTEST_KEY = 32
OIDC = ("TRAJECTMONITOR_OIDC_ISSUER", "TRAJECTMONITOR_OIDC_CLIENT_ID", "TRAJECTMONITOR_OIDC_CLIENT_SECRET")


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
class Provider:
    """Who says who somebody is, by OpenID Connect."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)


@dataclass(frozen=True)
class WebSettings:
    """Of the pages. In a demonstration anyone at this machine comes in, while all figures are invented.

    With the first of `secret_keys` cookies are signed; those that the others signed hold too.
    """

    read_url: str
    accounts_url: str
    frontend: Path
    demonstration: bool
    secret_keys: tuple[str, ...] = field(repr=False)
    proxies: str
    provider: Provider | None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> WebSettings:
        demonstration = _demonstration(environment)
        return cls(
            read_url=_database(environment, "TRAJECTMONITOR_READ_URL", *WAREHOUSE),
            accounts_url=_database(environment, *ACCOUNTS),
            frontend=Path(environment.get("TRAJECTMONITOR_FRONTEND", "node_modules")).resolve(),
            demonstration=demonstration,
            secret_keys=_secret_keys(environment.get("TRAJECTMONITOR_SECRET_KEY"), demonstration),
            proxies=_networks(environment.get("TRAJECTMONITOR_PROXIES", "")),
            provider=_provider(environment),
        )

    @property
    def https(self) -> bool:
        """Cookies go over https alone: everywhere but in a demonstration to which no proxy leads."""
        return not self.demonstration or bool(self.proxies)


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


def _database(environment: Mapping[str, str], *names: str) -> str:
    """The first of `names` that is given; the last of them is what is taken otherwise.

    The address itself is not repeated in the message: it may hold a password.
    """
    from sqlalchemy import make_url
    from sqlalchemy.exc import ArgumentError

    *variables, usual = names
    name = next((one for one in variables if one in environment), variables[-1])
    url = environment.get(name, usual)
    try:
        make_url(url).get_dialect().import_dbapi()
    except (ArgumentError, ValueError) as problem:
        raise SettingsError(f"{name} is not the address of a database, such as {usual}") from problem
    except ImportError as problem:
        raise SettingsError(f"{name} needs a driver: pip install 'trajectmonitor[postgresql]'") from problem
    return url


def _demonstration(environment: Mapping[str, str]) -> bool:
    if environment.get("TRAJECTMONITOR_DEMONSTRATION", "") != "1":
        return False
    host = _host(environment.get("TRAJECTMONITOR_HOST", "127.0.0.1"))
    if not is_loopback(host):
        wanted = "must not be 1: anyone comes in there, so it is only shown on this machine itself"
        raise SettingsError(f"TRAJECTMONITOR_DEMONSTRATION, with {host} as TRAJECTMONITOR_HOST, {wanted}")
    return True


def is_loopback(host: str | None) -> bool:
    try:
        return host == "localhost" or ip_address((host or "").strip("[]")).is_loopback
    except ValueError:
        return False


def _secret_keys(text: str | None, demonstration: bool) -> tuple[str, ...]:
    """Of a demonstration one of its own; the server makes it before it splits into workers, so they share it."""
    if text is None and demonstration:
        return (secrets.token_urlsafe(SHORTEST_KEY),)
    keys = tuple(key.strip() for key in (text or "").split(","))
    if any(len(key.encode()) < SHORTEST_KEY for key in keys):
        wanted = f"must be at least {SHORTEST_KEY} bytes; to change it, the new one, a comma and the old one"
        raise SettingsError(f"TRAJECTMONITOR_SECRET_KEY {wanted}. This makes one: openssl rand -hex {SHORTEST_KEY}")
    return keys


def _provider(environment: Mapping[str, str]) -> Provider | None:
    given = [environment.get(name, "") for name in OIDC]
    if not any(given):
        return None
    missing = [name for name, value in zip(OIDC, given, strict=True) if not value]
    if missing:
        raise SettingsError(f"{missing[0]} is missing: {', '.join(OIDC)} belong together")
    address = urlsplit(given[0])
    if address.scheme != "https" and not (address.scheme == "http" and is_loopback(address.hostname)):
        raise SettingsError(f"{OIDC[0]} is {given[0]!r}, but must be the https address of the provider")
    return Provider(*given)


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
