"""The forms in which a draft names whoever stands behind a count, as patterns; each puts the name into its first group.

All are linear: no quantifier stands in another, and each runs over one sentence at most.
"""

from __future__ import annotations

import re
from functools import cache

from stancelint.text.patterns import lazy

CITING = lazy(r"\bciting (?:(?:data|figures|information|reports?|statements?) (?:from|by|of) )?([^,.;:()\n]{2,60})", re.I)
BEFORE_CITING = lazy(r"(?:,? | (?:has |have )?(?:reported|said|wrote),? )?")
SEPARATELY = lazy(r"(?:^|(?<=[.!?] )|(?<=\n)|[,;]|\baccording to)\s*([^,;\s][^,;]{1,60}),? and,? (?:separately|independently),? $", re.I)
AND_SEPARATELY = lazy(r"(?:,? and)?,? (?:separately|independently),? ([^,.;:()\n]{2,60})", re.I)
COLON_HEAD = lazy(r"([^:,;.!?\n]{2,60}):\s")


@cache
def drawn_from() -> re.Pattern[str]:
    paper = r"(?:bulletin|report|statement|data|figures|update|tally|list|records|count|note)s?"
    cited = rf"[^,;:.]{{1,40}}?\b(?:from|using|based on) (?:the |a |an )?(?:\w+ )?{paper} (?:of|by|from) (?:the )?"
    return lazy(cited + r"([^,.;:()\n]{2,80}?)(?= that\b|[,.;:()\n]|$)")


BY_COUNT = lazy(
    r"\b(?:by|on|in) (?:the )?([^,.;:()\n]{2,60}?)['’]s? (?:own )?(?:count|tally|reckoning|list|figures|estimate|data|words)\b", re.I
)
AND_BY = lazy(r"\band (?:by|on|in) (?:that of )?(?:the )?([^,.;:()\n]{2,60}?)(?:['’]s?)?(?=[.,;]|$)", re.I)
BY_HIS_COUNT = lazy(r"\b(?:by|on) (his|her|its|their|both) (?:own )?(?:count|tally|reckoning|list|figures|estimate|data)s?\b", re.I)
_FIGURE = r"(?:figure|number|count|toll|total|tally|list|register)s?"
_KEEPS = r"(?:is|are|was|were|has|have|had|st(?:and|ood|ands) at|shows?|showed|gives?|gave|reach(?:es|ed)?|c(?:omes?|ame) to)"
OWN_FIGURE = lazy(
    rf"(?:^|(?<=[,;:.—–] )|(?<=\n)|(?<=\band ))(?:the )?([^,.;:()\n]{{2,60}}?)['’]s? (?:\w+ )?{_FIGURE}"
    rf"(?: and (?:the )?[^,.;:()\n]{{2,40}}['’]s?)?(?: \w+| (?:for|of) [^,.;:()\n]{{2,40}}?)? {_KEEPS}\b",
    re.I,
)
HIS_FIGURE = lazy(rf"(?:^|(?<=\s))(its|his|her|their) (?:\w+ )?{_FIGURE}(?: (?:for|of) [^,.;:()\n]{{2,40}}?)? {_KEEPS}\b", re.I)
AND_OWN = lazy(r"\band (?:the )?([^,.;:()\n]{2,40}?)['’]s?(?= )", re.I)
TIME_BEFORE = lazy(
    r"(?:(?:on|for|in|at|by|since|until|after|during|from)\s(?:[\w:.-]+\s){1,4}?|(?:that|this|each|every|last|the next|the same)\s\w+\s"
    r"|an?\s\w+\s(?:later|earlier|before)\s|(?:then|later|earlier|today|yesterday|overnight)\s)"
    r"(?=(?:its|his|her|their|the|it|he|she|they)\s|(?:it|he|she|they)$)",
    re.I,
)
OPENING = lazy(r"(?:^|[.!?]\s|\n)([^.!?\n]+)[.!?]?\s*$")
WORDS = lazy(r"[^\s,;:]+")
_RECORDING = (
    "recorded|documented|counted|counts|tallied|registered|verified|identified|puts?|estimates?|estimated|logged|listed|accuse[sd]?|blame[sd]?|"
    "claim(?:s|ed)?(?! responsibility| credit|(?: [^ ,;.]+){1,4} lives)|raise[sd]?|lower(?:s|ed)|revise[sd]?|updated?|updates|"
    # a number stands between: `it has killed nine` is a deed
    "ha(?:s|d) (?=(?:at least |about |some |more than )?(?!(?:also|already|now|since|still|never|not|only|so|\\w+ly)\\b)[\\w,.]+ (?:\\w+ )?"
    "(?:dead|killed)\\b)|"
    "wrote of|writes of|spoke of|speaks of|agree on|agrees on|agreed on|made it|"
    "g(?:ave|ives?) (?:the (?:death )?toll as|(?=[^,;:.]{2,70} as )(?:the|its|their|ukrain\\w+|russia\\w*|kyiv's|moscow's))|"
    "sets? (?=the (?:number|toll|dead|death toll)\\b)|ha(?:d|s) the (?:number|toll|dead) at|the names of|st(?:ood|ands) at|"
    "announced|announces|confirms?|confirmed|reports?|reported|sa(?:id|ys?)|state[sd]|shows?|told [^,;:]{2,40}"
)


_SETTING = lazy(r"(?:in|since|during|over|by|until|on|at|across|within|from|after)\s[^,;:.()\n]{2,40}?\s(?=the\s)", re.I)


def past_setting(text: str, start: int, end: int) -> int:
    """Where the subject begins in `In Kherson region alone the mission verified …`, behind its time and place."""
    match = _SETTING.match(text, start, end)
    return match.end() if match is not None else start


@cache
def recording() -> re.Pattern[str]:
    subject = r"(?:^|(?<=[,;:.—–] )|(?<=\band )|(?<=\bwhile )|(?<=\bas ))([^\W\d_][^,;:()\n]{1,70}?)"
    aside = r"(?:,[^,;:()\n]{2,60},)?"
    return lazy(rf"{subject}{aside},? (?:has |have |had |also |later |separately |both |each |jointly )*({_RECORDING})\b", re.I | re.M)


_SAID = (
    r"(?:agreed?|sa(?:id|ys?)|report(?:ed|s)?|announced|confirmed|wrote|stated|calculated|reckoned|reckons|counted|tallied|estimated|estimates|"
    r"concluded|told [^,;:]{2,40})"
)


@cache
def figure_of() -> re.Pattern[str]:
    figure = r"(?:figure|number|count|toll|total|tally|numbers|figures)"
    given = r"(?:given|reported|counted|recorded|confirmed|published|put out)"
    name = r"(?:the )?([^,;:()\n]{2,60}?)"
    whose = rf"(?:the|that|this|both|these) {figure}s? (?:is|are|was|were|comes?|came) (?:from )?{name}(?:['’]s?)?(?=[.,;]|$)"
    his = rf"(?:that|this|it) (?:is|was) {name}['’]s? (?:\w+ )?{figure}\b"
    same = rf"the same (?:two |three )?{figure}s? (?:is|are|was|were|has been|have been) (?:also |later )?{given} by {name}(?=[.,;]|$)"
    also = rf"\w+ (?:is|was) also the {figure} (?:of|given by) {name}(?=[.,;]|$)"
    what = rf"(?:that|this) is (?:what|how many) {name} (?:sa(?:ys|id)|ha[sd]|gives?|gave|count(?:s|ed)|reports?|reported)\b"
    return lazy(rf"(?:{whose}|{his}|{same}|{also}|{what})", re.I)


BESIDE = lazy(r"(?:^|(?<=[,;:.] )|(?<=\n))([^,;:.\n]{2,60}) and $", re.I)
REPORTED = lazy(rf", ([^,;:()\n]{{2,80}}?) (?:has |have )?{_SAID}\b[^,;]{{0,60}}[.]?[\"”]?$", re.I)
REPORTED_BY = lazy(rf",? (?:according to|(?<=, )(?:as )?per|{_SAID}) ([^,;:()\n]{{2,80}}?)[.]?[\"”]?$", re.I)
PAPERS = lazy(
    r"\b(?:reports?|statements?|figures|data|tally|count) "
    r"(?:from|by|(?:released|published|compiled|kept|made|held|maintained|drawn up) by) (?:the )?"
    r"([^\W\d_][^,;:()\n]{2,60}?)(?: (?:during|on|in|this|last|over) [^,;:]{2,30})? "
    r"(?:said|says|showed|shows?|put|puts|gave|gives|recorded|listed|found|finds|has|had|reached|st(?:ands|ood) at|c(?:omes?|ame) to)\b",
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
PUT_BY = lazy(
    r"\b(?:is|was|were|been|being) (?:\w+ )?(?:put|set|given|revised|raised|lowered|corrected) (?:at|as|to) [^,;:.]{1,40}? by (?:the )?"
    r"([^,.;:()\n]{2,60})",
    re.I,
)
SAW_IT = lazy(r", ([^,;:()\n]{2,80}?) (?:saw|counted|found|observed|noted)(?=[,.;]|$)", re.I)
BESIDE_NAMED = lazy(r", ([^,;:.\n]{2,60}, [A-Z][^,;:.\n]{2,40}),? and $")
BRACKET = lazy(r"\s?[.,;]?\s?\(([^()\n]{2,120})(?:\)|$)")
CLOSING_BRACKETS = lazy(r"[.!?][\"”]?((?:[,;]?\s?\([^()\n]{2,120}\)[.,;]?){1,6})\s*$")
BRACKET_AT_END = lazy(r"\(([^()\n]{2,120})\)[.!]?$")
PIECES = lazy(r"[^,;]+")
HE_AND = lazy(r"\bboth (he|she|it) and $", re.I)
COUNTED_APART = lazy(
    r"[^.!?;\n]*?\b(?:separately|independently|in separate \w+|each in (?:its|their|his|her) own \w+|each on (?:its|their|his|her) own)\b",
    re.I,
)
JOINT = lazy(r" and ", re.I)
CAPITALS_JOINED = lazy(r"\b[A-Z]\w+ and [A-Z]")
FULL_NAME = lazy(r"(?:Mr|Mrs|Ms|Dr)?\.? ?(?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+$")
CLAUSE_PIECES = lazy(r"[^,;:\s][^,;:]*")
# behind the figure, and anywhere in its sentence; in the order in which they are tried
BEHIND = (QUOTED_AS_SAYING, REPORTED, SAW_IT, REPORTED_BY)
ANYWHERE = (PAPERS, COUNT_OF, BY_AN_ESTIMATE, GOING_BY, GIVEN_BY, PUT_BY)
