"""Addresses of reporting, the inbox, incidents and the picture."""

from django.urls import path

from rundbord.situation.screens.black_out import black_out
from rundbord.situation.screens.breach_notes import breach_notes, open_breach_note, show_breach_note
from rundbord.situation.screens.change_incident import (
    change_incident,
    close_incident,
    confirm_incident,
    reopen_incident,
)
from rundbord.situation.screens.correct_picture import correct_picture
from rundbord.situation.screens.correct_read_incident import correct_read_incident
from rundbord.situation.screens.correct_report import correct_report
from rundbord.situation.screens.dismiss_report import dismiss_report
from rundbord.situation.screens.edit_section import edit_section
from rundbord.situation.screens.export_incidents import export_incidents
from rundbord.situation.screens.folding import folding
from rundbord.situation.screens.inbox import inbox
from rundbord.situation.screens.incidents import incidents
from rundbord.situation.screens.keep_report import keep_report
from rundbord.situation.screens.merge_report import merge_report
from rundbord.situation.screens.own_reports import own_reports
from rundbord.situation.screens.photo import photo
from rundbord.situation.screens.pictures import pictures
from rundbord.situation.screens.place_report import place_report
from rundbord.situation.screens.print_picture import print_picture
from rundbord.situation.screens.publish_picture import publish_picture
from rundbord.situation.screens.receive_source_text import receive_source_text
from rundbord.situation.screens.repeats import judge_repeat, repeats
from rundbord.situation.screens.report import report
from rundbord.situation.screens.report_incidents import report_incidents
from rundbord.situation.screens.report_nothing import report_nothing
from rundbord.situation.screens.show_draft import show_draft
from rundbord.situation.screens.show_incident import show_incident
from rundbord.situation.screens.show_picture import show_picture
from rundbord.situation.screens.show_wall import enter_wall, show_wall, wall_signal
from rundbord.situation.screens.signal import signal
from rundbord.situation.screens.sorted_today import sorted_today
from rundbord.situation.screens.source_text import source_text
from rundbord.situation.screens.source_texts import source_texts
from rundbord.situation.screens.triage_several import triage_several
from rundbord.situation.screens.undo_triage import undo_triage
from rundbord.situation.screens.unusual import judge_unusual, unusual
from rundbord.situation.screens.walls import close_wall, walls

app_name = "situation"

urlpatterns = [
    path("signal/", signal, name="signal"),
    path("indbakke/", inbox, name="inbox"),
    path("indbakke/sorteret/", sorted_today, name="sorted_today"),
    path("indbakke/flere/", triage_several, name="triage_several"),
    path("indbakke/foldning/", folding, name="folding"),
    path("indbakke/fortryd/<uuid:triage_id>/", undo_triage, name="undo_triage"),
    path("indbakke/<uuid:report_id>/behold/", keep_report, name="keep_report"),
    path("indbakke/<uuid:report_id>/saml/", merge_report, name="merge_report"),
    path("indbakke/<uuid:report_id>/afvis/", dismiss_report, name="dismiss_report"),
    path("indbakke/<uuid:report_id>/placer/", place_report, name="place_report"),
    path("haendelser/", incidents, name="incidents"),
    path("haendelser/regneark/", export_incidents, name="export_incidents"),
    path("haendelser/<uuid:incident_id>/", show_incident, name="show_incident"),
    path("haendelser/<uuid:incident_id>/ret/", change_incident, name="change_incident"),
    path("haendelser/<uuid:incident_id>/bekraeft/", confirm_incident, name="confirm_incident"),
    path("haendelser/<uuid:incident_id>/afslut/", close_incident, name="close_incident"),
    path("haendelser/<uuid:incident_id>/genaabn/", reopen_incident, name="reopen_incident"),
    path("indberet/", report, name="report"),
    path("indberet/intet/", report_nothing, name="report_nothing"),
    path("indberet/politi/", report_incidents, name="report_incidents"),
    path("mine-indberetninger/", own_reports, name="own_reports"),
    path("mine-indberetninger/<uuid:report_id>/ret/", correct_report, name="correct_report"),
    path("foto/<uuid:photo_id>/", photo, name="photo"),
    path("doegnrapporter/", source_texts, name="source_texts"),
    path("doegnrapporter/ny/", receive_source_text, name="receive_source_text"),
    path("doegnrapporter/<uuid:source_id>/", source_text, name="source_text"),
    path("doegnrapporter/<uuid:source_id>/<int:position>/ret/", correct_read_incident, name="correct_read_incident"),
    path("situationsbillede/", pictures, name="pictures"),
    path("situationsbillede/kladde/", show_draft, name="draft"),
    path("situationsbillede/kladde/udgiv/", publish_picture, name="publish_picture"),
    path("situationsbillede/kladde/<str:kind>/<str:audience>/", edit_section, name="edit_section"),
    path("situationsbillede/<int:number>/", show_picture, name="show_picture"),
    path("situationsbillede/<int:number>/pdf/", print_picture, name="print_picture"),
    path("situationsbillede/<int:number>/ret/", correct_picture, name="correct_picture"),
    path("situationsbillede/<int:number>/sloer/", black_out, name="black_out"),
    path("haendelsesnotater/", breach_notes, name="breach_notes"),
    path("haendelsesnotater/<uuid:note_id>/", show_breach_note, name="show_breach_note"),
    path("haendelsesnotater/aabn/<uuid:black_out_id>/", open_breach_note, name="open_breach_note"),
    path("overblik/usaedvanligt/", unusual, name="unusual"),
    path("overblik/usaedvanligt/<uuid:found_id>/", judge_unusual, name="judge_unusual"),
    path("overblik/gentagelser/", repeats, name="repeats"),
    path("overblik/gentagelser/<uuid:repeat_id>/", judge_repeat, name="judge_repeat"),
    path("vaegskaerme/", walls, name="walls"),
    path("vaegskaerme/<uuid:session_id>/luk/", close_wall, name="close_wall"),
    path("vaeg/", show_wall, name="show_wall"),
    path("vaeg/signal/", wall_signal, name="wall_signal"),
    path("vaeg/<str:token>/", enter_wall, name="enter_wall"),
]
