"""Web addresses taken apart, so that two spellings of one item are seen to be one.

Nothing here opens a connection: all is judged on the address's face.
"""

from __future__ import annotations

from functools import lru_cache

from stancelint.text.patterns import lazy
from stancelint.text.value import Value

LONGEST = 8_192  # an address that no browser or server would take; beyond it nothing is parsed

_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.-]{0,20}):(?://)?")
_DEFAULT_PORTS = {"80", "443"}


class Address(Value):
    """A web address in its parts. ``host`` is in lower case, in Unicode, without ``www.``; ``path`` keeps its case.

    ``user`` holds credentials that stand before an ``@``; ``port`` one that is not the scheme's own."""

    scheme: str
    host: str
    path: str
    query: str
    fragment: str
    user: str = ""
    port: str = ""

    @property
    def steps(self) -> list[str]:
        """The path's parts, empty ones left out."""
        return [part for part in self.path.split("/") if part]


@lru_cache(maxsize=4096)
def parse(url: str) -> Address | None:
    """The parts of ``url``, or None where it names no host (a mail address, a bare word, nothing)."""
    url = url.strip()
    if not url or len(url) > LONGEST:
        return None
    scheme, rest = "", url
    match = _SCHEME.match(url)
    if match and url[match.end() - 2 : match.end()] == "//":
        scheme, rest = match[1].lower(), url[match.end() :]
    elif url.startswith("//"):
        rest = url[2:]
    elif match and match[1].lower() in {"mailto", "tel", "javascript", "data", "file", "tg", "urn", "doi"}:
        return None
    rest, _, fragment = rest.partition("#")
    rest, _, query = rest.partition("?")
    authority, slash, path = rest.replace("\\", "/").partition("/")
    user, at, place = authority.rpartition("@")
    host, port = _host_and_port(place)
    if not host or any(ch.isspace() for ch in host) or (not scheme and "." not in host):
        return None
    return Address(scheme, host, slash + path, query, fragment, user if at else "", port)


def _host_and_port(place: str) -> tuple[str, str]:
    if place.startswith("["):
        inside, _, after = place[1:].partition("]")
        return f"[{inside.lower()}]", after.lstrip(":")
    host, _, port = place.partition(":")
    host = plain_host(host)
    return host, "" if port in _DEFAULT_PORTS else port


def plain_host(host: str) -> str:
    """A host name in lower case and Unicode, without ``www.`` and the closing dot."""
    host = host.replace("\u0130", "i").lower().strip(".")
    if "xn--" in host:
        host = ".".join(_unicode_label(label) for label in host.split("."))
    if host.startswith("www.") and host.count(".") > 1:
        host = host[4:]
    return host


def _unicode_label(label: str) -> str:
    if not label.startswith("xn--") or len(label) > 63:
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError):
        return label
