"""Rows for named recipients: what one authority sends, others read, and their receipts are theirs to give."""

from __future__ import annotations

from rundbord.access.row_policies import RowPolicy
from rundbord.partnership.row_policies import ByAudience

_FOR_US = "recipient_id = (SELECT ctx.authority())"
_HERE = "partnership_id = (SELECT ctx.partnership())"


class ReceiptByRecipient(ByAudience):
    """Receipts that all parties see; written by the sender, answered by the recipient's authority alone."""

    def changeable(self) -> str:
        """Only what was sent to us."""
        return f"({_FOR_US} AND {_HERE})"


class SentHere(RowPolicy):
    """For partners outside the parties: receipts that wait for the own authority, and nobody else's."""

    def visible(self) -> str:
        """Only what was sent to us."""
        return f"{_FOR_US} AND {_HERE}"


class NamedRecipient(RowPolicy):
    """For partners outside the parties: notices that name the own authority as a recipient."""

    def visible(self) -> str:
        """Notices with a receipt of ours."""
        named = "SELECT 1 FROM alerts_safetyreceipt receipt WHERE receipt.notice_id = alerts_safetynotice.id"
        return f"{_HERE} AND EXISTS ({named} AND receipt.{_FOR_US})"
