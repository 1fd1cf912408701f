"""The acts that a role may carry; which rows they reach is the database's question."""

from __future__ import annotations

from rundbord.vocabulary import Term


class Permission(Term):
    """Permission — rettighed: one act on one kind of thing."""

    SEE_DAY = "see_day", "Se dagen"
    REPORT = "report", "Indberette"
    REPORT_INCIDENTS = "report_incidents", "Indberette hændelser fra politiet"
    SEE_OWN_REPORTS = "see_own_reports", "Se egne indberetninger"
    ENTER_SOURCE_TEXT = "enter_source_text", "Indlægge døgnrapporter"
    READ_SOURCE_TEXT = "read_source_text", "Læse den oprindelige døgnrapport"
    RELEASE_SOURCE_TEXT = "release_source_text", "Frigive maskeret tekst"
    TRIAGE = "triage", "Sortere indbakken"
    SEE_INCIDENTS = "see_incidents", "Se hændelser"
    EXPORT_INCIDENTS = "export_incidents", "Hente hændelseslisten som regneark"
    READ_PICTURE = "read_picture", "Læse situationsbilledet"
    EDIT_PICTURE = "edit_picture", "Redigere situationsbilledet"
    PUBLISH_PICTURE = "publish_picture", "Udgive situationsbilledet"
    BLACK_OUT = "black_out", "Sløre en person i udgivne billeder"
    OPEN_WALL = "open_wall", "Åbne vægskærm"
    SEE_TASKS = "see_tasks", "Se beslutninger og opgaver"
    DECIDE = "decide", "Træffe og tildele beslutninger"
    FINISH_TASK = "finish_task", "Melde opgaver færdige"
    SEE_PARTNERSHIP = "see_partnership", "Se partnerskabet"
    GOVERN_PARTNERSHIP = "govern_partnership", "Føre aftale, parter og formandskab"
    EDIT_AREAS = "edit_areas", "Tegne og ændre områder"
    ASSESS_AREA = "assess_area", "Vurdere et områdes status"
    ADMINISTER_USERS = "administer_users", "Administrere egne brugere og enheder"
    READ_OWN_LOG = "read_own_log", "Læse egen myndigheds log"
