"""Bytes that are text, and bytes that are not: each refusal says what was found, where, and what to do."""

from __future__ import annotations

import pytest

from stancelint.errors import DraftError
from stancelint.readers import read


def refusal(data: bytes, name: str = "draft.txt") -> DraftError:
    with pytest.raises(DraftError) as caught:
        read(data, name)
    return caught.value


def test_a_mark_stays_in_the_source_and_out_of_the_prose() -> None:
    page = read(b"\xef\xbb\xbfSirens in Sumy\n\nThey went at one.", "a.txt")
    assert page.source[0] == "\ufeff"
    assert page.text == "Sirens in Sumy\nThey went at one."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_by_its_mark(encoding: str) -> None:
    page = read("\ufeffКиїв, вночі\n\nТривога \U0001f6a8.".encode(encoding), "a.txt")
    assert page.text == "Київ, вночі\nТривога \U0001f6a8."


@pytest.mark.parametrize(
    ("text", "encoding", "likely"),
    [
        ("They said “no” – twice", "cp1252", "Windows-1252"),
        ("A café in Odesa", "latin-1", "Latin-1"),
        ("Уночі в Києві лунала тривога, повідомили в місті", "cp1251", "Windows-1251"),
        ("Ночью в городе звучала тревога, сообщили власти", "koi8-r", "KOI8"),
    ],
)
def test_another_encoding_is_named_with_its_place(text: str, encoding: str, likely: str) -> None:
    error = refusal(b"One line.\n" + text.encode(encoding))
    assert likely in error.message
    assert error.line == 2
    assert error.hint == "save the draft as UTF-8"


def test_a_page_that_names_its_encoding_is_quoted() -> None:
    assert "iso-8859-2, as it says itself" in refusal(b'<meta charset="iso-8859-2"><p>\xb3\xf3d\xbc</p>', "a.html").message


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04rest", "zip archive"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1 x}", "RTF"),
        (b"words\0and words that go on for a while\0", "zero bytes"),
        ("Київ спав".encode("utf-16-le"), "UTF-16 without its mark"),
        ("plain words".encode("utf-16-le"), "UTF-16 without its mark"),
        (b"\xff\xfe\x00\xd8\x00", "UTF-16"),
        ("\ufeffwords".encode("utf-32-le"), "UTF-32"),
    ],
)
def test_what_is_no_text_is_said(data: bytes, said: str) -> None:
    assert said in refusal(data).message


def test_a_draft_over_the_limit_is_refused() -> None:
    with pytest.raises(DraftError, match=r"is 1,001 bytes long; at most 1,000 are read"):
        read(b"x" * 1001, "a.txt", max_bytes=1000)
