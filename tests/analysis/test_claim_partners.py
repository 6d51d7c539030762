"""Partners in a named count: looked for once a paragraph, however many counts it has, and each named once."""

from __future__ import annotations

import pytest

from stancelint.analysis import claim_partners

from .drafts import draft

COUNT = "The BBC has identified by name 9,000 soldiers killed in the war, working with Mediazona. "


def test_a_paragraph_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    names_in = claim_partners.names_in
    monkeypatch.setattr(claim_partners, "names_in", lambda registry, text, **how: asked.append(text) or names_in(registry, text, **how))
    found = draft(f"Night\n\n{COUNT * 12}\n\n{COUNT}\n")
    assert [claim.grade for claim in found.claims] == ["verified"] * 13
    assert len(asked) == 2
    assert {sum(one.mention.text == "Mediazona" for one in claim.standing) for claim in found.claims} == {2}  # one a paragraph
