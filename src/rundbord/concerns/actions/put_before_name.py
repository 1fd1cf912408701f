"""Put a file to other parties without its name; the way back to the file is the own authority's alone."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.actions.writing import refuse_restricted
from rundbord.concerns.models import PutBeforeName, YoungPerson
from rundbord.sharing.actions import QuestionTerms, ask_without_name


def put_before_name(person: YoungPerson, terms: QuestionTerms, *, by: Actor) -> UUID:
    """Ask, remember from which file, and give the key of the question."""
    by.must(Permission.WORK_CONCERNS)
    refuse_restricted(person.pk)
    question = ask_without_name(terms, by=by)
    PutBeforeName.objects.create(
        authority_id=by.authority_id,
        person=person,
        question_id=question.pk,
        put_at=timezone.now(),
        put_by=by.user_id,
        put_label=by.user_name,
    )
    audit.record(Event.PUT_BEFORE_NAME, about=person, by=by)
    return question.pk
