"""Keep offers — før tilbud: a municipality's own catalogue, and how many places are free."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.sorting import sort_key
from rundbord.audit import Event
from rundbord.interventions.models import Offer
from rundbord.interventions.rules.offers import objections_to_offer
from rundbord.interventions.rules.sides import side_of
from rundbord.interventions.vocabulary import OfferKind, Side


@dataclass(frozen=True, kw_only=True)
class OfferTerms:
    """What is offered, to whom, by whom, and how many places there are."""

    name: str
    kind: OfferKind
    words: str
    contact: str
    from_age: int
    to_age: int
    places: int
    free: int


def add_offer(terms: OfferTerms, *, overridden: Collection[str] = (), by: Actor) -> Offer:
    """Put an offer into the own municipality's catalogue."""
    _refuse_wrong(terms, by)
    offer = Offer.objects.create(
        partnership_id=by.table, authority_id=by.authority_id, **_columns(terms), **_counted(by)
    )
    _note(offer, overridden, by)
    return offer


def change_offer(offer: Offer, terms: OfferTerms, *, overridden: Collection[str] = (), by: Actor) -> Offer:
    """Put right what is offered, or count the places anew."""
    _refuse_wrong(terms, by)
    Offer.objects.filter(pk=offer.pk, closed_at=None).update(**_columns(terms), **_counted(by))
    _note(offer, overridden, by)
    return offer


def close_offer(offer: Offer, *, by: Actor) -> None:
    """Take an offer out of the catalogue."""
    by.must(Permission.WORK_CONCERNS)
    Offer.objects.filter(pk=offer.pk, closed_at=None).update(closed_at=timezone.now())
    _note(offer, (), by)


def _refuse_wrong(terms: OfferTerms, by: Actor) -> None:
    by.must(Permission.WORK_CONCERNS)
    if side_of(by.authority_kind) is not Side.MUNICIPALITY:
        raise Refused("Tilbud føres af kommunerne.")
    if objections := objections_to_offer(
        from_age=terms.from_age, to_age=terms.to_age, places=terms.places, free=terms.free
    ):
        raise Refused(objections)


def _columns(terms: OfferTerms) -> dict[str, object]:
    return {
        "name": terms.name.strip(),
        "sort_key": sort_key(terms.name.strip()),
        "kind": terms.kind.value,
        "words": terms.words.strip(),
        "contact": terms.contact.strip(),
        "from_age": terms.from_age,
        "to_age": terms.to_age,
        "places": terms.places,
        "free": terms.free,
    }


def _counted(by: Actor) -> dict[str, object]:
    return {"counted_at": timezone.now(), "counted_label": by.user_name}


def _note(offer: Offer, overridden: Collection[str], by: Actor) -> None:
    audit.record(Event.OFFER_KEPT, about=offer, by=by)
    audit.record_overriding(overridden, about=offer, by=by)
