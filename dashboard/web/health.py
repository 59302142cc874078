"""`/gezond`: 200 when the warehouse answers, 503 with the reason when it does not."""

from __future__ import annotations

from flask import Flask, Response
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from queries.reader import Access, NoPublicationError, open_reader

ADDRESS = "/gezond"
NOBODY = Access("health", frozenset())


def register(server: Flask, engine: Engine) -> None:
    @server.get(ADDRESS)
    def health() -> Response:
        try:
            with engine.connect() as connection:
                number = open_reader(connection, NOBODY).publication.number
        except NoPublicationError:
            return _answer("no publication yet", 503)
        except SQLAlchemyError as error:
            server.logger.exception("the warehouse does not answer")
            return _answer(f"the warehouse does not answer: {type(error).__name__}", 503)
        return _answer(f"ok, publication {number}", 200)


def _answer(text: str, status: int) -> Response:
    return Response(f"{text}\n", status=status, mimetype="text/plain", headers={"Cache-Control": "no-store"})
