"""A party joins or leaves when two persons want it: one alone is refused by screen, by action and by statement."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.session import acting_for
from rundbord.foureyes.actions import confirm, withdraw
from rundbord.foureyes.models import Confirmation, Order
from rundbord.identity.models import SignIn
from rundbord.notices.models import Notice
from rundbord.partnership.models import Party
from tests.database import as_log_keeper, as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _admit(client: Client, vestegnen: Vestegnen) -> None:
    client.post(
        "/partnerskab/parter/ny/", {"authority": str(vestegnen.outside.pk), "joined_on": str(timezone.localdate())}
    )


def _end(client: Client, vestegnen: Vestegnen) -> None:
    with as_owner():
        party = Party.objects.get(authority=vestegnen.herlev)
    client.post(f"/partnerskab/parter/{party.pk}/udtraed/", {"left_on": str(timezone.localdate())})


def _is_admitted(vestegnen: Vestegnen) -> bool:
    with as_owner():
        return Party.objects.filter(partnership=vestegnen.partnership, authority=vestegnen.outside).exists()


def _is_ended(vestegnen: Vestegnen) -> bool:
    with as_owner():
        return Party.objects.get(authority=vestegnen.herlev).left_on is not None


Want = Callable[[Client, Vestegnen], None]
Is = Callable[[Vestegnen], bool]
DEEDS = pytest.mark.parametrize(("want", "is_done"), [(_admit, _is_admitted), (_end, _is_ended)], ids=["admit", "end"])


def _ordered() -> Order:
    with as_owner():
        return Order.objects.get()


@DEEDS
def test_nothing_happens_until_another_confirms(
    want: Want, is_done: Is, vestegnen: Vestegnen, client_of: ClientOf
) -> None:
    want(client_of(vestegnen.secretary), vestegnen)
    assert not is_done(vestegnen)
    order = _ordered()
    leader = client_of(vestegnen.leader)

    page = leader.get(f"/to-personer/{order.pk}/bekraeft/").content.decode()
    assert order.words in page
    unread = leader.post(f"/to-personer/{order.pk}/bekraeft/", {})
    assert "agrees" in unread.context["form"].errors
    assert not is_done(vestegnen)

    assert leader.post(f"/to-personer/{order.pk}/bekraeft/", {"agrees": "on"}).status_code == 302
    assert is_done(vestegnen)
    with as_owner():
        said = Confirmation.objects.get()
    assert (said.confirmed_by, order.ordered_by) == (vestegnen.leader.pk, vestegnen.secretary.pk)


@DEEDS
def test_one_alone_is_refused_by_screen_action_and_statement(  # noqa: PLR0917 - pytest gives fixtures by name
    want: Want, is_done: Is, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client, actor = client_of(vestegnen.secretary), actor_of(vestegnen.secretary)
    want(client, vestegnen)
    order = _ordered()

    answer = client.post(f"/to-personer/{order.pk}/bekraeft/", {"agrees": "on"})
    assert "En anden end den, der bestilte" in answer.content.decode()
    with acting_for(actor), pytest.raises(Refused, match="selv bestilt"):
        confirm(order, by=actor)
    said = Confirmation(
        authority_id=actor.authority_id,
        partnership_id=actor.table,
        order=order,
        confirmed_by=actor.user_id,
        confirmed_label="x",
        at=timezone.now(),
    )
    with acting_for(actor), pytest.raises(DatabaseError), transaction.atomic():
        said.save(force_insert=True)
    _tries_the_act_itself(vestegnen, actor_of)
    assert not is_done(vestegnen)


def _tries_the_act_itself(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    """Write the act without a confirmation: the secretary, and a leader who confirmed nothing."""
    for user in (vestegnen.secretary, vestegnen.leader):
        with acting_for(actor_of(user)):
            with pytest.raises(DatabaseError), transaction.atomic():
                Party.objects.create(
                    partnership=vestegnen.partnership,
                    authority=vestegnen.outside,
                    kind=vestegnen.outside.kind,
                    joined_on=timezone.localdate(),
                )
            with pytest.raises(DatabaseError), transaction.atomic():
                Party.objects.filter(authority=vestegnen.herlev).update(left_on=timezone.localdate())


def test_a_confirmation_holds_for_what_was_ordered_alone(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _admit(client_of(vestegnen.secretary), vestegnen)
    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        confirm(_ordered(), by=leader)

        with pytest.raises(DatabaseError), transaction.atomic():
            Party.objects.create(
                partnership=vestegnen.partnership,
                authority=vestegnen.outside,
                kind=vestegnen.outside.kind,
                joined_on=timezone.localdate() + timedelta(days=30),
            )


@pytest.mark.parametrize("state", ["withdrawn", "lapsed"])
def test_what_was_withdrawn_or_has_lapsed_is_confirmed_by_nobody(
    state: str, vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    client = client_of(vestegnen.secretary)
    _admit(client, vestegnen)
    if state == "withdrawn":
        client.post(f"/to-personer/{_ordered().pk}/")
    else:
        with as_owner():
            long_ago = timezone.now() - timedelta(days=8)
            Order.objects.update(ordered_at=long_ago, lapses_at=long_ago + timedelta(days=7))

    leader = actor_of(vestegnen.leader)
    with acting_for(leader), pytest.raises(Refused, match="venter ikke længere"):
        confirm(_ordered(), by=leader)
    said = Confirmation(
        authority_id=leader.authority_id,
        partnership_id=leader.table,
        order=_ordered(),
        confirmed_by=leader.user_id,
        confirmed_label="x",
        at=timezone.now(),
    )
    with acting_for(leader), pytest.raises(DatabaseError), transaction.atomic():
        said.save(force_insert=True)
    assert not _is_admitted(vestegnen)


def test_a_fresh_proof_is_wanted(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    _admit(client_of(vestegnen.secretary), vestegnen)
    leader = client_of(vestegnen.leader)
    with as_owner():
        SignIn.objects.update(proved_at=timezone.now() - timedelta(minutes=6))

    answer = leader.post(f"/to-personer/{_ordered().pk}/bekraeft/", {"agrees": "on"})

    assert answer.status_code == 302
    assert "bekraeft-dig" in answer.headers["Location"] or "videre" in answer.headers["Location"]
    assert not _is_admitted(vestegnen)


def test_others_see_no_order_and_withdraw_none(vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf) -> None:
    _admit(client_of(vestegnen.secretary), vestegnen)
    order = _ordered()

    for user in (vestegnen.coordinator, vestegnen.officer, vestegnen.outsider, vestegnen.caretaker):
        assert client_of(user).get(f"/to-personer/{order.pk}/").status_code == 404
        assert client_of(user).get("/to-personer/").status_code == 404
    leader, coordinator = actor_of(vestegnen.leader), actor_of(vestegnen.coordinator)
    with acting_for(leader), pytest.raises(NotPermitted):
        withdraw(order, by=leader)
    with acting_for(leader):
        assert Order.objects.filter(pk=order.pk).update(withdrawn_at=timezone.now()) == 0
    with acting_for(coordinator), pytest.raises(NotPermitted):
        confirm(order, by=coordinator)


def test_ordering_and_confirming_stand_in_the_log_and_the_second_is_told(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _admit(client_of(vestegnen.secretary), vestegnen)
    leader = actor_of(vestegnen.leader)
    with acting_for(leader):
        confirm(_ordered(), by=leader)

    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT event, actor FROM audit.event WHERE event IN ('deed_ordered', 'deed_confirmed', 'party_joined')"
            " ORDER BY taken_at"
        )
        lines = cursor.fetchall()
    assert lines == [
        ("deed_ordered", vestegnen.secretary.pk),
        ("party_joined", vestegnen.leader.pk),
        ("deed_confirmed", vestegnen.leader.pk),
    ]
    with as_owner():
        assert {each.role for each in Notice.objects.filter(kind="deed_waits")} == {"leader", "secretary"}


def test_the_list_says_how_each_stands(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    assert "Ingen bestillinger" in client_of(vestegnen.leader).get("/to-personer/").content.decode()
    _admit(client_of(vestegnen.secretary), vestegnen)

    assert "Venter på en anden" in client_of(vestegnen.leader).get("/to-personer/").content.decode()
    assert "Træk tilbage" in client_of(vestegnen.secretary).get(f"/to-personer/{_ordered().pk}/").content.decode()
