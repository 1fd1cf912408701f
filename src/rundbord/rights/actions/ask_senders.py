"""Asking the authorities that once told something whether it may be handed out, and answering as one of them."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.keys.actions import make_key_for
from rundbord.keys.places import place_of
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.rights.actions.holding import held_open
from rundbord.rights.models import RightsRequest, SenderQuestion
from rundbord.rights.queries.items import ItemView, items_of
from rundbord.rights.queries.requests import opened
from rundbord.rights.rules.deciding import objections_to_sender_answer
from rundbord.rights.vocabulary import SenderAnswer, WithholdBasis

_TIME_TO_ANSWER = timedelta(days=10)


def ask_senders(request: RightsRequest, *, by: Actor) -> int:
    """Put one question for each copy whose sender has not been asked; give how many."""
    standing = held_open(request, by=by)
    unasked: dict[UUID, list[ItemView]] = {}
    for each in items_of(opened(standing)):
        if each.has_sender and each.question is None and each.asked_about:
            unasked.setdefault(each.asked_about, []).append(each)
    for asked_about, items in unasked.items():
        _ask(standing, asked_about, items, by)
    for sender_id in sorted({items[0].item.sender_id for items in unasked.values()}, key=str):
        _tell(NoticeKind.SENDER_ASKED, sender_id, reverse("rights:asked"), by)
    return len(unasked)


def _ask(request: RightsRequest, asked_about: UUID, items: list[ItemView], by: Actor) -> None:
    sender_id = items[0].item.sender_id
    if sender_id is None:
        return
    key = make_key_for(owner=sender_id, under=Permission.HANDLE_RIGHTS, by=by)
    question = SenderQuestion(
        authority_id=sender_id,
        asking_id=by.authority_id,
        partnership_id=by.table,
        request_id=request.pk,
        disclosure_id=asked_about,
        data_key_id=key.key_id,
        asked_at=timezone.now(),
        asked_by=by.user_id,
        asked_label=by.user_name,
        answer_by=min(timezone.localdate() + _TIME_TO_ANSWER, request.due_on),
    )
    text = "\n\n".join(each.text for each in items)
    question.words = key.seal(text, at=place_of(question, "words"))
    question.save(force_insert=True)
    audit.record(Event.SENDER_ASKED, about=request, by=by, details={"question": str(question.pk)})


def answer_sender_question(
    question: SenderQuestion, answer: SenderAnswer, *, basis: WithholdBasis | None = None, by: Actor
) -> None:
    """Say, once, whether what the own authority told may be handed out."""
    by.must(Permission.HANDLE_RIGHTS)
    wrong = objections_to_sender_answer(answer, basis)
    if wrong:
        raise Refused(wrong)
    waits = SenderQuestion.objects.select_for_update().filter(pk=question.pk, authority_id=by.authority_id)
    standing = waits.first()
    if standing is None:
        raise Refused("Spørgsmålet er allerede besvaret.") if _is_ours(question, by) else Http404
    standing.answer, standing.basis = answer.value, basis.value if basis and answer is SenderAnswer.NOT else ""
    standing.answered_at, standing.answered_by, standing.answered_label = timezone.now(), by.user_id, by.user_name
    standing.save(update_fields=["answer", "basis", "answered_at", "answered_by", "answered_label"])
    audit.record(Event.SENDER_ANSWERED, about=standing, by=by, details={"answer": answer.value})
    _tell(NoticeKind.SENDER_ANSWERED, standing.asking_id, reverse("rights:requests"), by)


def _is_ours(question: SenderQuestion, by: Actor) -> bool:
    return SenderQuestion.objects.filter(pk=question.pk, authority_id=by.authority_id).exists()


def _tell(kind: NoticeKind, authority_id: UUID | None, path: str, by: Actor) -> None:
    if authority_id is not None:
        notify(kind, path, [Recipient(authority_id=authority_id, role=Role.REGISTRAR.value)], by=by)
