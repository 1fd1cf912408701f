"""Addresses of meetings and forums."""

from django.urls import path

from rundbord.meetings.screens.board import show_meeting, signal, wall
from rundbord.meetings.screens.calendar import calendar_file
from rundbord.meetings.screens.calling import call_meeting, cancel_meeting, move_meeting
from rundbord.meetings.screens.course import (
    add_item,
    begin_meeting,
    correct_entry,
    end_meeting,
    go_on,
    note_presence,
    postpone_item,
)
from rundbord.meetings.screens.decide import decide
from rundbord.meetings.screens.forums import change_forum, choose_kind, close_forum, open_forum
from rundbord.meetings.screens.lists import meetings, show_forum
from rundbord.meetings.screens.minutes import fix_minutes, minutes, minutes_pdf
from rundbord.meetings.screens.seats import end_seat, give_seat, standard_agenda

app_name = "meetings"
_FORUM = "moeder/fora/<uuid:forum_id>/"
_MEETING = "moeder/<uuid:meeting_id>/"

urlpatterns = [
    path("moeder/", meetings, name="meetings"),
    path("moeder/fora/ny/", choose_kind, name="choose_kind"),
    path("moeder/fora/opret/", open_forum, name="open_forum"),
    path(_FORUM, show_forum, name="show_forum"),
    path(f"{_FORUM}ret/", change_forum, name="change_forum"),
    path(f"{_FORUM}dagsorden/", standard_agenda, name="standard_agenda"),
    path(f"{_FORUM}nedlaeg/", close_forum, name="close_forum"),
    path(f"{_FORUM}pladser/ny/", give_seat, name="give_seat"),
    path(f"{_FORUM}pladser/<uuid:seat_id>/afslut/", end_seat, name="end_seat"),
    path(f"{_FORUM}indkald/", call_meeting, name="call_meeting"),
    path(_MEETING, show_meeting, name="show_meeting"),
    path(f"{_MEETING}signal/", signal, name="signal"),
    path(f"{_MEETING}vaeg/", wall, name="wall"),
    path(f"{_MEETING}kalender.ics", calendar_file, name="calendar_file"),
    path(f"{_MEETING}flyt/", move_meeting, name="move_meeting"),
    path(f"{_MEETING}aflys/", cancel_meeting, name="cancel_meeting"),
    path(f"{_MEETING}begynd/", begin_meeting, name="begin_meeting"),
    path(f"{_MEETING}videre/", go_on, name="go_on"),
    path(f"{_MEETING}slut/", end_meeting, name="end_meeting"),
    path(f"{_MEETING}punkter/nyt/", add_item, name="add_item"),
    path(f"{_MEETING}punkter/<uuid:item_id>/udsaet/", postpone_item, name="postpone_item"),
    path(f"{_MEETING}fremmoede/<uuid:seat_id>/", note_presence, name="note_presence"),
    path(f"{_MEETING}noter/<uuid:entry_id>/ret/", correct_entry, name="correct_entry"),
    path(f"{_MEETING}beslut/", decide, name="decide"),
    path(f"{_MEETING}referat/", minutes, name="minutes"),
    path(f"{_MEETING}referat/fastlaas/", fix_minutes, name="fix_minutes"),
    path(f"{_MEETING}referat.pdf", minutes_pdf, name="minutes_pdf"),
]
