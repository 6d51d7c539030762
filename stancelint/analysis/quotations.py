"""Where quotation marks open and close: curly, typed, single, doubled apostrophes, guillemets, nested, unclosed, running on.

Marks are paired with a stack, block by block. What a mark can do is read from the white space around it: typed marks look the
same at both ends, and broken copy closes with an opening mark. A single mark opens only where one that can close it follows, so
that apostrophes (`the '90s`, `officials' cars`) stay apostrophes. A quotation that is open at the end of its block goes on when
the next block begins with a mark, as a second paragraph of the same speech does; otherwise it ends with the block, unclosed. Where
copy has joined such paragraphs into one, the sentence that opens with the next mark ends it.
"""

from __future__ import annotations

from stancelint.analysis.model import Quotation
from stancelint.analysis.tokens import MARK
from stancelint.text.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.model import QuotationKind
    from stancelint.analysis.reading import Reading
    from stancelint.analysis.tokens import Tokens

_DOUBLE = {"“": "curly", "”": "curly", "„": "curly", '"': "typed", "''": "typed", "``": "typed"}
_SINGLE = frozenset("‘’'`")
_ANGLE = frozenset("«»")
_MARKS = frozenset(_DOUBLE) | _SINGLE | _ANGLE
_BEFORE_OPENING = frozenset("([{—–-/:“‘\"'«„\u200b\u200e\u200f\u202a\u202b\u2060\ufeff")
_SCARE_WORDS = 5  # a longer phrase is more than a word held with tongs
_TITLE_WORDS = 10
_LONGEST_HEADLINE = 40  # tokens of a title that is said to be one
_SAID_TO_BE_TITLES = (
    "titled entitled headlined headline heading subtitled captioned article op-ed column essay editorial book novel film documentary movie "
    "play song album poem lecture exhibition forum seminar podcast pamphlet monograph"
)
_TITLED = frozenset(_SAID_TO_BE_TITLES.split())
_STOPS = frozenset(".!?…")


def find(reading: Reading) -> tuple[Quotation, ...]:
    """The quotations of a reading in order of their opening marks."""
    tokens = reading.tokens
    marks = [i for i, word in enumerate(tokens.words) if word in _MARKS]
    found: list[Quotation] = []
    running = False
    at = 0
    blocks = reading.document.blocks
    quoted_from: int | None = None
    for number, block in enumerate(blocks):
        row: list[int] = []
        while at < len(marks) and tokens.starts[marks[at]] < block.span.end:
            if tokens.starts[marks[at]] >= block.span.start:
                row.append(marks[at])
            at += 1
        if block.quoted:
            quoted_from = block.span.start if quoted_from is None else quoted_from
            if number + 1 == len(blocks) or not blocks[number + 1].quoted:
                whole = Span(quoted_from, block.span.end)
                found.append(Quotation(whole, whole, "block"))
                quoted_from = None
        if not row:
            running = False
            continue
        following = tokens.text[blocks[number + 1].span.start : blocks[number + 1].span.start + 1] if number + 1 < len(blocks) else ""
        pairs, open_at_end = _pair(tokens, row, block.span)
        begins = tokens.starts[row[0]] == block.span.start
        for first, last in pairs:
            found.append(_quotation(tokens, first, last, block.span, continues=running and begins and first == row[0]))
        running = open_at_end and following in _MARKS
    found.sort(key=lambda q: (q.span.start, -q.span.end))
    return tuple(found)


def _pair(tokens: Tokens, marks: list[int], block: Span) -> tuple[list[tuple[int, int | None]], bool]:
    """Opening and closing marks of one block as pairs (None: unclosed), and whether a double quotation is still open at its end."""
    words = tokens.words
    open_marks: list[int] = []
    pairs: list[tuple[int, int | None]] = []
    last_single = max((i for i in marks if words[i] in _SINGLE and _can_close(tokens, i, block)), default=-1)
    for i in marks:
        word = words[i]
        opens, closes = _can_open(tokens, i, block), _can_close(tokens, i, block)
        if word in _DOUBLE:
            top = next((k for k in range(len(open_marks) - 1, max(-1, len(open_marks) - 9), -1) if words[open_marks[k]] in _DOUBLE), None)
            if word == "”" or (closes and not opens) or (top is not None and not opens):
                opening = top is None and opens
            elif word in ("“", "„", "``"):
                opening = not (top is not None and words[open_marks[top]] == "„")
            else:
                opening = opens and (top is None or not closes)
            if opening and top is not None and _runs_on(tokens, open_marks[top], block) and _runs_on(tokens, i, block):
                pairs.append((open_marks[top], i - 1))
                del open_marks[top:]
            if opening:
                open_marks.append(i)
            elif top is not None:
                pairs.append((open_marks[top], i))
                del open_marks[top:]
        elif word in _ANGLE:
            top = next((k for k in range(len(open_marks) - 1, max(-1, len(open_marks) - 9), -1) if words[open_marks[k]] == "«"), None)
            if word == "«":
                open_marks.append(i)
            elif top is not None:
                pairs.append((open_marks[top], i))
                del open_marks[top:]
        else:
            top = len(open_marks) - 1
            inside = top >= 0 and words[open_marks[top]] in _SINGLE
            if inside and word != "‘" and closes and not (_possessive(tokens, i) and i < last_single):
                pairs.append((open_marks[top], i))
                open_marks.pop()
            elif not inside and opens and not closes and i < last_single and word != "’" and not _elision(tokens, i):
                open_marks.append(i)
    still = [i for i in open_marks if words[i] not in _SINGLE]
    if still:
        pairs.append((still[-1] if pairs and pairs[-1][0] > still[0] else still[0], None))
    return pairs, bool(still)


def _runs_on(tokens: Tokens, i: int, block: Span) -> bool:
    """Whether a mark opens a sentence: where two such follow without a closing one, a speech ran over paragraphs that copy has joined."""
    return tokens.starts[i] == block.start or (i > 0 and tokens.words[i - 1] in _STOPS and tokens.capital(i + 1))


def _can_open(tokens: Tokens, i: int, block: Span) -> bool:
    start, end = tokens.starts[i], tokens.ends[i]
    if end >= block.end or (tokens.text[end].isspace() and start > block.start):
        return False
    before = tokens.text[start - 1] if start > block.start else " "
    return before.isspace() or before in _BEFORE_OPENING


def _can_close(tokens: Tokens, i: int, block: Span) -> bool:
    start, end = tokens.starts[i], tokens.ends[i]
    if start == block.start or tokens.text[start - 1].isspace():
        return end >= block.end  # a closing mark set apart by a space stands at the very end
    after = tokens.text[end] if end < block.end else " "
    return not after.isalnum()


def _possessive(tokens: Tokens, i: int) -> bool:
    """Whether a single mark reads as the possessive of a plural: `officials' cars`."""
    return i > 0 and tokens.words[i - 1].endswith("s") and i + 1 < len(tokens) and tokens.text[tokens.starts[i + 1]].islower()


def _elision(tokens: Tokens, i: int) -> bool:
    """Whether single marks stand for letters left out: `rock 'n' roll`."""
    return i + 2 < len(tokens) and tokens.words[i + 1] == "n" and tokens.words[i + 2] in _SINGLE


def _quotation(tokens: Tokens, first: int, last: int | None, block: Span, *, continues: bool) -> Quotation:
    span = Span(tokens.starts[first], block.end if last is None else tokens.ends[last])
    inner = Span(tokens.ends[first], block.end if last is None else max(tokens.ends[first], tokens.starts[last]))
    stop = tokens.at(block.end) if last is None else last
    return Quotation(span, inner, _kind(tokens, first + 1, stop, block), last is not None, continues)


def _names_a_work(tokens: Tokens, mark: int, block: Span) -> bool:
    """Whether the word before an opening mark says that a title follows: `an article titled “…”`, `the book “…”`, `the heading “…”`."""
    at = mark - 1
    return at >= 0 and tokens.starts[at] >= block.start and tokens.words[at] in _TITLED


def _kind(tokens: Tokens, first: int, last: int, block: Span) -> QuotationKind:
    if last - first <= _LONGEST_HEADLINE and _names_a_work(tokens, first - 1, block):
        return "title"
    if last - first > _TITLE_WORDS * 2:
        return "speech"
    inside = [i for i in range(first, last) if not tokens.bits[i] & MARK]
    if not inside or len(inside) > _TITLE_WORDS:
        return "speech"
    ended = tokens.words[last - 1] in (".", "!", "?", ",", "…")
    open_words = [i for i in inside if not tokens.bits[i]]
    capitals = sum(tokens.capital(i) for i in open_words)
    if len(inside) > 1 and capitals > 1 and capitals == len(open_words) and tokens.capital(inside[-1]):
        return "title"
    whole = tokens.starts[first - 1] == block.start
    if len(inside) > _SCARE_WORDS or whole or (ended and tokens.capital(inside[0])):
        return "speech"
    return "scare"
