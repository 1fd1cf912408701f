"""Load the demonstration: an invented partnership with a year behind it, and this morning's inbox."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from rundbord.demo.alerts import have_a_night
from rundbord.demo.assessments import say_what_was_said_before
from rundbord.demo.background import take_in_invented_figures
from rundbord.demo.before_names import ask_without_names, hold_rounds
from rundbord.demo.between_meetings import ask_between_meetings
from rundbord.demo.breaches import have_a_breach
from rundbord.demo.conflicts import tell_conflicts
from rundbord.demo.courses import run_courses
from rundbord.demo.daily_reports import receive_daily_reports
from rundbord.demo.deletions import foresee_deletions
from rundbord.demo.disclosures import pass_things_on
from rundbord.demo.earlier_events import have_had_nights
from rundbord.demo.exits import tell_exits
from rundbord.demo.filling import fill
from rundbord.demo.founding import OWNER, found
from rundbord.demo.governing import govern
from rundbord.demo.guarding import guard_the_files
from rundbord.demo.interventions import intervene
from rundbord.demo.keys import give_keys
from rundbord.demo.log_control import control_the_log
from rundbord.demo.mapping import map_quarters
from rundbord.demo.meetings import hold_meetings
from rundbord.demo.morning import receive_inbox
from rundbord.demo.pictures import publish_history
from rundbord.demo.planning import plan_the_year
from rundbord.demo.reports import write_reports
from rundbord.demo.residents import meet_residents
from rundbord.demo.rights import answer_citizens
from rundbord.demo.shifts import walk_the_streets
from rundbord.demo.sources import set_up_sources
from rundbord.demo.unusual import look_back
from rundbord.demo.work import give_tasks
from rundbord.demo.young_people import follow_young_people
from rundbord.demo.zones import decide_zones
from rundbord.partnership.models import Partnership


class Command(BaseCommand):
    """Needs the deploying login, since it founds authorities and writes a past that nobody typed."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Load once; a database that holds a partnership is left as it is."""
        if OWNER not in settings.DATABASES or not settings.IS_DEMO:
            raise CommandError("load_demo runs in demo mode with DATABASE_URL_OWNER alone")
        if Partnership.objects.using(OWNER).exists():
            self.stdout.write("Demonstrationen er allerede indlæst.")
            return
        with transaction.atomic(using=OWNER):
            founded = found()
            govern(founded)
            plan_the_year(founded)
            say_what_was_said_before(founded)
            count = fill(founded, until=timezone.localdate())
        give_keys()
        decide_zones(founded)
        tell_conflicts(founded)
        map_quarters(founded)
        publish_history(founded)
        give_tasks(founded)
        hold_meetings(founded)
        ask_between_meetings(founded)
        run_courses(founded)
        tell_exits(founded)
        receive_inbox(founded)
        receive_daily_reports(founded)
        have_had_nights(founded)
        have_a_night(founded)
        walk_the_streets(founded)
        follow_young_people(founded)
        pass_things_on(founded)
        intervene(founded)
        set_up_sources(founded)
        take_in_invented_figures(founded)
        look_back(founded)
        ask_without_names(founded)
        hold_rounds(founded)
        meet_residents(founded)
        write_reports(founded)
        control_the_log(founded)
        guard_the_files(founded)
        answer_citizens(founded)
        have_a_breach(founded)
        foresee_deletions(founded)
        self.stdout.write(f"{count} opdigtede indberetninger fra det seneste år er indlæst.")
