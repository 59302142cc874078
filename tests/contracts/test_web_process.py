"""What the web process carries: pages are drawn without plotly's Python figures, pandas or workbooks.

Dash itself imports `plotly.graph_objects`; that no page makes a figure with it is what costs and what counts."""

import json
import os
import subprocess
import sys

from tests.serving import HOUSE, Demonstration, settings_for

HEAVY = {"plotly.express", "pandas", "openpyxl", "tqdm", "warehouse.intake.screening", "warehouse.publish.protect"}
VISIT = """
import json, re, sys
from plotly.basedatatypes import BaseFigure, BasePlotlyType

def refuse(self, *args, **values):
    raise AssertionError("a page made a figure in Python")

from dashboard.wsgi import server
BaseFigure.__init__ = BasePlotlyType.__init__ = refuse

visitor = server.test_client()
token = re.search('name="csrf_token" value="([^"]+)"', visitor.get("/aanmelden").text)[1]
visitor.post("/aanmelden/demonstratie", data={"csrf_token": token, "rol": "ministerie"})
pages = [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}]
drawn = []
for path in ("/", "/regio/AM05"):
    assert visitor.get(path).status_code == 200
    asked = {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": pages,
        "inputs": [
            {"id": "_pages_location", "property": "pathname", "value": path},
            {"id": "_pages_location", "property": "search", "value": ""},
        ],
        "changedPropIds": ["_pages_location.pathname"],
    }
    answer = visitor.post("/_dash-update-component", json=asked)
    drawn.append(answer.get_data(as_text=True).count('"type":"Graph"'))
print(json.dumps({"drawn": drawn, "modules": sorted(sys.modules)}))
"""


def test_two_pages_are_drawn_without_heavy_modules(demonstration: Demonstration) -> None:
    environment = {**os.environ, **settings_for(demonstration)}
    done = subprocess.run(
        [sys.executable, "-c", VISIT], cwd=HOUSE, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["drawn"] == [2, 4]
    assert HEAVY & set(said["modules"]) == set()
