"""``--profile``: the slow rules by name, on standard error, so that the report stays what it is."""

from __future__ import annotations

from stancelint.cli.outcome import say
from stancelint.engine.clock import Clock

_SHOWN = 15


def show_profile(clock: Clock, drafts: int) -> None:
    """Print what reading and each of the slowest rules took, over all drafts of the run."""
    slowest = clock.slowest()
    whole = sum(seconds for _, seconds, _ in slowest) or 1.0
    lines = [f"{'ms':>10}  share  drafts  rule"]
    for name, seconds, asked in slowest[:_SHOWN]:
        lines.append(f"{seconds * 1000:10.1f}  {seconds / whole:5.0%}  {asked:6}  {name}")
    if len(slowest) > _SHOWN:
        rest = sum(seconds for _, seconds, _ in slowest[_SHOWN:])
        lines.append(f"{rest * 1000:10.1f}  {rest / whole:5.0%}          {len(slowest) - _SHOWN} rules more")
    lines.append(f"{whole * 1000:10.1f}   100%          in all, {drafts} {'draft' if drafts == 1 else 'drafts'}")
    say("\n".join(lines), 0)
