"""What HTML's elements are to a reader of copy."""

# ruff: noqa: SIM905 - a list of words reads best as words

from __future__ import annotations

# a tag that ends the block before it
BLOCKS = frozenset(
    """address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre section search summary table
    tbody td tfoot th thead title tr ul""".split()
)
HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
LISTS = frozenset(("ul", "ol", "menu", "dir"))
CELLS = frozenset(("td", "th"))
CAPTIONS = frozenset(("figcaption", "caption"))
# prose that is not words
OPAQUE = frozenset(("code", "kbd", "samp", "tt", "var"))
# never shown, or no part of the copy
HIDDEN = frozenset(
    """audio button canvas datalist embed frameset iframe map math nav noembed noframes noscript object progress script select style svg
    template textarea title video xmp""".split()
)
# elements that have no end tag
VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())

STANDFIRST_CLASSES = frozenset("standfirst dek deck subtitle subheadline strapline lede excerpt intro".split())
BYLINE_CLASSES = frozenset("byline author authors".split())
DATELINE_CLASSES = frozenset("dateline".split())
PULL_QUOTE_CLASSES = frozenset("pullquote pullquotes".split())
CODE_CLASSES = frozenset("code highlight hljs prettyprint sourcecode codehilite".split())
SITE_TITLE_CLASSES = frozenset("logo brand branding masthead".split())
DATE_NAMES = frozenset(
    """article:published_time og:published_time datepublished date pubdate publishdate publish-date published dc.date dcterms.date
    dc.date.issued dcterms.created sailthru.date parsely-pub-date cxenseparse:recs:publishtime""".split()
)
