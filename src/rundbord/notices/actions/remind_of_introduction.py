"""Reminding a user, a month before, that their passed introduction to the rules ends."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.models import IntroductionPass
from rundbord.identity.queries import passes_to_remind_of
from rundbord.notices.actions.notify import notify
from rundbord.notices.actions.order_mail import Recipient
from rundbord.notices.vocabulary import NoticeKind


def remind_of_introduction(*, by: Actor) -> int:
    """Tell each user of the own authority once for each pass, and say how many were told."""
    due = passes_to_remind_of()
    for each in due:
        to = Recipient(authority_id=each.authority_id, user_id=each.user_id)
        notify(NoticeKind.INTRODUCTION_ENDS, reverse("identity:introduction"), [to], by=by)
    IntroductionPass.objects.filter(pk__in=[each.pk for each in due]).update(reminded_at=timezone.now())
    return len(due)
