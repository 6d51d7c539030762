"""The group of commands, and the one place where errors become words and exit statuses."""

from __future__ import annotations

import io
from importlib import import_module
from typing import Any

import click

from stancelint.cli.outcome import closed, concluded, say
from stancelint.version import VERSION

# name, and the line that the list of commands shows: known without loading the command
COMMANDS = {
    "check": "Check drafts against the policy.",
    "inspect": "Show what the tool sees in a draft, without judging it.",
    "explain": "Show one rule: what, why, the clause, examples, what clears it.",
    "rules": "List the rules and their state under this policy.",
    "test": "Run the examples that rules carry.",
    "init": "Write a policy, a hook entry and a CI job into a repository.",
    "sources": "Look a source up in the registry.",
    "baseline": "Accept today's findings, so that a gate fails on new ones alone.",
    "waivers": "Print the ledger of waivers.",
    "schema": "Print a JSON Schema.",
    "clean": "Remove the caches.",
    "completion": "Print the completion script of a shell.",
}


class StoppedError(Exception):
    """Ctrl-C, on its way past click."""


class Commands(click.Group):
    """A group that imports a command when it is called, so that `check` never pays for `init`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"stancelint.cli.{name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest spelling for a command that does not exist."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            from stancelint.rulebook.convert import nearest

            meant = nearest(args[0], COMMANDS)
            raise click.UsageError(f"No such command “{args[0]}”." + (f" Did you mean “{meant}”?" if meant else ""), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does, but Ctrl-C and a reader who has left are heard by us: click would print a blank line and exit 1."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise StoppedError from None
        except BrokenPipeError:
            closed()
            return 0

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, none of them imported."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, "-V", "--version", message="stancelint %(version)s")
def app() -> None:
    """Hold drafts against the publication's stated policy.

    \b
    Examples:
      stancelint check drafts/                  every draft in a folder
      stancelint explain casualty/unattributed  what a rule wants, and why
      stancelint init                           a policy, a hook and a CI job
    """


def run(arguments: list[str]) -> int:
    """Run the command line; the exit status: 0 clean, 1 findings, 2 something could not be done, 3 a bug of ours."""
    return concluded(lambda: _run(arguments), debug="--debug" in arguments)


def _run(arguments: list[str]) -> int:
    try:
        status = app.main(arguments, "stancelint", standalone_mode=False)
    except (click.exceptions.Abort, StoppedError):
        raise KeyboardInterrupt from None
    except click.ClickException as problem:
        said = io.StringIO()
        problem.show(said)
        return say(said.getvalue().rstrip("\n"), 2)
    return status if isinstance(status, int) else 0
