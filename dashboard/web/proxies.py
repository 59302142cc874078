"""Behind a proxy: what it says of the visitor's address, and of https. Nobody else is believed about either."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address, ip_network
from typing import TYPE_CHECKING

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

EVERYONE = "*"


def register(server: Flask, networks: str) -> None:
    """`networks` are those of TRAJECTMONITOR_PROXIES; without any nothing is believed."""
    if networks:
        server.wsgi_app = BehindProxies(server.wsgi_app, networks)  # type: ignore[method-assign]


class BehindProxies:
    """The host is not taken over: a proxy that leaves that header alone would pass on what a visitor made up."""

    def __init__(self, app: WSGIApplication, networks: str) -> None:
        self._direct = app
        self._through_proxy = ProxyFix(app, x_for=1, x_proto=1, x_host=0)
        self._known = [part.strip() for part in networks.split(",") if part.strip()]

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        app = self._through_proxy if self._is_known(environ.get("REMOTE_ADDR", "")) else self._direct
        return app(environ, start_response)

    def _is_known(self, address: str) -> bool:
        if EVERYONE in self._known:
            return True
        try:
            sender = ip_address(address)
        except ValueError:
            return False
        # So a server that listens to both kinds of addresses sees one of the older kind.
        sender = getattr(sender, "ipv4_mapped", None) or sender
        return any(sender in ip_network(network) for network in self._known)
