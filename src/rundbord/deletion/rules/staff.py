"""Rules about colleagues who sign in."""

from __future__ import annotations

from rundbord.access.declarations import About
from rundbord.deletion.rules.aged import BY_AGE, aged_of
from rundbord.deletion.rules.rule import Rule

_S = About.STAFF
_AT_THE_DOOR = "rundbord.identity.forget_sign_ins"


def _aged(key: str, label: str, days: int, trigger: str, *, shortest: int = 0) -> Rule:
    """Let the night take it by its age; where a shortest period is given, an authority chooses between the two."""
    return Rule(
        key=key,
        label=label,
        about=_S,
        days=days,
        trigger=trigger,
        models=aged_of(key),
        carried_out_by=BY_AGE,
        is_changeable=bool(shortest),
        reaches_back=bool(shortest),
        shortest=shortest,
    )


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
        label="Forseglet udtræk af egne oplysninger",
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
        days=90,
        trigger="Når brugeren skifter eller begynder forfra, og 90 dage efter brugeren lukkes.",
        models=("identity.Credential", "identity.Passkey", "identity.CodeApp", "identity.RecoveryCode"),
        carried_out_by=(
            *("rundbord.identity.actions.change_factors", "rundbord.identity.actions.reset_second_factor"),
            _AT_THE_DOOR,
        ),
    ),
    Rule(
        key="sign_in",
        label="Session, og link til at vælge adgangskode",
        about=_S,
        days=90,
        trigger="Fra sessionen sidst blev brugt. Et link går dagen efter, at det er udløbet.",
        models=("identity.SignIn", "identity.OneTimeLink"),
        carried_out_by=(_AT_THE_DOOR,),
    ),
    _aged(
        "deletion_proof",
        "Sletteregnskab, og hvem der bestilte og godkendte det, to skal stå bag",
        5 * 365,
        "Fra sletningen eller godkendelsen. Det, der stadig gælder, bliver stående.",
        shortest=2 * 365,
    ),
    _aged(
        "log_like",
        "Læsninger, kontrol og nødadgang",
        2 * 365,
        "Fra læsningen eller kontrollen. Den grænse og regel, der gælder nu, bliver stående.",
        shortest=365,
    ),
    Rule(
        key="colleague",
        label="Bruger, funktioner og bestået introduktion",
        about=_S,
        days=5 * 365,
        trigger="Fra brugeren lukkes. Navnet fjernes; loggens tilfældige nummer fører derefter ikke til nogen.",
        models=("identity.User", "identity.Duty", *aged_of("colleague")),
        carried_out_by=BY_AGE,
        is_changeable=True,
        reaches_back=True,
        shortest=2 * 365,
    ),
    _aged("invitation", "Invitation til en funktion", 365, "Fra svaret, ellers fra den blev sendt.", shortest=183),
    _aged("notice", "Besked, og hvem der har set den", 90, "Fra beskeden."),
    _aged(
        "clearance", "Adgang til at se, hvem grupper i en konflikt er", 5 * 365, "Fra ønsket, og fra adgangens udløb."
    ),
    _aged("training", "Oplæring i gadearbejde", 365, "Fra medarbejderen ikke længere går på gaden.", shortest=183),
    _aged("signature", "Underskrift på en aftale", 5 * 365, "Fra aftalens sidste dag, forlængelser regnet med."),
    Rule(
        key="log",
        label="Log over, hvem der har set og gjort hvad",
        about=_S,
        days=1826,
        trigger="Fra handlingen. Tilbage står summer, der viser, at ingen har rettet i loggen.",
        models=("audit.event",),
        carried_out_by=("rundbord.audit.prune_log",),
        setting="LOG_DAYS",
    ),
    Rule(
        key="lately_read",
        label="Hvem en medarbejder har læst om i dag, til grænsen for læsning",
        about=_S,
        days=2,
        trigger="Fra dagen.",
        models=("audit.lately_read",),
        carried_out_by=("rundbord.audit.prune_log",),
    ),
    Rule(
        key="failed_job",
        label="Opgave for programmet, der mislykkedes",
        about=_S,
        days=30,
        trigger="Fra den blev opgivet. De andre gemmes ikke.",
        models=(
            *("procrastinate.ProcrastinateJob", "procrastinate.ProcrastinateEvent"),
            *("procrastinate.ProcrastinateWorker", "procrastinate.ProcrastinatePeriodicDefer"),
        ),
        carried_out_by=("rundbord.deletion.forget_failed_jobs",),
    ),
    Rule(
        key="breach",
        label="Brud på persondatasikkerheden",
        about=_S,
        days=5 * 365,
        trigger="Fra afslutningen.",
        models=("breaches.Breach",),
        carried_out_by=("rundbord.breaches.clear",),
    ),
    Rule(
        key="feed_item",
        label="Nummer på en hentet meddelelse",
        about=_S,
        days=2 * 365,
        trigger="Fra den blev hentet.",
        models=("feeds.FeedItem",),
        carried_out_by=("rundbord.feeds.forget_items",),
    ),
)
