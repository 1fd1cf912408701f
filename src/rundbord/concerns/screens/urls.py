"""Addresses of files on young people."""

from django.urls import URLPattern, path

from rundbord.concerns.screens.ask_others import ask_others
from rundbord.concerns.screens.assign_file import assign_file, end_assignment, hand_over_file
from rundbord.concerns.screens.attachments import (
    attach_file,
    fetch_attachment,
    look_at_attachment,
    name_attachment_readers,
    remove_attachment,
    show_attachment,
)
from rundbord.concerns.screens.change_concern import change_level, change_role, set_next_step
from rundbord.concerns.screens.change_file import narrow_file, put_identity_right
from rundbord.concerns.screens.check_archive import check_archive
from rundbord.concerns.screens.close_concern import close_concern, journal_note, note_journaled
from rundbord.concerns.screens.consents import record_consent, withdraw_consent
from rundbord.concerns.screens.disclose_facts import disclose_facts
from rundbord.concerns.screens.files import files
from rundbord.concerns.screens.find import find
from rundbord.concerns.screens.keep_as_adult import keep_as_adult
from rundbord.concerns.screens.move_away import move_away
from rundbord.concerns.screens.moved_files import moved_files
from rundbord.concerns.screens.nominate_file import nominate_file
from rundbord.concerns.screens.put_before_name import file_behind, put_before_name
from rundbord.concerns.screens.raise_concern import add_concern, raise_concern
from rundbord.concerns.screens.reveal_cpr import reveal_cpr
from rundbord.concerns.screens.show_file import facts, show_file
from rundbord.concerns.screens.state_safeguard import state_safeguard
from rundbord.concerns.screens.tell_family import approve_deferral, tell_family
from rundbord.concerns.screens.write_fact import confirm_fact, correct_fact, name_readers, withdraw_fact, write_fact

app_name = "concerns"

_FILE = "unge/<uuid:person_id>/"
_CONCERN = f"{_FILE}bekymring/<uuid:concern_id>/"
_FACT = f"{_FILE}oplysninger/<uuid:fact_id>/"
_ATTACHMENT = f"{_FILE}bilag/<uuid:attachment_id>/"

urlpatterns: list[URLPattern] = [
    path("unge/", files, name="files"),
    path("unge/ny/", raise_concern, name="raise_concern"),
    path("unge/find/", find, name="find"),
    path("unge/flyttede/", moved_files, name="moved_files"),
    path(_FILE, show_file, name="show_file"),
    path(f"{_FILE}oplysninger/", facts, name="facts"),
    path(f"{_FILE}bekymring/", add_concern, name="add_concern"),
    path(f"{_FILE}giv-videre/", disclose_facts, name="disclose_facts"),
    path(f"{_FILE}anmod/", ask_others, name="ask_others"),
    path(f"{_FILE}cpr/", reveal_cpr, name="reveal_cpr"),
    path(f"{_FILE}hvem/", put_identity_right, name="put_identity_right"),
    path(f"{_FILE}snaever/", narrow_file, name="narrow_file"),
    path(f"{_FILE}forholdsregel/", state_safeguard, name="state_safeguard"),
    path(f"{_FILE}droeft-uden-navn/", put_before_name, name="put_before_name"),
    path(f"{_FILE}kender-i/", nominate_file, name="nominate_file"),
    path("droeftelser/<uuid:question_id>/sag/", file_behind, name="file_behind"),
    path(f"{_FILE}oplysninger/ny/", write_fact, name="write_fact"),
    path(f"{_FACT}ret/", correct_fact, name="correct_fact"),
    path(f"{_FACT}traek-tilbage/", withdraw_fact, name="withdraw_fact"),
    path(f"{_FACT}laesere/", name_readers, name="name_readers"),
    path(f"{_FACT}bekraeft/", confirm_fact, name="confirm_fact"),
    path(f"{_FILE}bilag/ny/", attach_file, name="attach_file"),
    path(_ATTACHMENT, look_at_attachment, name="look_at_attachment"),
    path(f"{_ATTACHMENT}hent/", fetch_attachment, name="fetch_attachment"),
    path(f"{_ATTACHMENT}billede/", show_attachment, name="show_attachment"),
    path(f"{_ATTACHMENT}laesere/", name_attachment_readers, name="name_attachment_readers"),
    path(f"{_ATTACHMENT}slet/", remove_attachment, name="remove_attachment"),
    path(f"{_FILE}orientering/", tell_family, name="tell_family"),
    path(f"{_FILE}orientering/godkend/", approve_deferral, name="approve_deferral"),
    path(f"{_FILE}samtykke/", record_consent, name="record_consent"),
    path(f"{_FILE}samtykke/<uuid:consent_id>/tilbage/", withdraw_consent, name="withdraw_consent"),
    path(f"{_FILE}adgang/", assign_file, name="assign_file"),
    path(f"{_FILE}adgang/<uuid:assignment_id>/slut/", end_assignment, name="end_assignment"),
    path(f"{_FILE}overdrag/", hand_over_file, name="hand_over_file"),
    path(f"{_FILE}flyt/", move_away, name="move_away"),
    path(f"{_FILE}arkivtjek/", check_archive, name="check_archive"),
    path(f"{_FILE}voksen/", keep_as_adult, name="keep_as_adult"),
    path(f"{_CONCERN}afslut/", close_concern, name="close_concern"),
    path(f"{_CONCERN}notat/", journal_note, name="journal_note"),
    path(f"{_CONCERN}journaliseret/", note_journaled, name="note_journaled"),
    path(f"{_CONCERN}naeste/", set_next_step, name="set_next_step"),
    path(f"{_CONCERN}rolle/", change_role, name="change_role"),
    path(f"{_CONCERN}niveau/", change_level, name="change_level"),
]
