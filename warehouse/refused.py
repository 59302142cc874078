"""Why something is not done, in words for the person who asked for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class RefusedError(ValueError):
    """What is wrong, where, and how to mend it, in Dutch and in English; `about` is what was given wrongly.

    `problems` are all of them, when several things are wrong at once.
    """

    def __init__(self, nl: str, en: str, about: str = "") -> None:
        super().__init__(nl, en)
        self.texts = {"nl": nl, "en": en}
        self.about = about
        self.problems: tuple[RefusedError, ...] = (self,)

    def message(self, language: str) -> str:
        return self.texts[language]

    def __str__(self) -> str:
        return self.texts["nl"]


def together(problems: Iterable[RefusedError]) -> RefusedError:
    """As one, with the first thing that is wrong with each field: the rest may follow from it."""
    every = [each for problem in problems for each in problem.problems]
    of_fields = {problem.about: problem for problem in reversed(every)}
    found = [problem for problem in every if of_fields[problem.about] is problem]
    if len(found) == 1:
        return found[0]
    nl, en = (" ".join(each.texts[code] for each in found) for code in ("nl", "en"))
    whole = RefusedError(nl, en, found[0].about)
    whole.problems = tuple(found)
    return whole


class Gathered:
    """What is refused inside of it is kept until `stop`, so that everything that is wrong is told at once."""

    def __init__(self) -> None:
        self._found: list[RefusedError] = []

    @contextmanager
    def on(self) -> Iterator[None]:
        try:
            yield
        except RefusedError as refused:
            self._found.append(refused)

    def add(self, problems: Iterable[RefusedError]) -> None:
        self._found.extend(problems)

    def stop(self) -> None:
        if self._found:
            raise together(self._found)
