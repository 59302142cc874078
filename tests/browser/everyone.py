"""What axe-core finds on a page, and whether a page scrolls sideways."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.serving import NODE_MODULES

RUN_AXE = "() => axe.run(document, {rules: {'target-size': {enabled: true}}, resultTypes: ['violations']})"
OPEN_ALL = """() => {
  document.querySelectorAll("details").forEach(fold => { fold.open = true; });
  document.querySelectorAll("button[aria-expanded=false]").forEach(button => {
    if (button.checkVisibility()) button.click();
  });
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(page: Page) -> list[str]:
    page.evaluate((NODE_MODULES / "axe-core" / "axe.min.js").read_text("utf-8"))
    found: dict[str, Any] = page.evaluate(RUN_AXE)
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]
