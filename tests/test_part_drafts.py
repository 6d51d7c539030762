"""Whole drafts and what the rules of parts, lists and leads say of them: each line of an ``.expected`` file was read by an editor.

A line is severity, rule and the words marked, with tabs between; a draft without such lines is clean.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from stancelint.api import check_text

FOLDER = Path(__file__).parent / "drafts" / "parts"
FAMILIES = ("provenance/", "contested/", "stance/", "sourcing/lead", "sourcing/state-", "sourcing/unanswered-")


def found(path: Path) -> list[str]:
    findings = check_text(path.read_text("utf-8"), path.name)
    return [f"{f.severity.word}\t{f.rule}\t{' '.join(f.text.split())}" for f in findings if f.rule.startswith(FAMILIES)]


@pytest.mark.parametrize("path", sorted(p for p in FOLDER.iterdir() if p.suffix != ".expected"), ids=lambda path: path.name)
def test_a_draft_gets_what_its_editor_expects(path: Path) -> None:
    expected = path.with_suffix(".expected").read_text("utf-8").splitlines()
    assert found(path) == [line for line in expected if line and not line.startswith("#")]
