"""The way in for programs."""

from __future__ import annotations

from pathlib import Path

import pytest

import stancelint

DRAFT = "A title\n\nThe special military operation entered its fifth year.\n"


def test_text_in_findings_out() -> None:
    (finding,) = [f for f in stancelint.check_text(DRAFT) if f.rule == "framing/special-military-operation"]
    assert (finding.text, finding.start.line, finding.start.column) == ("special military operation", 3, 5)
    assert finding.severity is stancelint.Severity.ERROR


def test_a_file_is_judged_by_the_policy_nearest_to_it(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, "utf-8")
    (tmp_path / "stancelint.yaml").write_text("rules: {framing: off}\n", "utf-8")
    assert not [f for f in stancelint.check_file(draft) if f.rule.startswith("framing/")]


def test_what_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(stancelint.StancelintError, match="does not exist"):
        stancelint.check_file(tmp_path / "none.txt")


def test_the_package_knows_its_names() -> None:
    assert set(stancelint.__all__) <= set(dir(stancelint))
    assert stancelint.__version__
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = stancelint.nothing
