"""Rules about colleagues who sign in."""

from __future__ import annotations

from rundbord.access.declarations import About
from rundbord.deletion.rules.rule import Rule

_S = About.STAFF

STAFF = (
    Rule(
        key="shift_team",
        label="Hvem der var på en vagt",
        about=_S,
        days=90,
        trigger="Fra vagten.",
        models=("streetwork.TeamMember",),
        carried_out_by=("rundbord.streetwork.forget_teams",),
        setting="SHIFT_TEAM_DAYS",
        is_changeable=True,
    ),
    Rule(
        key="look_up",
        label="Opslag efter en ung",
        about=_S,
        days=2 * 365,
        trigger="Fra opslaget.",
        models=("concerns.LookUp",),
        carried_out_by=("rundbord.concerns.forget_files",),
    ),
    Rule(
        key="draft",
        label="Kladde",
        about=_S,
        days=7,
        trigger="Fra den sidst blev gemt.",
        models=("identity.Draft",),
        carried_out_by=("rundbord.identity.forget_old_drafts",),
    ),
    Rule(
        key="attempt",
        label="Forsøg på at logge ind",
        about=_S,
        days=1,
        trigger="Fra forsøget.",
        models=("identity.SignInAttempt",),
        carried_out_by=("rundbord.identity.actions.attempts",),
    ),
    Rule(
        key="export_piece",
        label="Forseglet udtræk af egne rækker",
        about=_S,
        days=2,
        trigger="Fra det er klar; en halv time, når det er begyndt hentet.",
        models=("departure.ExportPiece",),
        carried_out_by=("rundbord.departure.clear",),
    ),
    Rule(
        key="factor",
        label="Adgangskode og andet trin",
        about=_S,
        days=None,
        trigger="Når brugeren skifter eller begynder forfra.",
        models=("identity.Credential", "identity.Passkey", "identity.CodeApp", "identity.RecoveryCode"),
        carried_out_by=("rundbord.identity.actions.change_factors", "rundbord.identity.actions.reset_second_factor"),
    ),
    Rule(
        key="deletion_proof",
        label="Sletteregnskab, og hvem der bestilte og godkendte det, to skal stå bag",
        about=_S,
        days=5 * 365,
        trigger="Fra godkendelsen.",
        models=(
            *("deletion.DeletionRecord", "deletion.RulesApproval", "deletion.PeriodProposal"),
            *("deletion.PeriodDecision", "deletion.ArchiveWord", "foureyes.Order", "foureyes.Confirmation"),
            "departure.Export",
        ),
    ),
    Rule(
        key="log_like",
        label="Læsninger, kontrol og nødadgang, som myndighedens log",
        about=_S,
        days=2 * 365,
        trigger="Fra læsningen. Loggen selv beskæres om natten.",
        models=(
            *("situation.Reading", "logcontrol.ControlItem", "logcontrol.ControlAnswer"),
            *("logcontrol.ControlJudgement", "logcontrol.ControlSignature", "logcontrol.ReadingLimit"),
            *("logcontrol.ReadingStop", "logcontrol.ReadingLift", "emergency.EmergencyRule"),
            *("emergency.EmergencyAccess", "emergency.EmergencyReview"),
        ),
    ),
    Rule(
        key="colleague",
        label="Bruger, funktioner og oplæring",
        about=_S,
        days=5 * 365,
        trigger="Fra brugeren lukkes, af hensyn til loggen.",
        models=(
            *("identity.User", "identity.Duty", "identity.Invitation", "identity.IntroductionPass"),
            *("identity.ExternalIdentity", "identity.OneTimeLink", "identity.SignIn", "notices.NoticeSeen"),
            *("conflicts.ClearanceRequest", "conflicts.Clearance", "programmes.Training", "partnership.Signature"),
        ),
    ),
)
