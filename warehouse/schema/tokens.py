"""What texts are found by: words without accents and case, and pieces of words, so that a typing error does no harm.

The same tokens stand in the index of every database, and a question is cut in the same way. Other tokens ask for
another publication: what stands in the index was made by the tokeniser of its day.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

PIECE = 3
# A piece of a word begins with a sign that is in no word; `EDGE` is where the word begins or ends.
MARK, EDGE = "~", "_"
SHORTEST_IN_PIECES = 4
LONGEST_WORD = 40
TOLD_BY_ALL = frozenset(
    {
        *("aan", "af", "al", "alle", "als", "ben", "bij", "dan", "dat", "de", "deze"),
        *("die", "dit", "doen", "door", "een", "en", "er", "gaan", "gaat", "geen", "haar", "had"),
        *("heb", "hebben", "heeft", "hem", "het", "hij", "hoe", "hun", "ik", "in", "is"),
        *("je", "kan", "krijgen", "krijgt", "kunnen", "maar", "meer", "men", "met", "mij", "mijn"),
        *("moet", "na", "naar", "net", "niet", "nog", "nu", "of", "om", "onder", "ons"),
        *("onze", "ook", "op", "over", "te", "tot", "uit", "van", "veel", "voor", "waar", "wat", "we", "wel"),
        *("wie", "wij", "wil", "willen", "wordt", "worden", "ze", "zelf", "zich", "zij", "zijn"),
        *("zo", "zonder", "zou"),
    }
)
_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> list[str]:
    """In their order, each once; words that are in every text only when there are no others."""
    found = [word for word in dict.fromkeys(_WORD.findall(_folded(text))) if len(word) > 1 or word.isdigit()]
    telling = [word for word in found if word not in TOLD_BY_ALL]
    return [word[:LONGEST_WORD] for word in telling or found]


def pieces(word: str) -> list[str]:
    """Of each three letters, those at the edges of the word too; a short word has none."""
    if len(word) < SHORTEST_IN_PIECES:
        return []
    whole = f"{EDGE}{word}{EDGE}"
    return list(dict.fromkeys(MARK + whole[at : at + PIECE] for at in range(len(whole) - PIECE + 1)))


def tokens(texts: Iterable[str | None]) -> str:
    """All of the texts, between spaces: first the words in their order, then the pieces."""
    found = words(" ".join(text for text in texts if text))
    return " ".join(dict.fromkeys([*found, *(piece for word in found for piece in pieces(word))]))


def words_of(line: str) -> list[str]:
    """The words of what `tokens` gave."""
    return [token for token in line.split(" ") if not token.startswith(MARK)]


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def swapped(word: str) -> list[str]:
    """The word with two neighbouring letters exchanged, in every way: the error that leaves the fewest pieces whole."""
    if len(word) < SHORTEST_IN_PIECES:
        return []
    found = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    return [other for other in dict.fromkeys(found) if other != word]
