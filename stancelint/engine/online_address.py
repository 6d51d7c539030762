"""Which addresses may be asked: the public web alone, so that a draft cannot make its checker knock at doors inside the house."""

from __future__ import annotations

import ipaddress
from urllib.parse import quote, urljoin, urlsplit

from stancelint.text.value import Value

LONGEST = 8_192
_PORTS = {"http": 80, "https": 443}
_PATH = "/%:@!$&'()*+,;=~-._"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class NotAskedError(Exception):
    """An address that is not asked; the message says why, as the end of a sentence about it."""


class Target(Value):
    """An address as it is asked: ``host`` in ASCII, ``path`` with its query, percent-encoded, never with a fragment."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def authority(self) -> str:
        """The host as the request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def url(self) -> str:
        """The whole address."""
        return f"{self.scheme}://{self.authority}{self.path}"


def target_of(url: str) -> Target:
    """The address to ask for a link as a draft writes it. Raises ``NotAskedError``."""
    url = url.strip()
    if len(url) > LONGEST:
        raise NotAskedError("is too long to ask")
    if "://" not in url[:32]:
        url = f"https:{url}" if url.startswith("//") else f"https://{url}"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise NotAskedError("is no address") from None
    if parts.scheme not in _PORTS:
        raise NotAskedError("is neither http nor https")
    if parts.username is not None or parts.password is not None:
        raise NotAskedError("carries a name or a password")
    path = quote(parts.path or "/", safe=_PATH, errors="replace")
    query = quote(parts.query, safe=_PATH + "?", errors="replace")
    return Target(parts.scheme, _ascii(host), port or _PORTS[parts.scheme], f"{path}?{query}" if query else path)


def joined(base: Target, location: str) -> Target:
    """Where a redirect from ``base`` leads. Raises ``NotAskedError``."""
    try:
        written = location.encode("latin-1", "replace").decode("utf-8", "replace")  # headers come as Latin-1, whatever was meant
        return target_of(urljoin(base.url, written.strip()))
    except ValueError:
        raise NotAskedError("is no address") from None


def is_public(host: str, address: str) -> bool:
    """Whether the address that ``host`` stands for is on the public internet, looking through addresses that wrap another."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return False  # no resolver gives these for a public host: they are written to slip past such a test
        if ip in _NAT64:
            return is_public(host, str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
        if ip.sixtofour is not None or ip.teredo is not None or ip.is_site_local:
            return False
    refused = ip.is_private or ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_reserved or ip.is_unspecified
    return ip.is_global and not refused


def _ascii(host: str) -> str:
    if ":" in host:
        return host
    try:
        plain = host.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise NotAskedError("names no host") from None
    if not plain or len(plain) > 253 or not all(ch.isalnum() or ch in "-._" for ch in plain):
        raise NotAskedError("names no host")
    return plain
