"""Many links asked side by side, and each site one at a time: a list of forty posts must not look like an attack on one server."""

from __future__ import annotations

import threading
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from contextlib import contextmanager

from stancelint.analysis.answers import Answer
from stancelint.engine.online_address import NotAskedError, target_of
from stancelint.engine.online_ask import ask, now
from stancelint.engine.online_exchange import Manner

MOST = 1_000  # links that one run asks
_PATIENCE = 2  # times in a row that a host may be late or say it is asked too often


class Turns:
    """Lends each host to one request at a time, with a pause between two."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._door = threading.Lock()
        self._locks: dict[str, threading.Lock] = {}
        self._last: dict[str, float] = {}

    @contextmanager
    def of(self, host: str) -> Iterator[None]:
        """The host's turn."""
        with self._door:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            wait = self._last.get(host, float("-inf")) + self._pause - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            try:
                yield
            finally:
                self._last[host] = time.monotonic()


def ask_many(urls: list[str], manner: Manner) -> dict[str, Answer]:
    """The answer of each address, every one asked once. May be interrupted: the threads that ask end with the process."""
    wanted = list(dict.fromkeys(urls))
    answers = {url: Answer(url, "unjudged", f"not asked: a run asks {MOST:,} links at most", now()) for url in wanted[MOST:]}
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in wanted[:MOST]:
        by_host[_host(url)].append(url)
    waiting = deque(by_host.values())
    turns = Turns(manner.pause)

    def work() -> None:
        while True:
            try:
                links = waiting.popleft()
            except IndexError:
                return
            answers.update(_ask_one_host(links, manner, turns))

    workers = [threading.Thread(target=work, daemon=True) for _ in range(min(manner.together, len(by_host)))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return {url: answers[url] for url in wanted}


def _ask_one_host(links: list[str], manner: Manner, turns: Turns) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    strained = 0
    for url in links:
        if strained >= _PATIENCE:
            answers[url] = Answer(url, "unjudged", "not asked: its site was late or overrun when asked for others", now())
            continue
        answer = answers[url] = ask(url, manner, turns.of)
        strained = strained + 1 if "did not answer within" in answer.said or answer.said.startswith("answered 429") else 0
    return answers


def _host(url: str) -> str:
    try:
        return target_of(url).host
    except NotAskedError:
        return ""
