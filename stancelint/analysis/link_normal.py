"""One normal form for an item's address, so that the same post listed twice is seen twice."""

from __future__ import annotations

import re

from stancelint.analysis.link_lexicon import LinkLexicon
from stancelint.analysis.links import Address, parse, plain_host
from stancelint.text.patterns import lazy

_DEEPEST = 4  # wrappers inside wrappers that are looked through
_SLASHES = lazy(r"/{2,}")
_ESCAPE = lazy(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_STAMP = lazy(r"(?:\d{4}[\d.-]{0,16}(?:[a-z]{2}_)?|\*|newest|oldest|o|save)\Z")
_YOUTUBE_PATHS = frozenset({"shorts", "embed", "live", "v", "e"})


def normal(url: str, lexicon: LinkLexicon) -> str | None:
    """The normal form of ``url``: ``https://host/path?query``, or None where it is no web address.

    Gone are the scheme, ``www.`` and the telephone's host, tracking, the fragment, the closing slash, AMP, the case of a handle;
    archives and redirectors are looked through. Normalising twice changes nothing."""
    address = parse(url)
    if address is None or address.scheme not in ("", "http", "https"):
        return None
    address = unwrapped(address, lexicon)
    host = service(address.host, lexicon)
    if "[" in host and not (host.startswith("[") and host.endswith("]")):
        return None  # half a bracket: what would be written could not be read again
    special = _POSTS.get(host)
    if special is not None:
        item = special(address)
        if item is not None:
            return f"https://{_HOMES.get(host, host)}/{item}"
    path = _tidy_path(address.path)
    query = telling_query(address.query, lexicon)
    port = f":{address.port}" if address.port else ""
    return f"https://{host}{port}{path}" + (f"?{query}" if query else "")


def service(host: str, lexicon: LinkLexicon) -> str:
    """The host under which a service is known: ``twitter.com`` is ``x.com``, ``m.`` and ``amp.`` are the site itself."""
    for _ in range(_DEEPEST):
        known = lexicon.one_service.get(host)
        if known is None:
            labels = host.split(".")
            if len(labels) > 2 and labels[0] in lexicon.mobile_labels:
                known = ".".join(labels[1:])
            elif len(labels) > 3 and labels[1] in lexicon.mobile_labels:
                known = ".".join((labels[0], *labels[2:]))
            else:
                break
        host = plain_host(known)
    return host


def unwrapped(address: Address, lexicon: LinkLexicon) -> Address:
    """The address that an archive, an AMP cache or a redirector leads to; the address itself where it is none."""
    for _ in range(_DEEPEST):
        inner = _inside(address, lexicon)
        inside = parse(inner) if inner else None
        if inside is None or inside.scheme not in ("", "http", "https"):
            break
        address = inside
    return address


def _inside(address: Address, lexicon: LinkLexicon) -> str | None:
    host, path = address.host, _SLASHES.sub("/", address.path)
    if host in lexicon.archives:
        rest = path[4:].lstrip("/") if path.startswith("/web/") else path.lstrip("/")
        stamp, _, target = rest.partition("/")
        if _STAMP.match(stamp) and target:
            return _mended(target) + (f"?{address.query}" if address.query else "")
        return _mended(rest) if rest.startswith(("http:", "https:")) else None
    if host.endswith("cdn.ampproject.org") and path.startswith(("/c/", "/v/")):
        return path[3:].removeprefix("s/")
    if host == "google.com" and path.startswith("/amp/"):
        return path[5:].removeprefix("s/")
    if host == "t.me" and path in ("/iv", "/share/url"):
        return _parameter(address.query, "url")
    name = lexicon.wrappers.get(host)
    if name and path in ("/url", "/l.php", "/away.php", "/", ""):
        return _parameter(address.query, name)
    return None


def _mended(target: str) -> str:
    # one slash of the scheme is often lost inside a path
    return re.sub(r"\A(https?):/+", r"\1://", target.lstrip("/"))


def _parameter(query: str, wanted: str) -> str | None:
    for part in query.split("&"):
        name, _, value = part.partition("=")
        if name == wanted and value:
            return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), value) if value.isascii() else value
    return None


def _tidy_path(path: str) -> str:
    path = _ESCAPE.sub(_plain_escape, _SLASHES.sub("/", path))
    while True:
        shorter = path.rstrip("/")
        for ending in ("/amp", ".amp", "/index.html", "/index.php", "/index.htm"):
            shorter = shorter.removesuffix(ending)
        if shorter == path:
            return path
        path = shorter


def _plain_escape(escape: re.Match[str]) -> str:
    meant = chr(int(escape[1], 16))
    return meant if meant in _UNRESERVED else escape[0].upper()


def telling_query(query: str, lexicon: LinkLexicon) -> str:
    """What of a query says which item is meant: tracking left out, the rest in order."""
    kept = []
    for part in query.split("&"):
        name = part.partition("=")[0].casefold()
        if part and name not in lexicon.tracking and not name.startswith(lexicon.tracking_starts):
            kept.append(_ESCAPE.sub(_plain_escape, part))
    return "&".join(sorted(dict.fromkeys(kept)))


def _x_post(address: Address) -> str | None:
    steps = address.steps
    for at, step in enumerate(steps[:-1]):
        # the number alone names the post; any handle before it leads to the same one
        if step in ("status", "statuses") and steps[at + 1].isascii() and steps[at + 1].isdigit():
            return f"i/status/{steps[at + 1].lstrip('0') or '0'}"
    return None


def _telegram_post(address: Address) -> str | None:
    steps = [step for step in address.steps if step != "s"]
    if len(steps) >= 2 and steps[0] != "c" and steps[-1].isascii() and steps[-1].isdigit():
        return f"{steps[0].lower()}/{steps[-1].lstrip('0') or '0'}"
    return None


def _youtube_video(address: Address) -> str | None:
    steps = address.steps
    if address.host == "youtu.be":
        video: str | None = steps[0] if steps else None
    elif len(steps) >= 2 and steps[0] in _YOUTUBE_PATHS:
        video = steps[1]
    else:
        video = _parameter(address.query, "v") if steps == ["watch"] else None
    return f"watch?v={video}" if video and _plain(video) else None


def _plain(part: str) -> bool:
    return all(ch in _UNRESERVED for ch in part)


_HOMES = {"youtu.be": "youtube.com"}
_POSTS = {"x.com": _x_post, "t.me": _telegram_post, "youtube.com": _youtube_video, "youtu.be": _youtube_video}
