"""No word about a citizen is where it must not be: not on a page of others, not in a log, a mail, a notice, a title."""

from __future__ import annotations

import logging
import re
from io import BytesIO
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.consistency.addresses import filled as address_filled
from tests.consistency.test_screens import SIGNED_IN
from tests.database import as_log_keeper, as_owner
from tests.factories.examples import Examples
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.interventions.exits import coordinator
from tests.leaks import database
from tests.leaks.canaries import Canaries

_STRANGERS = (
    "herlev_case_worker",
    "officer",
    "secretary",
    "dpo",
    "administrator",
    "street_worker",
    "caretaker",
    "outsider",
    "exit coordinator",
)
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
# Where nothing about a citizen may ever be kept, whoever acts.
_KEPT_PLAIN = ("identity_draft", "notices_notice", "procrastinate_jobs", "situation_report", "tasks_task")


@pytest.mark.parametrize("who", _STRANGERS)
def test_canary_is_never_told_to_who_may_not_read_it(  # noqa: PLR0917 - pytest gives fixtures by name
    who: str,
    vestegnen: Vestegnen,
    examples: Examples,
    actor_of: ActorOf,
    client_of: ClientOf,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    colleague = coordinator(vestegnen.gladsaxe_ssp)
    client = client_of(colleague if who == "exit coordinator" else getattr(vestegnen, who))
    with database.undone():
        planted = Canaries(vestegnen, actor_of(vestegnen.coordinator))
        told = [(at, planted.told_in(_all_of(answer))) for at, answer in _crawl(client, examples, planted)]
        aside = _aside(planted, caplog)

    assert [each for each in told if each[1]] == []
    assert aside == {}


def test_canary_of_the_own_unit_stays_out_of_titles_headers_and_everything_that_is_kept(  # noqa: PLR0917 - pytest gives fixtures by name
    vestegnen: Vestegnen, examples: Examples, actor_of: ActorOf, client_of: ClientOf, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = client_of(vestegnen.coordinator)
    client.raise_request_exception = False
    with database.undone():
        planted = Canaries(vestegnen, actor_of(vestegnen.coordinator))
        answers = list(_crawl(client, examples, planted))
        bare = [(at, planted.told_in(_bare(answer))) for at, answer in answers]
        read = {where for _, answer in answers for where in planted.told_in(_all_of(answer))}
        aside = _aside(planted, caplog)

    # The original of a public police report is called what the police call it.
    assert [each for each in bare if set(each[1]) - {"situation.SourceText.name"}] == []
    assert aside == {}
    assert read, "nobody reads anything: the canaries are not where screens look"


def _crawl(client: Client, examples: Examples, planted: Canaries) -> list[tuple[str, HttpResponse]]:
    answers: list[tuple[str, HttpResponse]] = []
    for route, pattern in SIGNED_IN:
        asked = _address(route, pattern, examples, planted)
        answer: Any = client.get(asked)
        answers.append((asked, answer))
    return answers


def _address(route: str, pattern: URLPattern, examples: Examples, planted: Canaries) -> str:
    def key(name: tuple[str, str]) -> object:
        example = examples[name]
        return planted.keys.get(type(example.row), example.key) if example.row is not None else example.key

    return address_filled(route, pattern, key)


def _all_of(answer: HttpResponse) -> str:
    """Give headers and words of an answer; of a document what a reader would read."""
    return f"{answer.headers}{_words(answer)}"


def _bare(answer: HttpResponse) -> str:
    """Give what is seen of a page without reading it; of an error all of it."""
    words = _words(answer)
    shown = words if answer.status_code >= 400 else "".join(_TITLE.findall(words))
    return f"{answer.headers}{shown}"


def _words(answer: HttpResponse) -> str:
    kind = answer.headers.get("Content-Type", "")
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    if "pdf" in kind:
        return "".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if "spreadsheet" in kind:
        book = load_workbook(BytesIO(content))
        return "".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    return content.decode("utf-8", errors="replace")


def _aside(planted: Canaries, caplog: pytest.LogCaptureFixture) -> dict[str, list[str]]:
    """Look where a word could lie beside the answer: log lines, mails, the log of the authority, plain tables."""
    kept = {
        "log lines": caplog.text,
        "mails": "".join(f"{each.subject}{each.body}{each.to}" for each in mail.outbox),
    }
    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(convert_from(canonical, 'UTF8'), '') FROM audit.event")
        kept["audit"] = str(cursor.fetchone())
    with as_owner(), connection.cursor() as cursor:
        for table in _KEPT_PLAIN:
            cursor.execute(f"SELECT string_agg(kept::text, '') FROM \"{table}\" kept")
            kept[table] = str(cursor.fetchone())
    return {where: planted.told_in(text) for where, text in kept.items() if planted.told_in(text)}
