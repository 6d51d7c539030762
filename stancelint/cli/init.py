"""``stancelint init``: a policy, a hook entry and a CI job for a repository. Never overwrites."""

from __future__ import annotations

from pathlib import Path

import click

from stancelint.cli.outcome import tell
from stancelint.errors import UsageError
from stancelint.text.patterns import lazy
from stancelint.version import VERSION

# what a forge reads, and the template that fills it
_POLICY, _HOOK = ("stancelint.yaml", "policy.yaml"), (".pre-commit-config.yaml", "pre-commit.yaml")
_JOBS = {"github": (".github/workflows/stancelint.yml", "github.yml"), "gitlab": (".gitlab-ci.yml", "gitlab-ci.yml")}
_ORDINARY = lazy(r"(?!-)[\w./-]+")


@click.command("init")
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option("--drafts", default="drafts", show_default=True, metavar="FOLDER", help="The folder that holds the drafts.")
@click.option("--ci", type=click.Choice([*_JOBS, "none"]), default="github", show_default=True, help="The forge to write a job for.")
def command(folder: str, drafts: str, ci: str) -> int:
    """Write a commented policy, a pre-commit entry and a CI job into a repository.

    A file that exists is left as it is; where it does not speak of stancelint yet, the lines to add are printed.

    \b
    Examples:
      stancelint init
      stancelint init --drafts content/posts
      stancelint init --ci gitlab
    """
    root = Path(folder)
    if not root.is_dir():
        raise UsageError(f"{folder} is not a folder", hint="name the top of a repository")
    inside = _inside(drafts)
    for name, template in (_POLICY, _HOOK, *([_JOBS[ci]] if ci in _JOBS else [])):
        _write(root / name, _filled(template, inside))
    if not (root / inside).is_dir():
        tell(f"note: there is no folder {root / inside} yet")
    tell("next: pre-commit install, then stancelint check " + (f"{inside}/" if inside != "." else "."))
    return 0


def templates() -> Path:
    """The folder of the templates: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    packed = package / "_templates"
    return packed if packed.is_dir() else package.parent / "templates"


def _inside(drafts: str) -> str:
    """The drafts' folder relative to the repository, with slashes. Raises ``UsageError`` where it cannot be one."""
    written = drafts.replace("\\", "/")
    parts = [part for part in written.split("/") if part not in ("", ".")]
    if written.startswith("/") or ".." in parts:
        raise UsageError(f"--drafts {drafts} is not inside the repository", hint="name a folder relative to its top, such as content/posts")
    inside = "/".join(parts) or "."
    if not _ORDINARY.fullmatch(inside):
        raise UsageError(f"--drafts {drafts} holds characters that a job would misread", hint="use letters, digits, “-”, “_”, “.” and “/”")
    return inside


def _filled(template: str, drafts: str) -> str:
    """A template with the repository's own folder in it: the templates are whole files that speak of ``drafts/``."""
    text = (templates() / template).read_text("utf-8")
    if drafts == ".":
        text = text.replace("        files: ^drafts/\n", "").replace("drafts/**", "**").replace("drafts/", ".")
    else:
        text = text.replace("^drafts/", f"^{_pattern(drafts)}/").replace("drafts/", f"{drafts}/")
    pinned = text.replace("STANCELINT_PACKAGE: stancelint\n", f"STANCELINT_PACKAGE: stancelint=={VERSION}\n")
    return pinned.replace("v0.0.0", f"v{VERSION}")


def _pattern(drafts: str) -> str:
    return drafts.replace(".", r"\.")


def _write(path: Path, text: str) -> None:
    """Write a file that is not there yet, and say so; else say what to add to it."""
    if path.exists() or path.is_symlink():
        _keep(path, text)
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as problem:
        raise UsageError(f"{path} cannot be written: {problem.strerror}") from None
    tell(f"wrote {path}")


def _keep(path: Path, text: str) -> None:
    tell(f"kept  {path} (it exists)")
    shared = path.name in (_HOOK[0], _JOBS["gitlab"][0]) and path.is_file()
    if shared and "stancelint" not in path.read_text("utf-8", errors="replace"):
        tell("      add to it:")
        wanted = [line for line in text.splitlines() if line and not line.startswith(("#", "repos:"))]
        tell("\n".join(f"      {line}" for line in wanted))
