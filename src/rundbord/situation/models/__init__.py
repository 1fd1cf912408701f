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
from rundbord.situation.models.repeat import NearRepeatTable, RepeatCluster
from rundbord.situation.models.report import HandedOver, Photo, Report, ReportAnswer
from rundbord.situation.models.source_text import ReadIncident, SourceText
from rundbord.situation.models.unusual import UnusualCount, UnusualLook

__all__ = [
    "BlackOut",
    "BreachNote",
    "Correction",
    "Entry",
    "HandedOver",
    "Incident",
    "IncidentRevision",
    "NearRepeatTable",
    "Photo",
    "Picture",
    "ReadIncident",
    "Reading",
    "RepeatCluster",
    "Report",
    "ReportAnswer",
    "Section",
    "SourceText",
    "Triage",
    "UnusualCount",
    "UnusualLook",
    "WallSession",
]
