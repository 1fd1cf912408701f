"""Addresses of sudden events and safety notices."""

from django.urls import path

from rundbord.alerts.screens.alerts import alerts
from rundbord.alerts.screens.answer_call import answer_call
from rundbord.alerts.screens.close_event import close_event, reopen_event
from rundbord.alerts.screens.decide_step import decide_step
from rundbord.alerts.screens.raise_event import raise_event
from rundbord.alerts.screens.recall_notice import recall_notice
from rundbord.alerts.screens.receive_notice import receive_notice
from rundbord.alerts.screens.safety_notices import safety_notices
from rundbord.alerts.screens.see_event import see_event
from rundbord.alerts.screens.send_notice import send_notice
from rundbord.alerts.screens.settle_line import settle_line
from rundbord.alerts.screens.show_event import show_event
from rundbord.alerts.screens.show_notice import show_notice

app_name = "alerts"

urlpatterns = [
    path("pludseligt/", alerts, name="alerts"),
    path("pludseligt/ny/", raise_event, name="raise_event"),
    path("pludseligt/<uuid:event_id>/", show_event, name="show_event"),
    path("pludseligt/<uuid:event_id>/set/", see_event, name="see_event"),
    path("pludseligt/<uuid:event_id>/beslut/", decide_step, name="decide_step"),
    path("pludseligt/<uuid:event_id>/afslut/", close_event, name="close_event"),
    path("pludseligt/<uuid:event_id>/genaabn/", reopen_event, name="reopen_event"),
    path("pludseligt/opkald/<uuid:call_id>/", answer_call, name="answer_call"),
    path("pludseligt/linje/<uuid:line_id>/afklaret/", settle_line, name="settle_line"),
    path("sikkerhedsbeskeder/", safety_notices, name="safety_notices"),
    path("sikkerhedsbeskeder/ny/", send_notice, name="send_notice"),
    path("sikkerhedsbeskeder/<uuid:notice_id>/", show_notice, name="show_notice"),
    path("sikkerhedsbeskeder/<uuid:notice_id>/kvitter/", receive_notice, name="receive_notice"),
    path("sikkerhedsbeskeder/<uuid:notice_id>/traek-tilbage/", recall_notice, name="recall_notice"),
]
