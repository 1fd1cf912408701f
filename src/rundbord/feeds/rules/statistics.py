"""What is asked of the statistics bank: reported offences by place, and inhabitants to see them against."""

from __future__ import annotations

import json

from rundbord.feeds.rules.offences import ASKED_FOR


def questions(*, since: str) -> list[bytes]:
    """Write one question a table, for all places, so that the sums can be checked; axes left out are totals."""
    places = {"code": "OMRÅDE", "values": ["*"]}
    quarters = {"code": "Tid", "values": [f">={since}"]}
    offences = {"code": "OVERTRÆD", "values": list(ASKED_FOR)}
    asked = {"STRAF11": [places, offences, quarters], "FOLK1A": [places, quarters]}
    return [
        json.dumps(
            {"table": table, "format": "JSONSTAT", "lang": "da", "variables": variables}, ensure_ascii=False
        ).encode()
        for table, variables in asked.items()
    ]
