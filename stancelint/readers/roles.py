"""The roles that a block has by its place on the page, where its format does not name them."""

from __future__ import annotations

from stancelint.text.document import Block

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.text.document import BlockRole

TOP_BLOCKS = 4
LINE_CHARACTERS = 120


def give_headline(blocks: list[Block]) -> int:
    """Make the first heading of rank 1, or else a heading that opens the page, the headline. Its index; -1 for none."""
    for index, block in enumerate(blocks):
        if block.role == "headline":
            return index
    for index, block in enumerate(blocks):
        if block.kind == "heading" and (block.level == 1 or index == 0) and not block.role:
            blocks[index] = with_role(block, "headline")
            return index
    return -1


def with_role(block: Block, role: BlockRole) -> Block:
    """The block with that role."""
    return Block(block.kind, block.span, block.level, block.quoted, role)


def give_top_roles(blocks: list[Block], text: str, emphasised: set[int], top: int) -> None:
    """Find byline, dateline and standfirst under the headline. ``emphasised`` are the blocks wholly in emphasis.

    The standfirst is a wholly emphasised paragraph right under the headline, unless front matter gave one; ``top`` is the
    number of blocks that front matter gave."""
    headline = next((i for i, block in enumerate(blocks) if block.role == "headline"), -1)
    if headline < 0:
        return
    if headline < top:
        # a heading of rank 1 under front matter repeats the title, or speaks for it
        headline = top if top < len(blocks) and blocks[top].kind == "heading" and blocks[top].level == 1 else top - 1
    has_standfirst = any(block.role == "standfirst" for block in blocks)
    for index in range(headline + 1, min(len(blocks), headline + 1 + TOP_BLOCKS)):
        block = blocks[index]
        if block.role and block.role != "standfirst":
            continue
        if block.kind != "paragraph" or block.quoted:
            return
        role = _line_role(text[block.span.start : block.span.end]) if len(block.span) <= LINE_CHARACTERS else ""
        if role:
            blocks[index] = with_role(block, role)
        elif block.role:
            continue
        elif index in emphasised and not has_standfirst:
            blocks[index] = with_role(block, "standfirst")
            has_standfirst = True
        else:
            return


def _line_role(text: str) -> BlockRole:
    if text[:2].lower() != "by" and not any(ch.isdigit() for ch in text):
        return ""
    from stancelint.readers import plain_lines as look

    return "byline" if look.is_byline(text) else "dateline" if look.is_dateline(text) else ""
