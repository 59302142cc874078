"""What a browser is told about every answer: where it may load from, and what it may keep."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Flask, Request, Response, request

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
# Plotly and Dash write style rules while they run; only scripts can be held to files and known hashes.
POLICY = (
    "default-src 'self'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)

OF_DASH = ("/", "/<path:path>")


def register(server: Flask, script_hashes: Callable[[], Sequence[str]], status_of: Callable[[Request], int]) -> None:
    """`status_of` knows the addresses of pages, and for whom they are: what is no page answers with a real 404."""

    @server.after_request
    def tell(response: Response) -> Response:
        response.headers.update(HEADERS)
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        if response.mimetype == "text/html":
            response.headers["Content-Security-Policy"] = POLICY.format(hashes=" ".join(script_hashes()))
            if response.status_code == 200 and _is_of_dash():
                response.status_code = status_of(request)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response


def _is_of_dash() -> bool:
    """Dash answers every address with the same page; an ordinary page of Flask has a rule of its own."""
    return request.url_rule is not None and request.url_rule.rule in OF_DASH
