"""What the invented units have told each other of the invented young people: received, put right, taken back, asked."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.concerns.actions import Asked, ask_others, disclose_facts
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.finding import files_by_name
from rundbord.concerns.queries.opened import key_of
from rundbord.concerns.queries.passing_on import offered_facts
from rundbord.concerns.queries.proposals import Wish
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.sharing import actions, queries
from rundbord.sharing.rules.corrections import Aftermath, CorrectionKind
from rundbord.sharing.vocabulary import Capacity, DisclosurePurpose, LegalBasis, OffenceGround, Requirement

_SSP_OF_GLADSAXE, _SSP_OF_HERLEV = "gladsaxe/SSP Gladsaxe", "herlev/SSP Herlev"
_SSP_OF_BALLERUP, _PREVENTION = "ballerup/SSP Ballerup", "vestegnen/Forebyggende afdeling"


def pass_things_on(founded: Founded) -> None:
    """Tell the prevention unit and two municipalities; acknowledge, put right, take back, write a letter, and ask."""
    ssp, police = actor_named("ssp@gladsaxe", founded), actor_named("betjent@vestegnen", founded)
    herlev, ballerup = actor_named("ssp@herlev", founded), actor_named("ssp@ballerup", founded)
    _tell(
        founded,
        ssp,
        "Ung Eksempel",
        (_PREVENTION,),
        necessity="Forebyggelsesbetjenten skal gå med ud til stisystemet fredag.",
    )
    _read(police)
    _tell(
        founded,
        ssp,
        "Test Testesen",
        (_PREVENTION, _SSP_OF_HERLEV),
        necessity="Herlev og politiet møder gruppen ved boldbanen i weekenden og skal kunne tage en snak på stedet.",
    )
    _correct(ssp, CorrectionKind.CORRECTED, "Ingen andre greb ind. De to gik selv hver til sit.")
    _tell(
        founded,
        herlev,
        "Demo Demosen",
        (_SSP_OF_BALLERUP,),
        necessity="Ballerup skal kunne nå ham, når han er hos gruppen dér.",
    )
    _correct(herlev, CorrectionKind.RECALLED)
    _confirm(ballerup)
    _tell(
        founded,
        herlev,
        "Demo Demosen",
        (_PREVENTION,),
        necessity="Politiet skal vide, at vi mødes med ham på tirsdag om jobbet.",
    )
    _write_to_mentor(ssp)
    _ask(founded, ssp)


def _tell(founded: Founded, by: Actor, name: str, units: tuple[str, ...], *, necessity: str) -> None:
    with acting_for(by):
        person = _file_on(name, by)
        disclose_facts(person, _wish(founded, person, units, necessity=necessity, by=by), by=by)


def _wish(founded: Founded, person: YoungPerson, units: tuple[str, ...], *, necessity: str, by: Actor) -> Wish:
    sender = queries.sender_of(by)
    offered = offered_facts(person, key_of(person), sender=sender.capacity)
    return Wish(
        purpose=DisclosurePurpose.CRIME_PREVENTION,
        necessity=necessity,
        basis=LegalBasis.SSP,
        facts=frozenset([each.key for each in offered if not each.why_never][:2]),
        units=frozenset(str(founded.units[unit].pk) for unit in units),
        offence_ground=OffenceGround.AUTHORITY_TASK,
    )


def _file_on(name: str, by: Actor) -> YoungPerson:
    return files_by_name(name, by)[0]


def _read(by: Actor) -> None:
    with acting_for(by):
        [newest, *_] = queries.received_page(by)[0].rows
        actions.read_received(newest, by=by)
        actions.acknowledge(newest, by=by)


def _correct(by: Actor, kind: CorrectionKind, words: str = "") -> None:
    reason = "Vi har talt med klubben igen: det gik ikke sådan til, og det skal ikke hænge ved."
    with acting_for(by):
        newest = next(each for each in queries.told_page(by)[0].rows if each.written_by == by.user_id)
        righting = actions.Righting(kind=kind, reason=reason, line=0 if words else None, new_wording=words)
        actions.correct_disclosure(newest, righting, by=by)


def _confirm(by: Actor) -> None:
    with acting_for(by):
        [newest, *_] = queries.received_page(by)[0].rows
        view = queries.received_view(newest)
        for each in view.row.waiting_corrections:
            actions.confirm_correction(newest, each.copy, Aftermath(was_used=False, was_passed_on=False), by=by)


def _write_to_mentor(by: Actor) -> None:
    with acting_for(by):
        person = _file_on("Ung Eksempel", by)
        offered = offered_facts(person, key_of(person), sender=queries.sender_of(by).capacity)
        wish = Wish(
            purpose=DisclosurePurpose.EARLY_HELP,
            necessity="Mentoren skal vide, hvornår han træner, så de kan følges ad to gange om ugen.",
            basis=LegalBasis.IMPOSED_SECRECY,
            facts=frozenset([next(each.key for each in offered if not each.why_never)]),
            outsiders=((Capacity.MENTOR, "Mentor Eksempel"),),
            present=frozenset({Requirement.SECRECY_ORDER}),
        )
        disclose_facts(person, wish, by=by)


def _ask(founded: Founded, by: Actor) -> None:
    with acting_for(by):
        wish = Wish(
            purpose=DisclosurePurpose.CRIME_PREVENTION,
            necessity="Vi planlægger et møde med familien i næste uge og vil ikke komme på tværs af jer.",
            basis=LegalBasis.SSP,
            units=frozenset({str(founded.units[_PREVENTION].pk)}),
            is_request=True,
        )
        asked = Asked(topics=("effort", "contact"), answer_by=timezone.localdate() + timedelta(days=7))
        ask_others(_file_on("Test Testesen", by), wish, asked, by=by)
