"""What is wrong with a link on its face: it cannot be real, it names no item, or it hides where it goes.

Judged offline. A fault is a kind and a sentence for an editor; which rule reports it is the check's business.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date

from stancelint.analysis.days import Days
from stancelint.analysis.link_lexicon import LinkLexicon
from stancelint.analysis.link_normal import service, telling_query, unwrapped
from stancelint.analysis.links import LONGEST, Address, parse
from stancelint.analysis.platform_links import platform_fault
from stancelint.text.patterns import lazy
from stancelint.text.value import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from stancelint.analysis.registry import Registry

    FaultKind = Literal["not-a-link", "implausible", "shortened"]


_PATH_DATE = lazy(r"(?<!\d)(20\d\d)([-/])(\d{2})\2(\d{2})(?!\d)")
_IPV4 = lazy(r"\d{1,3}(?:\.\d{1,3}){3}\Z")
_NUMBER_HOST = lazy(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}\Z")
_HOST_LABEL = lazy(r"[^\W_](?:[\w-]{0,61}[^\W_])?\Z")
_LOOKALIKES = str.maketrans("асеорхуіјѕԁһӏɡоԛԝвмнтк0", "aceopxyijsdhlgoqwbmhtko")
_ANY_AGE = 100_000  # days
_DIGITS_FOR_LETTERS = str.maketrans("01", "ol")
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class Fault(Value):
    """One thing wrong with an address: its kind, and what an editor should know."""

    kind: FaultKind
    said: str


def link_faults(url: str, lexicon: LinkLexicon, registry: Registry, days: Days) -> Iterator[Fault]:
    """What is wrong with ``url``, the gravest first."""
    hidden = next((ch for ch in url[: LONGEST * 2] if unicodedata.category(ch) in _INVISIBLE), None)
    if hidden is not None:
        yield Fault(
            "implausible", f"it holds a character that does not show (U+{ord(hidden):04X}), so that it does not lead where it seems to"
        )
        return
    if len(url) > LONGEST:
        yield Fault("not-a-link", f"it is {len(url):,} characters long, which no browser or server takes")
        return
    address = parse(url)
    problem = _no_link(url, address)
    if address is None or problem:
        yield Fault("not-a-link", problem or "it is no web address")
        return
    host = service(address.host, lexicon)
    if host in lexicon.shorteners:
        yield Fault("shortened", f"{host} hides where it leads, and may lead elsewhere tomorrow")
        return
    inner = unwrapped(address, lexicon)
    host = service(inner.host, lexicon)
    said = _unreal_host(inner, host, lexicon, registry)
    said = (
        said
        or _look_alike(host, lexicon, registry)
        or platform_fault(host, inner, days)
        or _no_item(host, inner, lexicon)
        or _path_date(inner, days, lexicon)
    )
    if said:
        yield Fault("implausible", said)


def _no_link(url: str, address: Address | None) -> str | None:
    if address is None:
        scheme, colon, _ = url.partition(":")
        if colon and scheme.isalpha() and scheme.lower() not in ("http", "https"):
            return f"{scheme.lower()}: is not http or https"
        return "it is no web address"
    if address.scheme and address.scheme not in ("http", "https"):
        return f"{address.scheme}:// is not http or https"
    if not address.scheme:
        return "it has no http:// or https://"
    if address.host.startswith("["):
        return None
    labels = address.host.split(".")
    if len(address.host) > 253 or not all(_HOST_LABEL.match(label) for label in labels):
        return f"“{address.host[:60]}” cannot be the name of a host"
    return None


def _unreal_host(address: Address, host: str, lexicon: LinkLexicon, registry: Registry) -> str | None:
    if address.user:
        return f"what stands before the @ is a user name; the link goes to {host}"
    if host.startswith("[") or _IPV4.match(host) or _NUMBER_HOST.match(host):
        return f"{host} is {'a private address' if _private(host) else 'a bare number, not the name of a site'}"
    if host in lexicon.reserved or any(host == end or host.endswith("." + end) for end in (*lexicon.reserved, *lexicon.reserved_endings)):
        return f"{host} is a placeholder or a private name that no reader can reach"
    if "." not in host:
        return f"“{host}” is not the full name of a site"
    return None


def _private(host: str) -> bool:
    if host.startswith("["):
        inside = host[1:-1]
        return inside in ("::", "::1") or inside.startswith(("fc", "fd", "fe8", "fe9", "fea", "feb"))
    if not _IPV4.match(host):
        return False
    first, second, *_ = (int(part) for part in host.split("."))
    return (
        first in (0, 10, 127)
        or (first, second) in ((192, 168), (169, 254))
        or (first == 172 and 16 <= second <= 31)
        or (first == 100 and 64 <= second <= 127)
    )


def _look_alike(host: str, lexicon: LinkLexicon, registry: Registry) -> str | None:
    if not host.isascii():
        plain = host.translate(_LOOKALIKES)
        if plain != host and registry.by_host(plain) is not None:
            return f"{host} is written with letters of another script to look like {plain}"
        for label in host.split("."):
            scripts = {unicodedata.name(ch, "?").split()[0] for ch in label if ch.isalpha()}
            if len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1:
                return f"{host} mixes letters of two scripts in one word"
        return None
    labels = host.split(".")
    if len(labels) >= 2 and labels[-1] in lexicon.clone_endings:
        outlet = registry.by_brand(labels[-2])
        owner = registry.by_host(host)
        if outlet is not None and (owner is None or owner.id != outlet.id):
            return f"{host} is not {outlet.name}'s site ({outlet.domains[0]}); copies of newspapers are set up under such names"
    digits = host.translate(_DIGITS_FOR_LETTERS)
    if digits != host and registry.by_host(host) is None and registry.by_host(digits) is not None:
        return f"{host} looks like {digits} and is not it"
    return None


def _no_item(host: str, address: Address, lexicon: LinkLexicon) -> str | None:
    steps = [step.casefold() for step in address.steps]
    if telling_query(address.query, lexicon):
        return None
    if not steps:
        return f"it is the home page of {host}, not an item"
    if all(step in lexicon.sections for step in steps):
        return f"/{'/'.join(steps)} is a front page of {host}, not an item"
    if len(steps) <= 3 and any(step in lexicon.listings for step in steps[:-1]) and not any(ch.isdigit() for ch in steps[-1]):
        return f"/{'/'.join(steps)} is a list of items on {host}, not an item"
    return None


def _path_date(address: Address, days: Days, lexicon: LinkLexicon) -> str | None:
    for match in _PATH_DATE.finditer(address.path):
        try:
            dated = date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            return f"it is dated {match[0]}, which no calendar has"
        if not lexicon.announced.isdisjoint(step.casefold() for step in address.steps):
            continue  # a concert, a hearing: announced before its day
        said = Days(days.first, days.latest, _ANY_AGE).against(dated)  # an old report is background, not a slip
        if said:
            return f"it is dated {dated.isoformat()}, {said}"
    return None
