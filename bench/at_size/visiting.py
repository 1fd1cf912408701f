"""A signed-in visitor over HTTP on this machine, who keeps time; and several of them at once."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import quote, urlencode

from bs4 import BeautifulSoup, Tag

from bench.at_size.pages import TICKED, Page
from bench.at_size.world import World
from rundbord.operating.ports import HOST

FOUND, MOVED = 200, 302
NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class WrongAnswer(Exception):
    """A page answered otherwise than a user would expect; a figure for it would be a figure for an error page."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back, and the seconds from asking to the last byte."""

    status: int
    body: bytes
    seconds: float
    location: str = ""
    is_html: bool = True


@dataclass
class Visitor:
    """One browser: its cookies, and the server that it speaks to."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, headers: Mapping[str, str] = NO_HEADERS) -> Answer:
        """Ask for a page."""
        return self._ask("GET", path, more=headers)

    def send(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str | None = None, *, more: Mapping[str, str] = NO_HEADERS) -> Answer:
        headers = {**more, "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{HOST}:{self.port}"}
        connection = http.client.HTTPConnection(HOST, self.port, timeout=60)
        began = time.perf_counter()
        connection.request(method, quote(path, safe="/?=&%"), body, headers)
        response = connection.getresponse()
        content = response.read()
        seconds = time.perf_counter() - began
        for cookie in response.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        connection.close()
        return Answer(
            status=response.status,
            body=content,
            seconds=seconds,
            location=response.headers.get("Location", ""),
            is_html=response.headers.get("Content-Type", "").startswith("text/html"),
        )


def signed_in(world: World, user: str) -> Visitor:
    """Sign in as one of the invented users, by the demonstration's one click."""
    visitor = Visitor(port=world.port)
    token = form_of(visitor.get("/log-ind/").body, holding=["csrfmiddlewaretoken"])["csrfmiddlewaretoken"]
    name, _, code = user.partition("@")
    with world.as_superuser() as connection:
        found = connection.execute(
            "SELECT u.id FROM identity_user u JOIN identity_authority a ON a.id = u.authority_id"
            " WHERE u.sign_in_name = %s AND a.code = %s",
            [name, code],
        ).fetchone()
    assert found, user  # noqa: S101 - the demonstration has the user
    answer = visitor.send("/log-ind/demo/", {"csrfmiddlewaretoken": token, "user": str(found[0])})
    if answer.status != MOVED:
        raise WrongAnswer(f"{user} kan ikke logge ind: {answer.status}")
    return visitor


def fields_for(visitor: Visitor, page: Page, path: str, facts: Mapping[str, object]) -> dict[str, str]:
    """Open the page's form and fill it in as a user would."""
    offered = form_of(visitor.get(path).body, holding=[name for name, value in page.form.items() if value != TICKED])
    filled = {name: value.format(**facts) for name, value in page.form.items() if value != TICKED}
    ticked = {name: offered.get(f"\N{CHECK MARK}{name}", "") for name, value in page.form.items() if value == TICKED}
    pressed = {page.button: "1"} if page.button else {}
    return {name: value for name, value in offered.items() if name[0] != TICKED} | filled | ticked | pressed


def form_of(body: bytes, *, holding: Iterable[str] = ()) -> dict[str, str]:
    """Read the page's form that has these fields; boxes that are not ticked stand under a name with a tick."""
    forms = [_fields_of(form) for form in BeautifulSoup(body, "html.parser").select("form[method=post]")]
    wanted = set(holding)
    return next((held for held in forms if wanted <= {name.lstrip(TICKED) for name in held}), {})


def _fields_of(form: Tag) -> dict[str, str]:
    held = form.select("input[name], textarea[name], select[name]")
    return dict(pair for each in held for pair in _held(each))


def _held(control: Tag) -> list[tuple[str, str]]:
    name, kind = str(control["name"]), control.get("type")
    if control.name == "select":
        chosen = control.select_one("option[selected]") or control.select_one("option")
        return [(name, str(chosen.get("value", "")) if chosen else "")]
    if control.name == "textarea":
        return [(name, control.text)]
    if kind in {"checkbox", "radio"} and not control.has_attr("checked"):
        return [(f"{TICKED}{name}", str(control.get("value", "on")))]
    return [] if kind == "file" else [(name, str(control.get("value", "")))]


def expect(answer: Answer, page: Page) -> Answer:
    """Give the answer when it is the one that the page owes."""
    if answer.status != (MOVED if page.writes and not page.shows else FOUND):
        raise WrongAnswer(f"{page.name}: {answer.status}")
    return answer


def at_once(clients: int, seconds: float, ask: Callable[[int], Answer]) -> tuple[list[float], float]:
    """Let so many ask again and again for so long; give the time of each request and how long it all took."""
    times: list[list[float]] = [[] for _ in range(clients)]
    failures: list[Exception] = []
    ends_at = time.perf_counter() + seconds

    def go(number: int) -> None:
        try:
            while time.perf_counter() < ends_at:
                times[number].append(ask(number).seconds)
        except Exception as error:
            failures.append(error)

    began = time.perf_counter()
    threads = [threading.Thread(target=go, args=[number]) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return [each for own in times for each in own], time.perf_counter() - began
