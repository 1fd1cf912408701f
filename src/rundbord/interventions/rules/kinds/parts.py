"""Fields, outcomes and clocks that several kinds have alike."""

from __future__ import annotations

from rundbord.interventions.rules.kinds.kind import Clock, Field, Outcome
from rundbord.interventions.vocabulary import ConcernClock, Effect, Ending, FieldKind, TimeUnit

NOTICE_GIVEN = Field(
    key="notice_given",
    label="Fik de arket om, hvad I skriver ned, og hvilke rettigheder de har?",
    kind=FieldKind.YES_NO,
    hint="Databeskyttelsesforordningens art. 13, retshåndhævelseslovens § 13.",
)
CONTACT_PERSON = Field(
    key="contact_person",
    label="Hvem er den unges kontaktperson?",
    kind=FieldKind.LINE,
    hint="En fast voksen, som den unge kender ved navn.",
)
YOUNG_VIEW = Field(
    key="young_view",
    label="Hvad siger den unge selv?",
    hint="Med den unges egne ord. Skal altid spørges om (barnets lov § 5, stk. 3).",
)
INTERPRETER = Field(key="interpreter", label="Var der tolk med?", kind=FieldKind.YES_NO)

NOBODY_HOME = Outcome(
    key="nobody_home", label="Ingen hjemme", effect=Effect.AGAIN, needs_fields=False, is_contact=False
)
REFUSED = Outcome(key="refused", label="Afvist", effect=Effect.AGAIN, needs_fields=False)
GIVEN_UP = Outcome(
    key="given_up",
    label="Vi prøver ikke igen",
    effect=Effect.END,
    ends_as=Ending.NO_CONTACT,
    needs_fields=False,
    is_contact=False,
)
DECLINED = Outcome(
    key="declined", label="Ønsker det ikke", effect=Effect.END, ends_as=Ending.DECLINED, needs_fields=False
)
DONE = Outcome(key="done", label="Gjort")
MET = Outcome(key="met", label="Mødt", moves=ConcernClock.CONTACTED)
CLOSED = Outcome(key="closed", label="Indsatsen slutter", effect=Effect.END, ends_as=Ending.COMPLETED)
HANDED_OVER = Outcome(key="handed_over", label="Andre tager over", effect=Effect.END, ends_as=Ending.HANDED_OVER)
SECURED = Outcome(key="secured", label="Kontakt sikret", moves=ConcernClock.SECURED)


def hours(amount: int, *, after: str = "", paragraph: str = "") -> Clock:
    """Make a clock that runs on by the hour."""
    return Clock(amount=amount, unit=TimeUnit.HOURS, after=after, paragraph=paragraph)


def days(amount: int, *, after: str = "", paragraph: str = "", remind_on: tuple[int, ...] = ()) -> Clock:
    """Make a clock that lasts until a midnight."""
    return Clock(amount=amount, unit=TimeUnit.DAYS, after=after, paragraph=paragraph, remind_on=remind_on)


def working_days(amount: int, *, after: str = "", paragraph: str = "") -> Clock:
    """Make a clock that counts days on which municipalities work."""
    return Clock(amount=amount, unit=TimeUnit.WORKING_DAYS, after=after, paragraph=paragraph)


def months(amount: int, *, after: str = "", paragraph: str = "") -> Clock:
    """Make a clock that counts months."""
    return Clock(amount=amount, unit=TimeUnit.MONTHS, after=after, paragraph=paragraph)
