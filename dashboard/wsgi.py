"""What a web server serves."""

from dashboard.app import create_app
from dashboard.settings import Settings

server = create_app(Settings.from_environment()).server
