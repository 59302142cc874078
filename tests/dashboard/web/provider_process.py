"""A provider of OpenID Connect as a process: discovery, authorization code with PKCE, keys that change.

`python -m tests.dashboard.web.provider_process` prints the address at which it answers. `/told` tells it who signs in
there next, what it does wrong, and that it has new keys.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
import secrets
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from flask import Flask, abort, redirect, request
from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

CLIENT_ID, CLIENT_SECRET = "monitor", "the secret of the monitor, long enough for a signature"
PERSON = {"sub": "1", "email": "wil@regio.example", "email_verified": True}


@dataclass
class Provider:
    issuer: str = ""
    person: dict[str, Any] = field(default_factory=lambda: dict(PERSON))
    wrong: str = ""
    with_key_id: bool = True
    key: RSAKey = field(default_factory=lambda: fresh_key())
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def id_token(self, nonce: str) -> str:
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "nonce": nonce, **self.person}
        spoiled: dict[str, dict[str, Any]] = {
            "issuer": {"iss": "https://evil.example"},
            "audience": {"aud": "another"},
            "audience of another with our name beside it": {"aud": "another", "azp": CLIENT_ID},
            "nonce": {"nonce": "another"},
            "expired": {"iat": now - 900, "exp": now - 600},
            "from later on": {"iat": now + 900, "nbf": now + 900, "exp": now + 1200},
            "a clock that is a minute ahead": {"iat": now + 60, "exp": now + 360},
            "no text": {"sub": ["1"]},
        }
        claims |= spoiled.get(self.wrong, {})
        if self.wrong.startswith("no ") and self.wrong != "no text":
            claims.pop(self.wrong.removeprefix("no "), None)
        return self._signed(claims)

    def _signed(self, claims: dict[str, Any]) -> str:
        if self.wrong == "none":
            return jwt.encode({"alg": "none"}, claims, OctKey.import_key("x" * 32), algorithms=["none"])
        if self.wrong == "secret of the client":
            return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(CLIENT_SECRET))
        if self.wrong == "public key as a secret":
            return _with_public_key(self.key, claims)
        key = fresh_key() if self.wrong == "another key" else self.key
        named = {"kid": self.key.kid} if self.with_key_id else {}
        return jwt.encode({"alg": "RS256", **named}, claims, key)

    def answer(self, form: dict[str, str]) -> dict[str, Any]:
        asked = self.codes.pop(form.get("code", ""), None)
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if not asked or asked["code_challenge"] != challenge or asked["redirect_uri"] != form.get("redirect_uri"):
            abort(400)
        told = {"access_token": "opaque", "token_type": "Bearer", "expires_in": 300}
        return told if self.wrong == "no token" else {**told, "id_token": self.id_token(asked["nonce"])}


def fresh_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": secrets.token_hex(4), "use": "sig"})


def _with_public_key(key: RSAKey, claims: dict[str, Any]) -> str:
    """What everyone can make who takes the key that everyone may read for a secret."""
    parts = [json.dumps(part).encode() for part in ({"alg": "HS256", "kid": key.kid}, claims)]
    text = b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)
    signature = hmac.new(key.as_pem(private=False), text, "sha256").digest()
    return f"{text.decode()}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def server_of(provider: Provider) -> Flask:
    server = Flask("provider")

    @server.get("/.well-known/openid-configuration")
    def discovery() -> dict[str, Any]:
        names = {"authorization_endpoint": "/authorize", "token_endpoint": "/token", "jwks_uri": "/keys"}
        said = "https://evil.example" if provider.wrong == "says it is another" else provider.issuer
        offered = {"id_token_signing_alg_values_supported": ["none", "HS256", "RS256"]}
        return {"issuer": said, **{name: provider.issuer + path for name, path in names.items()}, **offered}

    @server.get("/keys")
    def keys() -> Any:
        return KeySet([provider.key]).as_dict(private=False)

    @server.get("/authorize")
    def authorize() -> Response:
        asked = request.args.to_dict()
        wanted = {"client_id": CLIENT_ID, "response_type": "code", "code_challenge_method": "S256"}
        if any(asked.get(name) != value for name, value in wanted.items()) or "openid" not in asked["scope"].split():
            abort(400)
        if provider.wrong == "refuses":
            told = {"error": "<script>1", "error_description": "<script>2\r\nX: y", "state": asked["state"]}
            return redirect(f"{asked['redirect_uri']}?{urlencode(told)}")
        code = secrets.token_urlsafe()
        provider.codes[code] = asked
        return redirect(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}")

    @server.post("/token")
    def token() -> dict[str, Any]:
        known = request.authorization
        if provider.wrong == "out of order":
            abort(500)
        if not known or (known.username, known.password) != (CLIENT_ID, CLIENT_SECRET):
            abort(401)
        return provider.answer(request.form.to_dict())

    @server.post("/told")
    def told() -> dict[str, Any]:
        said = request.get_json()
        provider.person, provider.wrong = said["person"], said["wrong"]
        provider.with_key_id = said["with_key_id"]
        if said["new_key"]:
            provider.key = fresh_key()
        return {}

    return server


if __name__ == "__main__":
    provider = Provider()
    running = make_server("127.0.0.1", 0, server_of(provider))
    provider.issuer = f"http://127.0.0.1:{running.server_port}"
    print(provider.issuer, flush=True)
    logging.getLogger("werkzeug").disabled = True
    running.serve_forever()
