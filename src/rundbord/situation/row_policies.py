"""Rows that follow another: they reach exactly whom that one reaches, whoever writes them."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import OwnAuthority
from rundbord.partnership.row_policies import ByAudience

_HERE = "partnership_id = (SELECT ctx.partnership())"


class ReachesAsItsSource(ByAudience):
    """Rows written by any party that reads the source: owner, audience and unit are the source's own.

    So a verdict by the police on a municipality's narrow report stays in sight of that municipality, and no wider.
    """

    def __init__(self, *, table: str, is_optional: bool = False, **options: Any) -> None:
        """`table` is the policy's own; with `is_optional`, a row without a source is the writer's own."""
        super().__init__(**{"by_parties": True, "has_unit": True, **options})
        self.table = table
        self.is_optional = is_optional

    def writable(self, command: str) -> str:
        """A new row reaches as its source; a later change leaves the reach alone, since no action touches it."""
        if command != "insert":
            return self.changeable()
        source, _, column = self.parent.partition(".")
        follows = (
            f"EXISTS (SELECT 1 FROM {source} source WHERE source.id = {self.table}.{column}"  # noqa: S608 — from code
            f" AND source.authority_id = {self.table}.authority_id AND source.audience = {self.table}.audience"
            f" AND (source.audience <> 'unit' OR source.unit_id = {self.table}.unit_id))"
        )
        own = f"({column} IS NULL AND authority_id = (SELECT ctx.authority()))"
        reach = f"({own} OR {follows})" if self.is_optional else follows
        return f"{_HERE} AND {reach}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table, "is_optional": self.is_optional}


class OfOwnReport(OwnAuthority):
    """Rows of one authority about its own reports, hidden from every other party."""

    def writable(self, command: str) -> str:
        """A new row is about a report that the same authority owns and the writer sees."""
        own = (
            "EXISTS (SELECT 1 FROM situation_report report"
            " WHERE report.id = report_id AND report.authority_id = (SELECT ctx.authority()))"
        )
        return f"{self.visible()} AND {own}"


class ForReporter(OwnAuthority):
    """Rows of one authority that answer whoever wrote one of its reports, hidden from their colleagues."""

    def visible(self) -> str:
        """Own rows: what the user wrote, and what answers a report of the user's own."""
        mine = (
            "EXISTS (SELECT 1 FROM situation_report report"
            " WHERE report.id = report_id AND report.reporter_id = (SELECT ctx.user_id()))"
        )
        return f"{super().visible()} AND (written_by = (SELECT ctx.user_id()) OR {mine})"

    def writable(self, command: str) -> str:
        """A new row is about a report that was handed over, of the own authority, in the writer's name."""
        handed_over = (
            "EXISTS (SELECT 1 FROM situation_handedover given WHERE given.report_id = situation_reportanswer.report_id"
            " AND given.authority_id = (SELECT ctx.authority()))"
        )
        return f"{super().visible()} AND written_by = (SELECT ctx.user_id()) AND {handed_over}"
