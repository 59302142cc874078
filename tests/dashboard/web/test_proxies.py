import pytest
from flask import Flask, request

from dashboard.web import proxies

TOLD = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "evil.example"}


def _seen(networks: str, sender: str) -> tuple[str | None, bool, str]:
    server = Flask("proxies")
    server.add_url_rule("/", "seen", lambda: {"seen": [request.remote_addr, request.is_secure, request.host]})
    proxies.register(server, networks)
    answer = server.test_client().get("/", headers=TOLD, environ_base={"REMOTE_ADDR": sender})
    address, secure, host = answer.get_json()["seen"]
    return address, secure, host


@pytest.mark.parametrize("networks", ["10.0.0.5", "10.1.0.0/16, 10.0.0.5", "*", "fe80::/10,10.0.0.0/8"])
def test_a_known_proxy_is_believed_about_address_and_https_and_not_about_the_host(networks: str) -> None:
    for sender in ("10.0.0.5", "::ffff:10.0.0.5"):
        assert _seen(networks, sender) == ("203.0.113.9", True, "localhost")


@pytest.mark.parametrize(
    ("networks", "sender"),
    [("", "10.0.0.5"), ("10.0.0.5", "10.0.0.6"), ("10.0.0.5", "unix:"), ("10.0.0.5", "::10.0.0.5")],
)
def test_nobody_else_is_believed(networks: str, sender: str) -> None:
    assert _seen(networks, sender) == (sender, False, "localhost")
