import pytest

from tests.asking import Site

KNOWN = ".._pages_content.children..._pages_store.data.."
QUESTION = "/_dash-update-component"
ODD = '{"property": "pathname", "value": ["/"]}'


@pytest.mark.parametrize(
    "asked",
    [
        *("", "null", "[]", "1", '"x"', "{}", "[" * 30_000, '{"output": 1}', '{"output": ["x"]}', '{"output": {}}'),
        *('{"output": "x.children"}', '{"output": ".."}'),
        *(f'{{"output": "{KNOWN}", "{part}": 1}}' for part in ("inputs", "state", "changedPropIds")),
        *(f'{{"output": "{KNOWN}", "inputs": [{given}]}}' for given in (1, "[]", ODD)),
    ],
)
def test_what_no_page_asks_is_refused_and_is_no_fault_of_ours(site: Site, asked: str) -> None:
    answer = site.visitor.post(QUESTION, data=asked, content_type="application/json")
    assert answer.status_code == 400


def test_what_is_no_json_is_refused(site: Site) -> None:
    for content_type in ("text/plain", "application/x-www-form-urlencoded", None):
        assert (
            site.visitor.post(QUESTION, data=f'{{"output": "{KNOWN}"}}', content_type=content_type).status_code == 400
        )


def test_what_nobody_may_ask_is_not_even_looked_at(closed: Site) -> None:
    assert closed.visitor.post(QUESTION, data="{}", content_type="application/json").status_code == 401
