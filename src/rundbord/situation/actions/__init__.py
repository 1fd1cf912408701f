"""What can be done with reports, incidents and pictures: one use case a file, named by its verb."""

from rundbord.situation.actions.answer_reporter import answer_reporter
from rundbord.situation.actions.black_out import black_out
from rundbord.situation.actions.change_incident import change_incident
from rundbord.situation.actions.close_incident import close_incident, reopen_incident
from rundbord.situation.actions.confirm_incident import confirm_incident
from rundbord.situation.actions.correct_picture import correct_picture
from rundbord.situation.actions.correct_read_incident import correct_read_incident
from rundbord.situation.actions.correct_report import correct_report
from rundbord.situation.actions.delete_source_texts import delete_source_texts
from rundbord.situation.actions.dismiss_report import dismiss_report
from rundbord.situation.actions.edit_section import SectionWords, edit_section
from rundbord.situation.actions.export_incidents import export_incidents
from rundbord.situation.actions.find_repeats import find_repeats
from rundbord.situation.actions.find_unusual import find_unusual
from rundbord.situation.actions.hand_over_report import hand_over_report
from rundbord.situation.actions.judge_breach import judge_breach
from rundbord.situation.actions.judge_unusual import judge_unusual
from rundbord.situation.actions.keep_report import keep_report
from rundbord.situation.actions.merge_report import merge_report
from rundbord.situation.actions.open_breach_note import open_breach_note
from rundbord.situation.actions.open_wall import OpenedWall, close_wall, open_wall
from rundbord.situation.actions.place_report import Spot, place_report
from rundbord.situation.actions.publish_picture import publish_picture
from rundbord.situation.actions.read_picture import print_picture, read_picture
from rundbord.situation.actions.read_source_text import read_source_text
from rundbord.situation.actions.receive_messages import receive_messages
from rundbord.situation.actions.receive_source_text import receive_source_text
from rundbord.situation.actions.release_source_text import (
    release_source_text,
    release_what_is_clean,
    withhold_read_incident,
)
from rundbord.situation.actions.renew_source_text import renew_source_text
from rundbord.situation.actions.report_incidents import report_incidents
from rundbord.situation.actions.report_nothing import report_nothing
from rundbord.situation.actions.report_observation import report_observation
from rundbord.situation.actions.see_photo import see_photo
from rundbord.situation.actions.set_folding import set_folding
from rundbord.situation.actions.start_picture import start_picture
from rundbord.situation.actions.undo_triage import undo_triage

__all__ = [
    "OpenedWall",
    "SectionWords",
    "Spot",
    "answer_reporter",
    "black_out",
    "change_incident",
    "close_incident",
    "close_wall",
    "confirm_incident",
    "correct_picture",
    "correct_read_incident",
    "correct_report",
    "delete_source_texts",
    "dismiss_report",
    "edit_section",
    "export_incidents",
    "find_repeats",
    "find_unusual",
    "hand_over_report",
    "judge_breach",
    "judge_unusual",
    "keep_report",
    "merge_report",
    "open_breach_note",
    "open_wall",
    "place_report",
    "print_picture",
    "publish_picture",
    "read_picture",
    "read_source_text",
    "receive_messages",
    "receive_source_text",
    "release_source_text",
    "release_what_is_clean",
    "renew_source_text",
    "reopen_incident",
    "report_incidents",
    "report_nothing",
    "report_observation",
    "see_photo",
    "set_folding",
    "start_picture",
    "undo_triage",
    "withhold_read_incident",
]
