"""Whatever a desk writes into its policy or its list of sources: what it may say is taken, the rest is told with the file's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancelint.analysis.registry import Registry
from stancelint.analysis.registry_tables import names_of_tables
from stancelint.analysis.terms import Terms
from stancelint.errors import DataError, PolicyError
from stancelint.policy.policy import PolicyFile, terms_of
from stancelint.policy.read import read_policy
from stancelint.rulebook.convert import convert
from stancelint.rulebook.source_file import ProofEntry, SourceEntry, read_source_file
from stancelint.text.value import names_of

MARKS = st.sampled_from(
    [*"[]{}:,-&*?|>\"'#%!", "\n", "\n  ", "- ", ": ", "|\n ", "---\n", '"\\0"', '"\\ud800"', "nan", "-1", "null", "~", "a" * 300]
)
WORDS = ["Kyiv", "default", "own.yaml", "../up", "/", "framing/*", "off", "info", "desk.example", "localhost", "https://a", "@a", ""]
scalars = st.sampled_from([*WORDS, "yes", "0.5", "high"]) | st.text(max_size=6)


def mappings(keys: tuple[str, ...]) -> st.SearchStrategy[str]:
    """A flow mapping of those keys, each with what its key may or may not have; or anything at all."""
    quoted = scalars.map(lambda text: "'" + text.replace("'", "''") + "'") | MARKS
    listed = st.lists(quoted, max_size=3).map(lambda held: f"[{', '.join(held)}]")
    nested = st.tuples(st.sampled_from(keys), quoted | listed).map(lambda pair: f"{{{pair[0]}: {pair[1]}}}")
    pairs = st.tuples(st.sampled_from(keys), quoted | listed | nested).map(lambda pair: f"{pair[0]}: {pair[1]}")
    return st.lists(pairs, max_size=4).map(lambda held: f"{{{', '.join(held)}}}")


def file_of(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    return path


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    file_of(folder, "own.yaml", "name: ours\n")
    return folder


@given(text=mappings(names_of(PolicyFile)) | st.lists(st.sampled_from([*WORDS, *names_of(PolicyFile)]) | MARKS, max_size=8).map("".join))
def test_any_policy_is_taken_or_told(desk: Path, text: str) -> None:
    path = file_of(desk, "stancelint.yaml", text)
    try:
        data, files, _ = read_policy(path)
    except PolicyError as told:
        assert told.path  # noqa: PT017 - either outcome is right
        return
    assert files[-1] == path
    assert isinstance(terms_of(convert(PolicyFile, data)), Terms)


SOURCE_KEYS = ("class", *names_of(SourceEntry), *names_of(ProofEntry))
entries = mappings(SOURCE_KEYS).map(lambda more: "{id: ours, name: Our Desk, class: western-media, " + more[1:])


@given(text=st.lists(entries, max_size=3).map(lambda held: f"sources: [{', '.join(held)}]") | st.lists(MARKS, max_size=8).map("".join))
def test_any_list_of_sources_answers_or_is_told(desk: Path, text: str) -> None:
    try:
        registry = Registry(read_source_file(file_of(desk, "sources.yaml", text)))
    except DataError as told:
        assert told.path  # noqa: PT017 - either outcome is right
        return
    for table in names_of_tables():
        registry.table(table)
    for name in registry.ids:
        source = registry.by_id(name)
        assert source.why
        for domain in source.domains:
            registry.by_url(f"https://{domain}/a")
        for called in (source.name, *source.aliases, *source.telegram, *source.x):
            registry.by_name(called, in_context=True)
            registry.by_handle(called)
