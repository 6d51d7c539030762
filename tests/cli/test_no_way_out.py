"""What a draft, a policy or a rule may not do: run code, read outside the tree, reach the network, write to the terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from stancelint.cli.app import run
from stancelint.policy.discover import policy_above
from stancelint.reporters import FORMATS
from tests.readers.word_files import paragraph, word_file

from .conftest import CLEAN, Tool

# a title for the window, a wiped screen, a line turned round, a colour in one byte, a deletion, an isolate
HOSTILE = "\x1b]0;owned\x07\x1b[2J\u202e\x9b31m\x7f\u2066"
MOVES = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
IN_YAML = HOSTILE.encode("unicode_escape").decode().replace("\\x1b", "\\e")
RULE = f"""\
check: phrase
severity: error
clause: hostile
message: "message {IN_YAML} {{match}}"
why: "why {IN_YAML}"
title: "title {IN_YAML}"
clears: "clears {IN_YAML}"
phrases: [wonder weapon]
suggest: ["gun {IN_YAML}"]
examples:
  flag: ["A [[wonder weapon]] came {IN_YAML}.", "The [[wonder weapon]] came."]
  pass: ["Putin said a wonder weapon came.", "A {IN_YAML} weapon came."]
references: ["ref {IN_YAML}"]
"""
COMMANDS = (
    *(("check", "--show", "info", "--format", form, "drafts") for form in FORMATS),
    ("check", "--statistics", "--profile", "drafts"),
    ("inspect", "drafts"),
    ("inspect", "--format", "json", "drafts"),
    ("explain", "style/wonder"),
    ("rules", "--clauses"),
    ("rules", "--format", "json"),
    ("rules", "--audit", "--policy", "stancelint.yaml"),
    ("sources", "evil"),
    ("waivers", "drafts"),
    ("waivers", "--format", "json", "drafts"),
    ("baseline", "write", "drafts"),
    ("baseline", "show"),
    ("test", "pack"),
)


@pytest.fixture
def hostile(desk: Path) -> Path:
    """A desk every word of which wants the terminal."""
    for draft in (desk / "drafts").iterdir():
        draft.unlink()
    (desk / "drafts" / f"{HOSTILE.replace(chr(7), '')}.md").write_text(
        f"# Title {HOSTILE}\n\nThe special military operation of {HOSTILE} began. Killing three {HOSTILE} people.\n\n"
        f"Kharkov {HOSTILE} fell.\n\n"
        f"A wonder weapon came, Peskov {HOSTILE} said. The wonder weapon {HOSTILE} came.\n\n"
        f'<!-- stancelint: allow framing/kyiv-regime reason="so {HOSTILE}" by="me {HOSTILE}" -->\nThe Kyiv regime {HOSTILE} fell.\n\n'
        f"## Wire provenance\n\n- [TASS {HOSTILE}](https://tass.com/a{HOSTILE}b)\n",
        "utf-8",
    )
    (desk / "pack" / "style").mkdir(parents=True)
    (desk / "pack" / "style" / "wonder.yaml").write_text(RULE, "utf-8")
    (desk / "sources.yaml").write_text(
        f'sources: [{{id: evil, name: "Evil {IN_YAML} Wire", class: western-wire, note: "n {IN_YAML}", evidence: "e {IN_YAML}"}}]\n'
    )
    policy = f'name: "name {IN_YAML}"\npacks: [pack]\nsources: [sources.yaml]\nclauses: {{hostile: "clause {IN_YAML}"}}\n'
    (desk / "stancelint.yaml").write_text(policy, "utf-8")
    return desk


def on_a_terminal(folder: Path, cache: Path, *arguments: str) -> tuple[int, str]:
    """Status and all that a terminal is sent."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        settings = {**os.environ, "STANCELINT_CACHE_DIR": str(cache), "NO_COLOR": "1", "TERM": "dumb", "PYTHONUTF8": "1"}
        os.execve(sys.executable, [sys.executable, "-m", "stancelint", *arguments], settings)
    sent = b""
    while True:
        try:
            piece = os.read(screen, 65_536)
        except OSError:
            break
        if not piece:
            break
        sent += piece
    os.close(screen)
    text = _PROGRESS.sub("", sent.decode()).replace("\r\n", "\n")
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text


_PROGRESS = re.compile(r"\r[━─]+ \d+/\d+ drafts|\r\x1b\[2K")  # ours, on a slow machine


class TestTerminal:
    def test_no_command_lets_a_draft_a_policy_or_a_rule_write_to_it(
        self, hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(hostile)
        monkeypatch.setenv("STANCELINT_CACHE_DIR", str(tmp_path / "cache"))
        policy_above.cache_clear()
        for arguments in COMMANDS:
            status, said = run([*arguments]), capsys.readouterr()
            assert status in (0, 1), (arguments, said.err)
            assert said.out, arguments
            assert MOVES.search(said.out + said.err) is None, arguments

    def test_a_terminal_is_sent_a_patch_that_cannot_move_it_and_a_file_the_patch_itself(
        self, tool: Tool, hostile: Path, tmp_path: Path
    ) -> None:
        status, sent = on_a_terminal(hostile, tmp_path / "cache", "check", "--diff", "drafts")
        assert (status, MOVES.search(sent)) == (1, None)
        assert "␛]0;owned" in sent
        assert HOSTILE in tool("check", "--diff", "drafts").out

    @pytest.mark.parametrize("arguments", [("\x1b[2J",), ("check", "--today", "\x1b[2J"), ("check", "--output", "\x1b[2J=x")])
    def test_not_even_a_mistyped_call_is_shown_raw(self, hostile: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
        status, sent = on_a_terminal(hostile, tmp_path / "cache", *arguments)
        assert (status, MOVES.search(sent)) == (2, None)

    @pytest.mark.parametrize("command", ["check", "inspect", "waivers"])
    def test_a_path_is_shown_so_too(self, tool: Tool, command: str) -> None:
        said = tool(command, "drafts/\x1b[31mred.txt")
        assert (said.status, MOVES.search(said.err)) == (2, None)

    def test_a_comment_in_a_word_file_is_well_formed_whatever_a_rule_says(self, tool: Tool, hostile: Path) -> None:
        (hostile / "draft.docx").write_bytes(word_file(paragraph("Night"), paragraph("A wonder weapon came.")))
        assert tool("check", "draft.docx", "--annotate", "copy.docx").status == 1
        with zipfile.ZipFile(hostile / "copy.docx") as archive:
            comments = archive.read("word/comments.xml")
        assert "style/wonder" in "".join(ElementTree.fromstring(comments).itertext())
        assert MOVES.search(comments.decode().replace("\r\n", "\n")) is None


class TestTree:
    @pytest.fixture
    def outside(self, desk: Path) -> Path:
        """What lies beside the desk, and is none of its business."""
        folder = desk.parent / "elsewhere"
        (folder / "style").mkdir(parents=True)
        (folder / "style" / "wonder.yaml").write_text(RULE.replace("clause: hostile", "clause: house-style"), "utf-8")
        (folder / "secret.txt").write_text("The special military operation of the secret.\n", "utf-8")
        (folder / "policy.yaml").write_text("name: secret\n", "utf-8")
        (folder / "sources.yaml").write_text("sources: []\n", "utf-8")
        return folder

    @pytest.mark.parametrize(
        "policy",
        ["packs: [../elsewhere]", "packs: [/etc]", "sources: [../elsewhere/sources.yaml]", "sources: [/etc/passwd]", "packs: [linked]"],
    )
    def test_packs_and_sources_lie_in_the_policys_folder(self, tool: Tool, desk: Path, outside: Path, policy: str) -> None:
        (desk / "linked").symlink_to(outside, target_is_directory=True)
        (desk / "stancelint.yaml").write_text(f"{policy}\n", "utf-8")
        said = tool("check", "drafts/clean.txt")
        assert (said.status, "outside the policy's own folder" in said.err) == (2, True)

    @pytest.mark.parametrize("name", ["../elsewhere/policy.yaml", "/etc/passwd.yaml", "linked.yaml"])
    def test_a_policy_extends_what_is_in_the_tree(self, tool: Tool, desk: Path, outside: Path, name: str) -> None:
        (desk / "linked.yaml").symlink_to(outside / "policy.yaml")
        (desk / "stancelint.yaml").write_text(f"extends: {name}\n", "utf-8")
        said = tool("check", "drafts/clean.txt")
        assert (said.status, "lies outside the tree" in said.err) == (2, True)
        assert "secret" not in said.err

    def test_a_repository_is_a_tree(self, tool: Tool, desk: Path, outside: Path) -> None:
        (desk.parent / ".git").mkdir()
        (desk / "stancelint.yaml").write_text("extends: ../elsewhere/policy.yaml\n", "utf-8")
        assert tool("check", "drafts/clean.txt").status == 0

    def test_a_rule_that_is_a_link_out_of_its_pack_is_refused(self, tool: Tool, desk: Path, outside: Path) -> None:
        (desk / "pack" / "style").mkdir(parents=True)
        (desk / "pack" / "style" / "wonder.yaml").symlink_to(outside / "style" / "wonder.yaml")
        (desk / "stancelint.yaml").write_text("packs: [pack]\n", "utf-8")
        said = tool("check", "drafts/clean.txt")
        assert (said.status, "wonder.yaml: is a link that leads out of the pack" in said.err) == (2, True)

    def test_a_draft_that_is_a_link_out_of_the_tree_is_told_and_not_read(self, tool: Tool, desk: Path, outside: Path) -> None:
        (desk / "drafts" / "linked.txt").symlink_to(outside / "secret.txt")
        (desk / "drafts" / "here.txt").symlink_to(desk / "drafts" / "clean.txt")
        said = tool("check", "--format", "json", "drafts")
        assert said.status == 2
        assert said.err.startswith("stancelint: drafts/linked.txt: is a link that leads out of the tree")
        assert "secret" not in said.out
        assert [len(file["findings"]) for file in json.loads(said.out)["files"] if file["path"] == "drafts/here.txt"] == [0]
        assert "secret" in tool("check", "--show", "info", "drafts/linked.txt").out  # whoever names it outright means it

    def test_a_policy_that_is_a_link_out_of_the_tree_is_told(self, tool: Tool, desk: Path, outside: Path) -> None:
        (desk / "stancelint.yaml").symlink_to(outside / "policy.yaml")
        said = tool("check", "drafts/clean.txt")
        assert (said.status, "stancelint.yaml: is a link that leads out of the tree" in said.err) == (2, True)
        assert tool("check", "--policy", "stancelint.yaml", "drafts/clean.txt").status == 0

    @pytest.mark.parametrize(
        "asked", [["rules"], ["explain", "style/the-ukraine"], ["sources", "TASS"], ["inspect", "drafts"], ["waivers", "."]]
    )
    def test_no_command_reads_a_policy_that_is_a_link_out_of_the_tree(
        self, tool: Tool, desk: Path, outside: Path, asked: list[str]
    ) -> None:
        (desk / "stancelint.yaml").symlink_to(outside / "policy.yaml")
        said = tool(*asked)
        assert (said.status, "stancelint.yaml: is a link that leads out of the tree" in said.err) == (2, True)


ACTS = """\
import builtins, os, sys
left = []
def hear(event, arguments):
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "ctypes.dlopen", "pickle.find_class"):
        left.append((event, str(arguments[:1])))
    if event.startswith("socket."):
        left.append((event, str(arguments[1:])))
    if event == "open" and isinstance(arguments[0], str) and "secret" in arguments[0]:
        left.append((event, arguments[0]))
sys.addaudithook(hear)
from stancelint.cli.app import run
status = run(sys.argv[1:])
print(status, left, file=sys.stderr)
"""


@pytest.mark.parametrize("suffix", ["md", "html", "txt", "json"])
def test_nothing_in_a_draft_runs_reads_or_asks_anything(desk: Path, tmp_path: Path, suffix: str) -> None:
    """The interpreter's own audit hooks see every process, socket and file; and a policy and a rule are there that would like some."""
    import subprocess

    (desk / "secret.txt").write_text("secret")
    wants = (
        "---\nx: !!python/object/apply:os.system [id]\ntopic: war\n---\n# Title\n\n"
        "{% include 'secret.txt' %} {{ 7*7 }} ${HOME} $(id) `id`\n\n"
        '<script>fetch("https://example.org")</script><img src="https://example.org/a.png"><link rel=stylesheet href="file:///secret.txt">\n'
        "![](https://example.org/b.png) [x](file:///secret.txt)\n\n.. include:: secret.txt\n\n"
    )
    text = json.dumps({"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": wants}]}]})
    (desk / "drafts" / f"wants.{suffix}").write_text(text if suffix == "json" else wants + CLEAN, "utf-8")
    settings = {**os.environ, "STANCELINT_CACHE_DIR": str(tmp_path / "cache")}
    run = [sys.executable, "-c", ACTS, "check", f"drafts/wants.{suffix}", "--format", "json"]
    done = subprocess.run(run, cwd=desk, env=settings, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] in ("0 []", "1 []", "2 []")
    assert "uid=" not in done.stdout + done.stderr


@pytest.mark.parametrize("where", ["stancelint.yaml", "pack/style/wonder.yaml", "sources.yaml"])
def test_no_tag_of_yaml_makes_an_object(tool: Tool, desk: Path, where: str) -> None:
    (desk / "pack" / "style").mkdir(parents=True)
    (desk / "stancelint.yaml").write_text("packs: [pack]\nsources: [sources.yaml]\n", "utf-8")
    (desk / "sources.yaml").write_text("sources: []\n", "utf-8")
    (desk / "pack/style/wonder.yaml").write_text(RULE.replace("clause: hostile", "clause: house-style"), "utf-8")
    (desk / where).write_text(f'{(desk / where).read_text("utf-8")}\nnotes: !!python/object/apply:os.system ["touch owned"]\n', "utf-8")
    said = tool("check", "drafts/clean.txt")
    assert (said.status, "bug of ours" in said.err) == (0 if where == "sources.yaml" else 2, False)
    assert said.err == "" or where in said.err
    assert not (desk / "owned").exists()


def test_a_word_file_names_nothing_that_is_fetched_or_unpacked(tool: Tool, desk: Path) -> None:
    data = word_file(paragraph("Night"), paragraph("A quiet night in Sumy."))
    (desk / "draft.docx").write_bytes(data)
    with zipfile.ZipFile(desk / "draft.docx", "a") as archive:
        archive.writestr("../../owned.txt", "out")
        archive.writestr("word/theme.xml", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>')
    said = tool("check", "--format", "json", "draft.docx")
    assert said.status in (1, 2)
    assert "root:" not in said.out
    assert not (desk.parent / "owned.txt").exists()
    (desk / "entity.docx").write_bytes(
        word_file("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>").replace(b"PK", b"PK")  # an entity that nobody declared
    )
    said = tool("check", "entity.docx")
    assert (said.status, "Traceback" in said.err, "bug of ours" in said.err) == (2, False, False)
