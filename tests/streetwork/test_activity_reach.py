"""The database takes a view for the own side and place alone, lets nobody rewrite one, and hides it from others."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.streetwork.models import ActivityView
from rundbord.streetwork.rules.quarters import Quarter, quarter_on
from tests.factories import activity, rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen


def _this_quarter() -> Quarter:
    return quarter_on(timezone.localdate())


def _address(vestegnen: Vestegnen) -> str:
    return f"/gadearbejde/kortlaegning/{vestegnen.station.pk}/{_this_quarter().key}/"


@pytest.mark.parametrize(
    ("user", "side", "place"),
    [("coordinator", "police", "station"), ("officer", "ssp", "station"), ("coordinator", "ssp", "park")],
    ids=["kommune som politi", "politi som SSP", "SSP i en anden kommune"],
)
def test_the_database_takes_no_view_for_another_side_or_place(
    *, user: str, side: str, place: str, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    actor = actor_of(getattr(vestegnen, user))

    with acting_for(actor), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        ActivityView.objects.create(
            partnership_id=actor.table,
            authority_id=actor.authority_id,
            unit_id=actor.unit_id,
            audience="parties",
            area=getattr(vestegnen, place),
            quarter=_this_quarter().first_day,
            side=side,
            number=1,
            level="none",
            signs=[],
            sources=["own_eyes"],
            footing="sure",
            reason="Forfalsket.",
            stated_at=timezone.now(),
            stated_label="Forfalsket",
        )


def test_no_view_can_be_rewritten_or_removed(vestegnen: Vestegnen, actor_of: ActorOf) -> None:
    view = activity.view(vestegnen.station, vestegnen.local_police)

    for change in ({"level": "established"}, {"side": "ssp"}, {"stated_at": timezone.now()}):
        with (
            acting_for(actor_of(vestegnen.officer)),
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
        ):
            ActivityView.objects.filter(pk=view.pk).update(**change)
    with (
        acting_for(actor_of(vestegnen.officer)),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        ActivityView.objects.filter(pk=view.pk)._raw_delete("default")


def test_others_than_the_parties_find_no_such_area(vestegnen: Vestegnen, client_of: ClientOf) -> None:
    rows.area(vestegnen.other_partnership, "Et sted udenfor", vestegnen.outside)

    assert client_of(vestegnen.outsider).get(_address(vestegnen)).status_code == 404
    assert client_of(vestegnen.caretaker).get(_address(vestegnen)).status_code == 403
