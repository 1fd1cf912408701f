"""An enquiry about exit — henvendelse: before consent a first name, a contact and a sentence are all that is kept."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import add_move, key_of, label_of, sealed, settle
from rundbord.interventions.exit_vocabulary import ExitState
from rundbord.interventions.models import ExitCase
from rundbord.interventions.rules.exit_consent import objections_to_enquiry
from rundbord.keys.actions import make_data_key


def open_enquiry(*, called: str, contact: str, enquiry: str, is_adult: bool, by: Actor) -> ExitCase:
    """Keep an enquiry under a key of its own; whoever writes it is responsible, and it goes if no consent comes."""
    by.must(Permission.COORDINATE_EXIT)
    if objections := objections_to_enquiry(called=called, contact=contact, enquiry=enquiry, is_adult=is_adult):
        raise Refused(objections)
    today = timezone.localdate()
    case = ExitCase(
        authority_id=by.authority_id,
        partnership_id=by.table,
        responsible_id=by.user_id,
        responsible_label=label_of(by),
        data_key=make_data_key(by=by),
        state=ExitState.ENQUIRY.value,
        state_since=today,
        opened_at=timezone.now(),
        delete_on=today + timedelta(days=settings.EXIT_ENQUIRY_DAYS),
    )
    key = key_of(case)
    for column, text in (("called", called), ("contact", contact), ("enquiry", enquiry)):
        setattr(case, column, sealed(case, column, text, key))
    case.save(force_insert=True)
    add_move(case, ExitState.ENQUIRY, by=by)
    settle(case)
    audit.record(Event.EXIT_OPENED, about=case, by=by)
    return case
