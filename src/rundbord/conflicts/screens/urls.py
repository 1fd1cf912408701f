"""Addresses of conflicts and the groups in them."""

from django.urls import path

from rundbord.conflicts.screens.change_conflict import change_conflict, revisions
from rundbord.conflicts.screens.change_readers import change_readers
from rundbord.conflicts.screens.choose_conflict import choose_conflict
from rundbord.conflicts.screens.clear_readers import (
    answer_request,
    ask_clearance,
    clear_unit,
    clearances,
    withdraw_clearance,
)
from rundbord.conflicts.screens.close_conflict import close_conflict, reopen_conflict
from rundbord.conflicts.screens.conflicts import conflicts
from rundbord.conflicts.screens.look_ahead import (
    end_window,
    name_risk,
    open_window,
    remove_risk,
    take_step,
)
from rundbord.conflicts.screens.name_groups import (
    add_group,
    identities,
    name_group,
    relabel_group,
    unname_group,
)
from rundbord.conflicts.screens.open_conflict import open_conflict
from rundbord.conflicts.screens.review_conflict import review_conflict
from rundbord.conflicts.screens.set_tension import set_tension
from rundbord.conflicts.screens.show_conflict import course, show_conflict
from rundbord.conflicts.screens.tell_event import settle_event, tell_event
from rundbord.conflicts.screens.weigh_motives import (
    add_evidence,
    drop_hypothesis,
    state_hypothesis,
    weigh_hypothesis,
)

app_name = "conflicts"

_ONE = "konflikter/<uuid:conflict_id>/"
_MOTIVE = f"{_ONE}hypotese/<uuid:hypothesis_id>/"
_GROUP = f"{_ONE}grupper/<uuid:group_id>/"

urlpatterns = [
    path("konflikter/", conflicts, name="conflicts"),
    path("konflikter/vaelg/", choose_conflict, name="choose_conflict"),
    path("konflikter/ny/", open_conflict, name="open_conflict"),
    path(_ONE, show_conflict, name="show_conflict"),
    path(f"{_ONE}forloeb/", course, name="course"),
    path(f"{_ONE}ret/", change_conflict, name="change_conflict"),
    path(f"{_ONE}laesere/", change_readers, name="change_readers"),
    path(f"{_ONE}udgaver/", revisions, name="revisions"),
    path(f"{_ONE}haendelse/", tell_event, name="tell_event"),
    path(f"{_ONE}haendelse/<uuid:event_id>/", settle_event, name="settle_event"),
    path(f"{_ONE}spaending/", set_tension, name="set_tension"),
    path(f"{_ONE}hypotese/", state_hypothesis, name="state_hypothesis"),
    path(f"{_MOTIVE}holdepunkt/", add_evidence, name="add_evidence"),
    path(f"{_MOTIVE}vurder/", weigh_hypothesis, name="weigh_hypothesis"),
    path(f"{_MOTIVE}opgiv/", drop_hypothesis, name="drop_hypothesis"),
    path(f"{_ONE}vindue/", open_window, name="open_window"),
    path(f"{_ONE}vindue/<uuid:window_id>/luk/", end_window, name="end_window"),
    path(f"{_ONE}risiko/", name_risk, name="name_risk"),
    path(f"{_ONE}risiko/<uuid:risk_id>/fjern/", remove_risk, name="remove_risk"),
    path(f"{_ONE}skridt/", take_step, name="take_step"),
    path(f"{_ONE}gennemgang/", review_conflict, name="review_conflict"),
    path(f"{_ONE}afslut/", close_conflict, name="close_conflict"),
    path(f"{_ONE}genaabn/", reopen_conflict, name="reopen_conflict"),
    path(f"{_ONE}grupper/", add_group, name="add_group"),
    path(_GROUP, relabel_group, name="relabel_group"),
    path(f"{_GROUP}hvem/", name_group, name="name_group"),
    path(f"{_GROUP}slet/", unname_group, name="unname_group"),
    path(f"{_ONE}hvem/", identities, name="identities"),
    path(f"{_ONE}bed-om-adgang/", ask_clearance, name="ask_clearance"),
    path(f"{_ONE}adgang/", clearances, name="clearances"),
    path(f"{_ONE}adgang/enhed/", clear_unit, name="clear_unit"),
    path(f"{_ONE}adgang/oensker/<uuid:request_id>/", answer_request, name="answer_request"),
    path(f"{_ONE}adgang/<uuid:clearance_id>/traek/", withdraw_clearance, name="withdraw_clearance"),
]
