"""A cadet course that the police run, one that has ended, and who in Gladsaxe is trained for the street."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.identity.models import Unit
from rundbord.programmes import actions, queries
from rundbord.programmes.vocabulary import ConsentFrom

_NAMES = ("Kursus Eksempelsen", "Prøve Prøvesen", "Hold Holdesen")
# Who, in what, noted so many days ago, and for how many days from now it holds.
_TRAINED = (
    ("Gademedarbejder, Gladsaxe", "Kontakt og samtale", 300, 430),
    ("Gademedarbejder, Gladsaxe", "Førstehjælp", 710, 20),
    ("Vikar på gaden", "Konflikt og nedtrapning", 760, -30),
)


def run_courses(founded: Founded) -> None:
    """Plan and hold what is shown."""
    _hold_cadets(founded)
    _train(founded)


def _hold_cadets(founded: Founded) -> None:
    officer, today = actor_named("betjent@vestegnen", founded), timezone.localdate()
    with acting_for(officer):
        cadets = actions.open_programme(
            "Politikadet",
            purpose="Unge følger politiets arbejde otte eftermiddage og får bevis til sidst.",
            by=officer,
        )
        terms = actions.CohortTerms(
            name="Efteråret", starts_on=today - timedelta(days=20), ends_on=today + timedelta(days=36), places=16
        )
        running = actions.plan_cohort(cadets, terms, by=officer)
        for number, name in enumerate(_NAMES):
            has_consent = number < len(_NAMES) - 1
            joining = actions.Joining(
                name=name,
                contact="Forældre, nummer hos klassens lærer",
                consent_on=today - timedelta(days=25) if has_consent else None,
                consent_from=ConsentFrom.PARENT if has_consent else None,
            )
            actions.add_participant(running, joining, by=officer)
        day = actions.add_course_day(running, today - timedelta(days=6), title="Besøg på stationen", by=officer)
        actions.add_course_day(running, today + timedelta(days=1), title="Hundepatruljen", by=officer)
        there = {each.pk for each in queries.taking_part(running) if each.consent_on}
        actions.note_presence(running, day, there, by=officer)


def _train(founded: Founded) -> None:
    leader, today = actor_named("sspleder@gladsaxe", founded), timezone.localdate()
    with acting_for(leader):
        unit = Unit.objects.get(name="Gadeteam Gladsaxe")
        for employee, topic, ago, ahead in _TRAINED:
            actions.note_training(
                unit, employee, topic, trained_on=_day(today, -ago), holds_until=_day(today, ahead), by=leader
            )


def _day(today: date, days: int) -> date:
    return today + timedelta(days=days)
