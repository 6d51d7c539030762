"""Fixes: which are made together, and a file that is replaced whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.engine.fixes import apply_fixes, write_back
from stancelint.errors import DraftError
from stancelint.finding import Edit, Finding, Fix, Severity, Suppression
from stancelint.text.span import Place, Region


def finding(start: int, end: int, text: str, *, safe: bool = True, suppressed: bool = False) -> Finding:
    fix = Fix("write it so", safe, (Edit(Region(start, end), text),))
    place = Place(start, 1, start + 1), Place(end, 1, end + 1)
    reason = Suppression("waiver", "because") if suppressed else None
    return Finding("style/x", Severity.WARNING, "house-style", "m", "", *place, fixes=(fix,), suppressed=reason)


def test_fixes_are_made_in_their_places() -> None:
    fixed = apply_fixes("Kiev and Odessa", (finding(0, 4, "Kyiv"), finding(9, 15, "Odesa")), unsafe=False)
    assert fixed.source == "Kyiv and Odesa"
    assert len(fixed.applied) == 2


def test_an_unsafe_fix_waits_to_be_asked_for() -> None:
    unsafe = (finding(0, 4, "Kyiv", safe=False),)
    assert apply_fixes("Kiev", unsafe, unsafe=False).source == "Kiev"
    assert apply_fixes("Kiev", unsafe, unsafe=True).source == "Kyiv"


def test_two_fixes_of_the_same_words_are_not_both_made() -> None:
    fixed = apply_fixes("Kiev", (finding(0, 4, "Kyiv"), finding(2, 4, "yiv")), unsafe=False)
    assert fixed.source == "Kyiv"
    assert fixed.skipped[0][1] == "touches the words of another fix"


def test_a_waived_finding_is_left_alone() -> None:
    assert apply_fixes("Kiev", (finding(0, 4, "Kyiv", suppressed=True),), unsafe=True).source == "Kiev"


def test_a_place_beyond_the_draft_is_not_written() -> None:
    assert apply_fixes("Ki", (finding(0, 4, "Kyiv"),), unsafe=True).source == "Ki"


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8), st.text(max_size=5)), max_size=8))
def test_what_no_fix_names_stays_as_it_was(source: str, raw: list[tuple[int, int, str]]) -> None:
    fixed = apply_fixes(source, tuple(finding(at, at + size, text) for at, size, text in raw), unsafe=False)
    taken = sorted(finding.start.offset for finding in fixed.applied)
    assert len(taken) == len(set(taken))
    kept = source if not fixed.applied else source[: taken[0]]
    assert fixed.source.startswith(kept)


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")]
)
def test_encoding_mark_line_ends_and_mode_are_kept(tmp_path: Path, encoding: str, mark: bytes) -> None:
    path = tmp_path / "draft.txt"
    before = mark + "Kiev\r\nЇжак\n".encode(encoding)
    path.write_bytes(before)
    path.chmod(0o640)
    source = before.decode(encoding)
    write_back(path, before, source.replace("Kiev", "Kyiv"))
    assert path.read_bytes() == mark + "Kyiv\r\nЇжак\n".encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["draft.txt"]


def test_a_draft_that_somebody_else_wrote_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(b"newer")
    with pytest.raises(DraftError, match="changed while"):
        write_back(path, b"older", "fixed")
    assert path.read_bytes() == b"newer"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"Kiev")
    link.symlink_to(real)
    write_back(link, b"Kiev", "Kyiv")
    assert link.is_symlink()
    assert real.read_bytes() == b"Kyiv"


def test_a_draft_whose_name_is_as_long_as_a_name_may_be_is_mended(tmp_path: Path) -> None:
    path = tmp_path / ("\U0001f4f0" * 62 + ".txt")
    path.write_bytes(b"Kiev")
    write_back(path, b"Kiev", "Kyiv")
    assert path.read_bytes() == b"Kyiv"
