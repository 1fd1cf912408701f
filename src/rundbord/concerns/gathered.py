"""How what is kept in files is gathered for an answer to the person."""

from __future__ import annotations

from rundbord.access.gathering import Gathered, Gathering, NotGathered, Shown, Sought
from rundbord.concerns.vocabulary import CaseLevel, ConcernOutcome, DeferralGround, NoticeManner, NoticeState
from rundbord.concerns.vocabulary import SafeguardKind as Kind
from rundbord.sharing.rules.opening import ConcernGround
from rundbord.sharing.vocabulary import DisclosurePurpose, Giver, PersonRole

GATHERED: tuple[Gathering, ...] = (
    Sought(model="concerns.YoungPerson", heading="Sagens stamoplysninger"),
    Sought(model="concerns.Fact", heading="Oplysning i sagen"),
    Gathered(
        model="concerns.Concern",
        heading="Bekymring",
        by="person_id",
        on="opened_at",
        shown=(
            Shown(column="role", label="Rolle", words=PersonRole),
            Shown(column="grounds", label="Grundlag", words=ConcernGround),
            Shown(column="level", label="Niveau", words=CaseLevel),
            Shown(column="observed_on", label="Set den"),
            Shown(column="next_step", label="Næste skridt"),
        ),
    ),
    Gathered(
        model="concerns.RoleChange",
        heading="Ændret rolle",
        by="person_id",
        on="changed_at",
        shown=(
            Shown(column="role", label="Rolle", words=PersonRole),
            Shown(column="reason", label="Begrundelse", is_sealed=True),
        ),
    ),
    Gathered(
        model="concerns.Safeguard",
        heading="Forholdsregel",
        by="person_id",
        on="stated_at",
        shown=(
            Shown(column="kind", label="Om", words=Kind),
            Shown(column="note", label="Note", is_sealed=True),
            Shown(column="valid_until", label="Gælder til"),
        ),
        needs_eyes=True,
    ),
    Gathered(
        model="concerns.ConcernClosure",
        heading="Afslutning af bekymring",
        by="person_id",
        on="closed_at",
        shown=(
            Shown(column="outcome", label="Udfald", words=ConcernOutcome),
            Shown(column="note", label="Notat", is_sealed=True),
            Shown(column="delete_on", label="Slettes"),
        ),
    ),
    Sought(model="concerns.Attachment", heading="Bilag"),
    Gathered(
        model="concerns.FamilyNotice",
        heading="Orientering",
        by="person_id",
        on="written_at",
        shown=(
            Shown(column="state", label="Status", words=NoticeState),
            Shown(column="manner", label="Form", words=NoticeManner),
            Shown(column="given_on", label="Givet"),
            Shown(column="ground", label="Grund til udskydelse", words=DeferralGround),
            Shown(column="reason", label="Begrundelse", is_sealed=True),
        ),
    ),
    Gathered(
        model="concerns.Consent",
        heading="Samtykke",
        by="person_id",
        on="written_at",
        shown=(
            Shown(column="given_by", label="Givet af", words=Giver),
            Shown(column="purposes", label="Til", words=DisclosurePurpose),
            Shown(column="given_on", label="Givet"),
            Shown(column="valid_until", label="Gælder til"),
            Shown(column="withdrawn_on", label="Trukket tilbage"),
        ),
    ),
    Gathered(
        model="concerns.AdultReview",
        heading="Vurdering ved 18 år",
        by="person_id",
        on="written_at",
        shown=(
            Shown(column="reason", label="Begrundelse", is_sealed=True),
            Shown(column="ends_on", label="Beholdes til"),
        ),
    ),
    Gathered(
        model="concerns.CustodyHolder",
        heading="Forældremyndighedsindehaver",
        by="person_id",
        on="written_at",
        shown=(
            Shown(column="name", label="Navn", is_sealed=True),
            Shown(column="contact", label="Kontakt", is_sealed=True),
        ),
        is_of_others=True,
        needs_eyes=True,
    ),
    Gathered(
        model="concerns.PutBeforeName", heading="Drøftet med andre uden navn", by="person_id", on="put_at", shown=()
    ),
    NotGathered(model="concerns.ArchiveCheck", why="Om arkivet skal have sagen, før den slettes; intet om personen."),
    NotGathered(model="concerns.NamePart", why="Opslagsværdier af navnet, som står i stamoplysningerne; ingen ord."),
    NotGathered(
        model="concerns.Assignment", why="Hvilke medarbejdere der har adgang; medarbejderes navne udleveres ikke."
    ),
)
