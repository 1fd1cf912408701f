"""Policies of reports: drafted by the parties together, and fixed once approved."""

from __future__ import annotations

from rundbord.partnership.row_policies import InPartnership


class FixedOnceApproved(InPartnership):
    """Reports of the partnership; only a draft can be changed, and approving is its last change."""

    def changeable(self) -> str:
        """Drafts alone."""
        return f"{self.visible()} AND approved_at IS NULL"

    def writable(self, command: str) -> str:
        """A new one is a draft; a changed one may be approved by the change."""
        return f"{self.visible()} AND approved_at IS NULL" if command == "insert" else self.visible()


class InDraftReport(InPartnership):
    """What is written into a report, as long as it is a draft."""

    def writable(self, command: str) -> str:
        """The own authority's, in a draft that we see."""
        draft = (
            "EXISTS (SELECT 1 FROM insight_periodreport draft WHERE draft.id = report_id AND draft.approved_at IS NULL)"
        )
        return f"{super().writable(command)} AND {draft}"
