"""``stancelint completion``: the lines that teach a shell to complete commands, options and rules."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(_SHELLS))
def command(shell: str) -> int:
    """Print the completion script of a shell.

    \b
    Examples:
      eval "$(stancelint completion bash)"      in ~/.bashrc
      eval "$(stancelint completion zsh)"       in ~/.zshrc, after compinit
      stancelint completion fish > ~/.config/fish/completions/stancelint.fish
    """
    from stancelint.cli.app import app

    kind = get_completion_class(shell)
    assert kind is not None, "click completes all three"
    source = kind(app, {}, "stancelint", "_STANCELINT_COMPLETE")
    # as `source()` does, but for its look at the bash that happens to stand on the path of whoever prints the script
    click.echo(source.source_template % source.source_vars())
    return 0
