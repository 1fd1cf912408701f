"""Addresses of questions without a name."""

from django.urls import URLPattern, path

from rundbord.sharing.screens.ask_without_name import ask_without_name
from rundbord.sharing.screens.questions import questions
from rundbord.sharing.screens.show_question import decide_question, show_question

QUESTIONS: list[URLPattern] = [
    path("droeftelser/", questions, name="questions"),
    path("droeftelser/ny/", ask_without_name, name="ask_without_name"),
    path("droeftelser/<uuid:question_id>/", show_question, name="show_question"),
    path("droeftelser/<uuid:question_id>/afgoer/", decide_question, name="decide_question"),
]
