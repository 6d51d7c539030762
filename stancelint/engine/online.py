"""The links of a run's drafts, asked before the drafts are judged, so that a link that many drafts list is asked once.

Loaded only where a run is told to go online.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from stancelint.analysis.answers import Answer
from stancelint.analysis.days import Days
from stancelint.analysis.link_faults import link_faults
from stancelint.analysis.link_lexicon import LinkLexicon
from stancelint.engine.draft import read_draft
from stancelint.engine.online_exchange import Manner
from stancelint.engine.online_kept import keep_answer, kept_answer
from stancelint.engine.online_queue import ask_many
from stancelint.errors import DraftError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stancelint.analysis.reading import Reading
    from stancelint.engine.desk import Desk, RunOptions
    from stancelint.engine.walk import Found

Ask = Callable[[list[str], Manner], dict[str, Answer]]
MANNER = Manner()


def answers_for(found: list[Found], desk: Desk, options: RunOptions) -> dict[str, Answer]:
    """The answer of every listed link of the drafts, by the address as it is written.

    A draft that cannot be read lists nothing here; judging it says why. Raises the errors of a policy or a rule.
    """
    urls: dict[str, None] = {}
    for item in found:
        linter = desk.linter_for(Path(item.path))
        try:
            reading = read_draft(item.path, options.stdin if item.piped else None, linter, options)
        except DraftError:
            continue
        urls.update(dict.fromkeys(worth_asking(reading)))
    return answered(urls, MANNER, keep=options.result_cache)


def worth_asking(reading: Reading) -> list[str]:
    """The listed addresses that can be real on their face; those that cannot have their finding already."""
    lexicon = reading.knowledge.lexicon(LinkLexicon)
    listed = dict.fromkeys(entry.url for entry in reading.provenance if entry.url and entry.normal)
    days = Days(None, None, reading.terms.sections.provenance.link_max_age_days)
    return [url for url in listed if not any(f.kind != "shortened" for f in link_faults(url, lexicon, reading.registry, days))]


def answered(urls: Iterable[str], manner: Manner, *, keep: bool, ask: Ask = ask_many) -> dict[str, Answer]:
    """The answers of the addresses: those kept from the last time where they are young, the others asked now."""
    by_item: dict[str, list[str]] = {}
    for url in urls:
        by_item.setdefault(url.partition("#")[0].strip(), []).append(url)
    answers = {item: kept for item in by_item if keep and (kept := kept_answer(item))}
    fresh = ask([item for item in by_item if item not in answers], manner)
    for item, answer in fresh.items():
        if keep:
            keep_answer(item, answer)
    answers.update(fresh)
    return {url: answers[item] for item, written in by_item.items() for url in written}
