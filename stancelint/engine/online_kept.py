"""Answers kept beside the user's other caches, each for its age: a site is not asked again for every save of a draft.

What is there is believed for a day, what is dead for an hour (it may be mended), what could not be judged not at all.
"""

from __future__ import annotations

import json
import os
import time
from hashlib import blake2b
from pathlib import Path

from stancelint.analysis.answers import Answer
from stancelint.policy.kept import cache_folder, with_nothing_left
from stancelint.text.value import names_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.answers import Outcome

_AGES = {"there": 24 * 3600, "dead": 3600}
_LARGEST = 65_536


def kept_answer(url: str) -> Answer | None:
    """The answer kept for the address while it is young enough; a damaged one is as good as none."""
    path = _path(url)
    if path is None:
        return None
    try:
        with open(path, "rb") as file:
            held = json.loads(file.read(_LARGEST))
        age = time.time() - path.stat().st_mtime
        answer = _answer(held)
        return answer if held["url"] == url and 0 <= age < _AGES.get(answer.outcome, 0) else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def keep_answer(url: str, answer: Answer) -> None:
    """Keep an answer that tells something. A folder that cannot be written costs the cache, never the run."""
    path = _path(url)
    if path is None or answer.outcome not in _AGES:
        return
    part = f"{path}.{os.getpid()}.part"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(part, "w", encoding="utf-8") as file:
            json.dump({"url": url, **{name: getattr(answer, name) for name in names_of(answer)}}, file)
        os.replace(part, path)
    except (OSError, ValueError):
        with_nothing_left(part)


def _answer(held: dict[str, object]) -> Answer:
    texts = [held[name] for name in ("asked", "said", "when", "final", "language")]
    titles, hops, outcome = held["titles"], held["hops"], held["outcome"]
    if not all(isinstance(text, str) for text in texts) or not isinstance(titles, list) or not isinstance(hops, int):
        raise TypeError("no answer of ours")
    asked, said, when, final, language = map(str, texts)
    known: Outcome = "there" if outcome == "there" else "dead" if outcome == "dead" else "unjudged"
    return Answer(asked, known, said, when, final, hops, tuple(map(str, titles)), language)


def _path(url: str) -> Path | None:
    folder = cache_folder()
    if folder is None:
        return None
    return Path(folder) / "answers" / f"{blake2b(url.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}.json"
