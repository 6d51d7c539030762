"""A casebook's notation: `[[words]]` are the words asked about, the verdict is whom they belong to."""

from __future__ import annotations

from functools import cache

from stancelint.analysis.knowledge import Knowledge
from stancelint.analysis.model import Voice
from stancelint.analysis.reading import Reading
from stancelint.analysis.terms import Terms
from stancelint.readers import read
from stancelint.rulebook.knowledge import load_knowledge
from stancelint.text.span import Span

HEADLINE = "Shelling reported across the east\n\n"  # so that the sentence under test is body, not headline


@cache
def knowledge() -> Knowledge:
    """The built-in knowledge, read once for all tests."""
    return load_knowledge()


def reading_of(text: str, name: str = "draft.txt") -> Reading:
    """A reading of the text as it stands."""
    return Reading(
        read(text.encode("utf-8", "surrogatepass") if text.isprintable() else text.encode("utf-8", "replace"), name), knowledge(), Terms()
    )


def marked(case: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and where each marked piece stands."""
    text, places = "", []
    for piece in case.split("[["):
        words, closed, rest = piece.partition("]]")
        if closed:
            places.append((len(text), len(text) + len(words)))
        text += words + rest
    return text, places


def voices(case: str, name: str = "draft.txt", headline: str = HEADLINE) -> list[Voice]:
    """Whose words each marked piece is. The pieces are sought in the prose, in order."""
    text, places = marked(case)
    reading = reading_of(headline + text, name)
    found, at = [], 0
    for start, end in places:
        at = reading.text.index(" ".join(text[start:end].split()), at)
        found.append(reading.voice(Span(at, at + end - start)))
    return found


def whose(case: str, name: str = "draft.txt", headline: str = HEADLINE) -> list[str]:
    """The verdicts: the source's own words for attributed ones (its fuller form where it points back), else the kind of voice."""
    verdicts = []
    for voice in voices(case, name, headline):
        if voice.attributed and voice.attribution is not None and voice.attribution.source is not None:
            source = voice.attribution.origin or voice.attribution.source
            verdicts.append(source.text)
        else:
            verdicts.append(voice.kind)
    return verdicts
