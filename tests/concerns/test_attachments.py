"""Photos, PDFs and texts in a file: stripped, sealed, read as facts are, taken along by a name that tells nothing."""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
import time_machine
from django.http import Http404
from django.test import Client
from django.utils import timezone
from PIL import Image

from rundbord.access.actor import system_of
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.concerns import actions
from rundbord.concerns.models import Attachment, YoungPerson
from rundbord.concerns.rules.attaching import MOST_FILES, objections_to_attaching
from rundbord.files import FileForm, KeptFile
from rundbord.identity.models import Draft
from rundbord.keys.core.trouble import CannotOpen
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.notices.models import Notice
from rundbord.sharing.vocabulary import Capacity, InformationClass
from tests.concerns.attaching import SHOWS, WORDS, attachment_to, described, photo_from_a_phone, typed_about
from tests.concerns.files import NAME, file_on
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import all_words, logged
from tests.queries import own_queries


@pytest.fixture
def person(vestegnen: Vestegnen, actor_of: ActorOf) -> YoungPerson:
    return file_on(actor_of(vestegnen.coordinator))


@pytest.fixture
def client(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    return client_of(vestegnen.coordinator)


def _path(person: YoungPerson) -> str:
    return f"/unge/{person.pk}/bilag/ny/"


def _attach(client: Client, person: YoungPerson, content: bytes, **changes: Any) -> Attachment:
    answer = client.post(_path(person), typed_about(content, **changes))
    assert answer.status_code == 302, answer.context["form"].errors
    with as_owner():
        return Attachment.objects.get()


def test_what_may_be_attached() -> None:
    today = timezone.localdate()

    def objections(attached: int = 0, *, hides: bool = False, **fields: Any) -> set[str]:
        told = described(**fields)
        found = objections_to_attaching(
            told, capacity=Capacity.SSP, has_protected_address=hides, attached=attached, today=today
        )
        return set(found)

    assert objections() == set()
    assert objections(words="Ok") == {"title"}
    assert objections(observed_on=today + timedelta(days=1)) == {"observed_on"}
    assert objections(information_class=InformationClass.GANG) == {"information_class"}
    assert objections(hides=True, holds_address=True) == {"information_class"}
    assert objections(attached=MOST_FILES) == {"file"}


def test_a_picture_is_kept_without_where_and_by_what_it_was_taken(client: Client, person: YoungPerson) -> None:
    row = _attach(client, person, photo_from_a_phone())

    answer = client.get(f"/unge/{person.pk}/bilag/{row.pk}/hent/")

    assert row.form == FileForm.PHOTO
    assert not Image.open(BytesIO(answer.content)).getexif()
    for word in (b"Telefonfabrikken", b"Hjemmeadresse"):
        assert word not in answer.content
    assert logged(Event.ATTACHED, about=row) == 1
    assert logged(Event.ATTACHMENT_FETCHED, about=row) == 1


def test_it_leaves_as_an_attachment_in_a_sandbox_under_a_name_that_tells_nothing(
    client: Client, person: YoungPerson
) -> None:
    row = _attach(client, person, WORDS.encode())

    answer = client.get(f"/unge/{person.pk}/bilag/{row.pk}/hent/")

    assert answer.content == WORDS.encode()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="bilag.txt"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert "ung-eksempel" not in str(answer.headers) + all_words()


def test_a_picture_is_looked_at_here_and_nothing_else_is(client: Client, person: YoungPerson) -> None:
    row = _attach(client, person, photo_from_a_phone())

    page = client.get(f"/unge/{person.pk}/bilag/{row.pk}/").content.decode()
    answer = client.get(f"/unge/{person.pk}/bilag/{row.pk}/billede/")

    assert f'src="/unge/{person.pk}/bilag/{row.pk}/billede/"' in page
    assert NAME not in page
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Content-Disposition"] == 'inline; filename="bilag.jpg"'
    assert logged(Event.ATTACHMENT_SHOWN, about=row) == 1
    with as_owner():
        Attachment.objects.filter(pk=row.pk).update(form="pdf")
    for end in ("", "billede/"):
        assert client.get(f"/unge/{person.pk}/bilag/{row.pk}/{end}").status_code == 404


def test_it_is_sealed_for_its_own_row_by_the_key_of_the_file(
    client: Client, person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    row = _attach(client, person, WORDS.encode())

    with as_owner():
        stored = Attachment.objects.get()
    assert WORDS.encode() not in bytes(stored.content)
    with acting_for(actor_of(vestegnen.coordinator)):
        key = open_key(person.data_key_id)
        assert key.open_file(bytes(stored.content), at=place_of(stored, "content")) == WORDS.encode()
        with pytest.raises(CannotOpen):
            key.open_file(bytes(stored.content), at=place_of(Attachment(authority_id=row.authority_id), "content"))


@pytest.mark.parametrize("who", ["officer", "herlev_case_worker", "secretary", "dpo", "street_worker", "outsider"])
def test_nobody_else_takes_it_along(  # noqa: PLR0917 - pytest gives fixtures by name
    who: str, person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    row = attachment_to(person, actor_of(vestegnen.coordinator))
    stranger = client_of(getattr(vestegnen, who))

    for end in ("", "hent/", "billede/", "slet/", "laesere/"):
        assert stranger.get(f"/unge/{person.pk}/bilag/{row.pk}/{end}").status_code in {403, 404}
    assert stranger.post(_path(person), typed_about(WORDS.encode())).status_code in {403, 404}
    assert logged(Event.ATTACHMENT_FETCHED, about=row) == 0


def test_it_is_not_found_by_way_of_another_file(
    client: Client, person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    row, other = attachment_to(person, by), file_on(by)

    assert client.get(f"/unge/{other.pk}/bilag/{row.pk}/hent/").status_code == 404


def test_the_most_private_is_read_by_its_writer_and_by_named_readers(
    client: Client, person: YoungPerson, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    colleague = rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER)
    row = _attach(client, person, WORDS.encode(), information_class="p4")
    their = client_of(colleague)
    assert SHOWS not in their.get(f"/unge/{person.pk}/").content.decode()
    assert their.get(f"/unge/{person.pk}/bilag/{row.pk}/hent/").status_code == 404

    client.post(f"/unge/{person.pk}/bilag/{row.pk}/laesere/", {"readers": [str(colleague.pk)]})

    assert SHOWS in their.get(f"/unge/{person.pk}/").content.decode()
    assert their.get(f"/unge/{person.pk}/bilag/{row.pk}/hent/").status_code == 200
    assert logged(Event.ATTACHMENT_READERS_NAMED, about=row) == 1
    with as_owner():
        assert Notice.objects.get().user_id == colleague.pk


def test_readers_come_from_the_own_unit(person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    stranger = frozenset({vestegnen.officer.pk})

    with pytest.raises(Refused, match="egen enhed"):
        attachment_to(
            person,
            actor_of(vestegnen.coordinator),
            information_class=InformationClass.SPECIAL,
            readers=stranger,
        )


def test_a_file_that_was_good_travels_sealed_while_something_else_is_put_right(
    client: Client, person: YoungPerson
) -> None:
    answer = client.post(_path(person), typed_about(WORDS.encode(), title=""))

    page = answer.content.decode()
    assert "Filen er med og skal ikke vælges igen" in page
    assert WORDS not in page
    [carried] = re.findall(r'name="carried" value="([^"]+)"', page)
    with as_owner():
        assert not Attachment.objects.exists()
        assert not Draft.objects.exists()

    assert client.post(_path(person), typed_about(title=SHOWS, carried=carried)).status_code == 302
    with as_owner():
        row = Attachment.objects.get()
    assert client.get(f"/unge/{person.pk}/bilag/{row.pk}/hent/").content == WORDS.encode()


@pytest.mark.parametrize("forged", ["", "noget", "AAAA", "UGsDBBQ="])
def test_what_is_not_carried_by_us_is_nothing(forged: str, client: Client, person: YoungPerson) -> None:
    answer = client.post(_path(person), typed_about(carried=forged))

    assert answer.context["form"].errors["file"] == ["Vælg en fil."]


def test_what_was_carried_for_one_file_is_nothing_in_another(
    client: Client, person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    page = client.post(_path(person), typed_about(WORDS.encode(), title="")).content.decode()
    [carried] = re.findall(r'name="carried" value="([^"]+)"', page)
    other = file_on(actor_of(vestegnen.coordinator))

    assert "file" in client.post(_path(other), typed_about(carried=carried)).context["form"].errors


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "tom"),
        (b"PK\x03\x04 et dokument", "Gem den som PDF"),
        (b"MZ\x90\x00", "Gem den som PDF"),
        (b"<svg \x00", "Gem den som PDF"),
        (b"%PDF-1.7 noget", "kan ikke læses"),
        (b"\xff\xd8\xff i stykker", "billede"),
    ],
)
def test_what_is_something_else_is_refused_in_words(
    content: bytes, reason: str, client: Client, person: YoungPerson
) -> None:
    answer = client.post(_path(person), typed_about(content))

    assert reason in str(answer.context["form"].errors["file"])
    assert answer.context["form"]["title"].value() == SHOWS
    with as_owner():
        assert not Attachment.objects.exists()


def test_whoever_attached_it_or_is_responsible_removes_it_for_good(  # noqa: PLR0917 - pytest gives fixtures by name
    client: Client, person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf, client_of: ClientOf
) -> None:
    row = attachment_to(person, actor_of(vestegnen.coordinator))
    colleague = client_of(rows.user(vestegnen.gladsaxe_ssp, Role.CASE_WORKER))
    path = f"/unge/{person.pk}/bilag/{row.pk}/slet/"
    assert path not in colleague.get(f"/unge/{person.pk}/").content.decode()
    assert "Bilaget slettes af" in colleague.post(path).content.decode()

    assert client.post(path).status_code == 302

    with as_owner():
        assert not Attachment.objects.exists()
    assert logged(Event.ATTACHMENT_REMOVED, about=row) == 1


def test_the_night_takes_what_has_passed_its_own_day_and_what_hangs_on_a_forgotten_file(
    person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    police, system = actor_of(vestegnen.officer), system_of(vestegnen.police.pk)
    theirs = file_on(police, delete_on=timezone.localdate() + timedelta(days=100))
    attachment_to(theirs, police)
    gang = attachment_to(theirs, police, information_class=InformationClass.GANG)
    assert gang.keep_until == timezone.localdate() + timedelta(days=90)

    with time_machine.travel(timezone.now() + timedelta(days=91), tick=False), acting_for(system):
        assert actions.forget_attachments(by=system) == 1
    with time_machine.travel(timezone.now() + timedelta(days=101), tick=False), acting_for(system):
        actions.forget_files(by=system)
        assert actions.forget_attachments(by=system) == 1
    with as_owner():
        assert not Attachment.objects.exists()


def test_nothing_is_attached_to_a_restricted_copy(person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.coordinator)
    with acting_for(by):
        YoungPerson.objects.filter(pk=person.pk).update(moved_on=timezone.localdate())

    with pytest.raises(Refused, match="afgrænset kopi"):
        attachment_to(person, by)


def test_it_is_told_of_in_no_disclosure(
    client: Client, person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    attachment_to(person, actor_of(vestegnen.coordinator))

    assert SHOWS not in client.get(f"/unge/{person.pk}/giv-videre/").content.decode()


def test_the_page_costs_the_same_with_one_and_with_many(
    client: Client, person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.coordinator)
    attachment_to(person, by)
    with own_queries() as one:
        page = client.get(f"/unge/{person.pk}/").content.decode()
    for _ in range(4):
        attachment_to(person, by)
    with own_queries() as five:
        client.get(f"/unge/{person.pk}/")

    assert SHOWS in page
    assert NAME not in page.split("</title>")[0]
    assert len(five) == len(one)


def test_without_a_file_in_reach_nothing_is_attached(
    person: YoungPerson, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    stranger = actor_of(vestegnen.officer)
    kept = KeptFile(form=FileForm.TEXT, content=b"-")

    with acting_for(stranger), pytest.raises(Http404):
        actions.attach_file(person, described(), kept, by=stranger)
