"""The words that a rule file or a policy may choose from, by the name of the choice.

For the type checker, and for whoever proves such a file (``rulebook.hints``). Nothing else may import this when it runs: a check of
one draft has no use for ``typing``, which costs it a twentieth of its time.
"""

from __future__ import annotations

from typing import Literal

Level = Literal["error", "warning", "info", "off"]
Side = Literal["russian", "ukrainian"]
Clearing = Literal["attributed", "rejected", "claimed", "mentioned", "viewed", "distanced", "named"]
Grade = Literal["unattributed", "belligerent", "single", "caveated", "verified", "corroborated", "conflicting"]
