"""One authority's own matter: ordered and confirmed within it, and no other authority notices."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import system_of
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.foureyes.actions import confirm, order_new_key
from rundbord.foureyes.models import Confirmation, Order
from rundbord.notices.models import Notice
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _order(vestegnen: Vestegnen, client_of: ClientOf) -> Order:
    answer = client_of(vestegnen.leader).post("/to-personer/ny-noegle/", {"agrees": "on"})
    assert answer.status_code == 302
    with as_owner():
        return Order.objects.get()


def test_another_of_the_same_authority_confirms_and_the_operator_is_waited_for(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    order, leader = _order(vestegnen, client_of), actor_of(vestegnen.leader)
    with acting_for(leader), pytest.raises(Refused, match="selv bestilt"):
        confirm(order, by=leader)
    dpo = client_of(vestegnen.dpo)

    assert order.words in dpo.get(f"/to-personer/{order.pk}/bekraeft/").content.decode()
    assert dpo.post(f"/to-personer/{order.pk}/bekraeft/", {"agrees": "on"}).status_code == 302

    assert "Bekræftet, udføres" in dpo.get("/to-personer/").content.decode()
    with as_owner():
        assert {each.role for each in Notice.objects.filter(kind="deed_waits")} == {"leader", "dpo"}


def test_other_authorities_and_other_roles_neither_see_nor_confirm_nor_order(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    order = _order(vestegnen, client_of)
    herlev = rows.user(vestegnen.herlev_ssp, Role.LEADER, sign_in_name="herlevs-leder")
    with as_owner():
        Order.objects.update(lapses_at=timezone.now() + timedelta(days=3650))

    for user in (herlev, vestegnen.secretary, vestegnen.coordinator):
        assert client_of(user).get(f"/to-personer/{order.pk}/").status_code == 404
    assert order.words not in client_of(herlev).get("/to-personer/").content.decode()
    other = actor_of(herlev)
    said = Confirmation(
        authority_id=other.authority_id,
        partnership_id=other.table,
        order=order,
        confirmed_by=other.user_id,
        confirmed_label="x",
        at=timezone.now(),
    )
    with acting_for(other):
        assert not Order.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            said.save(force_insert=True)
    secretary = actor_of(vestegnen.secretary)
    with acting_for(secretary), pytest.raises(NotPermitted):
        order_new_key(by=secretary)


def test_nobody_says_in_the_machines_place_that_it_was_carried_out(
    vestegnen: Vestegnen, client_of: ClientOf, actor_of: ActorOf
) -> None:
    _order(vestegnen, client_of)
    with acting_for(actor_of(vestegnen.dpo)):
        assert Order.objects.update(carried_out_at=timezone.now()) == 0
    elsewhere = system_of(vestegnen.herlev.pk, partnership_id=vestegnen.partnership.pk)
    with acting_for(elsewhere):
        assert Order.objects.update(carried_out_at=timezone.now()) == 0
