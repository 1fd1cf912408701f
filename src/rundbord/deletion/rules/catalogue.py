"""All rules, and one by its key."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.deletion.rules.citizens import EXIT, FILES, OTHERS, TOLD
from rundbord.deletion.rules.rule import Rule
from rundbord.deletion.rules.staff import STAFF

RULES: Mapping[str, Rule] = MappingProxyType({rule.key: rule for rule in (*FILES, *TOLD, *EXIT, *OTHERS, *STAFF)})
CHANGEABLE: tuple[Rule, ...] = tuple(rule for rule in RULES.values() if rule.is_changeable)


def rules_of(model: str) -> list[Rule]:
    """Give the rules that a model goes by."""
    return [rule for rule in RULES.values() if model in rule.models]
