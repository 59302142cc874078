"""What the browser loads besides a page: one style sheet, one script, and Plotly, each built and compressed once.

Dash would send a dozen scripts and the full Plotly bundle. Here its scripts are joined into one file, and the basic
Plotly bundle with the Dutch locale takes the place of the full one. The files are written beside the installed
front-end packages under names that carry a hash of their content, so that a browser may keep them for a year.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile

import brotli
import dash
import dash_bootstrap_components  # noqa: F401
from dash.exceptions import DependencyException
from dash.fingerprint import check_fingerprint
from flask import Flask, Response, redirect, request
from flask_compress import Compress

from dashboard.settings import SettingsError

# Those of package.json, which stands in the repository only.
PACKAGES = {"bootstrap": "5.3.9", "plotly.js-basic-dist-min": "4.1.1", "plotly.js-locales": "3.7.0"}
INSTALL = " ".join(["npm install", *(f"{name}@{version}" for name, version in PACKAGES.items())])
YEAR = 365 * 24 * 3600
ENCODINGS = {"br": ".br", "gzip": ".gz"}
# Dash looks for the parts of its core components that it loads later beside the script that asks for them, and
# refuses a page on which no script has `dash_renderer` in its address.
SCRIPT_ADDRESS = "/_dash-component-suites/dash/dcc/dash_renderer-{hash}.js"
PLOTLY_ADDRESS = "/_dash-component-suites/plotly/package_data/plotly-{hash}.js"
PLOTLY_ADDRESS_OF_DASH = "/_dash-component-suites/plotly/package_data/plotly.min.js"
STYLE_ADDRESS = "/assets/style-{hash}.css"
# No page has a DataTable. Of the polyfill only the generator runtime is still asked for, and the Bootstrap components
# bring their own.
LEFT_OUT = ("deps/polyfill", "dash_table/")
LOADED_WITH_EVERY_PAGE = ("dash/dcc/async-graph.js",)
SOURCE_MAP = r"(?m)^(//|/\*)# sourceMappingURL=.*$"
# A graph that is ready before Plotly waits for it, instead of asking for it once more.
AWAIT_PLOTLY = """
window.Plotly ||= new Promise((ready, failed) => {
  const script = document.getElementById("plotly-script");
  script.addEventListener("load", () => ready(window.Plotly));
  script.addEventListener("error", failed);
});
"""


@dataclass(frozen=True)
class PageTags:
    """`css` of a page with charts; `style` of one without, which needs no script."""

    css: str
    script: str
    style: str

    def instead_of(self, parts: Mapping[str, str]) -> dict[str, str]:
        """The parts that Dash hands to `interpolate_index`, with these tags and only the inline scripts of Dash."""
        inline = re.findall(r"<script>.*?</script>", parts["scripts"], re.DOTALL)
        return {**parts, "css": self.css, "scripts": "\n".join([self.script, *inline])}


@dataclass(frozen=True)
class BuiltFile:
    address: str
    path: Path
    mimetype: str


def register(app: dash.Dash, *, node_modules: Path, assets: Path) -> PageTags:
    """Serve the front end of this app; call it when every component library is imported."""
    folder = _folder(node_modules)
    style = _build(folder, STYLE_ADDRESS, _style(node_modules, assets), "text/css")
    script = _build(folder, SCRIPT_ADDRESS, _script(app, assets), "text/javascript")
    plotly = _build(folder, PLOTLY_ADDRESS, _plotly(node_modules), "text/javascript")
    server: Flask = app.server
    server.register_error_handler(DependencyException, _no_such_package)
    for file in (style, script, plotly):
        server.add_url_rule(file.address, endpoint=file.address, view_func=partial(_send, file))
    server.add_url_rule(PLOTLY_ADDRESS_OF_DASH, endpoint="plotly", view_func=partial(redirect, plotly.address))
    _compress_answers(server)
    sheet = f'<link rel="stylesheet" href="{style.address}">'
    return PageTags(
        css=f'{sheet}<script id="plotly-script" async src="{plotly.address}"></script>',
        script=f'<script src="{script.address}"></script>',
        style=sheet,
    )


def _require_packages(node_modules: Path) -> None:
    """SettingsError when a package is not there; another version of one is the choice of who installed it."""
    missing = [name for name in PACKAGES if not (node_modules / name).is_dir()]
    if missing:
        without = f"TRAJECTMONITOR_FRONTEND is {node_modules}, without {', '.join(missing)}"
        raise SettingsError(f"{without}; it must be the folder node_modules that this makes: {INSTALL}")


def _folder(node_modules: Path) -> Path:
    _require_packages(node_modules)
    folder = node_modules / ".cache" / "trajectmonitor"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        wanted = "must be writable at the first start of a version"
        raise SettingsError(f"TRAJECTMONITOR_FRONTEND is {node_modules}, which {wanted}") from problem
    return folder


def _no_such_package(_error: Exception) -> Response:
    return Response(status=404)


def _compress_answers(server: Flask) -> None:
    """Pages and callback answers differ per request: compressed on the way out, at the quality that costs least."""
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_BR_LEVEL=4,
        COMPRESS_MIN_SIZE=1024,
        COMPRESS_STREAMS=False,
    )
    Compress(server)


def _build(folder: Path, address: str, content: bytes, mimetype: str) -> BuiltFile:
    address = address.format(hash=hashlib.sha256(content).hexdigest()[:16])
    path = folder / address.rsplit("/", 1)[-1]
    if not path.exists():
        _write(path.with_name(path.name + ENCODINGS["br"]), brotli.compress(content, lgwin=24))
        _write(path.with_name(path.name + ENCODINGS["gzip"]), gzip.compress(content, mtime=0))
        _write(path, content)
    return BuiltFile(address, path, mimetype)


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, also when two servers start at once."""
    with NamedTemporaryFile(dir=path.parent, delete=False) as part:
        part.write(content)
    Path(part.name).chmod(0o644)
    Path(part.name).replace(path)


def _send(file: BuiltFile) -> Response:
    encoding = request.accept_encodings.best_match(ENCODINGS)
    path = file.path.with_name(file.path.name + ENCODINGS[encoding]) if encoding else file.path
    response = Response(path.read_bytes(), mimetype=file.mimetype)
    if encoding:
        response.content_encoding = encoding
    response.cache_control.public = True
    response.cache_control.max_age = YEAR
    response.cache_control.immutable = True
    response.vary.add("Accept-Encoding")
    return response


def _style(node_modules: Path, assets: Path) -> bytes:
    """Of Bootstrap its ground rules and its grid: the rest of the look is our own."""
    bootstrap = node_modules / "bootstrap" / "dist" / "css"
    parts = [bootstrap / f"bootstrap-{part}.min.css" for part in ("reboot", "grid")]
    return _joined([*parts, *sorted(assets.glob("*.css"))], "\n")


def _plotly(node_modules: Path) -> bytes:
    bundle = (node_modules / "plotly.js-basic-dist-min" / "plotly-basic.min.js").read_text("utf-8")
    locale = (node_modules / "plotly.js-locales" / "nl.js").read_text("utf-8")
    return f"{bundle}\n(module => {{{locale}\nPlotly.register(module.exports);}})({{}});".encode()


def _script(app: dash.Dash, assets: Path) -> bytes:
    return AWAIT_PLOTLY.encode() + _joined([*_dash_scripts(app), *sorted(assets.glob("*.js"))], "\n;\n")


def _dash_scripts(app: dash.Dash) -> Iterator[Path]:
    """The scripts that Dash would put on a page, in its order; it has no public list of them."""
    for address in re.findall(r'src="/_dash-component-suites/([^"]+)"', app._generate_scripts_html()):
        path = str(check_fingerprint(address)[0])  # type: ignore[no-untyped-call]
        if not any(part in path for part in LEFT_OUT):
            yield _installed(path)
    yield from map(_installed, LOADED_WITH_EVERY_PAGE)


def _installed(path: str) -> Path:
    package, inside = path.split("/", 1)
    return Path(str(files(package))) / inside


def _joined(paths: list[Path], separator: str) -> bytes:
    text = separator.join(path.read_text("utf-8") for path in paths)
    return re.sub(SOURCE_MAP, "", text).encode()
