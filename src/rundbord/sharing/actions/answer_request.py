"""Answering a request: share, partly, decline or refer; nobody owes a reason (retsplejeloven § 115 stk. 4)."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.actions.telling import function_label, tell_readers
from rundbord.sharing.models import Disclosure, ReceivedDisclosure, RequestAnswer
from rundbord.sharing.rules.answers import AnswerObjection, Reply, objections_to_reply
from rundbord.sharing.rules.functions import READING_FUNCTIONS
from rundbord.sharing.vocabulary import Answer

_FIELD_OF = {AnswerObjection.REFERRED_NOWHERE: "referred_to", AnswerObjection.REFERRED_BACK: "referred_to"}
_TOO_LATE = {"request_answered_once": {"": AnswerObjection.ANSWERED_ALREADY.label}}


def answer_request(
    received: ReceivedDisclosure, answer: Answer, *, referred_to: Unit | None = None, by: Actor
) -> RequestAnswer:
    """Answer once; a "yes" stands only when something was passed on in answer."""
    by.must(Permission.DISCLOSE)
    if not received.asks:
        raise Refused("Det er ikke en anmodning.")
    _must_stand(received, answer, referred_to, by=by)
    row = RequestAnswer(
        disclosure_id=received.disclosure_id,
        authority_id=by.authority_id,
        sender_id=received.sender_id,
        answer=answer.value,
        referred_to=referred_to if answer == Answer.REFER else None,
        at=timezone.now(),
        by=by.user_id,
        label=function_label(by),
    )
    with refusing_collisions(_TOO_LATE):
        row.save(force_insert=True)
    audit.record(Event.REQUEST_ANSWERED, about=received, by=by)
    tell_readers(NoticeKind.REQUEST_ANSWERED, received.sender_unit, READING_FUNCTIONS, by=by, at="sharing:told_list")
    return row


def _must_stand(received: ReceivedDisclosure, answer: Answer, referred_to: Unit | None, *, by: Actor) -> None:
    given = Disclosure.objects.filter(
        authority_id=by.authority_id,
        in_answer_to=received.disclosure_id,
        recipient_unit_id=received.sender_unit_id,
    )
    reply = Reply(
        answer=answer,
        asker=str(received.sender_unit_id),
        asked=str(received.unit_id),
        disclosures=given.count(),
        referred_to=str(referred_to.pk) if referred_to else "",
        is_answered=RequestAnswer.objects.filter(
            disclosure_id=received.disclosure_id, authority_id=by.authority_id
        ).exists(),
    )
    reasons: dict[str, list[str]] = {}
    for each in objections_to_reply(reply):
        reasons.setdefault(_FIELD_OF.get(each, ""), []).append(each.label)
    if reasons:
        raise Refused(reasons)
