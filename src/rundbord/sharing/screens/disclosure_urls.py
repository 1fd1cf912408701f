"""Addresses of what was told and received."""

from django.urls import path

from rundbord.sharing.screens.answer_request import answer_request
from rundbord.sharing.screens.confirm_correction import confirm_correction
from rundbord.sharing.screens.correct_disclosure import correct_disclosure
from rundbord.sharing.screens.letter import letter, letter_as_pdf, note_delivery
from rundbord.sharing.screens.name_readers import name_readers
from rundbord.sharing.screens.received_list import received_list
from rundbord.sharing.screens.show_received import acknowledge, show_cpr, show_received
from rundbord.sharing.screens.show_told import show_told
from rundbord.sharing.screens.told_list import told_list

_RECEIVED = "modtaget/<uuid:received_id>/"
_TOLD = "videregivet/<uuid:disclosure_id>/"

DISCLOSURES = [
    path("modtaget/", received_list, name="received_list"),
    path("modtaget/laesere/<uuid:request_id>/", name_readers, name="name_readers"),
    path(_RECEIVED, show_received, name="show_received"),
    path(f"{_RECEIVED}kvitter/", acknowledge, name="acknowledge"),
    path(f"{_RECEIVED}cpr/", show_cpr, name="show_cpr"),
    path(f"{_RECEIVED}rettelse/<uuid:correction_id>/", confirm_correction, name="confirm_correction"),
    path(f"{_RECEIVED}svar/", answer_request, name="answer_request"),
    path("videregivet/", told_list, name="told_list"),
    path(_TOLD, show_told, name="show_told"),
    path(f"{_TOLD}ret/", correct_disclosure, name="correct_disclosure"),
    path(f"{_TOLD}brev/", letter, name="letter"),
    path(f"{_TOLD}brev.pdf", letter_as_pdf, name="letter_as_pdf"),
    path(f"{_TOLD}aflevering/", note_delivery, name="note_delivery"),
]
