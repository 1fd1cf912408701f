"""Places in offers — pladser i tilbud: one is taken with the offer that was accepted, and given back at the end."""

from __future__ import annotations

from django.db.models import F, Q

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.models import Intervention, Offer
from rundbord.interventions.rules.kinds import Outcome


def take_place(standing: Intervention, offer: Offer | None, outcome: Outcome | None, *, by: Actor) -> None:
    """Lower the free places of an own offer by one, where one is free; of two at once only one gets the last."""
    if offer is None:
        return
    if outcome is None or not outcome.takes_place:
        raise Refused({"place": ["Vælg kun en plads, når tilbuddet er taget imod."]})
    give_back_place(standing, by=by)
    own = Offer.objects.filter(pk=offer.pk, authority_id=by.authority_id, closed_at=None)
    if not own.filter(free__gt=0).update(free=F("free") - 1):
        raise Refused({"place": ["Den sidste plads er taget i mellemtiden. Vælg et andet tilbud."]})
    Intervention.objects.filter(pk=standing.pk).update(place=offer)
    audit.record(Event.PLACE_TAKEN, about=standing, by=by, details={"offer": str(offer.pk)})


def give_back_place(standing: Intervention, *, by: Actor) -> None:
    """Free the place that an intervention holds, once; a catalogue that was counted anew is never overfilled."""
    held = Intervention.objects.filter(pk=standing.pk).values_list("place_id", flat=True).first()
    if held is None or not Intervention.objects.filter(pk=standing.pk, place_id=held).update(place=None):
        return
    Offer.objects.filter(pk=held, free__lt=F("places")).update(free=F("free") + 1)
    audit.record(Event.PLACE_GIVEN_BACK, about=standing, by=by, details={"offer": str(held)})


def give_back_when_ended(standing: Intervention, *, by: Actor) -> None:
    """Free the place when the last step has been taken."""
    if Intervention.objects.filter(pk=standing.pk, ended_at__isnull=False, place__isnull=False).exists():
        give_back_place(standing, by=by)


def give_back_forgotten_places(*, by: Actor) -> int:
    """Free for the night what is held in files whose words are gone, or by what has ended; give how many."""
    by.must(Permission.WORK_CONCERNS)
    holding = Intervention.objects.filter(authority_id=by.authority_id, partnership_id=by.table_id, place__isnull=False)
    forgotten = Q(ended_at__isnull=False) | Q(person__data_key__destroyed_at__isnull=False)
    rows = list(holding.filter(forgotten))
    for each in rows:
        give_back_place(each, by=by)
    return len(rows)
