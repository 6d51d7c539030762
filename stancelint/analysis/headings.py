"""Which part of a draft a heading opens: by the policy's titles, and by their close variants."""

from __future__ import annotations

from stancelint.analysis.knowledge import Data
from stancelint.text.patterns import lazy
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal, Self

    NamedRole = Literal["contested", "provenance"]

_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)?")
LONGEST = 90  # characters of a heading that may name a part


class HeadingLexicon(Value):
    """``rules/lexicons/sections.yaml``: the words of headings, and those that turn a statement round."""

    name: ClassVar[str] = "sections"

    keys: dict[str, frozenset[str]]
    passage: dict[str, frozenset[str]]
    denials: dict[str, frozenset[str]]
    phrases: dict[str, frozenset[str]]
    turning: frozenset[str]

    @classmethod
    def from_data(cls, data: Data) -> Self:
        """Build from the file's data."""
        roles = ("contested", "provenance")

        def words(key: str) -> dict[str, frozenset[str]]:
            return {role: frozenset(data[role].get(key) or ()) for role in roles}

        return cls(words("keys"), words("passage"), words("denials"), words("phrases"), frozenset(data["turning"]))


def title_words(text: str) -> tuple[str, ...]:
    """A heading as its bare words: case, numbers in front and punctuation apart."""
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(text)]
    while words and (words[0].isdigit() or (len(words[0]) == 1 and words[0] not in "aw")):
        words.pop(0)
    return tuple(words)


def role_of(text: str, titles: dict[NamedRole, tuple[tuple[str, ...], ...]], lexicon: HeadingLexicon) -> NamedRole | None:
    """The part that a heading of these words opens, or None. ``titles`` are the policy's, as bare words."""
    if len(text) > LONGEST:
        return None
    words = title_words(text)
    if not words:
        return None
    for role, wanted in titles.items():
        if words in wanted or " ".join(words) in lexicon.phrases[role]:
            return role
    for role, wanted in titles.items():
        if any(_misspelt(words, title) for title in wanted) or _is_variant(words, role, lexicon):
            return role
    return None


def _is_variant(words: tuple[str, ...], role: NamedRole, lexicon: HeadingLexicon) -> bool:
    keys, passage = lexicon.keys[role], lexicon.passage[role]
    if not any(word in keys for word in words) or any(word in lexicon.denials[role] for word in words):
        return False
    # `what is not contested` denies; `what is not known` has no key word and stands among the phrases
    return "not" not in words and all(word in keys or word in passage for word in words)


def _misspelt(words: tuple[str, ...], title: tuple[str, ...]) -> bool:
    if len(words) != len(title) or len(title) < 2:
        return False
    wrong = [(word, meant) for word, meant in zip(words, title, strict=True) if word != meant]
    return len(wrong) == 1 and len(wrong[0][1]) >= 5 and _one_slip(*wrong[0])


def _one_slip(word: str, meant: str) -> bool:
    if abs(len(word) - len(meant)) > 1:
        return False
    start = 0
    while start < min(len(word), len(meant)) and word[start] == meant[start]:
        start += 1
    left, right = word[start:], meant[start:]
    same_length = left[1:] == right[1:] or (left[2:] == right[2:] and left[:2] == right[1::-1])
    return left[1:] == right or left == right[1:] or (len(left) == len(right) and same_length)
