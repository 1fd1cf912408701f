"""An action list from a spreadsheet: every fault beside its line, nothing before yes, and twice adds nothing."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import Workbook

from rundbord.access.refusal import NotPermitted
from rundbord.access.session import acting_for
from rundbord.audit import Event, own_entries
from rundbord.notices.models import Notice
from rundbord.tasks import actions
from rundbord.tasks.models import Outcome, Task
from rundbord.tasks.vocabulary import TaskOutcome
from rundbord.web import uploaded_sheets
from rundbord.web.uploaded_sheets import text_of
from rundbord.web.uploaded_tables import UnreadableTable
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.tasks.rows import decided

ADDRESS = "/opgaver/register/indlaes/"
LIST = (
    "Opgave;Ansvarlig;Deadline;Status;Bemærkning;Område\n"
    "Skifte lygter;SSP Gladsaxe;1.12.2030;;;Stationen\n"
    "Gå runder;Lokalpolitiet, Vestegnens Politi;1/9-26;Gennemført;Gået hver fredag;\n"
)


def _tasks() -> list[Task]:
    with as_owner():
        return list(Task.objects.order_by("what"))


def _sheet(*lines: list[object]) -> SimpleUploadedFile:
    book = Workbook()
    assert book.active is not None
    for line in lines:
        book.active.append(line)
    stream = BytesIO()
    book.save(stream)
    return SimpleUploadedFile("handlingsliste.xlsx", stream.getvalue())


def test_nothing_is_written_before_yes_and_the_same_list_twice_adds_nothing(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client = client_of(vestegnen.leader)

    preview = client.post(ADDRESS, {"table": LIST}).content.decode()
    before = _tasks()
    client.post(ADDRESS, {"table": LIST, "apply": "1"})
    again = client.post(ADDRESS, {"table": LIST}).content.decode()
    client.post(ADDRESS, {"table": LIST, "apply": "1"})

    assert "Klar til at blive indlæst" in preview
    assert before == []
    walk, lamps = _tasks()
    assert (walk.owner_id, walk.due_on, walk.closed_at is None) == (vestegnen.local_police.pk, date(2026, 9, 1), False)
    assert (lamps.owner_id, lamps.area_id, lamps.closed_at) == (vestegnen.gladsaxe_ssp.pk, vestegnen.station.pk, None)
    assert "Alt er indlæst i forvejen" in again
    with as_owner():
        outcome = Outcome.objects.get()
        assert [notice.unit_id for notice in Notice.objects.filter(kind="task_given")] == [vestegnen.gladsaxe_ssp.pk]
    assert (outcome.outcome, outcome.text) == (TaskOutcome.DONE, "Gået hver fredag")
    with acting_for(actor_of(vestegnen.leader)):
        assert own_entries(event=Event.DECISIONS_IMPORTED)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (";SSP Gladsaxe;1.12.2030;;;", "Der står ikke, hvad der skal gøres"),
        ("Gå;;1.12.2030;;;", "Der står ingen enhed"),
        ("Gå;Test Testesen;1.12.2030;;;", "Enheden »Test Testesen« findes ikke ved bordet"),
        ("Gå;SSP Gladsaxe;;;;", "Der mangler en frist"),
        ("Gå;SSP Gladsaxe;31.2.2030;;;", "»31.2.2030« er ikke en dato"),
        ("Gå;SSP Gladsaxe;1.12.2030;måske;;", "»måske« er ikke en status"),
        ("Gå;SSP Gladsaxe;1.12.2030;opgivet;;", "Der mangler et resultat"),
        ("Gå;SSP Gladsaxe;1.12.2030;;;Månen", "Området »Månen« findes ikke"),
        ("Ring til 12 34 56 78;SSP Gladsaxe;1.12.2030;;;", "»12 34 56 78« må ikke stå her"),
        ("Tal med 610108-1234;SSP Gladsaxe;1.12.2030;;;", "må ikke stå her"),
        ("Gå;SSP Gladsaxe;1.12.2030;;Aftalt med Test Testesen;", "kan pege på en person"),
        (f"{'Lang' * 60};SSP Gladsaxe;1.12.2030;;;", "for lang"),
        ("Skifte lygter;SSP Gladsaxe;1.12.2030;;;", "den samme som linje 2"),
    ],
)
def test_every_fault_stands_beside_its_line_and_stops_all_of_them(
    line: str, fault: str, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    shown = client_of(vestegnen.leader).post(ADDRESS, {"table": f"{LIST}{line}\n", "apply": "1"}).content.decode()

    row = shown.split('<tr class="row-urgent">')[1].split("</tr>")[0]
    assert fault in row
    assert '<td data-label="Linje" class="number">4</td>' in row
    assert _tasks() == []


def test_words_that_may_be_a_person_are_kept_only_as_they_were_seen(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client = client_of(vestegnen.leader)
    table = f"{LIST}Tale med Holger Eksempelsen;SSP Gladsaxe;1.12.2030;;;\n"
    mark = client.post(ADDRESS, {"table": table}).content.decode().split('name="kept" value="')[1].split('"')[0]

    other = table.replace("Holger", "Gudrun")
    client.post(ADDRESS, {"table": other, "kept": mark, "apply": "1"})
    assert _tasks() == []
    client.post(ADDRESS, {"table": table, "kept": mark, "apply": "1"})

    assert len(_tasks()) == 3
    with acting_for(actor_of(vestegnen.leader)):
        assert own_entries(event=Event.GUARD_OVERRIDDEN)


def test_a_unit_that_two_authorities_have_is_asked_for(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    twin = rows.unit(vestegnen.herlev, "SSP Gladsaxe")
    client = client_of(vestegnen.leader)
    table = "Opgave;Ansvarlig;Deadline\nGå;{};1.12.2030\n"

    unclear = client.post(ADDRESS, {"table": table.format("SSP Gladsaxe")}).content.decode()
    client.post(ADDRESS, {"table": table.format("SSP Gladsaxe, Herlev Kommune"), "apply": "1"})

    assert "Flere enheder hedder »SSP Gladsaxe«" in unclear
    assert [task.owner_id for task in _tasks()] == [twin.pk]


def test_an_excel_sheet_is_read_as_it_is(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.leader)
    file = _sheet(
        ["Beslutning", "Enhed", "Frist", "Besluttet"],
        ["Holde klubben åben; også søndag", "SSP Gladsaxe", datetime(2030, 12, 1), date(2026, 1, 5)],
    )

    shown = client.post(ADDRESS, {"file": file}).content.decode()

    table = shown.split("<textarea")[1].split(">", 1)[1].split("</textarea>")[0].replace("&quot;", '"')
    client.post(ADDRESS, {"table": table.strip(), "apply": "1"})
    [task] = _tasks()
    assert (task.what, task.due_on) == ("Holde klubben åben; også søndag", date(2030, 12, 1))
    assert timezone.localdate(task.decided_at) == date(2026, 1, 5)


def test_a_remark_on_something_open_is_kept_with_its_reason(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    table = "Opgave;Ansvarlig;Deadline;Bemærkning\nGå;SSP Gladsaxe;1.12.2030;Afventer nøgler\n"

    client_of(vestegnen.leader).post(ADDRESS, {"table": table, "apply": "1"})

    [task] = _tasks()
    assert (task.why, task.closed_at) == ("Afventer nøgler", None)


def test_what_was_decided_here_by_hand_is_not_imported_again(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    task = decided(vestegnen, vestegnen.gladsaxe_ssp, what="Skifte lygter")
    table = f"Opgave;Ansvarlig;Deadline\nSkifte lygter;SSP Gladsaxe;{task.due_on:%d.%m.%Y}\n"

    client_of(vestegnen.leader).post(ADDRESS, {"table": table, "apply": "1"})

    assert len(_tasks()) == 1


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"PK", b"\x00\x01\x02"])
def test_a_file_that_is_no_spreadsheet_is_explained(content: bytes, vestegnen: Vestegnen, client_of: ClientOf) -> None:
    file = SimpleUploadedFile("liste.xlsx", content)

    shown = client_of(vestegnen.leader).post(ADDRESS, {"file": file}).content.decode()

    assert "prøv igen" in shown


def test_a_small_file_that_unpacks_into_a_huge_one_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploaded_sheets, "MOST_UNPACKED", 10_000)
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", "0" * 20_000)

    with pytest.raises(UnreadableTable, match="for stort"):
        text_of(stream.getvalue())


def test_the_template_is_imported_as_it_is(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    client = client_of(vestegnen.leader)
    template = client.get(f"{ADDRESS}skabelon.csv").content

    shown = client.post(ADDRESS, {"file": SimpleUploadedFile("skabelon.csv", template)}).content.decode()

    assert "Klar til at blive indlæst" in shown


def test_a_reporter_imports_nothing(vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf) -> None:
    reporter = actor_of(vestegnen.street_worker)

    assert client_of(vestegnen.street_worker).get(ADDRESS).status_code == 403
    with acting_for(reporter), pytest.raises(NotPermitted):
        actions.import_decisions([], by=reporter)
