"""What is kept of cases at meetings: an outcome in fixed words, with the file or the copy that it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rundbord.access.declarations import About, Declaration
from rundbord.sharing.vocabulary import InformationClass as Class

DECLARATIONS = (
    Declaration(
        model="meetingcases.MeetingCase",
        about=About.CITIZENS,
        purpose="Hvem der var med, da en sag blev drøftet, hvad der blev besluttet, hvem der gør det, og hvornår.",
        kept="Sammen med sagen, eller med den kopi, den bygger på.",
        handed_out="Udleveres af den myndighed, der har noteret det.",
    ),
)

CLASSES: Mapping[str, Mapping[str, Class]] = MappingProxyType(
    {
        "MeetingCase": dict.fromkeys(
            (
                *("id", "authority", "unit", "meeting", "person", "received_id", "put_at", "put_by", "present"),
                *("basis", "decision", "responsible", "due_on", "decided_at", "decided_label"),
            ),
            Class.PRIVATE,
        )
    }
)
