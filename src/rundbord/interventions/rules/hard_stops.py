"""What must be settled before anybody makes contact, each with its paragraph and what to do instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from rundbord.interventions.rules.kinds.kind import Step
from rundbord.interventions.vocabulary import Stop
from rundbord.sharing.vocabulary import HonourScreening


@dataclass(frozen=True, kw_only=True)
class Safety:
    """What is known of a file before contact; honour is None when nobody has looked."""

    honour: HonourScreening | None = None
    has_protected_address: bool = False
    is_custody_protected: bool = False
    has_ban: bool = False
    staff_at_risk: bool = False


_OF_ADDRESSES = frozenset({Stop.ADDRESS, Stop.CUSTODY})


@dataclass(frozen=True, kw_only=True)
class HardStop:
    """One reason to wait."""

    stop: Stop
    says: str
    paragraph: str
    instead: str

    @property
    def is_settled_by_note(self) -> bool:
        """Tell whether noting what was found out can settle it; an address stays protected."""
        return self.stop not in _OF_ADDRESSES


_NOT_LOOKED = HardStop(
    stop=Stop.HONOUR,
    says="Ingen har undersøgt, om der er tegn på æreskonflikt eller negativ social kontrol.",
    paragraph="barnets lov § 18, stk. 3",
    instead="Tal med den unge alene eller med en, der kender familien, og notér, hvad I fandt.",
)
_SIGNS = HardStop(
    stop=Stop.HONOUR,
    says="Der er tegn på æreskonflikt eller negativ social kontrol, og ingen risikovurdering.",
    paragraph="barnets lov § 18, stk. 3",
    instead="Familie og netværk inddrages først efter en risikovurdering. Brug kommunens beredskab (§ 15, stk. 3).",
)
_DANGEROUS = HardStop(
    stop=Stop.HONOUR,
    says="Risikovurderingen taler imod at inddrage familien.",
    paragraph="barnets lov § 18, stk. 3",
    instead="Tal med den unge uden forældrene (§ 5, stk. 3), og overvej en underretning.",
)
_ADDRESS = HardStop(
    stop=Stop.ADDRESS,
    says="Adressen er beskyttet.",
    paragraph="CPR-lovens §§ 6 og 28",
    instead="Mødes et andet sted, og aftal det gennem en, den unge selv peger på. Adressen skrives ingen steder.",
)
_CUSTODY = HardStop(
    stop=Stop.CUSTODY,
    says="En forælders adresse er beskyttet, så der sendes intet brev.",
    paragraph="CPR-lovens §§ 6 og 28",
    instead="Ring til forældrene hver for sig, eller mød dem. Slut brevet her, og begynd en samtale i stedet.",
)
_BAN = HardStop(
    stop=Stop.BAN,
    says="Der er et opholds- eller kontaktforbud i kraft.",
    paragraph="straffelovens § 79 a, lov om opholdsforbud",
    instead="Spørg politiet, hvor og med hvem I kan mødes, og notér, når forbuddet ikke længere er til hinder.",
)
_STAFF = HardStop(
    stop=Stop.STAFF,
    says="Der er en sikkerhedsbesked om medarbejderne.",
    paragraph="arbejdsmiljøloven",
    instead="Lav en plan med politiet: to sammen, politi i nærheden, et andet sted. Notér, når planen er lagt.",
)

_HONOUR: Mapping[HonourScreening | None, HardStop] = MappingProxyType(
    {
        None: _NOT_LOOKED,
        HonourScreening.NOT_DONE: _NOT_LOOKED,
        HonourScreening.SIGNS: _SIGNS,
        HonourScreening.DANGEROUS: _DANGEROUS,
    }
)


def stops_for(safety: Safety) -> list[HardStop]:
    """List everything that stops, the gravest for the young person first."""
    found = [_HONOUR.get(safety.honour)]
    found += [stop for stop, applies in _plain(safety) if applies]
    return [each for each in found if each is not None]


def stops_before(step: Step, safety: Safety) -> list[HardStop]:
    """List what stops one step: planning it, and noting it."""
    return [each for each in stops_for(safety) if each.stop in step.stops]


def stops_to_post(safety: Safety) -> list[HardStop]:
    """List what stops a letter, whoever it is for."""
    return [each for each in stops_for(safety) if each.stop in _OF_ADDRESSES]


def in_words(stop: HardStop) -> str:
    """Say it as one paragraph of a form."""
    return f"{stop.says} {stop.instead} ({stop.paragraph})"


def _plain(safety: Safety) -> tuple[tuple[HardStop, bool], ...]:
    return (
        (_ADDRESS, safety.has_protected_address),
        (_CUSTODY, safety.is_custody_protected),
        (_BAN, safety.has_ban),
        (_STAFF, safety.staff_at_risk),
    )
