"""The words of a page and their places, however long the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.analysis import tokens as room
from stancelint.analysis.tokens import Tokens

PAGES = st.text(st.sampled_from("aZé'’-., \n\t“”`U.S5"), max_size=60)


@given(PAGES)
def test_every_word_stands_where_it_is_said_to(text: str) -> None:
    folded = text.lower()
    found = Tokens(text, folded, {})
    assert [folded[a:b] for a, b in zip(found.starts, found.ends, strict=True)] == found.words
    assert all(a < b for a, b in zip(found.starts, found.ends, strict=True))
    assert "".join(found.words) == "".join(folded.split())


@given(PAGES, st.integers(1, 20))
def test_a_page_read_in_stretches_reads_as_one_read_whole(text: str, stretch: int) -> None:
    whole = Tokens(text, text.lower(), {})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "_STRETCH", stretch)
        parts = Tokens(text, text.lower(), {})
    assert (parts.words, list(parts.starts), list(parts.ends), parts.bits) == (
        whole.words,
        list(whole.starts),
        list(whole.ends),
        whole.bits,
    )
