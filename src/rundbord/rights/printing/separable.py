"""The answer for a machine: the same that the letter says, each source apart (GDPR article 15(3) and 20)."""

from __future__ import annotations

import json

from rundbord.rights.queries.answers import ALWAYS, AnswerView


def answer_as_json(answer: AnswerView) -> str:
    """Write it as JSON, with Danish keys, since a person gets it."""
    told = {
        "myndighed": answer.authority,
        "anmodning": answer.title,
        "oplysninger": [
            {
                "hvad": each.heading,
                "kilde": each.source,
                "dato": each.on.isoformat() if each.on else "",
                "indhold": [{"felt": label, "tekst": words} for label, words in each.lines],
            }
            for each in answer.entries
        ],
        "modtagere": list(answer.recipients),
        "opslag": [{"dato": when, "formål": words} for when, words in answer.readings],
        "undtaget efter": list(answer.told_bases),
        "til alle": list(ALWAYS),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)
