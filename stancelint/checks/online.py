"""The online check: what the answers of asked links say of the list. Silent where nothing was asked; asking is the engine's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stancelint.checks.base import Anchors, Match, Note
from stancelint.text.patterns import lazy
from stancelint.text.value import Value, field

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar, Literal

    from stancelint.analysis.answers import Answer
    from stancelint.analysis.model import Entry
    from stancelint.analysis.reading import Reading

_SHOWN = 160
_SAME = 5  # letters by which two forms of one word are known: kills, killed
_TELLING = 4
_NAMED = 6  # telling words by which an entry without quotation marks is taken to give a headline
_QUOTED = lazy(r"“([^”\n]{12,300})”|\"([^\"\n]{12,300})\"|«([^»\n]{12,300})»|‘([^’\n]{12,300})’")
_ADDRESS = lazy(r"(?:https?:)?//\S+|www\.\S+", re.I)
_WORD = lazy(r"[^\W_]+")
_HOME = lazy(r"/?(?:index\.\w{2,5}|home|[a-z]{2}(?:[-_][a-z]{2})?)?/?", re.I)


class OnlineCheck(Value):
    """Judges the answers of one kind that ``fault`` names. The word lists serve ``wrong-title`` alone.

    ``answers`` are what the sites say in the rule's own examples: an address and ``404``, ``301 https://…`` or ``200 a title``.
    ``platforms`` are hosts whose titles name an account; ``gates`` words of pages that stand before the item; ``small_words`` mark
    English, outside which no two titles are compared."""

    kind: ClassVar[str] = "online"

    fault: Literal["dead", "home", "wrong-title", "unjudged"]
    answers: dict[str, str] = field(default_factory=dict)
    platforms: tuple[str, ...] = ()
    gates: tuple[str, ...] = ()
    small_words: tuple[str, ...] = ()

    @property
    def anchors(self) -> Anchors:
        """No words at all: an answer wakes it."""
        return ()

    def find(self, reading: Reading) -> Iterator[Match]:
        """One match a link, on its address where it is first listed."""
        answers = reading.answers
        if answers is None:
            return
        seen = set()
        for entry in reading.provenance:
            answer = answers.get(entry.url or "")
            if answer is None or entry.url in seen:
                continue
            seen.add(entry.url)
            captures = self._judged(entry, answer)
            if captures is not None:
                shared = (("said", _shown(answer.said)), ("final", _shown(answer.final or answer.asked)))
                yield Match(entry.region, (*shared, *captures), tuple(_notes(answer)))

    def _judged(self, entry: Entry, answer: Answer) -> tuple[tuple[str, str], ...] | None:
        """The words that the finding needs beyond the answer's own; None where there is nothing to find."""
        if self.fault == "home":
            return () if answer.outcome == "there" and _sent_home(answer) else None
        if self.fault == "wrong-title":
            title = self._other_title(entry, answer)
            return (("title", _shown(title)),) if title else None
        return () if answer.outcome == self.fault else None

    def _other_title(self, entry: Entry, answer: Answer) -> str:
        """The page's title where the entry gives a headline in the page's language and not one word of the entry is in any title."""
        if answer.outcome != "there" or not answer.titles or _sent_home(answer) or _host(answer.final) in self.platforms:
            return ""
        own = _ADDRESS.sub(" ", entry.text)
        small = frozenset(self.small_words)
        said, called = _words(own), _words(" ".join(answer.titles))
        gated = any(gate in title.casefold() for gate in self.gates for title in answer.titles)
        if gated or not (small & said and small & called) or (answer.language and not answer.language.startswith("en")):
            return ""
        quoted = [_telling(_words("".join(words)), small) for words in _QUOTED.findall(own)]
        telling = _telling(said, small)
        named = any(len(words) >= _TELLING for words in quoted) or len(telling) >= _NAMED
        page = _telling(called, small)
        if not named or len(page) < _TELLING or _stems(telling) & _stems(page):
            return ""
        return answer.titles[0]


def _sent_home(answer: Answer) -> bool:
    """Whether a link to an item ended at a site's front door. A home with a query is a gate, which says nothing of the item."""
    path, query = _path(answer.final)
    return bool(answer.hops) and not query and _is_home(path) and not _is_home(_path(answer.asked)[0])


def _is_home(path: str) -> bool:
    return _HOME.fullmatch(path) is not None


def _path(url: str) -> tuple[str, str]:
    rest = url.partition("://")[2].partition("#")[0]
    place, _, query = rest.partition("?")
    return place.partition("/")[2], query


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].partition(":")[0].removeprefix("www.").removeprefix("m.")


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _telling(words: frozenset[str], small: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word not in small and (len(word) >= _TELLING or word.isdigit()))


def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_SAME] for word in words)


def _notes(answer: Answer) -> Iterator[Note]:
    yield Note(f"asked {_shown(answer.asked)} at {answer.when}")
    led = f" after {answer.hops} redirect{'s' if answer.hops > 1 else ''}, from {_shown(answer.final)}" if answer.hops else ""
    yield Note(f"{_shown(answer.said)}{led}")
    for title in answer.titles[:3]:
        yield Note(f"the page calls itself “{_shown(title)}”")


def _shown(text: str) -> str:
    clean = "".join(ch if ch.isprintable() else "\ufffd" for ch in text[:_SHOWN])
    return clean + ("…" if len(text) > _SHOWN else "")


CHECK = OnlineCheck
