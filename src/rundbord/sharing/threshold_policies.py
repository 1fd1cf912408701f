"""Policies of questions without a name: who asks and who is asked, and nobody else at the table (ADR 0025)."""

from __future__ import annotations

from rundbord.access.row_policies import RowPolicy

_US = "(SELECT ctx.authority())"
_OUR_UNIT = "(SELECT ctx.unit())"
_HERE = "partnership_id = (SELECT ctx.partnership())"
_UPKEEP = "(SELECT ctx.purpose()) = 'upkeep'"
_TODAY = "(now() AT TIME ZONE 'Europe/Copenhagen')::date"
_SETTLED = "ANY ((SELECT ctx.settled_questions())::uuid[])"
_ASKED_BY_US = f"(authority_id = {_US} AND unit_id = {_OUR_UNIT})"


class PutToUnits(RowPolicy):
    """Questions of the own unit, and those that are put to it; the night sees those of its authority, to remind."""

    def visible(self) -> str:
        """Asked by us or put to us, at the table in session."""
        ours = f"SELECT 1 FROM identity_unit own WHERE own.authority_id = {_US} AND own.id = ANY (asked_units)"  # noqa: S608
        by_night = f"({_UPKEEP} AND (authority_id = {_US} OR EXISTS ({ours})))"
        return f"{_HERE} AND ({_ASKED_BY_US} OR {_OUR_UNIT} = ANY (asked_units) OR {by_night})"

    def changeable(self) -> str:
        """The asking unit decides, when the answers are there."""
        return f"{_HERE} AND {_ASKED_BY_US} AND id = {_SETTLED} AND decided_at IS NULL"

    def writable(self, command: str) -> str:
        """A new one names its writer, and units of other parties, none of which investigates (§ 115 stk. 2)."""
        if command != "insert":
            return f"{_HERE} AND {_ASKED_BY_US} AND decided_at IS NOT NULL"
        may_be_asked = (
            "SELECT 1 FROM identity_unit place WHERE place.id = put.unit"  # noqa: S608 — names from code
            " AND place.authority_id = ANY ((SELECT ctx.fellow_authorities())::uuid[])"
            f" AND place.authority_id <> {_US} AND place.kind <> 'investigation'"
        )
        wrong = f"EXISTS (SELECT 1 FROM unnest(asked_units) AS put (unit) WHERE NOT EXISTS ({may_be_asked}))"  # noqa: S608
        new = "asked_by = (SELECT ctx.user_id()) AND decided_at IS NULL AND cardinality(asked_units) > 0"
        return f"{_HERE} AND {_ASKED_BY_US} AND {new} AND NOT {wrong}"


class AnsweredByUnit(RowPolicy):
    """Answers: the own unit's at once; all of them for the asking unit when all have come or the time is up."""

    def visible(self) -> str:
        """Own ones, and those of own questions that are settled."""
        by_night = f"({_UPKEEP} AND authority_id = {_US})"
        return f"({_ASKED_BY_US} OR question_id = {_SETTLED} OR {by_night})"

    def writable(self, command: str) -> str:
        """A unit answers what is put to it, in its own name, while the question is open."""
        put = (
            "SELECT 1 FROM sharing_thresholdquestion asked WHERE asked.id = question_id"  # noqa: S608 — names from code
            f" AND {_OUR_UNIT} = ANY (asked.asked_units) AND asked.decided_at IS NULL AND asked.closes_on >= {_TODAY}"
        )
        return f"{_ASKED_BY_US} AND answered_by = (SELECT ctx.user_id()) AND EXISTS ({put})"
