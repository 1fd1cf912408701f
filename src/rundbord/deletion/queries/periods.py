"""The periods that are in force in an authority: the longest that the law and the settings allow, or a shorter one."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings

from rundbord.deletion.models import PeriodDecision
from rundbord.deletion.rules.catalogue import CHANGEABLE, RULES
from rundbord.deletion.rules.rule import Rule


def longest_of(rule: Rule) -> int:
    """Give the longest period in days: what the operator's setting says, else the rule."""
    longest = getattr(settings, rule.setting) if rule.setting else rule.days
    return int(longest or 0)


def days_of(key: str, authority_id: UUID) -> int:
    """Give the days in force for one rule in one authority: the newest approved word, never past the longest."""
    longest = longest_of(RULES[key])
    approved = PeriodDecision.objects.filter(authority_id=authority_id, is_approved=True, proposal__rule=key)
    newest = approved.order_by("-said_at", "-id").values_list("proposal__days", flat=True).first()
    return longest if newest is None else min(newest, longest)


def periods_of(authority_id: UUID) -> dict[str, int]:
    """Give the days in force for each rule that an authority may change, with one query."""
    approved = PeriodDecision.objects.filter(authority_id=authority_id, is_approved=True).order_by("said_at", "id")
    newest = dict(approved.values_list("proposal__rule", "proposal__days"))
    return {rule.key: min(newest.get(rule.key, longest_of(rule)), longest_of(rule)) for rule in CHANGEABLE}
