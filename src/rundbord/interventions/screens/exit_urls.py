"""Addresses of exit cases; they carry a random key and nothing else."""

from django.urls import URLPattern, path

from rundbord.interventions.screens.exit_acts import (
    finish_exit_step,
    name_deputy,
    take_over,
    withdraw_consent,
)
from rundbord.interventions.screens.exit_cases import exit_cases
from rundbord.interventions.screens.exit_consent import give_consent
from rundbord.interventions.screens.exit_enquiry import open_enquiry
from rundbord.interventions.screens.exit_moving import move_case, prolong_case
from rundbord.interventions.screens.exit_writing import note_contact, plan_exit_step, write_note
from rundbord.interventions.screens.show_exit import show_exit

app_name = "exits"

_ONE = "exit/<uuid:exit_id>/"

urlpatterns: list[URLPattern] = [
    path("exit/", exit_cases, name="exit_cases"),
    path("exit/ny/", open_enquiry, name="open_enquiry"),
    path("exit/skridt/<uuid:exit_step_id>/gjort/", finish_exit_step, name="finish_exit_step"),
    path(_ONE, show_exit, name="show_exit"),
    path(f"{_ONE}samtykke/", give_consent, name="give_consent"),
    path(f"{_ONE}traek-tilbage/", withdraw_consent, name="withdraw_consent"),
    path(f"{_ONE}status/", move_case, name="move_case"),
    path(f"{_ONE}forlaeng/", prolong_case, name="prolong_case"),
    path(f"{_ONE}notat/", write_note, name="write_note"),
    path(f"{_ONE}plan/", plan_exit_step, name="plan_exit_step"),
    path(f"{_ONE}kontakt/", note_contact, name="note_contact"),
    path(f"{_ONE}stedfortraeder/", name_deputy, name="name_deputy"),
    path(f"{_ONE}overtag/", take_over, name="take_over"),
]
