import pytest

from dashboard.components.status import STATUSES, Change, Polarity, change, outcome, status
from dashboard.i18n import LANGUAGES, speaking
from tests.dashboard.components.rendered import nodes, of_class, words

MOVES = [
    ("up", 20, "beter"),
    ("up", -20, "slechter"),
    ("down", 20, "slechter"),
    ("down", -20, "beter"),
    ("neutral", 20, "meer"),
    ("neutral", -20, "minder"),
    *((polarity, 0, "gelijk") for polarity in ("up", "down", "neutral")),
    *((polarity, 4, "te_klein") for polarity in ("up", "down", "neutral")),
    *((polarity, -4, "te_klein") for polarity in ("up", "down", "neutral")),
    *((polarity, None, "geen_vergelijking") for polarity in ("up", "down", "neutral")),
]


@pytest.mark.parametrize(("polarity", "difference", "meaning"), MOVES)
def test_a_difference_means_what_its_polarity_says(polarity: Polarity, difference: float | None, meaning: str) -> None:
    assert outcome(polarity, difference, noise=5) == meaning


def test_a_difference_as_large_as_the_noise_counts() -> None:
    assert outcome("up", 5, noise=5) == "beter"


@pytest.mark.parametrize(("rising", "arrow"), [(True, "icon-rise"), (False, "icon-fall")])
def test_the_arrow_shows_the_direction_and_the_word_the_meaning(rising: bool, arrow: str) -> None:
    shown = change(Change("beter", "−15", "1 okt. 2026", rising=rising))
    assert words(shown) == "−15 beter sinds 1 okt. 2026"
    assert len(of_class(shown, arrow)) == 1


@pytest.mark.parametrize(
    ("meaning", "sign"), [("gelijk", "still"), ("te_klein", "noise"), ("geen_vergelijking", "none")]
)
def test_no_arrow_without_a_direction(meaning: str, sign: str) -> None:
    icons = of_class(change(Change(meaning, "")), "icon")  # type: ignore[arg-type]
    assert [icon["props"]["className"] for icon in icons] == [f"icon icon-{sign}"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", STATUSES)
def test_a_status_is_a_word_and_an_icon_that_is_not_read_aloud(code: str, language: str) -> None:
    with speaking(language):
        shown = status(code)
    icons = of_class(shown, f"icon-{code}")
    assert words(shown).strip()
    assert [icon["props"]["aria-hidden"] for icon in icons] == ["true"]


def test_quiet_is_a_matter_of_looks_only() -> None:
    assert words(status("op_koers", quiet=True)) == words(status("op_koers"))
    assert next(nodes(status("op_koers", quiet=True)))["props"]["className"].endswith("is-quiet")
