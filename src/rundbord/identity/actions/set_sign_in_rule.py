"""Demanding a second factor of everybody who acts for an authority, or of those alone whose role reaches persons."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.identity.models import SignInRule


def set_sign_in_rule(*, for_everybody: bool, by: Actor) -> None:
    """Set the own authority's rule; it holds from the next request of everybody who is signed in."""
    by.must(Permission.ADMINISTER_USERS)
    rule, _ = SignInRule.objects.update_or_create(
        authority_id=by.authority_id,
        defaults={"second_factor_for_everybody": for_everybody, "changed_at": timezone.now()},
    )
    audit.record(Event.SIGN_IN_RULE_SET, about=rule, by=by, details={"for_everybody": for_everybody})
