"""Each role's permissions, with a sentence on who has it and why."""

from __future__ import annotations

from rundbord.access.permissions import Permission
from rundbord.vocabulary import Term

P = Permission


class Role(Term):
    """Role — rolle: what a user is in one authority; the label is shown beside the name."""

    REPORTER = "reporter", "Indberetter"
    COORDINATOR = "coordinator", "Koordinator"
    TASK_FORCE = "task_force", "Taskforce"
    CASE_WORKER = "case_worker", "SSP-konsulent"
    OFFICER = "officer", "Politibetjent"
    EXIT_COORDINATOR = "exit_coordinator", "Exit-koordinator"
    LEADER = "leader", "Ledergruppe"
    SECRETARY = "secretary", "Partnerskabssekretær"
    PARTNER = "partner", "Boligsocial partner"
    REGISTRAR = "registrar", "Registratur"
    DPO = "dpo", "Databeskyttelsesrådgiver"
    ADMINISTRATOR = "administrator", "Administrator"


_OVERVIEW = frozenset(
    {P.SEE_OVERVIEW, P.SEE_CONFLICTS, P.SEE_ZONES, P.SEE_ALERTS, P.SEE_SHIFTS, P.SEE_ACTIVITY, P.RECEIVE_SAFETY_NOTICE}
)
_READER = (
    frozenset({P.SEE_DAY, P.READ_PICTURE, P.SEE_INCIDENTS, P.SEE_TASKS, P.SEE_PARTNERSHIP})
    | {P.SEE_MEETINGS, P.TAKE_PART}
    | _OVERVIEW
)
_REPORTING = frozenset({P.SEE_DAY, P.REPORT, P.SEE_OWN_REPORTS, P.RECEIVE_SAFETY_NOTICE})
_CONCERNS = frozenset(
    {P.SEE_CONCERNS, P.WORK_CONCERNS, P.DISCLOSE, P.READ_DISCLOSED, P.ANSWER_THRESHOLD, P.NOMINATE, P.SEE_DELETION}
    | {P.BREAK_GLASS}
)
_LEADING_THE_DAY = frozenset({P.EDIT_CONFLICTS, P.EDIT_COMING_EVENTS, P.RAISE_ALERT, P.SEND_SAFETY_NOTICE})

WHO_AND_WHY: dict[Role, str] = {
    Role.REPORTER: "Gademedarbejder, skole, klub: indberetter og ser, hvad der blev af det.",
    Role.COORDINATOR: "SSP-konsulent eller sekretariat: sorterer indbakken, udgiver billedet og følger egne sager.",
    Role.TASK_FORCE: "Deltager i morgenmødet: læser billedet og melder opgaver færdige.",
    Role.CASE_WORKER: "SSP-konsulent og sagsbehandler: følger unge i egen enhed, giver videre, indberetter.",
    Role.OFFICER: "Betjent: indberetter hændelser, indlægger døgnrapporter, følger unge i egen enhed.",
    Role.EXIT_COORDINATOR: "Exit-koordinator: fører de exit-forløb, hvor de selv er navngivet, og ser ingen andre.",
    Role.LEADER: "Leder: læser billedet, træffer beslutninger, godkender i egen enhed, skriver under på logkontrol.",
    Role.SECRETARY: "Sekretariat: fører aftale, parter, formandskab og områder.",
    Role.PARTNER: "Boligorganisation og civilsamfund: områder, partnerudgaven og egne indberetninger.",
    Role.DPO: "Databeskyttelsesrådgiver: fører log- og slettekontrol, godkender slettefrister, ser aldrig indhold.",
    Role.REGISTRAR: "Registratur: besvarer borgeres anmodninger om indsigt, rettelse og sletning; følger ingen sager.",
    Role.ADMINISTRATOR: "Administrator: myndighedens egne brugere og enheder, aldrig indhold.",
}

PERMISSIONS: dict[Role, frozenset[P]] = {
    Role.REPORTER: _REPORTING
    | {P.READ_PICTURE, P.SEE_TASKS, P.FINISH_TASK, P.SEE_ZONES, P.SEE_ALERTS, P.WORK_SHIFT, P.SEE_SHIFTS},
    Role.COORDINATOR: _READER
    | _REPORTING
    | {P.TRIAGE, P.EXPORT_INCIDENTS, P.EDIT_PICTURE, P.PUBLISH_PICTURE, P.BLACK_OUT, P.OPEN_WALL, P.DECIDE}
    | {P.FINISH_TASK, P.ASSESS_AREA, P.EDIT_AREAS, P.MAP_ACTIVITY, P.JUDGE_UNUSUAL, P.RUN_MEETINGS}
    | {P.EDIT_FEEDS, P.READ_SOURCE_TEXT, P.RELEASE_SOURCE_TEXT, P.CHOOSE_READERS, P.FOLLOW_TEAMS}
    | _LEADING_THE_DAY
    | _CONCERNS
    | {P.RUN_PROGRAMMES},
    Role.TASK_FORCE: _READER
    | _REPORTING
    | {P.FINISH_TASK, P.OPEN_WALL, P.DECIDE, P.ANSWER_THRESHOLD}
    | _LEADING_THE_DAY,
    Role.CASE_WORKER: _READER
    | _REPORTING
    | {P.FINISH_TASK, P.ASSESS_AREA, P.MAP_ACTIVITY, P.WORK_SHIFT, P.RAISE_ALERT, P.EDIT_CONFLICTS}
    | _CONCERNS
    | {P.RUN_PROGRAMMES},
    Role.OFFICER: _READER
    | _REPORTING
    | {P.REPORT_INCIDENTS, P.ENTER_SOURCE_TEXT, P.READ_SOURCE_TEXT, P.RELEASE_SOURCE_TEXT}
    | {P.FINISH_TASK, P.ASSESS_AREA, P.MAP_ACTIVITY, P.NAME_GROUPS, P.DECIDE_ZONES, P.JUDGE_UNUSUAL, P.EDIT_FEEDS}
    | {P.CHOOSE_READERS}
    | _LEADING_THE_DAY
    | _CONCERNS
    | {P.RUN_PROGRAMMES},
    Role.EXIT_COORDINATOR: frozenset({P.SEE_DAY, P.COORDINATE_EXIT}),
    Role.LEADER: _READER
    | {P.DECIDE, P.FINISH_TASK, P.ASSESS_AREA, P.EXPORT_INCIDENTS, P.BLACK_OUT, P.OPEN_WALL, P.DECIDE_ZONES}
    | {P.CHOOSE_READERS, P.FOLLOW_TEAMS, P.RUN_MEETINGS, P.VOTE_FOR_PARTY}
    | {P.SEE_CONCERNS, P.APPROVE_PRIVATE, P.READ_DISCLOSED, P.ANSWER_THRESHOLD, P.BREAK_GLASS}
    | {P.CONTROL_LOG, P.SIGN_LOG_CONTROL, P.SEE_DELETION, P.PROPOSE_RETENTION, P.GUARD_OWN}
    | _LEADING_THE_DAY,
    Role.SECRETARY: _READER
    | {P.GOVERN_PARTNERSHIP, P.EDIT_AREAS, P.DECIDE, P.FINISH_TASK, P.EXPORT_INCIDENTS, P.EDIT_COMING_EVENTS}
    | {P.EDIT_FEEDS, P.RUN_MEETINGS},
    Role.PARTNER: _REPORTING | {P.READ_PICTURE, P.SEE_PARTNERSHIP, P.SEE_MEETINGS},
    Role.REGISTRAR: frozenset({P.SEE_DAY, P.FOLLOW_RIGHTS, P.HANDLE_RIGHTS, P.HANDLE_BREACHES}),
    Role.DPO: frozenset({P.SEE_DAY, P.READ_OWN_LOG, P.CONTROL_LOG, P.BLACK_OUT, P.SEE_PARTNERSHIP, P.FOLLOW_RIGHTS})
    | {P.SEE_DELETION, P.PROPOSE_RETENTION, P.CONTROL_DELETION}
    | {P.HANDLE_BREACHES, P.CLOSE_BREACH, P.GUARD_OWN},
    Role.ADMINISTRATOR: frozenset({P.SEE_DAY, P.ADMINISTER_USERS}),
}

# What is left where the authority sits at no table today: its own users, log, notes of breaches and requests.
AT_NO_TABLE = frozenset(
    {P.SEE_DAY, P.ADMINISTER_USERS, P.READ_OWN_LOG, P.CONTROL_LOG, P.SIGN_LOG_CONTROL, P.BLACK_OUT}
    | {P.SEE_DELETION, P.PROPOSE_RETENTION, P.CONTROL_DELETION, P.FOLLOW_RIGHTS, P.HANDLE_RIGHTS}
    | {P.HANDLE_BREACHES, P.CLOSE_BREACH}
)
