"""Who signed the agreement, what it costs, what the parties have voted on, and how the chair was handed over."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord.demo.founding import BEGINNING, OWNER, Founded
from rundbord.partnership.models import (
    Agreement,
    BudgetLine,
    ChairTerm,
    HandOverStep,
    Party,
    PersonEffort,
    Renewal,
    RenewalVote,
    Signature,
)
from rundbord.partnership.vocabulary import HandOverKind, VoteChoice

_SIGNED = (
    ("Gladsaxe", "Borgmester"),
    ("Herlev", "Borgmester"),
    ("Ballerup", "Borgmester"),
    ("Vestegnens Politi", "Politidirektør"),
)
_PAYS = (("Gladsaxe", 450_000), ("Herlev", 300_000), ("Ballerup", 350_000), ("Vestegnens Politi", 200_000))
# Each effort: since how many days, and what the parties said of going on with it; nothing where nobody was asked.
_EFFORTS = (
    ("Fælles hjemmebesøg", "Politi og SSP besøger familien sammen og tilbyder noget bagefter.", 500, "yes yes yes yes"),
    ("Bekymringssamtaler", "Den unge og forældrene tales med, og der aftales noget.", 320, ""),
    ("Udveksling om voksne i banderne", "Det nødvendige, med en hjemmel for hver oplysning.", 430, "yes no no"),
)
_STILL_TO_DO = (HandOverKind.BUDGET, HandOverKind.CONTACTS)


def govern(founded: Founded) -> None:
    """Write it as the owner: it lies in the past."""
    agreement = Agreement.objects.using(OWNER).get(partnership=founded.partnership)
    parties = {
        party.authority.short_name: party
        for party in Party.objects.using(OWNER).select_related("authority").filter(partnership=founded.partnership)
    }
    _sign(agreement, parties)
    _hand_over(founded)
    for title, text, ago, said in _EFFORTS:
        _effort(founded, title, text, ago=ago, said=said)


def _sign(agreement: Agreement, parties: dict[str, Party]) -> None:
    own = {"partnership_id": agreement.partnership_id, "agreement": agreement}
    year = timezone.localdate().year
    Signature.objects.using(OWNER).bulk_create(
        Signature(**own, party=parties[name], office=office, signed_on=BEGINNING) for name, office in _SIGNED
    )
    BudgetLine.objects.using(OWNER).bulk_create(
        BudgetLine(**own, party=parties[name], year=year, amount=amount, purpose="Sekretariat og fælles indsatser")
        for name, amount in _PAYS
    )


def _hand_over(founded: Founded) -> None:
    term = ChairTerm.objects.using(OWNER).get(partnership=founded.partnership, ends_on=None)
    ChairTerm.objects.using(OWNER).filter(pk=term.pk).update(secretariat=founded.units["herlev/SSP Herlev"])
    HandOverStep.objects.using(OWNER).bulk_create(
        HandOverStep(
            partnership=founded.partnership,
            chair=term,
            kind=kind,
            done_on=None if kind in _STILL_TO_DO else term.starts_on,
            done_by="" if kind in _STILL_TO_DO else "SSP Herlev, Herlev Kommune",
        )
        for kind in HandOverKind
    )


def _effort(founded: Founded, title: str, text: str, *, ago: int, said: str) -> None:
    today = timezone.localdate()
    begun = today - timedelta(days=ago)
    effort = PersonEffort.objects.using(OWNER).create(
        partnership=founded.partnership, title=title, text=text, begun_on=begun
    )
    if not said:
        return
    _vote(founded, effort, begun + timedelta(days=340), [VoteChoice(word) for word in said.split()])


def _vote(founded: Founded, effort: PersonEffort, closed_on: date, choices: list[VoteChoice]) -> None:
    renewal = Renewal.objects.using(OWNER).create(
        partnership=founded.partnership,
        effort=effort,
        until=effort.begun_on + timedelta(days=730),
        decide_by=closed_on,
        quorum=3,
        voters=len(_SIGNED),
        opened_on=closed_on - timedelta(days=30),
    )
    RenewalVote.objects.using(OWNER).bulk_create(
        RenewalVote(
            partnership=founded.partnership,
            authority=founded.authorities[name],
            renewal=renewal,
            choice=choice,
            voted_on=closed_on - timedelta(days=number),
        )
        for number, ((name, _), choice) in enumerate(zip(_SIGNED, choices, strict=False))
    )
