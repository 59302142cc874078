"""Secrets that stand in a link or a cookie. Of each only the hash is kept, so who reads the tables can use none."""

from __future__ import annotations

import hashlib
import secrets


def fresh() -> str:
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
