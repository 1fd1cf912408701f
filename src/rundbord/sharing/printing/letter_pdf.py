"""From a disclosure to a tagged PDF (PDF/UA-1): the words go to Typst as JSON, the layout stands in letter.typ."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.sharing.queries import ToldView
from rundbord.sharing.rules.outsiders import secrecy_order
from rundbord.sharing.vocabulary import LegalBasis
from rundbord.ui.tags.danish import day
from rundbord.web.typesetting import typeset

_LAYOUT = Path(__file__).with_name("letter.typ")


def letter_words(view: ToldView, *, printed_by: Actor, printed_at: datetime) -> dict[str, object]:
    """Gather what the letter says; it holds no address and no CPR number, whoever it goes to."""
    disclosure = view.row.disclosure
    local = timezone.localtime(printed_at)
    printer = ", ".join(filter(None, (printed_by.user_name, printed_by.authority_name)))
    assert view.content is not None  # noqa: S101 — a letter without words is not found
    return {
        "authority": printed_by.authority_name,
        "unit": printed_by.unit_name,
        "to": view.row.to_whom,
        "about": view.content.name,
        "on": day(timezone.localtime(disclosure.told_at)),
        "lines": [
            {"kind": line.kind, "when": day(line.observed_on) if line.observed_on else "", "text": line.text}
            for line in view.content.lines
        ],
        "basis": f"{view.row.basis} ({view.paragraph})",
        "purpose": view.purpose,
        "conditions": view.conditions,
        "ends": day(disclosure.expires_on) if disclosure.expires_on else "",
        "secrecy": list(secrecy_order(LegalBasis(disclosure.basis))),
        "mark": f"{printer} · {local:%d.%m.%Y kl. %H.%M}",
    }


def letter_pdf(words: Mapping[str, object]) -> bytes:
    """Typeset it; nothing is read from the network and nothing is written to disk."""
    return typeset(_LAYOUT, letter=words)
