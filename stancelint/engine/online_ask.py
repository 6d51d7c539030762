"""One link asked: redirects followed, each hop vetted anew, and what came back said in plain words."""

from __future__ import annotations

import http.client
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext

from stancelint.analysis.answers import Answer
from stancelint.engine.online_address import NotAskedError, Target, joined, target_of
from stancelint.engine.online_exchange import LateError, Manner, Reply, exchange
from stancelint.engine.online_page import titles_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.answers import Outcome

Turn = Callable[[str], AbstractContextManager[object]]
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = {404: "404 Not Found", 410: "410 Gone"}
_NAMES_NOBODY = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


def now() -> str:
    """The moment in UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def ask(url: str, manner: Manner, turn: Turn = lambda host: nullcontext()) -> Answer:
    """The answer of one link. ``turn`` lends the right to ask a host, for as long as one request lasts. Raises nothing."""
    when = now()
    try:
        target = target_of(url)
    except NotAskedError as refused:
        return Answer(url, "unjudged", f"not asked: it {refused}", when)
    seen = {target.url}
    here = target
    for hops in range(manner.redirects + 1):
        try:
            with turn(here.host):
                reply = exchange(here, manner)
            if reply.status not in _REDIRECTS or not reply.location:
                return _answered(target, here, hops, reply, when)
            onward = joined(here, reply.location)
        except Exception as problem:  # whatever the other side does, the run goes on
            outcome, said = _said(problem, here, manner, hops)
            return Answer(target.url, outcome, said, when, here.url, hops)
        if onward.url in seen:
            return Answer(target.url, "unjudged", f"redirects in a circle, back to {_short(onward.url)}", when, here.url, hops)
        seen.add(onward.url)
        here = onward
    return Answer(target.url, "unjudged", f"redirects more than {manner.redirects} times", when, here.url, manner.redirects)


def _answered(target: Target, here: Target, hops: int, reply: Reply, when: str) -> Answer:
    if reply.status in _GONE:
        return Answer(target.url, "dead", f"answered {_GONE[reply.status]}", when, here.url, hops)
    if reply.status == 416 or 200 <= reply.status < 300:  # 416: the item is there, and shorter than the part asked for
        titles, language = titles_of(reply.body, reply.kind) if reply.status != 416 else ((), "")
        return Answer(target.url, "there", f"answered {reply.status}", when, here.url, hops, titles, language)
    phrase = http.client.responses.get(reply.status, "")
    return Answer(target.url, "unjudged", f"answered {reply.status} {phrase}".strip(), when, here.url, hops)


def _said(problem: Exception, here: Target, manner: Manner, hops: int) -> tuple[Outcome, str]:
    if isinstance(problem, NotAskedError):
        return "unjudged", f"{'redirects to an address that' if hops else 'not asked: it'} {problem}"
    if isinstance(problem, LateError | TimeoutError):
        return "dead", f"did not answer within {manner.seconds:g} seconds"
    if isinstance(problem, socket.gaierror):
        if problem.errno in _NAMES_NOBODY:
            return "dead", f"names a host that does not exist ({here.host})"
        return "unjudged", f"the name {here.host} could not be looked up"
    if isinstance(problem, ssl.SSLCertVerificationError):
        return "unjudged", f"its certificate does not hold: {problem.verify_message}"
    if isinstance(problem, ssl.SSLError):
        return "unjudged", "no secure connection came about"
    if isinstance(problem, http.client.HTTPException | ValueError | UnicodeError):
        return "unjudged", "the answer was no HTTP that could be read"
    if isinstance(problem, OSError):
        return "unjudged", f"the connection failed: {problem.strerror or type(problem).__name__}"
    return "unjudged", f"the answer could not be read ({type(problem).__name__})"


def _short(url: str) -> str:
    return url if len(url) <= 120 else url[:119] + "…"
