"""What a web server serves."""

import sys

from dashboard.app import create_app, look_ahead
from dashboard.settings import SettingsError, WebSettings

try:
    server = create_app(WebSettings.from_environment()).server
except SettingsError as problem:
    sys.exit(f"trajectmonitor: {problem}")
look_ahead(server.extensions["trajectmonitor"]["engine"])
