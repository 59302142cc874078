import pytest

from dashboard.components.gap import HATCHES, SIGNS, hatch, legend, sign
from dashboard.i18n import LANGUAGES, _, speaking
from tests.dashboard.components.rendered import sent, words


def test_five_gaps_have_five_signs() -> None:
    assert len(set(SIGNS.values())) == len(SIGNS) == 6


@pytest.mark.parametrize("gap", SIGNS)
def test_a_sign_is_also_said_in_words(gap: str) -> None:
    with speaking("en"):
        english = words(sign(gap))
    assert words(sign(gap)).startswith(SIGNS[gap])
    assert english != words(sign(gap))


def test_the_legend_explains_only_what_is_used() -> None:
    assert words(legend(("te_weinig",))) == "* te weinig jongeren"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hatch_has_a_name(language: str) -> None:
    with speaking(language):
        assert all(_(f"figures.gap.{code}") and sent(hatch(code)) for code in HATCHES)
