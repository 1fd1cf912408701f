"""Addresses of hand-over meetings."""

from django.urls import path

from rundbord.handover.screens.add_line import add_line
from rundbord.handover.screens.give_name import give_name
from rundbord.handover.screens.hand_over import answer_line, begin_list, close_list, hand_over

app_name = "handover"

urlpatterns = [
    path("moeder/<uuid:meeting_id>/overlevering/", hand_over, name="hand_over"),
    path("moeder/<uuid:meeting_id>/overlevering/ny/", begin_list, name="begin_list"),
    path("overlevering/<uuid:list_id>/linje/", add_line, name="add_line"),
    path("overlevering/<uuid:list_id>/luk/", close_list, name="close_list"),
    path("overlevering/linje/<uuid:line_id>/navn/", give_name, name="give_name"),
    path("overlevering/spoergsmaal/<uuid:question_id>/", answer_line, name="answer_line"),
]
