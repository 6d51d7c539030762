"""One request and its answer, within a time and a size that hold however slowly or endlessly the other side speaks."""

from __future__ import annotations

import http.client
import io
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable
from typing import Any, cast

from stancelint.engine.online_address import NotAskedError, Target, is_public
from stancelint.text.value import Value
from stancelint.version import VERSION

_HEAD = 65_536  # bytes of headers that are read beside the body
_PIECE = 16_384
_TRIED = 3  # addresses of one host that are tried


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system knows them. Raises ``OSError``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Manner(Value):
    """How links are asked. Tests bring their own resolver, permission and ports; nothing a user can write changes them.

    ``seconds`` bounds one request as a whole, ``size`` the body in bytes, before and after decompression."""

    seconds: float = 10.0
    size: int = 262_144
    redirects: int = 5
    together: int = 8
    pause: float = 0.5
    ports: frozenset[int] = frozenset({80, 443})
    resolve: Callable[[str, int], list[str]] = resolved
    allowed: Callable[[str, str], bool] = is_public
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context


class Reply(Value):
    """What one request brought: the status, the headers that matter, and the body's beginning (empty where it cannot be read)."""

    status: int
    location: str
    kind: str
    body: bytes


class LateError(Exception):
    """The time for one request ran out."""


def exchange(target: Target, manner: Manner) -> Reply:
    """Ask once, without cookies, credentials or a proxy.

    Raises ``NotAskedError``, ``LateError``, ``OSError`` (``socket.gaierror``, ``ssl.SSLError``) or ``http.client.HTTPException``.
    """
    if target.port not in manner.ports:
        raise NotAskedError(f"has the port {target.port}, and only the web's own are asked")
    until = time.monotonic() + manner.seconds
    addresses = vetted(target, manner, until)
    sock = _connected(addresses, target.port, until)
    try:
        if target.scheme == "https":
            sock.settimeout(_left(until))
            sock = manner.context().wrap_socket(sock, server_hostname=target.host)
        sock.settimeout(_left(until))
        sock.sendall(_request(target, manner))
        return _reply(_Timed(sock, until, manner.size + _HEAD), manner.size)
    except TimeoutError:
        raise LateError from None
    finally:
        sock.close()


def vetted(target: Target, manner: Manner, until: float) -> list[str]:
    """The host's addresses, each of them allowed. One that is not makes the whole answer suspect. Raises as ``exchange`` does."""
    addresses = _literal(target.host) or _resolved_in_time(target, manner, until)
    for address in addresses:
        if not manner.allowed(target.host, address):
            said = "" if address == target.host else f" of {target.host}"
            raise NotAskedError(f"leads to {address}{said}, which is no public address")
    return addresses[:_TRIED]


def _literal(host: str) -> list[str]:
    try:
        return [str(ipaddress.ip_address(host))]
    except ValueError:
        return []


def _resolved_in_time(target: Target, manner: Manner, until: float) -> list[str]:
    """The resolver's answer; it knows no time-out of its own, so it is waited for only so long."""
    held: list[list[str] | OSError] = []

    def ask() -> None:
        try:
            held.append(manner.resolve(target.host, target.port))
        except OSError as problem:
            held.append(problem)
        except UnicodeError:
            held.append(socket.gaierror(socket.EAI_NONAME, "no such name"))

    waiting = threading.Thread(target=ask, daemon=True)
    waiting.start()
    waiting.join(_left(until))
    if not held:
        raise LateError
    if isinstance(held[0], OSError):
        raise held[0]
    if not held[0]:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    return held[0]


def _connected(addresses: list[str], port: int, until: float) -> socket.socket:
    """A connection to one of the vetted addresses themselves: the name is not looked up a second time."""
    problem: OSError | None = None
    for i, address in enumerate(addresses):
        try:
            return socket.create_connection((address, port), timeout=_left(until) / (len(addresses) - i))
        except OSError as failed:
            problem = failed
    if problem is None or isinstance(problem, TimeoutError):
        raise LateError
    raise problem


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise LateError
    return left


def _request(target: Target, manner: Manner) -> bytes:
    lines = (
        f"GET {target.path} HTTP/1.1",
        f"Host: {target.authority}",
        f"User-Agent: stancelint/{VERSION} (checks the links that a draft lists; one request a link)",
        "Accept: text/html,application/xhtml+xml,*/*;q=0.5",
        "Accept-Encoding: identity",
        f"Range: bytes=0-{manner.size - 1}",
        "Connection: close",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")


class _Timed(io.RawIOBase):
    """A socket's bytes until a moment and up to a number. Stands for the socket, which is all that ``http.client`` asks of one."""

    def __init__(self, sock: socket.socket, until: float, most: int) -> None:
        self._sock, self._until, self._most = sock, until, most

    def makefile(self, mode: str = "rb") -> io.BufferedReader:
        return io.BufferedReader(self, _PIECE)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._most <= 0:
            return 0
        self._sock.settimeout(_left(self._until))
        count = self._sock.recv_into(buffer)
        self._most -= count
        return count


def _reply(timed: _Timed, size: int) -> Reply:
    response = http.client.HTTPResponse(cast(socket.socket, timed), method="GET")
    try:
        response.begin()
        body = _body(response, size)
        location = response.getheader("Location") or ""
        return Reply(response.status, location, response.getheader("Content-Type") or "", _plain(response, body, size))
    finally:
        response.close()


def _body(response: http.client.HTTPResponse, size: int) -> bytes:
    """The body's beginning; what comes late or broken after the headers is no fault of the link's."""
    held = bytearray()
    try:
        while len(held) < size:
            piece = response.read1(min(_PIECE, size - len(held)))
            if not piece:
                break
            held += piece
    except (OSError, LateError, http.client.HTTPException, ValueError):
        pass
    return bytes(held)


def _plain(response: http.client.HTTPResponse, body: bytes, size: int) -> bytes:
    coding = (response.getheader("Content-Encoding") or "").strip().lower()
    if coding in ("", "identity"):
        return body
    if coding not in ("gzip", "x-gzip", "deflate"):
        return b""
    try:
        return zlib.decompressobj(47 if "gzip" in coding else 15).decompress(body, size)
    except zlib.error:
        return b""
