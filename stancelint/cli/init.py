"""``stancelint init``: a policy, a hook entry and a CI job for a repository. Never overwrites."""

from __future__ import annotations

from pathlib import Path

import click

from stancelint.errors import UsageError
from stancelint.version import VERSION

POLICY = """\
# How this desk holds its drafts against the publication's policy. Every key is optional.
extends: default              # the built-in policy; `stancelint rules --clauses` prints it

# name: Foreign desk
# fail_on: error              # or warning
# exclude: ["archive/**"]

# Which drafts owe a contested section, a provenance list and the stance statement. Without this, all of them.
# applies_when:
#   paths: ["drafts/**"]
#   front_matter: {topic: [war]}

# rules:
#   style/ukrainian-names: info
#   casualty/undated: off
# overrides:
#   - paths: ["opinion/**"]
#     rules: {sourcing/lead: off}

# sources: [desk/sources.yaml]   # added to the registry
# packs: [desk/rules]            # rules of your own: one YAML file each
"""
HOOK = f"""\
repos:
  - repo: https://github.com/stancelint/stancelint
    rev: v{VERSION}
    hooks:
      - id: stancelint
        files: ^{{drafts}}/
"""
JOB = """\
name: stancelint
on: [push, pull_request]
jobs:
  policy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {{python-version: "3.12"}}
      - run: pip install stancelint
      - run: stancelint check --format github --output sarif=stancelint.sarif {drafts}
"""


@click.command("init")
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option("--drafts", default="drafts", show_default=True, help="The folder that holds the drafts.")
def command(folder: str, drafts: str) -> int:
    """Write a commented policy, a pre-commit entry and a CI job into a repository; files that exist are left as they are.

    \b
    stancelint init
    stancelint init --drafts content/posts
    """
    root = Path(folder)
    if not root.is_dir():
        raise UsageError(f"{folder} is not a folder", hint="name the top of a repository")
    drafts = drafts.strip("/")
    files = {
        "stancelint.yaml": POLICY,
        ".pre-commit-config.yaml": HOOK.replace("{drafts}", drafts),
        ".github/workflows/stancelint.yml": JOB.format(drafts=f"{drafts}/"),
    }
    for name, text in files.items():
        path = root / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
            click.echo(f"wrote {path}")
        except FileExistsError:
            click.echo(f"kept  {path} (it exists)")
            if name == ".pre-commit-config.yaml" and "stancelint" not in path.read_text("utf-8", errors="replace"):
                click.echo("      add under repos:\n" + "".join(f"      {line}\n" for line in text.splitlines()[1:]))
        except OSError as problem:
            raise UsageError(f"{path} cannot be written: {problem.strerror}") from None
    return 0
