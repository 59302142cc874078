import pytest

from dashboard.i18n import texts

SHORTEST_LONG_TEXT = 20


def own(language: str) -> dict[str, str | dict[str, str]]:
    return {key: text for key, text in texts(language).items() if key.startswith(("components.", "shell."))}


def test_both_languages_have_the_same_texts_and_plurals() -> None:
    dutch, english = own("nl"), own("en")
    assert dutch.keys() == english.keys()
    plurals = [key for key in dutch if isinstance(dutch[key], dict) != isinstance(english[key], dict)]
    assert plurals == []


def test_no_long_text_is_the_same_in_both() -> None:
    names = {"shell.name"}
    same = [key for key, text in own("nl").items() if text == own("en")[key] and len(str(text)) >= SHORTEST_LONG_TEXT]
    assert set(same) <= names


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_text_is_empty(language: str) -> None:
    assert [key for key, text in own(language).items() if not text] == []
