"""Giving the name of a line that was taken up: a disclosure like any other, and the end of its sender's copy."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.deletion.actions import record_deletion
from rundbord.handover.models import GivenName, HandOverLine, LineAnswer
from rundbord.handover.queries.naming import Naming, content_of, named
from rundbord.handover.vocabulary import LineVerdict
from rundbord.keys.actions import destroy_data_key, make_data_key
from rundbord.keys.queries import open_key
from rundbord.sharing import actions as sharing

# Where the law names no last day for the recipient, the sender's own copy goes after a year.
_LONGEST = timedelta(days=365)


def give_name(line: HandOverLine, wish: Naming, *, by: Actor) -> GivenName:
    """Tell the unit who it is, if nothing stands against it; raise Refused with all that does."""
    by.must(Permission.DISCLOSE)
    standing = HandOverLine.objects.select_for_update().select_related("list").get(pk=line.pk)
    if standing.disclosure_id is not None:
        raise Refused("Navnet er allerede givet.")
    if not LineAnswer.objects.filter(line_id=line.pk, verdict=LineVerdict.TAKEN_UP).exists():
        raise Refused("Enheden har ikke taget linjen op. Navnet gives først derefter.")
    put = named(standing, open_key(standing.list.data_key_id), wish, by)
    own_key = make_data_key(by=by)
    told = sharing.Told(
        content=content_of(put),
        about_id=standing.pk,
        data_key_id=own_key.pk,
        addressees=(sharing.Addressee(recipient=put.proposal.recipients[0], unit=put.unit),),
    )
    [row] = sharing.disclose(put.proposal, told, by=by)
    standing.disclosure_id = row.pk
    standing.save(update_fields=["disclosure_id"])
    return GivenName.objects.create(
        authority_id=by.authority_id,
        unit_id=row.unit_id,
        disclosure_id=row.pk,
        data_key=own_key,
        ends_on=row.expires_on or timezone.localdate() + _LONGEST,
    )


def forget_given_names(*, by: Actor) -> int:
    """Destroy the keys of own copies whose last day has passed; give how many."""
    by.must(Permission.DISCLOSE)
    over = list(
        GivenName.objects.filter(authority_id=by.authority_id, ends_on__lt=timezone.localdate()).select_related(
            "data_key"
        )
    )
    for given in over:
        if given.data_key.destroyed_at is None:
            destroy_data_key(given.data_key, by=by)
        audit.record(Event.HAND_OVER_NAME_FORGOTTEN, about=given, by=by)
        given.delete()
        record_deletion("given_name", rows=1, keys=1, number=given.disclosure_id, by=by)
    return len(over)
