"""Rules about citizens; the periods are those of law-and-practice B.2, until an authority has approved shorter ones."""

from __future__ import annotations

from rundbord.access.declarations import About
from rundbord.deletion.rules.aged import BY_AGE, aged_of
from rundbord.deletion.rules.rule import Rule

_C = About.CITIZENS
_FILES = "rundbord.concerns.forget_files"
_EXIT = "rundbord.interventions.delete_exit_cases"
_HAND_OVER = ("rundbord.handover.close_lists", "rundbord.handover.clear_left_over")


def _of(app: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{app}.{name}" for name in names)


def _file(key: str, label: str, days: int | None, trigger: str, *, setting: str = "", back: bool = False) -> Rule:
    return Rule(
        key=key,
        label=label,
        about=_C,
        days=days,
        trigger=trigger,
        models=_of("concerns", "YoungPerson", "ConcernClosure"),
        carried_out_by=(_FILES,),
        setting=setting,
        is_changeable=days is not None,
        reaches_back=back,
    )


FILES = (
    _file("file_open", "Sag, der ikke bliver afsluttet", 365, "Fra sagen blev oprettet.", setting="CONCERN_DAYS"),
    _file("file_no_action", "Bekymring uden indsats", 30, "Fra afgørelsen.", back=True),
    _file("file_no_contact", "Kontakt uden videre sag", 183, "Fra kontakten.", back=True),
    _file("file_closed", "Afsluttet sag", 365, "Fra afslutningen. Åbnes kun igen af en ny bekymring.", back=True),
    _file("file_adult", "Sag om en, der fylder 18", None, "På 18-årsdagen, medmindre der er givet nye grunde."),
    Rule(
        key="with_file",
        label="Alt, der hænger på en sag",
        about=_C,
        days=None,
        trigger="Sammen med sagen: nøglen destrueres, og ordene kan ikke læses mere.",
        models=(
            *_of("concerns", "NamePart", "CustodyHolder", "Assignment", "Concern", "RoleChange", "Safeguard", "Fact"),
            *_of("concerns", "Attachment", "FamilyNotice", "AdultReview", "PutBeforeName", "ArchiveCheck"),
            *_of("interventions", "Intervention", "StepTaken", "PlannedStep", "InterventionEnd"),
            *_of("sharing", "Disclosure", "OutsideDelivery", "DisclosureCorrection", "CommonKnowledge"),
            "meetingcases.MeetingCase",
        ),
        carried_out_by=(_FILES,),
    ),
    Rule(
        key="fact",
        label="Oplysning med egen frist",
        about=_C,
        days=90,
        trigger="Fra politiets bekræftelse af tilknytning til bander; det, andre gav, på kopiens sidste dag.",
        models=_of("concerns", "Fact"),
        carried_out_by=(_FILES,),
        local_policy="gang_fact_days",
    ),
    Rule(
        key="attachment",
        label="Bilag med egen frist",
        about=_C,
        days=90,
        trigger="Fra politiets bekræftelse af tilknytning til bander; andre bilag følger sagen.",
        models=_of("concerns", "Attachment"),
        carried_out_by=(_FILES,),
        local_policy="gang_fact_days",
    ),
    Rule(
        key="underretning",
        label="Ordene i en underretning",
        about=_C,
        days=1,
        trigger="Fra udskriften, eller straks når den er afleveret.",
        models=_of("interventions", "StepTaken"),
        carried_out_by=("rundbord.interventions.destroy_printed_words",),
    ),
)

TOLD = (
    Rule(
        key="copy",
        label="Modtaget kopi",
        about=_C,
        days=None,
        trigger="På kopiens sidste dag, når den kaldes tilbage, eller når afsenderens sag slettes.",
        models=_of(
            "sharing",
            *("ReceivedDisclosure", "Receipt", "ErasedCopy", "TakenCopy", "RequestAnswer", "ReaderRequest"),
            *("NamedReader", "CorrectionCopy", "Confirmation"),
        ),
        carried_out_by=("rundbord.sharing.erase_expired",),
    ),
    Rule(
        key="round",
        label="Indmelding i en runde om fælles kendskab",
        about=_C,
        days=None,
        trigger="Når runden lukker.",
        models=_of("sharing", "Nomination", "NominationMark"),
        carried_out_by=("rundbord.sharing.close_rounds",),
    ),
    Rule(
        key="hand_over",
        label="Linje på en overleveringsliste",
        about=_C,
        days=0,
        trigger="Når listen lukkes, senest ved mødedagens slutning.",
        models=_of("handover", "HandOverList", "HandOverLine", "LineQuestion", "LineAnswer"),
        carried_out_by=_HAND_OVER,
    ),
    Rule(
        key="given_name",
        label="Egen kopi af et givet navn",
        about=_C,
        days=365,
        trigger="Når modtagerens kopi udløber, senest efter et år.",
        models=_of("handover", "GivenName"),
        carried_out_by=_HAND_OVER[1:],
    ),
    Rule(
        key="joint_visit",
        label="Fælles besøg",
        about=_C,
        days=365,
        trigger="Fra den dag, der blev spurgt.",
        models=_of("interventions", "JointVisit", "JointAnswer"),
        carried_out_by=("rundbord.interventions.delete_joint_visits",),
    ),
)

EXIT = (
    Rule(
        key="exit_enquiry",
        label="Henvendelse om exit uden samtykke",
        about=_C,
        days=30,
        trigger="Fra henvendelsen.",
        models=_of("interventions", "ExitCase"),
        carried_out_by=(_EXIT,),
        setting="EXIT_ENQUIRY_DAYS",
    ),
    Rule(
        key="exit_withdrawn",
        label="Exit-forløb, hvor samtykket er trukket tilbage",
        about=_C,
        days=30,
        trigger="Fra samtykket blev trukket tilbage, straks hvis personen ønsker det.",
        models=_of("interventions", "ExitCase"),
        carried_out_by=(_EXIT,),
        setting="EXIT_WITHDRAWN_DAYS",
    ),
    Rule(
        key="exit",
        label="Exit-forløb",
        about=_C,
        days=365,
        trigger="Fra forløbets slutning.",
        models=_of(
            "interventions",
            *("ExitCase", "ExitMove", "ExitConsent", "ExitStep", "ExitContact", "ExitNote", "ExitDisclosure"),
            *("ExitLetter", "ExitDelivery"),
        ),
        carried_out_by=(_EXIT,),
    ),
    Rule(
        key="exit_copy",
        label="Kopi fra en anden exit-koordinator",
        about=_C,
        days=None,
        trigger="På samtykkets sidste dag, eller når den kaldes tilbage.",
        models=_of("interventions", "ExitCopy", "ExitRecall", "ExitReply"),
        carried_out_by=("rundbord.interventions.erase_exit_copies",),
    ),
)

OTHERS = (
    Rule(
        key="source_text",
        label="Original døgnrapport",
        about=_C,
        days=14,
        trigger="Fra den blev lagt ind. Henvisninger til personer er væk; teksten uden personer bliver.",
        models=_of("situation", "SourceText"),
        carried_out_by=("rundbord.situation.delete_source_texts",),
        setting="SOURCE_TEXT_DAYS",
        is_changeable=True,
    ),
    Rule(
        key="participant",
        label="Deltager på et hold",
        about=_C,
        days=180,
        trigger="Fra holdets sidste dag.",
        models=_of("programmes", "Participant", "Presence"),
        carried_out_by=("rundbord.programmes.forget_participants",),
        is_changeable=True,
    ),
    Rule(
        key="rights",
        label="Anmodning om indsigt, rettelse eller sletning",
        about=_C,
        days=183,
        trigger="Fra svaret. At der blev svaret, står i fem år.",
        models=_of("rights", "RightsRequest", "GatheredItem", "Remedy", "SenderQuestion"),
        carried_out_by=("rundbord.rights.forget",),
    ),
    Rule(
        key="consent_proof",
        label="Bevis for samtykke",
        about=_C,
        days=5 * 365,
        trigger="Fra samtykket er udløbet eller trukket tilbage. Navne i det går sammen med sagen.",
        models=aged_of("consent_proof"),
        carried_out_by=BY_AGE,
        is_changeable=True,
        reaches_back=True,
        shortest=365,
    ),
)
