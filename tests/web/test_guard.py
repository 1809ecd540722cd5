"""Only the browser of the person who started the server may talk to it: real requests, one by one."""

from collections.abc import Callable
from typing import Any

import pytest

from assessment.web.guard import Guard

Serve = Callable[..., Any]
EVERYTHING = (
    "/",
    "/ws",
    "/static/js/textual.js",
    "/static/",
    "/page/page.js",
    "/page/",
    "/download/abc",
    "/none",
)
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec_WebSocket_Version": "13",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


def refused(answer: Any) -> str:  # noqa: ANN401
    """Check that a request was refused in one sentence a language, and return them."""
    assert answer.status == 403
    french, english = answer.text.splitlines()
    assert "jalon" in answer.text.lower() and french.endswith(".") and english.endswith(".")
    text: str = answer.text
    return text


def test_without_the_cookie_nothing_is_served(serve: Serve) -> None:
    served = serve()
    said = {refused(served.get(path)) for path in EVERYTHING}
    said |= {refused(served.get(path, Cookie=f"jalon_{served.port}=guess")) for path in EVERYTHING}
    said.add(refused(served.get("/ws", **UPGRADE)))
    assert len(said) == 1


def test_the_token_opens_once_and_leads_to_the_clean_address(serve: Serve) -> None:
    served = serve()
    assert "token=" not in served.get("/?token=wrong").text
    refused(served.get("/ws?token=" + served.token))
    first = served.get(f"/?token={served.token}")
    assert (first.status, first.headers["Location"]) == (303, "/")
    settings = first.headers["Set-Cookie"].lower()
    assert "httponly" in settings and "samesite=strict" in settings and "path=/" in settings
    assert "déjà servi" in refused(served.get(f"/?token={served.token}"))


def test_with_the_cookie_the_app_is_there_and_no_folder_is_listed(serve: Serve) -> None:
    served = serve()
    cookie = served.enter()
    page = served.get("/", Cookie=cookie)
    assert page.status == 200 and '<html lang="fr">' in page.text and "Jalon" in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert served.get("/static/js/textual.js", Cookie=cookie).status == 200
    assert served.get("/page/DejaVuSansMono.ttf", Cookie=cookie).status == 200
    for folder in ("/static/", "/static", "/static/js/", "/page/", "/page"):
        assert served.get(folder, Cookie=cookie).status in (403, 404)
    assert served.get("/download/abc", Cookie=cookie).status == 404
    assert served.get("/page/../server.py", Cookie=cookie).status in (403, 404)


def test_another_name_or_another_page_is_refused_even_with_the_cookie(serve: Serve) -> None:
    served = serve()
    cookie = served.enter()
    for host in ("attacker.example", f"attacker.example:{served.port}", "127.0.0.1", "127.0.0.1:1", ""):
        for path in ("/", "/ws", "/page/page.js"):
            assert "son propre onglet" in refused(served.get(path, Host=host, Cookie=cookie))
    for origin in ("http://evil.example", "null", "http://127.0.0.1:1", f"https://{served.host}"):
        for path in ("/", "/ws"):
            refused(served.get(path, Origin=origin, Cookie=cookie))
        refused(served.get("/ws", Origin=origin, Cookie=cookie, **UPGRADE))


def test_its_own_page_reaches_the_app_under_both_names_of_the_machine(serve: Serve) -> None:
    served = serve()
    cookie = served.enter()
    for host in (served.host, f"localhost:{served.port}"):
        answer = served.get("/ws", Host=host, Origin=f"http://{host}", Cookie=cookie, **UPGRADE)
        assert answer.status == 101
    refused(served.get("/ws", Origin=f"http://localhost:{served.port}", Cookie=cookie, **UPGRADE))


@pytest.mark.parametrize(
    "hosts", [[], ["127.0.0.1:1", "127.0.0.1:1"], ["[::1]:1"], ["127.0.0.1:1.evil.example"]]
)
def test_a_host_that_is_missing_doubled_or_nearly_right_is_foreign(hosts: list[str]) -> None:
    assert Guard(1).is_foreign(hosts, [])


def test_two_servers_hold_different_secrets() -> None:
    one, other = Guard(1), Guard(2)
    assert one.address.partition("token=")[2] != other.address.partition("token=")[2]
    assert (one.cookie, one.cookie_name) != (other.cookie, other.cookie_name)
    assert not one.knows(other.cookie) and not one.knows(None) and not one.knows("é")
    assert not one.take("é")


def test_a_cookie_or_a_token_that_is_no_text_is_wrong_like_any_other(serve: Serve) -> None:
    served = serve()
    refused(served.get("/", Cookie=f"jalon_{served.port}=\xff\xfe"))
    guard = Guard(80)
    assert not guard.knows("\udcff") and not guard.take("\udcff")
