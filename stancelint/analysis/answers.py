"""What a site answered when a listed link was asked. Asking is the engine's; here is only the answer, so that checks can judge it."""

from __future__ import annotations

from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Outcome = Literal["there", "dead", "unjudged"]


class Answer(Value):
    """One link's answer.

    ``asked`` is the address that was sent, ``final`` the one that answered after redirects (``hops`` of them). ``said`` says in plain
    words what came back, ``when`` the moment in UTC. ``titles`` are the page's title, its title for sharing and its first heading,
    as far as it gives them; ``language`` is what the page declares. ``unjudged`` is a site that answered nothing that tells whether
    the item exists: a gate, a fault of its own, a certificate that does not hold."""

    asked: str
    outcome: Outcome
    said: str
    when: str
    final: str = ""
    hops: int = 0
    titles: tuple[str, ...] = ()
    language: str = ""
