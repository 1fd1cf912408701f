"""Addresses of programmes and training."""

from django.urls import path

from rundbord.programmes.screens.participants import participants, show_participant
from rundbord.programmes.screens.presence import presence
from rundbord.programmes.screens.programmes import open_programme, programmes
from rundbord.programmes.screens.show_cohort import show_cohort
from rundbord.programmes.screens.show_programme import show_programme
from rundbord.programmes.screens.training import end_training, training

app_name = "programmes"

urlpatterns = [
    path("forloeb/", programmes, name="programmes"),
    path("forloeb/nyt/", open_programme, name="open_programme"),
    path("forloeb/oplaering/", training, name="training"),
    path("forloeb/oplaering/<uuid:training_id>/afslut/", end_training, name="end_training"),
    path("forloeb/<uuid:programme_id>/", show_programme, name="show_programme"),
    path("forloeb/hold/<uuid:cohort_id>/", show_cohort, name="show_cohort"),
    path("forloeb/hold/<uuid:cohort_id>/deltagere/", participants, name="participants"),
    path("forloeb/hold/<uuid:cohort_id>/fremmoede/<uuid:day_id>/", presence, name="presence"),
    path("forloeb/deltager/<uuid:participant_id>/", show_participant, name="show_participant"),
]
