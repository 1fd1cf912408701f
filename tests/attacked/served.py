"""A server of our own to be attacked, with the demonstration's invented rows, and a way in as one of its users."""

from __future__ import annotations

import http.cookiejar
import re
import shutil
import socket
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rundbord.operating.application_server import command_line
from rundbord.operating.children import spawn, stop
from rundbord.operating.health import wait_until_well
from tests.journeys.served import environment_of_server


@contextmanager
def served(database: str, folder: Path, *, origin: str = "") -> Iterator[str]:
    """Serve a database until the block ends, and give the address; `origin` is where a proxy before it is reached."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(64)
        port: int = listener.getsockname()[1]
        environment = environment_of_server(database, port) | ({"RUNDBORD_ORIGIN": origin} if origin else {})
        store = folder / f"key-store-{port}"
        shutil.copytree(environment["RUNDBORD_KEY_STORE"], store, ignore=shutil.ignore_patterns("log", ".*"))
        environment["RUNDBORD_KEY_STORE"] = str(store)
        descriptor = listener.fileno()
        log = folder / f"log-{port}"
        server = spawn(command_line(f"fd://{descriptor}"), environment, log=log, descriptors=[descriptor])
        try:
            wait_until_well(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(server)


def cookies_of(address: str, role: str) -> str:
    """Sign in by one click as the first user of a role, and give the cookies as a header holds them."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = browser.open(f"{address}/log-ind/", timeout=60).read().decode()
    forms = re.findall(r'<form[^>]*action="/log-ind/demo/".*?</form>', page, re.DOTALL)
    form = next(each for each in forms if role in each)
    fields = {name: _value(form, name) for name in ("csrfmiddlewaretoken", "user")}
    browser.open(f"{address}/log-ind/demo/", urllib.parse.urlencode(fields).encode(), timeout=60)
    return "; ".join(f"{each.name}={each.value}" for each in jar)


def _value(form: str, name: str) -> str:
    found = re.search(rf'name="{re.escape(name)}" value="([^"]+)"', form)
    assert found, f"the form has no {name}"
    return found[1]
