"""Addresses of the partnership."""

from django.urls import path

from rundbord.partnership.screens.agreements import change_agreement, extend_agreement, show_agreement, sign_agreement
from rundbord.partnership.screens.areas import areas, show_area
from rundbord.partnership.screens.assess_area import assess_area
from rundbord.partnership.screens.club_offers import club_offers, end_club_offer, list_club_offer
from rundbord.partnership.screens.edit_area import change_area, close_area, create_area
from rundbord.partnership.screens.efforts import (
    efforts,
    end_effort,
    name_effort,
    open_renewal,
    show_effort,
    vote_on_renewal,
)
from rundbord.partnership.screens.focus_points import (
    add_focus_point,
    change_focus_point,
    focus_templates,
    move_focus_point,
    remove_focus_point,
)
from rundbord.partnership.screens.goals import close_goal, note_value, set_goal, show_goal
from rundbord.partnership.screens.hand_over import set_secretariat, show_hand_over, tick_hand_over
from rundbord.partnership.screens.import_areas import import_areas
from rundbord.partnership.screens.import_streets import import_streets, street_table_template
from rundbord.partnership.screens.land import land
from rundbord.partnership.screens.measures import (
    add_measure,
    change_measure,
    count_activity,
    set_measure_status,
    show_measure,
    strike_activity,
)
from rundbord.partnership.screens.plans import change_plan, make_plan, plans, show_plan
from rundbord.partnership.screens.reporting_duties import end_reporting_duty, set_reporting_duty
from rundbord.partnership.screens.residents import (
    answer_promise,
    make_promise,
    note_gathering,
    observe_on_walk,
    public_promises,
    publish_promise,
    residents,
    settle_observation,
    show_gathering,
    withdraw_promise,
)
from rundbord.partnership.screens.seats import add_party, end_party, hand_over_chair
from rundbord.partnership.screens.show_partnership import show_partnership
from rundbord.partnership.screens.signing import (
    add_budget_line,
    add_signature,
    strike_budget_line,
    strike_signature,
)

app_name = "partnership"

urlpatterns = [
    path("partnerskab/", show_partnership, name="show_partnership"),
    path("partnerskab/aftaler/ny/", sign_agreement, name="sign_agreement"),
    path("partnerskab/aftaler/<uuid:agreement_id>/", show_agreement, name="show_agreement"),
    path("partnerskab/aftaler/<uuid:agreement_id>/ret/", change_agreement, name="change_agreement"),
    path("partnerskab/aftaler/<uuid:agreement_id>/forlaeng/", extend_agreement, name="extend_agreement"),
    path("partnerskab/aftaler/<uuid:agreement_id>/underskrift/", add_signature, name="add_signature"),
    path("partnerskab/underskrifter/<uuid:signature_id>/slet/", strike_signature, name="strike_signature"),
    path("partnerskab/aftaler/<uuid:agreement_id>/budget/", add_budget_line, name="add_budget_line"),
    path("partnerskab/budget/<uuid:line_id>/slet/", strike_budget_line, name="strike_budget_line"),
    path("partnerskab/parter/ny/", add_party, name="add_party"),
    path("partnerskab/parter/<uuid:party_id>/udtraed/", end_party, name="end_party"),
    path("partnerskab/formandskab/", hand_over_chair, name="hand_over_chair"),
    path("partnerskab/formandskab/<uuid:term_id>/", show_hand_over, name="show_hand_over"),
    path("partnerskab/formandskab/<uuid:term_id>/sekretariat/", set_secretariat, name="set_secretariat"),
    path("partnerskab/overdragelse/<uuid:step_id>/", tick_hand_over, name="tick_hand_over"),
    path("partnerskab/personrettet/", efforts, name="efforts"),
    path("partnerskab/personrettet/ny/", name_effort, name="name_effort"),
    path("partnerskab/personrettet/<uuid:effort_id>/", show_effort, name="show_effort"),
    path("partnerskab/personrettet/<uuid:effort_id>/stop/", end_effort, name="end_effort"),
    path("partnerskab/personrettet/<uuid:effort_id>/afstemning/", open_renewal, name="open_renewal"),
    path("partnerskab/afstemninger/<uuid:renewal_id>/", vote_on_renewal, name="vote_on_renewal"),
    path("partnerskab/plan/", plans, name="plans"),
    path("partnerskab/planer/ny/", make_plan, name="make_plan"),
    path("partnerskab/planer/<uuid:plan_id>/", show_plan, name="show_plan"),
    path("partnerskab/planer/<uuid:plan_id>/ret/", change_plan, name="change_plan"),
    path("partnerskab/planer/<uuid:plan_id>/tiltag/", add_measure, name="add_measure"),
    path("partnerskab/tiltag/<uuid:measure_id>/", show_measure, name="show_measure"),
    path("partnerskab/tiltag/<uuid:measure_id>/ret/", change_measure, name="change_measure"),
    path("partnerskab/tiltag/<uuid:measure_id>/status/", set_measure_status, name="set_measure_status"),
    path("partnerskab/tiltag/<uuid:measure_id>/aktivitet/", count_activity, name="count_activity"),
    path("partnerskab/aktiviteter/<uuid:activity_id>/slet/", strike_activity, name="strike_activity"),
    path("partnerskab/maal/nyt/", set_goal, name="set_goal"),
    path("partnerskab/maal/<uuid:goal_id>/", show_goal, name="show_goal"),
    path("partnerskab/maal/<uuid:goal_id>/afslut/", close_goal, name="close_goal"),
    path("partnerskab/maal/<uuid:goal_id>/maaling/", note_value, name="note_value"),
    path("partnerskab/beboere/", residents, name="residents"),
    path("partnerskab/beboere/ny/", note_gathering, name="note_gathering"),
    path("partnerskab/beboere/<uuid:gathering_id>/", show_gathering, name="show_gathering"),
    path("partnerskab/beboere/<uuid:gathering_id>/loefte/", make_promise, name="make_promise"),
    path("partnerskab/beboere/<uuid:gathering_id>/observation/", observe_on_walk, name="observe_on_walk"),
    path("partnerskab/observationer/<uuid:observation_id>/", settle_observation, name="settle_observation"),
    path("partnerskab/loefter/<uuid:promise_id>/svar/", answer_promise, name="answer_promise"),
    path("partnerskab/loefter/<uuid:promise_id>/udgiv/", publish_promise, name="publish_promise"),
    path("partnerskab/loefter/<uuid:promise_id>/traek/", withdraw_promise, name="withdraw_promise"),
    path("partnerskab/foreninger/", club_offers, name="club_offers"),
    path("partnerskab/foreninger/ny/", list_club_offer, name="list_club_offer"),
    path("partnerskab/foreninger/<uuid:offer_id>/afslut/", end_club_offer, name="end_club_offer"),
    path("loefter/<uuid:area_id>/", public_promises, name="public_promises"),
    path("partnerskab/indsatspunkter/skabeloner/", focus_templates, name="focus_templates"),
    path("partnerskab/indsatspunkter/ny/", add_focus_point, name="add_focus_point"),
    path("partnerskab/indsatspunkter/<uuid:focus_point_id>/ret/", change_focus_point, name="change_focus_point"),
    path("partnerskab/indsatspunkter/<uuid:focus_point_id>/flyt/", move_focus_point, name="move_focus_point"),
    path("partnerskab/indsatspunkter/<uuid:focus_point_id>/fjern/", remove_focus_point, name="remove_focus_point"),
    path("partnerskab/indberetning/ny/", set_reporting_duty, name="set_reporting_duty"),
    path("partnerskab/indberetning/<uuid:duty_id>/afslut/", end_reporting_duty, name="end_reporting_duty"),
    path("omraader/", areas, name="areas"),
    path("omraader/grundkort.json", land, name="land"),
    path("omraader/nyt/", create_area, name="create_area"),
    path("omraader/indlaes/", import_areas, name="import_areas"),
    path("omraader/gader/", import_streets, name="import_streets"),
    path("omraader/gader/skabelon.csv", street_table_template, name="street_table_template"),
    path("omraader/<uuid:area_id>/", show_area, name="show_area"),
    path("omraader/<uuid:area_id>/ret/", change_area, name="change_area"),
    path("omraader/<uuid:area_id>/luk/", close_area, name="close_area"),
    path("omraader/<uuid:area_id>/vurder/", assess_area, name="assess_area"),
]
