"""Why something is not done, in words for the person who asked for it."""

from __future__ import annotations


class RefusedError(ValueError):
    """What is wrong, where, and how to mend it, in Dutch and in English; `about` is what was given wrongly."""

    def __init__(self, nl: str, en: str, about: str = "") -> None:
        super().__init__(nl, en)
        self.texts = {"nl": nl, "en": en}
        self.about = about

    def message(self, language: str) -> str:
        return self.texts[language]

    def __str__(self) -> str:
        return self.texts["nl"]
