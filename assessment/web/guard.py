"""Who may talk to the server: the browser of the person who started it, and no other page or machine."""

import secrets
from collections.abc import Sequence

NAMES = ("127.0.0.1", "localhost")
"""Names this machine may be called by; any other one comes from a page that points its own name here."""


class Guard:
    """Decides on each request from its Host, its Origin and its cookie; holds the one-time token."""

    def __init__(self, port: int) -> None:
        self._hosts = tuple(f"{name}:{port}" for name in NAMES)
        self._token: str | None = secrets.token_urlsafe(32)
        self.address = f"http://{self._hosts[0]}/?token={self._token}"
        """Address to open; it works once."""
        self.cookie_name = f"jalon_{port}"
        """Cookies do not know ports: without it, two servers would take each other's."""
        self.cookie = secrets.token_urlsafe(32)

    def is_foreign(self, hosts: Sequence[str], origins: Sequence[str]) -> bool:
        """Whether a request was sent to another name, or by a page that is not ours."""
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return True
        return any(origin != f"http://{hosts[0]}" for origin in origins)

    def knows(self, cookie: str | None) -> bool:
        """Whether a request carries the cookie the token was exchanged for."""
        return cookie is not None and _is_same(cookie, self.cookie)

    def take(self, token: str) -> bool:
        """Take the one-time token; True once, for the right one."""
        is_right = self._token is not None and _is_same(token, self._token)
        if is_right:
            self._token = None
        return is_right


def _is_same(given: str, right: str) -> bool:
    """Compare in a time that tells nothing; what a request carries may hold bytes that are no text."""
    return secrets.compare_digest(given.encode("utf-8", "surrogatepass"), right.encode())
