"""Addresses of cases at meetings."""

from django.urls import path

from rundbord.meetingcases.screens.cases import cases, put_copy, take_off
from rundbord.meetingcases.screens.decide_case import decide_case

app_name = "meetingcases"

urlpatterns = [
    path("moeder/<uuid:meeting_id>/sager/", cases, name="cases"),
    path("moeder/<uuid:meeting_id>/sager/modtaget/<uuid:received_id>/", put_copy, name="put_copy"),
    path("moeder/sager/<uuid:case_id>/", decide_case, name="decide_case"),
    path("moeder/sager/<uuid:case_id>/fjern/", take_off, name="take_off"),
]
