"""Passing the introduction to the rules: all situations answered rightly at once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import IntroductionPass
from rundbord.identity.rules.introduction import VERSION, explanations_of_wrong


def pass_introduction(answers: Mapping[str, str], *, by: Actor) -> IntroductionPass:
    """Note that the user has passed, or raise Refused with an explanation for each situation answered wrongly.

    What was answered wrongly, and how often, is kept nowhere.
    """
    by.must(Permission.SEE_DAY)
    if wrong := explanations_of_wrong(answers):
        raise Refused(wrong)
    now = timezone.now()
    passed = IntroductionPass(
        authority_id=by.authority_id,
        user_id=by.user_id,
        version=VERSION,
        passed_at=now,
        holds_until=timezone.localdate(now) + timedelta(days=settings.INTRODUCTION_DAYS),
    )
    passed.save(force_insert=True)
    audit.record(Event.INTRODUCTION_PASSED, about=passed, by=by, details={"version": VERSION})
    return passed
