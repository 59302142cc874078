"""`/aanmelden/oidc`: signing in with OpenID Connect, at the provider of one's organisation.

Authorization code with PKCE, state and nonce. Of what the provider signs, the keys, the issuer, for whom it is and
until when are checked. It says who somebody is; what that person may see stands in the accounts.
"""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import FlaskOAuth2App, OAuth
from flask import Flask, Response, redirect, request, session, url_for
from joserfc.errors import BadSignatureError, InvalidClaimError, JoseError
from requests import ConnectionError, RequestException, Timeout
from sqlalchemy import Connection
from werkzeug.wrappers import Response as Answer

from dashboard.clock import this_moment
from dashboard.i18n import _, set_language
from dashboard.settings import Provider
from dashboard.web import frame, own_address
from dashboard.web.entrance import Entrance
from dashboard.web.own_address import SIGN_IN
from dashboard.web.sign_in import refused
from warehouse.accounts import audit, people
from warehouse.accounts.audit import Event
from warehouse.accounts.people import Person
from warehouse.accounts.sessions import Visitor
from warehouse.schema.accounts import LONGEST_IDENTITY

ADDRESS = f"{SIGN_IN}/oidc"
BACK = f"{SIGN_IN}/oidc/terug"
DISCOVERY = "/.well-known/openid-configuration"
# Signed with a key that only the provider has; never with none, nor with one that we know too.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519", "EdDSA")
SECONDS_TO_ANSWER = 10
SECONDS_OF_REST = 20
WANTED = "terug"
# What asking a provider can end in: it does not answer, or with something that is not right.
PROBLEMS = (RequestException, AuthlibBaseError, JoseError, KeyError, RuntimeError, ValueError)
STATUS = {"unknown": 403, "ended": 403, "wrong": 400, "away": 503}


class Client(FlaskOAuth2App):
    """Believes less of what a provider says about itself, and looks for new keys when a signature does not hold.

    A provider that does not answer is left alone for a while: whoever waits for it holds a thread, and anyone may ask.
    """

    _rests_until = 0.0

    @property
    def rests(self) -> bool:
        return monotonic() < self._rests_until

    def rest_after(self, problem: Exception) -> None:
        if isinstance(problem, ConnectionError | Timeout):
            self._rests_until = monotonic() + SECONDS_OF_REST

    def load_server_metadata(self) -> dict[str, Any]:
        found: dict[str, Any] = super().load_server_metadata()
        if found.get("issuer") != self.client_kwargs["issuer"]:
            found.pop("_loaded_at", None)
            raise InvalidClaimError("issuer")
        offered = found.get("id_token_signing_alg_values_supported", ALGORITHMS)
        found["id_token_signing_alg_values_supported"] = [one for one in offered if one in ALGORITHMS] or ALGORITHMS
        return found

    def parse_id_token(self, token: Mapping[str, Any], *args: Any, **kwargs: Any) -> Any:
        try:
            return super().parse_id_token(token, *args, **kwargs)
        except BadSignatureError:
            self.fetch_jwk_set(force=True)
            return super().parse_id_token(token, *args, **kwargs)


def register(server: Flask, entrance: Entrance, provider: Provider) -> None:
    client = _client(server, provider)

    @server.get(ADDRESS)
    def go_to_provider() -> Answer:
        _forget_earlier()
        session[WANTED] = own_address.own(request.args.get(WANTED))
        if client.rests:
            return _refusal("away", session[WANTED])
        try:
            return client.authorize_redirect(url_for("come_back_from_provider", _external=True))
        except PROBLEMS as problem:
            client.rest_after(problem)
            return _told(server, problem, session[WANTED])

    @server.get(BACK)
    def come_back_from_provider() -> Answer:
        wanted = str(session.pop(WANTED, own_address.FIRST))
        set_language(own_address.language_in(wanted))
        try:
            said = client.authorize_access_token(claims_options=_expected(provider))["userinfo"]
        except PROBLEMS as problem:
            client.rest_after(problem)
            return _told(server, problem, wanted)
        why = _let_in(entrance, said)
        # Where one signs in it is known where somebody who is in goes next.
        return _refusal(why, wanted) if why else redirect(own_address.sign_in_address(wanted), 303)


def _client(server: Flask, provider: Provider) -> Client:
    made: Client = OAuth(server).register(  # type: ignore[no-untyped-call]
        "provider",
        client_cls=Client,
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        server_metadata_url=provider.issuer.rstrip("/") + DISCOVERY,
        client_kwargs={
            "scope": "openid email",
            "code_challenge_method": "S256",
            "default_timeout": SECONDS_TO_ANSWER,
            "issuer": provider.issuer,
        },
    )
    return made


def _expected(provider: Provider) -> dict[str, dict[str, Any]]:
    return {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": provider.client_id},
    }


def _forget_earlier() -> None:
    """What was begun and never finished would fill the cookie."""
    for name in [name for name in session if name.startswith("_state_")]:
        session.pop(name)


def _let_in(entrance: Entrance, said: Mapping[str, Any]) -> str | None:
    """Why not, in one word; None when the person is in."""
    identity = f"{said['iss']} {said['sub']}"
    if len(identity) > LONGEST_IDENTITY:
        return "wrong"
    with entrance.logging() as connection:
        person = _person(connection, identity, said)
        if person is None:
            return refused(connection, None, "unknown")
        if not person.rights.hold_on(this_moment().date()):
            return refused(connection, person, "ended")
        entrance.sign_in(connection, Visitor(person), "oidc")
    return None


def _person(connection: Connection, identity: str, said: Mapping[str, Any]) -> Person | None:
    """Who is known by this identity; the first time, who has the address that the provider verified as login."""
    bound = people.by_identity(connection, identity)
    if bound or not _is_verified(said):
        return bound
    person = people.by_login(connection, str(said["email"]))
    return _bound(connection, person, identity) if person and _may_be_bound(person) else None


def _may_be_bound(person: Person) -> bool:
    return person.identity is None and not person.demonstration


def _bound(connection: Connection, person: Person, identity: str) -> Person:
    audit.write(connection, Event.BOUND, person.login, by=person.login, at=this_moment())
    return people.bind(connection, person, identity)


def _is_verified(said: Mapping[str, Any]) -> bool:
    """`xms_edov` is how Microsoft Entra ID says it: the domain is that of the organisation."""
    verified = said.get("email_verified") is True or said.get("xms_edov") in (True, 1, "1", "true")
    return verified and bool(said.get("email"))


def _told(server: Flask, problem: Exception, wanted: str) -> Response:
    """The kind of problem alone is logged: what a provider sends may hold who somebody is."""
    server.logger.warning("signing in through the provider did not work: %s", type(problem).__name__)
    return _refusal("away" if isinstance(problem, RequestException) else "wrong", wanted)


def _refusal(why: str, wanted: str) -> Response:
    title, text, again = _("sign_in.refused.title"), _(f"sign_in.refused.{why}"), _("sign_in.refused.again")
    return frame.said(STATUS[why], title, text, own_address.sign_in_address(wanted), again)
