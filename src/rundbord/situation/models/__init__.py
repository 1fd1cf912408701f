"""Tables of the situation, one file per aggregate."""

from rundbord.situation.models.incident import Incident, IncidentRevision, Triage
from rundbord.situation.models.picture import (
    BlackOut,
    BreachNote,
    Correction,
    Entry,
    Picture,
    Reading,
    Section,
    WallSession,
)
from rundbord.situation.models.report import Photo, Report
from rundbord.situation.models.source_text import ReadIncident, SourceText
from rundbord.situation.models.unusual import UnusualCount

__all__ = [
    "BlackOut",
    "BreachNote",
    "Correction",
    "Entry",
    "Incident",
    "IncidentRevision",
    "Photo",
    "Picture",
    "ReadIncident",
    "Reading",
    "Report",
    "Section",
    "SourceText",
    "Triage",
    "UnusualCount",
    "WallSession",
]
