"""What grows and has no rule of its own: each table says with what it lives, so that none is nobody's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

# Holds no person and tells how the partnership worked: what becomes of it is the archive's word, not a last day.
HISTORY = "Partnerskabets historie uden personer; efter arkivreglerne"
# One row a thing that is there: it does not grow with time.
SET_UP = "Opsætning; så længe det, den gælder, findes"
# Written over by the machine, or deleted by the act itself.
WRITTEN_OVER = "Skrives på ny eller slettes af handlingen selv"
# Empty but for a mark that a key is destroyed, without which an old backup could bring it back.
HASHES = "Summer, der ikke fortæller noget, og som viser, at ingen har rettet i loggen"
DESTROYED = "Kun et tomt mærke om, at nøglen er destrueret"


def _all(app: str, names: str, with_what: str) -> dict[str, str]:
    return {f"{app}.{name}": with_what for name in names.split()}


LIVES_WITH: Mapping[str, str] = MappingProxyType(
    {
        **_all("identity", "Authority Unit IdentityProvider Privilege SignInRule", SET_UP),
        **_all("identity", "AnsweredRequest Challenge", WRITTEN_OVER),
        **_all("keys", "DataKey", DESTROYED),
        **_all("audit", "leaf node checkpoint cosignature", HASHES),
        **_all("audit", "witness", SET_UP),
        **_all("django", "migrations", SET_UP),
        **_all("deletion", "ComingDeletion", WRITTEN_OVER),
        **_all("partnership", "Partnership Party ReportingDuty FoldingRule Forum StandardItem ForumSeat Area", SET_UP),
        **_all("partnership", "AreaStreet ClubOffer", SET_UP),
        **_all("partnership", "Agreement AgreementExtension ChairTerm FocusPoint AreaAssessment HandOverStep", HISTORY),
        **_all("partnership", "Plan Measure Activity Goal MeasuredValue PersonEffort Renewal RenewalVote", HISTORY),
        **_all("partnership", "Gathering Promise PublishedPromise WalkObservation BudgetLine", HISTORY),
        **_all("sharing", "ThresholdQuestion WhoElseRound", HISTORY),
        **_all("sharing", "ThresholdAnswer", "sharing.ThresholdQuestion"),
        **_all("sharing", "WhoElseCommitment WhoElseSize", "sharing.WhoElseRound"),
        **_all("tasks", "Task Proposal", HISTORY),
        **_all("tasks", "ClimbRule", SET_UP),
        **_all("tasks", "Outcome Dissent DecisionReview Reminder", "tasks.Task"),
        **_all("tasks", "ProposalAnswer", "tasks.Proposal"),
        **_all("programmes", "Programme Cohort", HISTORY),
        **_all("programmes", "CourseDay", "programmes.Cohort"),
        **_all("conflicts", "Conflict", HISTORY),
        **_all("conflicts", "ConflictArea ConflictRevision ConflictEvent TensionChange Review", "conflicts.Conflict"),
        **_all("conflicts", "ReaderChange StatusChange ConflictGroup GroupIdentity Hypothesis", "conflicts.Conflict"),
        **_all("conflicts", "Weighing Evidence RetaliationWindow RiskPoint ConflictStep", "conflicts.Conflict"),
        **_all("zones", "BanCount ComingEvent Zone", HISTORY),
        **_all("zones", "ZonePlace ZoneArea ZoneDecision", "zones.Zone"),
        **_all("alerts", "SuddenEvent SafetyNotice", HISTORY),
        **_all("alerts", "Call LogLine EventDecision", "alerts.SuddenEvent"),
        **_all("alerts", "SafetyReceipt", "alerts.SafetyNotice"),
        **_all("situation", "Report Incident Picture BreachNote RepeatCluster UnusualCount WallSession", HISTORY),
        **_all("situation", "HandedOver ReportAnswer Photo Triage ReadIncident", "situation.Report"),
        **_all("situation", "IncidentRevision", "situation.Incident"),
        **_all("situation", "Section Entry Correction BlackOut", "situation.Picture"),
        **_all("situation", "NearRepeatTable UnusualLook", WRITTEN_OVER),
        **_all("feeds", "BackgroundImport", HISTORY),
        **_all("feeds", "BackgroundFigure", "feeds.BackgroundImport"),
        **_all("feeds", "Feed", SET_UP),
        **_all("streetwork", "ActivityView AgreedSentence GangFreeStatement Shift", HISTORY),
        **_all("streetwork", "RouteArea ShiftSheet AreaVisit ShiftReport PassedNeed", "streetwork.Shift"),
        **_all("interventions", "Offer", HISTORY),
        **_all("meetings", "Meeting", HISTORY),
        **_all("meetings", "AgendaItem Approval Minutes Attendance MeetingEntry", "meetings.Meeting"),
        **_all("handover", "HandOverReceipt", HISTORY),
        **_all("insight", "PeriodReport", HISTORY),
        **_all("insight", "ReportWords ReportTable", "insight.PeriodReport"),
    }
)
REASONS = frozenset({HISTORY, SET_UP, WRITTEN_OVER, HASHES, DESTROYED})
