"""Which categories the partnership in session folds away."""

from __future__ import annotations

from rundbord.partnership.models import FoldingRule
from rundbord.situation.rules.triage import folded_categories
from rundbord.situation.vocabulary import Category


def folded_now() -> frozenset[Category]:
    """Read the rules; a category without one follows the default."""
    return folded_categories(dict(FoldingRule.objects.values_list("category", "is_folded")))
