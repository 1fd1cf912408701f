"""Writing down a consent — samtykke; and taking it back in one act (forvaltningsloven § 28 stk. 3-4)."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.concerns.actions.writing import held, part, sealed
from rundbord.concerns.models import Consent, YoungPerson
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.rules.consenting import GivenConsent, objections_to_consent, outsiders_as_text
from rundbord.sharing.actions import withdraw_told

# The night after does it; more nights where one failed.
_LOOKED_BACK = timedelta(days=14)


def record_consent(person: YoungPerson, given: GivenConsent, *, is_written: bool, by: Actor) -> Consent:
    """Write down whose yes it was, to whom, what and what for, and until when."""
    file = held(person, by=by)
    objections = objections_to_consent(given, today=timezone.localdate())
    if objections or given.given_on is None or given.valid_until is None:
        raise Refused(objections)
    consent = Consent(
        **part(file),
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=by.user_name,
        given_by=list(given.given_by),
        recipients=list(given.recipients),
        purposes=list(given.purposes),
        classes=list(given.classes),
        given_on=given.given_on,
        valid_until=given.valid_until,
        is_written=is_written,
        is_informed=given.is_informed,
        is_free=given.is_free,
    )
    consent.outsiders = sealed(consent, "outsiders", outsiders_as_text(given.outsiders), key_of(file))
    consent.save(force_insert=True)
    audit.record(Event.CONSENT_RECORDED, about=file, by=by)
    return consent


def withdraw_consent(consent_id: UUID, *, by: Actor) -> Consent:
    """Take a consent back from today on, without a reason, and with it whatever was told on it; twice is once."""
    by.must(Permission.WORK_CONCERNS)
    consent = Consent.objects.select_for_update().filter(pk=consent_id).first()
    if consent is None:
        raise Http404
    if consent.withdrawn_on is None:
        consent.withdrawn_on = timezone.localdate()
        consent.save(update_fields=["withdrawn_on"])
        audit.record(Event.CONSENT_WITHDRAWN, about=consent.person, by=by)
        withdraw_told([consent.pk], by=by)
    return consent


def withdraw_left_over(*, by: Actor) -> int:
    """Take back what rested on a consent withdrawn lately and was out of reach of whoever noted it; give how many."""
    by.must(Permission.DISCLOSE)
    since = timezone.localdate() - _LOOKED_BACK
    withdrawn = Consent.objects.filter(authority_id=by.authority_id, withdrawn_on__gte=since)
    return withdraw_told(list(withdrawn.values_list("pk", flat=True)), by=by)
