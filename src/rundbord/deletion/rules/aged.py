"""Tables that the night takes by their age, children before parents: which moment counts, and what stays."""

from __future__ import annotations

from dataclasses import dataclass

BY_AGE = ("rundbord.deletion.delete_aged",)
_AUTHORITY = "authority_id"


@dataclass(frozen=True, kw_only=True)
class AgedTable:
    """One table: a row goes when the first of `moments` that is filled in is as many days ago as its rule says.

    `owner` leads to whose row it is. `newest_of`: the newest of each such kind stands, so it stays, however old.
    `without`: not while such a row is left under it; `unless`: not while such a moment is younger. Rows of others are
    seen from a table alone (`at_table`). The database asks for the least age itself (`access.aged_rows`).
    """

    rule: str
    model: str
    moments: tuple[str, ...]
    owner: str = _AUTHORITY
    newest_of: tuple[str, ...] = ()
    without: str = ""
    unless: str = ""
    at_table: bool = False


def _aged(rule: str, model: str, *moments: str, **options: object) -> AgedTable:
    return AgedTable(rule=rule, model=model, moments=moments, **options)  # type: ignore[arg-type]


_OF_CONTROL = "control__drawn_at"
_OF_ITEM = "item__control__drawn_at"
_ONE = (_AUTHORITY,)

AGED: tuple[AgedTable, ...] = (
    _aged("consent_proof", "concerns.Consent", "withdrawn_on", "valid_until"),
    _aged("log_like", "logcontrol.ControlAnswer", _OF_ITEM),
    _aged("log_like", "logcontrol.ControlJudgement", _OF_ITEM),
    _aged("log_like", "logcontrol.ControlItem", _OF_CONTROL),
    _aged("log_like", "logcontrol.ControlSignature", _OF_CONTROL),
    _aged("log_like", "logcontrol.Control", "drawn_at"),
    _aged("log_like", "logcontrol.ReadingLift", "stop__at"),
    _aged("log_like", "logcontrol.ReadingStop", "at"),
    _aged("log_like", "logcontrol.ReadingLimit", "at", newest_of=_ONE),
    _aged("log_like", "emergency.EmergencyReview", "access__opened_at"),
    _aged("log_like", "emergency.EmergencyAccess", "opened_at"),
    _aged("log_like", "emergency.EmergencyRule", "at", newest_of=_ONE),
    _aged("log_like", "situation.Reading", "at"),
    # A rejected proposal does not make the approved one before it less in force.
    _aged("deletion_proof", "deletion.PeriodDecision", "said_at", newest_of=("proposal__rule", "is_approved")),
    _aged("deletion_proof", "deletion.PeriodProposal", "said_at", without="decisions"),
    _aged("deletion_proof", "deletion.RulesApproval", "said_at", newest_of=_ONE),
    _aged("deletion_proof", "deletion.ArchiveWord", "said_at", newest_of=("kind",)),
    _aged("deletion_proof", "deletion.DeletionRecord", "at"),
    _aged("deletion_proof", "foureyes.Confirmation", "at", at_table=True),
    _aged("deletion_proof", "foureyes.Order", "ordered_at", without="confirmations", at_table=True),
    _aged("deletion_proof", "departure.Export", "ordered_at"),
    _aged("colleague", "identity.IntroductionPass", "holds_until"),
    _aged("colleague", "identity.ExternalIdentity", "user__closed_at"),
    _aged("invitation", "identity.Invitation", "accepted_at", "declined_at", "withdrawn_at", "made_at"),
    _aged("notice", "notices.NoticeSeen", "notice__at"),
    _aged("notice", "notices.Notice", "at", owner="recipient_id"),
    _aged("clearance", "conflicts.ClearanceRequest", "at"),
    _aged("clearance", "conflicts.Clearance", "expires_at"),
    _aged("training", "programmes.Training", "ended_at"),
    _aged(
        "signature",
        "partnership.Signature",
        "agreement__ends_on",
        owner="party__authority_id",
        unless="agreement__extensions__ends_on",
        at_table=True,
    ),
)


def aged_of(rule: str) -> tuple[str, ...]:
    """Name the tables of a rule that the night takes by their age."""
    return tuple(each.model for each in AGED if each.rule == rule)
