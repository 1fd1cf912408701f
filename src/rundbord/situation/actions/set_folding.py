"""Choosing which categories the partnership folds away in its inbox."""

from __future__ import annotations

from collections.abc import Collection

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.partnership.models import FoldingRule
from rundbord.situation.queries.folding import folded_now
from rundbord.situation.vocabulary import Category


def set_folding(folded: Collection[Category], *, by: Actor) -> None:
    """Fold these categories and no others, for all parties; rows are written for what changes."""
    by.must(Permission.TRIAGE)
    changes = folded_now() ^ frozenset(folded)
    for category in changes:
        FoldingRule.objects.update_or_create(
            partnership_id=by.table, category=category.value, defaults={"is_folded": category in folded}
        )
    if changes:
        audit.record(Event.FOLDING_RULE_SET, by=by, details={"folded": ",".join(sorted(folded))})
