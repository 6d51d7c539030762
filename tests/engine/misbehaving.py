"""A site on this machine that misbehaves in every way a site can; what it does is named by the path that is asked."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

PAGE = b"<html lang=en><head><title>Warehouse burns in Kharkiv after the drone strike</title></head><body><h1>Fire</h1></body></html>"
OTHER = b"<html lang=en><title>Ten sofas for the modern living room</title></html>"


def answer(status: str, *headers: str, body: bytes = b"") -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"])
    return head.encode("latin-1") + b"\r\n\r\n" + body


HTML = "Content-Type: text/html; charset=utf-8"
BOMB = gzip.compress(b"<title>Big page of the night</title>" + b"0" * 50_000_000)
FIXED = {
    "/there": answer("200 OK", HTML, body=PAGE),
    "/other": answer("200 OK", HTML, body=OTHER),
    "/part": answer("206 Partial Content", HTML, body=PAGE),
    "/short": answer("416 Range Not Satisfiable"),
    "/untitled": answer("200 OK", HTML, body=b"<p>words</p>"),
    "/picture": answer("200 OK", "Content-Type: image/png", body=b"\x89PNG<title>no</title>"),
    "/missing": answer("404 Not Found", HTML, body=b"<title>Not here</title>"),
    "/gone": answer("410 Gone"),
    "/forbidden": answer("403 Forbidden"),
    "/often": answer("429 Too Many Requests"),
    "/broken": answer("503 Service Unavailable"),
    "/odd": answer("999 Whatever"),
    "/silent-close": b"",
    "/noise": b"\x00\xff\xfe not http at all\r\n\r\n",
    "/long-header": b"HTTP/1.1 200 OK\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
    "/many-headers": b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 5_000 + b"\r\n",
    "/bad-length": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: -7\r\n\r\n" + PAGE,
    "/bad-chunks": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + PAGE,
    "/cut": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90000\r\n\r\n" + PAGE,
    "/continues": b"HTTP/1.1 100 Continue\r\n\r\n" * 50_000,
    "/bomb": answer("200 OK", HTML, "Content-Encoding: gzip", body=BOMB),
    "/not-gzip": answer("200 OK", HTML, "Content-Encoding: gzip", body=PAGE),
    "/strange-coding": answer("200 OK", HTML, "Content-Encoding: br", body=PAGE),
    "/strange-charset": answer("200 OK", "Content-Type: text/html; charset=punycode", body=PAGE),
    "/cookie": answer("200 OK", HTML, "Set-Cookie: id=1", body=PAGE),
    "/%D0%BF%D0%BE%D0%B6%D0%B5%D0%B6%D0%B0": answer("200 OK", HTML, body=PAGE),
    "/": answer("200 OK", HTML, body=b"<title>All the news of the day</title>"),
}


class Site:
    """Listens on 127.0.0.1 until closed; ``asked`` holds every request as it came, ``most`` the slow ones served at one time."""

    def __init__(self, wrap: Callable[[socket.socket], socket.socket] = lambda sock: sock) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.asked: list[str] = []
        self.now = self.most = 0
        self.elsewhere: dict[str, str] = {}
        self._wrap = wrap
        self._done = threading.Event()
        self._door = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def url(self, path: str, host: str = "desk.test", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def close(self) -> None:
        self._done.set()
        self._listener.close()

    def _listen(self) -> None:
        while not self._done.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError), self._wrap(sock) as open_sock:
            open_sock.settimeout(5)
            request = b""
            while b"\r\n\r\n" not in request:
                piece = open_sock.recv(65_536)
                if not piece:
                    return
                request += piece
            text = request.decode("ascii")
            with self._door:
                self.asked.append(text)
            self._answer(open_sock, text.split(" ")[1])

    def _answer(self, sock: socket.socket, path: str) -> None:
        if path in self.elsewhere:
            sock.sendall(answer("302 Found", f"Location: {self.elsewhere[path]}"))
        elif path.startswith("/further/"):
            sock.sendall(answer("301 Moved", f"Location: /further/{int(path.rpartition('/')[2]) + 1}"))
        elif path.startswith("/hang"):
            self._done.wait(5)
        elif path == "/drip":
            self._drip(sock, b"HTTP/1.1 200 OK\r\nX-Slow: " + b"y" * 1_000)
        elif path == "/drip-body":
            sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE)
            self._drip(sock, b"x" * 1_000)
        elif path == "/endless":
            sock.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE)
            while not self._done.is_set():
                sock.sendall(b"x" * 65_536)
        elif path.startswith("/slow"):
            with self._door:
                self.now += 1
                self.most = max(self.most, self.now)
            time.sleep(0.1)
            with self._door:  # before the answer: whoever has it may ask again at once
                self.now -= 1
            sock.sendall(FIXED["/there"])
        else:
            sock.sendall(FIXED.get(path.partition("?")[0], FIXED["/missing"]))

    def _drip(self, sock: socket.socket, data: bytes) -> None:
        for i in range(len(data)):
            if self._done.wait(0.05):
                return
            sock.sendall(data[i : i + 1])
