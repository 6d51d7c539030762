"""A command whose help shows its options in groups, because nobody reads twenty-six in a row."""

from __future__ import annotations

from typing import Any

import click

Groups = dict[str, tuple[str, ...]]
_COLUMN = 22  # the same in every group, so that the eye runs down one edge


class GroupedCommand(click.Command):
    """A command with ``groups``: titles, and the options that stand under each, by their long form. The rest come last."""

    def __init__(self, *arguments: Any, groups: Groups, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._groups = groups

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their titles, in the order in which the groups name them."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = {param.opts[-1]: record for param in options if (record := param.get_help_record(ctx))}
        named = {name for names in self._groups.values() for name in names}
        rest = tuple(name for name in records if name not in named)
        for title, names in {**self._groups, "Other": rest}.items():
            shown = [records[name] for name in names if name in records]
            if shown:
                with formatter.section(title):
                    formatter.write_dl([(term.ljust(_COLUMN), text) for term, text in shown])
