"""Addresses of the control."""

from django.urls import path

from rundbord.logcontrol.screens.answer import answer
from rundbord.logcontrol.screens.controls import controls
from rundbord.logcontrol.screens.judge_item import judge_item
from rundbord.logcontrol.screens.own_readings import own_readings
from rundbord.logcontrol.screens.reading_limits import reading_limits
from rundbord.logcontrol.screens.show_control import show_control
from rundbord.logcontrol.screens.show_stop import show_stop

app_name = "logcontrol"

urlpatterns = [
    path("logkontrol/", controls, name="controls"),
    path("logkontrol/svar/", own_readings, name="own_readings"),
    path("logkontrol/svar/<uuid:item_id>/", answer, name="answer"),
    path("logkontrol/graenser/", reading_limits, name="reading_limits"),
    path("logkontrol/graenser/<uuid:stop_id>/", show_stop, name="show_stop"),
    path("logkontrol/<uuid:control_id>/", show_control, name="show_control"),
    path("logkontrol/<uuid:control_id>/<uuid:item_id>/", judge_item, name="judge_item"),
]
