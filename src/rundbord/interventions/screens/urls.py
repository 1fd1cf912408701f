"""Addresses of interventions."""

from django.urls import URLPattern, path

from rundbord.interventions.screens.ask_who_visits import ask_who_visits
from rundbord.interventions.screens.end_intervention import end_intervention
from rundbord.interventions.screens.figures import figures
from rundbord.interventions.screens.interventions import interventions
from rundbord.interventions.screens.joint_visits import (
    ask_for_joint_visit,
    join_joint_visit,
    joint_visits,
    show_joint_visit,
)
from rundbord.interventions.screens.offers import add_offer, change_offer, close_offer, offers
from rundbord.interventions.screens.plan_step import plan_step
from rundbord.interventions.screens.print_step import print_step
from rundbord.interventions.screens.show_intervention import show_intervention
from rundbord.interventions.screens.start_intervention import of_file, start_intervention
from rundbord.interventions.screens.take_step import take_step

app_name = "interventions"

_ONE = "indsatser/<uuid:intervention_id>/"
_STEP = f"{_ONE}skridt/<slug:step_key>/"

urlpatterns: list[URLPattern] = [
    path("indsatser/", interventions, name="interventions"),
    path("indsatser/tal/", figures, name="figures"),
    path("indsatser/ung/<uuid:person_id>/", of_file, name="of_file"),
    path("indsatser/ung/<uuid:person_id>/ny/", start_intervention, name="start_intervention"),
    path("indsatser/skrevet/<uuid:step_id>/hent/", print_step, name="print_step"),
    path("tilbud/", offers, name="offers"),
    path("tilbud/nyt/", add_offer, name="add_offer"),
    path("tilbud/<uuid:offer_id>/ret/", change_offer, name="change_offer"),
    path("tilbud/<uuid:offer_id>/luk/", close_offer, name="close_offer"),
    path("faelles-besoeg/", joint_visits, name="joint_visits"),
    path("faelles-besoeg/<uuid:visit_id>/", show_joint_visit, name="show_joint_visit"),
    path("faelles-besoeg/<uuid:visit_id>/knyt/<uuid:intervention_id>/", join_joint_visit, name="join_joint_visit"),
    path(f"{_ONE}faelles-besoeg/", ask_for_joint_visit, name="ask_for_joint_visit"),
    path(f"{_ONE}andre-besoeg/", ask_who_visits, name="ask_who_visits"),
    path(_ONE, show_intervention, name="show_intervention"),
    path(_STEP, take_step, name="take_step"),
    path(f"{_STEP}tid/", plan_step, name="plan_step"),
    path(f"{_ONE}afslut/", end_intervention, name="end_intervention"),
]
