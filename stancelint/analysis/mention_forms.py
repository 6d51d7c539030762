"""The forms in which a draft names whoever stands behind a count, as patterns; each puts the name into its first group.

All are linear: no quantifier stands in another, and each runs over one sentence at most.
"""

from __future__ import annotations

import re
from functools import cache


@cache
def citing() -> re.Pattern[str]:
    return re.compile(r"\bciting (?:(?:data|figures|information|reports?|statements?) (?:from|by|of) )?([^,.;:()\n]{2,60})")


@cache
def separately() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[.!?] )|(?<=\n)|[,;]|\baccording to)\s*([^,;\s][^,;]{1,60}),? and,? (?:separately|independently),? $")


@cache
def and_separately() -> re.Pattern[str]:
    return re.compile(r"(?:,? and)?,? (?:separately|independently),? ([^,.;:()\n]{2,60})")


@cache
def colon_head() -> re.Pattern[str]:
    return re.compile(r"([^:,;.!?\n]{2,60}):\s")


@cache
def drawn_from() -> re.Pattern[str]:
    paper = r"(?:bulletin|report|statement|data|figures|update|tally|list|records|count|note)s?"
    cited = rf"[^,;:.]{{1,40}}?\b(?:from|using|based on) (?:the |a |an )?(?:\w+ )?{paper} (?:of|by|from) (?:the )?"
    return re.compile(cited + r"([^,.;:()\n]{2,80}?)(?= that\b|[,.;:()\n]|$)")


@cache
def by_count() -> re.Pattern[str]:
    return re.compile(r"\bby (?:the )?([^,.;:()\n]{2,60}?)['’]s? (?:own )?(?:count|tally|reckoning|list|figures|estimate|data)\b")


@cache
def and_by() -> re.Pattern[str]:
    return re.compile(r"\band by (?:the )?([^,.;:()\n]{2,60}?)(?:['’]s?)?(?=[.,;]|$)")


@cache
def opening() -> re.Pattern[str]:
    return re.compile(r"(?:^|[.!?]\s|\n)([^.!?\n]+)[.!?]?\s*$")


@cache
def words() -> re.Pattern[str]:
    return re.compile(r"[^\s,;:]+")


_RECORDING = (
    "recorded|documented|counted|counts|tallied|registered|verified|identified|puts?|estimates?|estimated|logged|listed|accuse[sd]?|blame[sd]?|"
    "claim(?:s|ed)?|raise[sd]?|lower(?:s|ed)|revise[sd]?|updated?|updates|"
    "the names of|st(?:ood|ands) at|"
    "announced|announces|confirms?|confirmed|reports?|reported|sa(?:id|ys?)|state[sd]|shows?|told [^,;:]{2,40}"
)


@cache
def recording() -> re.Pattern[str]:
    subject = r"(?:^|(?<=[,;:.—–] )|(?<=\band )|(?<=\bwhile )|(?<=\bas ))([^\W\d_][^,;:()\n]{1,70}?)"
    aside = r"(?:,[^,;:()\n]{2,60},)?"
    return re.compile(rf"{subject}{aside},? (?:has |have |had |also |later |separately )*({_RECORDING})\b", re.I | re.M)


_SAID = r"(?:sa(?:id|ys?)|report(?:ed|s)?|announced|confirmed|wrote|stated|told [^,;:]{2,40})"


@cache
def beside() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[,;:.] )|(?<=\n))([^,;:.\n]{2,60}) and $")


@cache
def reported() -> re.Pattern[str]:
    return re.compile(rf", ([^,;:()\n]{{2,80}}?) (?:has |have )?{_SAID}\b[^,;]{{0,60}}[.]?[\"”]?$", re.I)


@cache
def reported_by() -> re.Pattern[str]:
    return re.compile(rf",? (?:according to|(?<=, )(?:as )?per|{_SAID}) ([^,;:()\n]{{2,80}}?)[.]?[\"”]?$", re.I)


@cache
def papers() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reports?|statements?|figures|data|tally|count) (?:from|by|released by|published by|compiled by) (?:the )?"
        r"([^\W\d_][^,;:()\n]{2,60}?)(?: (?:during|on|in|this|last|over) [^,;:]{2,30})? "
        r"(?:said|says|showed|shows?|put|puts|gave|gives|recorded|listed)\b",
        re.I,
    )


@cache
def dash_tail() -> re.Pattern[str]:
    return re.compile(r"\s[—–-]\s([^—–,;:.?!()\n]{2,60})[.]?(?:\s\([^()\n]*\))?[.]?$")


@cache
def bracket() -> re.Pattern[str]:
    return re.compile(r"\s?[.]?\s?\(([^()\n]{2,120})(?:\)|$)")


@cache
def bracket_at_end() -> re.Pattern[str]:
    return re.compile(r"\(([^()\n]{2,120})\)[.!]?$")


@cache
def pieces() -> re.Pattern[str]:
    return re.compile(r"[^,;]+")
