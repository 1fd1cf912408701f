"""Addresses of decisions and tasks."""

from django.urls import path

from rundbord.tasks.screens.decide import decide
from rundbord.tasks.screens.import_decisions import decision_table_template, import_decisions
from rundbord.tasks.screens.note_dissent import note_dissent
from rundbord.tasks.screens.proposals import proposals
from rundbord.tasks.screens.propose import propose
from rundbord.tasks.screens.register import register, register_print, register_table
from rundbord.tasks.screens.review_decision import review_decision
from rundbord.tasks.screens.set_climb_rule import set_climb_rule
from rundbord.tasks.screens.show_proposal import show_proposal
from rundbord.tasks.screens.show_task import show_task
from rundbord.tasks.screens.tasks import tasks

app_name = "tasks"

urlpatterns = [
    path("opgaver/", tasks, name="tasks"),
    path("opgaver/ny/", decide, name="decide"),
    path("opgaver/register/", register, name="register"),
    path("opgaver/register/beslutninger.csv", register_table, name="register_table"),
    path("opgaver/register/udskrift/", register_print, name="register_print"),
    path("opgaver/register/indlaes/", import_decisions, name="import_decisions"),
    path("opgaver/register/indlaes/skabelon.csv", decision_table_template, name="decision_table_template"),
    path("opgaver/register/loeft/", set_climb_rule, name="set_climb_rule"),
    path("opgaver/forslag/", proposals, name="proposals"),
    path("opgaver/forslag/nyt/", propose, name="propose"),
    path("opgaver/forslag/<uuid:proposal_id>/", show_proposal, name="show_proposal"),
    path("opgaver/<uuid:task_id>/", show_task, name="show_task"),
    path("opgaver/<uuid:task_id>/uenighed/", note_dissent, name="note_dissent"),
    path("opgaver/<uuid:task_id>/gennemgang/", review_decision, name="review_decision"),
]
