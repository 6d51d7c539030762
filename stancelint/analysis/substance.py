"""Whether the contested part says anything at all, or only fills the place under its heading."""

from __future__ import annotations

from stancelint.analysis.contest_lexicon import ContestLexicon
from stancelint.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import Section
    from stancelint.analysis.reading import Reading

_WORD = lazy(r"[^\W_]+")
_LONG = 200  # a longer sentence says something beside its boilerplate
_SHOWN = 80
LEAST_WORDS = 3


def says_nothing(reading: Reading, section: Section, least_words: int = LEAST_WORDS) -> str | None:
    """What stands in the part instead of substance, for an editor; None where it says something.

    `Nothing is contested` says something: it is an answer."""
    text = reading.text[section.body.start : section.body.end].strip()
    lexicon = reading.knowledge.lexicon(ContestLexicon)
    words = _WORD.findall(text.casefold())
    if len(words) < least_words:
        stated = any(" ".join(words).startswith(subject) for subject in lexicon.nothing_subjects)
        return None if stated and len(words) > 1 else (f"only “{text}”" if text else "no word stands under it")
    sentences = [reading.folded[s.span.start : s.span.end] for s in reading.sentences if section.body.covers(s.span)]
    if sentences and all(_is_boilerplate(said, lexicon) for said in sentences):
        shown = " ".join(text.split())
        return f"only boilerplate: “{shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + '…'}”"
    return None


def _is_boilerplate(said: str, lexicon: ContestLexicon) -> bool:
    """A set phrase in a short sentence, or words none of which speaks of this draft: `Some details may yet change.`"""
    if len(said) < _LONG and any(phrase in said for phrase in lexicon.boilerplate):
        return True
    return all(word in lexicon.generic for word in _WORD.findall(said))
