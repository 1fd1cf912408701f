"""An authority takes its own rows along: whole, sealed to itself, and without a row of another."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode
from collections.abc import Mapping
from datetime import timedelta

import pyrage
import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.audit.keeping import keep_log
from rundbord.audit.tree.growing import Frontier
from rundbord.departure.actions import clear_exports, order_export
from rundbord.departure.archive.tables import OWNER, exported, owned
from rundbord.departure.models import Export, ExportPiece
from rundbord.departure.rules.left_out import LEFT_OUT
from rundbord.notices.models import Notice
from tests.database import as_owner, as_worker
from tests.departure.archives import built, confirmed, opened, ordered, rows_of, sealed_bytes
from tests.factories.examples import Examples
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.logs import logged


@pytest.fixture
def identity() -> pyrage.x25519.Identity:
    """The private key, which Rundbord never sees."""
    return pyrage.x25519.Identity.generate()


def test_what_is_owned_is_in_the_archive_or_named_with_a_reason(
    examples: Examples, vestegnen: Vestegnen, actor_of: ActorOf, identity: pyrage.x25519.Identity
) -> None:
    export, order = ordered(identity, actor_of(vestegnen.leader))
    confirmed(order, actor_of(vestegnen.dpo))
    assert built(export)
    files = opened(sealed_bytes(export), identity)
    told = json.loads(files["indhold.json"])

    ours = str(vestegnen.gladsaxe.pk)
    for model in exported():
        label = model._meta.label
        with as_owner():
            there = {str(pk) for pk in model._default_manager.filter(**{OWNER: ours}).values_list("pk", flat=True)}
        rows = rows_of(files, label)
        # What was written while the archive was made, its own log and notices, may be newer than its part.
        missing = there - {str(row[model._meta.pk.attname]) for row in rows}
        assert not missing or label in {"notices.Notice"}, label
        assert {row[OWNER] for row in rows} <= {ours}, label
        assert told["slags"][label]["raekker"] == len(rows)
    assert {model._meta.label for model in owned()} == set(told["slags"]) | set(told["udeladt"]) & {
        model._meta.label for model in owned()
    }
    assert all(why.endswith(".") for why in LEFT_OUT.values())
    _is_described(files, told)
    _is_of_one_authority(files, vestegnen)


def _is_described(files: Mapping[str, bytes], told: dict[str, object]) -> None:
    """Hold every file against the sum that is told of it."""
    kinds: dict[str, dict[str, list[dict[str, str]]]] = told["slags"]  # type: ignore[assignment]
    log: dict[str, list[dict[str, str]]] = told["log"]  # type: ignore[assignment]
    listed = [part for kind in kinds.values() for part in kind["dele"]] + log["dele"] + log["blade"]
    for part in listed:
        assert hashlib.sha256(files[part["fil"]]).hexdigest() == part["sha256"]
    attached = [row["content"] for row in rows_of(files, "concerns.Attachment")]
    assert attached
    for file in attached:
        assert hashlib.sha256(files[file["fil"]]).hexdigest() == file["sha256"]
    assert "Ung Eksempel" in json.dumps(rows_of(files, "concerns.YoungPerson"), ensure_ascii=False)
    assert "age -d" in files["LÆS-MIG.txt"].decode()


def _is_of_one_authority(files: Mapping[str, bytes], vestegnen: Vestegnen) -> None:
    with as_owner():
        others = [
            str(pk)
            for model in (*exported(), *owned())
            for pk in model._default_manager.exclude(**{OWNER: vestegnen.gladsaxe.pk}).values_list("pk", flat=True)
        ]
    keys = {str(row[model._meta.pk.attname]) for model in exported() for row in rows_of(files, model._meta.label)}
    assert others
    assert keys & set(others) == set()


def test_the_log_comes_with_its_proof(
    vestegnen: Vestegnen, actor_of: ActorOf, identity: pyrage.x25519.Identity
) -> None:
    export, order = ordered(identity, actor_of(vestegnen.leader))
    confirmed(order, actor_of(vestegnen.dpo))
    with as_worker():
        keep_log()
    built(export)
    files = opened(sealed_bytes(export), identity)

    leaves = b"".join(content for name, content in sorted(files.items()) if name.startswith("log/blade/"))
    tree = Frontier()
    for first in range(0, len(leaves), 32):
        tree.add(leaves[first : first + 32])
    _, size, root, *_ = files["log/kontrolpunkt.txt"].decode().split("\n")
    assert (tree.size, tree.root()) == (int(size), b64decode(root))
    lines = [json.loads(line) for line in files["log/linjer/00001.jsonl"].decode().splitlines()]
    proved = [line for line in lines if line["plads"] is not None]
    assert {json.loads(line["linje"])["authority"] for line in lines} == {str(vestegnen.gladsaxe.pk)}
    assert {"deed_ordered", "deed_confirmed"} <= {json.loads(line["linje"])["event"] for line in proved}
    for line in proved:
        hashed = hashlib.sha256(b"\0" + line["linje"].encode() + bytes.fromhex(line["salt"])).digest()
        assert leaves[32 * line["plads"] :][:32] == hashed


def test_nothing_is_built_for_one_person_alone(
    vestegnen: Vestegnen, actor_of: ActorOf, identity: pyrage.x25519.Identity
) -> None:
    leader = actor_of(vestegnen.leader)
    export, _ = ordered(identity, leader)

    assert not built(export)
    system = system_of(export.authority_id, partnership_id=export.partnership_id)
    for writer in (leader, system):
        with acting_for(writer), pytest.raises(DatabaseError), transaction.atomic():
            ExportPiece.objects.create(authority_id=export.authority_id, export=export, number=0, content=b"x")
    with acting_for(leader), pytest.raises(Refused) as refused:
        order_export(str(identity), by=leader)
    assert "privat nøgle" in str(refused.value.reasons)
    secretary = actor_of(vestegnen.secretary)
    with acting_for(secretary), pytest.raises(NotPermitted):
        order_export(str(identity.to_public()), by=secretary)


def test_whoever_ordered_fetches_it_once_and_everybody_concerned_is_told(
    vestegnen: Vestegnen, client_of: ClientOf, identity: pyrage.x25519.Identity
) -> None:
    leader, dpo = client_of(vestegnen.leader), client_of(vestegnen.dpo)
    assert "ikke en offentlig nøgle" in leader.post("/udtraek/bestil/", {"recipient": "age1forkert"}).content.decode()
    to_order = leader.post("/udtraek/bestil/", {"recipient": str(identity.to_public())}).headers["Location"]
    assert str(identity.to_public()) in dpo.get(f"{to_order}bekraeft/").content.decode()
    dpo.post(f"{to_order}bekraeft/", {"agrees": "on"})
    with as_owner():
        export = Export.objects.get()
    here = f"/udtraek/{export.pk}/"
    assert "hentes" in leader.post(f"{here}hent/", {"part": 1}).content.decode()
    assert built(export)
    assert not built(export)

    assert "Hent" not in dpo.get(here).content.decode().partition("SHA-256")[2]
    assert "Kun den, der bestilte" in dpo.post(f"{here}hent/", {"part": 1}).content.decode()
    answer = leader.post(f"{here}hent/", {"part": 1})
    assert opened(b"".join(answer.streaming_content), identity)["LÆS-MIG.txt"]  # type: ignore[attr-defined]
    _is_closed_after_half_an_hour(export, leader, here)
    assert logged(Event.EXPORT_FETCHED, about=export) == 1
    assert logged(Event.EXPORT_BUILT, about=export) == 1
    with as_owner():
        assert {"deed_waits", "export_ready", "export_fetched"} <= set(Notice.objects.values_list("kind", flat=True))


def _is_closed_after_half_an_hour(export: Export, leader: object, here: str) -> None:
    with as_owner():
        Export.objects.update(fetched_at=timezone.now() - timedelta(minutes=31))
    assert "hentes" in leader.post(f"{here}hent/", {"part": 1}).content.decode()  # type: ignore[attr-defined]
    system = system_of(export.authority_id)
    with acting_for(system):
        assert clear_exports(by=system) == 1
    assert sealed_bytes(export) == b""


def test_other_authorities_and_roles_see_no_export(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf, identity: pyrage.x25519.Identity
) -> None:
    export, _ = ordered(identity, actor_of(vestegnen.leader))

    for user in (vestegnen.coordinator, vestegnen.herlev_case_worker):
        assert client_of(user).get(f"/udtraek/{export.pk}/").status_code in {403, 404}
    with acting_for(actor_of(vestegnen.herlev_case_worker)):
        assert not Export.objects.exists()
    with acting_for(actor_of(vestegnen.dpo)):
        assert Export.objects.update(fetched_at=timezone.now()) == 0
