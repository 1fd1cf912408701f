"""How what is passed on is gathered for an answer to the person it is about."""

from __future__ import annotations

from rundbord.access.gathering import Gathered, Gathering, NotGathered, Shown, Sought
from rundbord.sharing.vocabulary import PersonRole

_HANDLING = "Siger kun, hvordan en videregivelse er modtaget, læst eller bekræftet; indholdet står i videregivelsen."

GATHERED: tuple[Gathering, ...] = (
    Sought(model="sharing.Disclosure", heading="Givet videre"),
    Sought(model="sharing.ReceivedDisclosure", heading="Modtaget fra en anden myndighed"),
    Sought(model="sharing.CommonKnowledge", heading="En anden myndighed kender også personen"),
    Gathered(
        model="sharing.Nomination",
        heading="Spurgt, om andre kender personen",
        by="about_id",
        on="nominated_at",
        shown=(
            Shown(column="role", label="Rolle", words=PersonRole),
            Shown(column="reason", label="Begrundelse", is_sealed=True),
        ),
    ),
    Gathered(
        model="sharing.DisclosureCorrection",
        heading="Rettelse af noget, der er givet videre",
        by="disclosure__about_id",
        on="made_at",
        shown=(
            Shown(column="reason", label="Begrundelse", is_sealed=True),
            Shown(column="new_wording", label="Ny tekst", is_sealed=True),
        ),
    ),
    NotGathered(
        model="sharing.CorrectionCopy", why="Rettelser fra afsenderen; den rettede tekst står i den modtagne oplysning."
    ),
    NotGathered(model="sharing.NominationMark", why="Tilfældige tegn, som slettes, når runden lukker; ingen ord."),
    *(
        NotGathered(model=f"sharing.{model}", why=_HANDLING)
        for model in (
            *("ErasedCopy", "TakenCopy", "RequestAnswer", "ReaderRequest", "NamedReader", "OutsideDelivery"),
            *("Receipt", "Confirmation"),
        )
    ),
)
