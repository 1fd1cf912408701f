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
from rundbord.interventions.screens.exit_letters import (
    ask_letter_back,
    exit_letter_as_pdf,
    note_exit_delivery,
    show_exit_letter,
    write_letter,
)
from rundbord.interventions.screens.exit_moving import move_case, prolong_case
from rundbord.interventions.screens.exit_telling import put_right, recall_told, tell_coordinators
from rundbord.interventions.screens.exit_told import (
    acknowledge_exit_copy,
    confirm_gone,
    exit_received,
    show_exit_copy,
    show_exit_told,
)
from rundbord.interventions.screens.exit_writing import note_contact, plan_exit_step, write_note
from rundbord.interventions.screens.show_exit import show_exit

app_name = "exits"

_ONE = "exit/<uuid:exit_id>/"
_TOLD = "exit/givet/<uuid:exit_told_id>/"
_LETTER = "exit/brev/<uuid:exit_letter_id>/"
_COPY = "exit/modtaget/<uuid:exit_copy_id>/"

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
    path(f"{_ONE}giv-videre/", tell_coordinators, name="tell_coordinators"),
    path(f"{_ONE}brev/", write_letter, name="write_letter"),
    path(_LETTER, show_exit_letter, name="show_exit_letter"),
    path(f"{_LETTER}pdf/", exit_letter_as_pdf, name="exit_letter_as_pdf"),
    path(f"{_LETTER}afleveret/", note_exit_delivery, name="note_exit_delivery"),
    path(f"{_LETTER}kald-tilbage/", ask_letter_back, name="ask_letter_back"),
    path(_TOLD, show_exit_told, name="show_exit_told"),
    path(f"{_TOLD}ret/", put_right, name="put_right"),
    path(f"{_TOLD}kald-tilbage/", recall_told, name="recall_told"),
    path("exit/modtaget/", exit_received, name="exit_received"),
    path(_COPY, show_exit_copy, name="show_exit_copy"),
    path(f"{_COPY}kvitter/", acknowledge_exit_copy, name="acknowledge_exit_copy"),
    path(f"{_COPY}slettet/", confirm_gone, name="confirm_gone"),
]
