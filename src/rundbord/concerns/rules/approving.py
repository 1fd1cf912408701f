"""Another than the writer approves that the family is told later (databeskyttelsesloven § 22)."""

from __future__ import annotations

from collections.abc import Mapping

from rundbord.concerns.rules.notices import NoticeStanding


def objections_to_approval(*, writer: str, approver: str, standing: NoticeStanding) -> Mapping[str, list[str]]:
    """Give every reason why somebody cannot approve a deferral; users by any key."""
    said = []
    if writer == approver:
        said.append("Den, der har skrevet udskydelsen, kan ikke selv godkende den.")
    if standing is not NoticeStanding.WAITS:
        said.append("Der er ingen udskydelse, der venter på godkendelse.")
    return {"": said} if said else {}
