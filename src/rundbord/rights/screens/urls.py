"""Addresses of the rights desk."""

from django.urls import path

from rundbord.rights.screens.answer import answer, extract, letter_as_pdf, settle
from rundbord.rights.screens.asked import answer_question, ask_senders, asked
from rundbord.rights.screens.carry_out import carry_out
from rundbord.rights.screens.close import close
from rundbord.rights.screens.delay import delay
from rundbord.rights.screens.items import decide_group, decide_item
from rundbord.rights.screens.register import register
from rundbord.rights.screens.requests import requests
from rundbord.rights.screens.show_request import show_request
from rundbord.rights.screens.telling import telling

app_name = "rights"

urlpatterns = [
    path("rettigheder/", requests, name="requests"),
    path("rettigheder/ny/", register, name="register"),
    path("rettigheder/orientering/", telling, name="telling"),
    path("rettigheder/spurgt/", asked, name="asked"),
    path("rettigheder/spurgt/<uuid:question_id>/", answer_question, name="answer_question"),
    path("rettigheder/gennemfoer/<uuid:remedy_id>/", carry_out, name="carry_out"),
    path("rettigheder/<uuid:request_id>/", show_request, name="show_request"),
    path("rettigheder/<uuid:request_id>/frist/", delay, name="delay"),
    path("rettigheder/<uuid:request_id>/luk/", close, name="close"),
    path("rettigheder/<uuid:request_id>/spoerg/", ask_senders, name="ask_senders"),
    path("rettigheder/<uuid:request_id>/svar/", answer, name="answer"),
    path("rettigheder/<uuid:request_id>/afgoer/", settle, name="settle"),
    path("rettigheder/<uuid:request_id>/brev/", letter_as_pdf, name="letter_as_pdf"),
    path("rettigheder/<uuid:request_id>/udtraek/", extract, name="extract"),
    path("rettigheder/<uuid:request_id>/gruppe/<slug:group>/", decide_group, name="decide_group"),
    path("rettigheder/<uuid:request_id>/<uuid:item_id>/", decide_item, name="decide_item"),
]
