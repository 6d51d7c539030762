"""The forms in which a draft names whoever stands behind a count, as patterns; each puts the name into its first group.

All are linear: no quantifier stands in another, and each runs over one sentence at most.
"""

from __future__ import annotations

import re
from functools import cache

from stancelint.text.patterns import lazy

CITING = lazy(r"\bciting (?:(?:data|figures|information|reports?|statements?) (?:from|by|of) )?([^,.;:()\n]{2,60})", re.I)
SEPARATELY = lazy(r"(?:^|(?<=[.!?] )|(?<=\n)|[,;]|\baccording to)\s*([^,;\s][^,;]{1,60}),? and,? (?:separately|independently),? $", re.I)
AND_SEPARATELY = lazy(r"(?:,? and)?,? (?:separately|independently),? ([^,.;:()\n]{2,60})", re.I)
COLON_HEAD = lazy(r"([^:,;.!?\n]{2,60}):\s")


@cache
def drawn_from() -> re.Pattern[str]:
    paper = r"(?:bulletin|report|statement|data|figures|update|tally|list|records|count|note)s?"
    cited = rf"[^,;:.]{{1,40}}?\b(?:from|using|based on) (?:the |a |an )?(?:\w+ )?{paper} (?:of|by|from) (?:the )?"
    return lazy(cited + r"([^,.;:()\n]{2,80}?)(?= that\b|[,.;:()\n]|$)")


BY_COUNT = lazy(r"\bby (?:the )?([^,.;:()\n]{2,60}?)['’]s? (?:own )?(?:count|tally|reckoning|list|figures|estimate|data)\b", re.I)
AND_BY = lazy(r"\band by (?:the )?([^,.;:()\n]{2,60}?)(?:['’]s?)?(?=[.,;]|$)", re.I)
OPENING = lazy(r"(?:^|[.!?]\s|\n)([^.!?\n]+)[.!?]?\s*$")
WORDS = lazy(r"[^\s,;:]+")
_RECORDING = (
    "recorded|documented|counted|counts|tallied|registered|verified|identified|puts?|estimates?|estimated|logged|listed|accuse[sd]?|blame[sd]?|"
    "claim(?:s|ed)?|raise[sd]?|lower(?:s|ed)|revise[sd]?|updated?|updates|"
    "wrote of|writes of|spoke of|speaks of|the names of|st(?:ood|ands) at|"
    "announced|announces|confirms?|confirmed|reports?|reported|sa(?:id|ys?)|state[sd]|shows?|told [^,;:]{2,40}"
)


@cache
def recording() -> re.Pattern[str]:
    subject = r"(?:^|(?<=[,;:.—–] )|(?<=\band )|(?<=\bwhile )|(?<=\bas ))([^\W\d_][^,;:()\n]{1,70}?)"
    aside = r"(?:,[^,;:()\n]{2,60},)?"
    return lazy(rf"{subject}{aside},? (?:has |have |had |also |later |separately |both |each |jointly )*({_RECORDING})\b", re.I | re.M)


_SAID = (
    r"(?:sa(?:id|ys?)|report(?:ed|s)?|announced|confirmed|wrote|stated|calculated|reckoned|reckons|counted|tallied|estimated|estimates|"
    r"concluded|told [^,;:]{2,40})"
)
BESIDE = lazy(r"(?:^|(?<=[,;:.] )|(?<=\n))([^,;:.\n]{2,60}) and $", re.I)
REPORTED = lazy(rf", ([^,;:()\n]{{2,80}}?) (?:has |have )?{_SAID}\b[^,;]{{0,60}}[.]?[\"”]?$", re.I)
REPORTED_BY = lazy(rf",? (?:according to|(?<=, )(?:as )?per|{_SAID}) ([^,;:()\n]{{2,80}}?)[.]?[\"”]?$", re.I)
PAPERS = lazy(
    r"\b(?:reports?|statements?|figures|data|tally|count) (?:from|by|released by|published by|compiled by) (?:the )?"
    r"([^\W\d_][^,;:()\n]{2,60}?)(?: (?:during|on|in|this|last|over) [^,;:]{2,30})? "
    r"(?:said|says|showed|shows?|put|puts|gave|gives|recorded|listed)\b",
    re.I,
)
_DATELINE = r"(?:\s[A-Z]{3,}(?:[ -][A-Z]{2,})*,\s[A-Z][a-z]+\s\d{1,2})?"
DASH_TAIL = lazy(rf"\s[—–-]\s([^—–,;:.?!()\n]{{2,60}}?){_DATELINE}[.]?(?:\s\([^()\n]*\))?[.]?$")
COLON_TAIL = lazy(r":\s([^:,;.?!()\n]{2,50})[.]?$")
TOGETHER_WITH = lazy(
    r",? (?:together|along|jointly|in partnership|in cooperation) with (?:the )?"
    r"([^,.;:()\n]{2,60}?)(?: and [^,;.]{2,40})?(?=,)",
    re.I,
)
QUOTED_AS_SAYING = lazy(
    r", [^,;:()\n]{2,60}? (?:quoted|cited|quotes|cites) (?:the )?([^,;:()\n]{2,80}?) as (?:saying|telling|reporting)\b", re.I
)
COUNT_OF = lazy(r"\b(?:by|in) the (?:count|reckoning|tally|estimate|figures|records|lists?) of (?:the )?([^,.;:()\n]{2,80})", re.I)
BY_AN_ESTIMATE = lazy(r"\b[Bb]y an? ([^,.;:()\n]{2,40}?) (?:estimate|count|tally|reckoning)\b", re.I)
GOING_BY = lazy(
    r"\b(?:going by|based on|drawing on|judging by|on the basis of)\b[^;.]{0,80}? (?:that|which) (?:the )?([^,.;:()\n]{2,60}?) "
    r"(?:gather|collect|keep|kept|compile|publish|maintain|list)(?:s|es|d|ed)?\b",
    re.I,
)
_GIVEN = "(?:given|compiled|collected|gathered|published|released|tallied|supplied|provided|announced|issued|kept)"
GIVEN_BY = lazy(
    r"\b(?:as|(?:toll|figures?|numbers?|count|tally|data|list|records|estimates?),?(?: \w+)?) "
    rf"{_GIVEN} by (?:the )?([^,.;:()\n]{{2,60}})",
    re.I,
)
BRACKET = lazy(r"\s?[.,;]?\s?\(([^()\n]{2,120})(?:\)|$)")
CLOSING_BRACKETS = lazy(r"[.!?][\"”]?((?:[,;]?\s?\([^()\n]{2,120}\)[.,;]?){1,6})\s*$")
BRACKET_AT_END = lazy(r"\(([^()\n]{2,120})\)[.!]?$")
PIECES = lazy(r"[^,;]+")
JOINT = lazy(r" and ", re.I)
CAPITALS_JOINED = lazy(r"\b[A-Z]\w+ and [A-Z]")
CLAUSE_PIECES = lazy(r"[^,;:\s][^,;:]*")
