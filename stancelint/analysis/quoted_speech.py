"""Direct speech: every quotation is joined to the cue that reaches it, or to the speaker who still runs."""

from __future__ import annotations

from stancelint.analysis.page import Found, Page


def join_quotations(page: Page, found: list[Found]) -> None:
    """Give every quotation of speech that no content covers yet to its speaker; add what is left as speech without one."""
    covered: dict[int, Found] = {}
    spans = sorted((piece[0], piece[1], n) for n, one in enumerate(found) for piece in one.content)
    last_by_block: dict[int, Found] = {}
    blocks = page.blocks
    k = 0
    block = 0
    running: Found | None = None
    running_block = -1
    for first, last in page.speech:
        while block + 1 < len(blocks) and blocks[block][1] <= first:
            block += 1
        owner: Found | None = None
        for start, stop, n in spans:
            if start > first:
                break
            if stop >= last:
                owner = found[n]
        if owner is not None:
            running, running_block = owner, block
            continue
        if running is not None and (running_block == block or (first == blocks[block][0] and running_block == block - 1)):
            running.content.append((first, last))
            running_block = block
            continue
        lone = Found("quotation", "speech", None, [], [(first, last)], direct=True)
        found.append(lone)
        running, running_block = lone, block
