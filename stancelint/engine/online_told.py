"""Answers as the examples of a rule tell them, so that the rules of asked links are tried without a connection."""

from __future__ import annotations

from stancelint.analysis.answers import Answer

_WHEN = "2026-05-04T09:00:00Z"  # a fixed moment: an example must say the same next year


def told(answers: dict[str, str]) -> dict[str, Answer]:
    """Answers by address: ``404``, ``301 https://…`` for a redirect, ``200 a title``, ``403``; ``late`` for none in time."""
    return {url: _answer(url, written) for url, written in answers.items()}


def _answer(url: str, written: str) -> Answer:
    status, _, rest = written.partition(" ")
    if status in ("301", "302"):
        return Answer(url, "there", "answered 200", _WHEN, rest.strip(), 1)
    if status == "200":
        return Answer(url, "there", "answered 200", _WHEN, url, 0, (rest.strip(),) if rest else ())
    if status == "late":
        return Answer(url, "dead", "did not answer within 10 seconds", _WHEN, url)
    return Answer(url, "dead" if status in ("404", "410") else "unjudged", f"answered {written}", _WHEN, url)
