"""Addresses of privacy."""

from django.urls import path

from rundbord.privacy.screens.attend import attend
from rundbord.privacy.screens.log import log
from rundbord.privacy.screens.witnesses import checkpoint, end_witness, log_keys, witnesses

app_name = "privacy"

urlpatterns = [
    path("log/", log, name="log"),
    path("log/vidner/", witnesses, name="witnesses"),
    path("log/vidner/<uuid:witness_id>/fjern/", end_witness, name="end_witness"),
    path("log/kontrolpunkt/", checkpoint, name="checkpoint"),
    path("log/noegler/", log_keys, name="log_keys"),
    path("log/vidne/<uuid:witness_id>/", attend, name="attend"),
]
