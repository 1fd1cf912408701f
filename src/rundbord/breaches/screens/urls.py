"""Addresses of breaches."""

from django.urls import path

from rundbord.breaches.screens.breaches import breaches, open_breach
from rundbord.breaches.screens.show_breach import judge, note_notified, show_breach, write_letter

app_name = "breaches"

urlpatterns = [
    path("brud/", breaches, name="breaches"),
    path("brud/nyt/", open_breach, name="open_breach"),
    path("brud/<uuid:breach_id>/", show_breach, name="show_breach"),
    path("brud/<uuid:breach_id>/vurder/", judge, name="judge"),
    path("brud/<uuid:breach_id>/anmeldt/", note_notified, name="note_notified"),
    path("brud/<uuid:breach_id>/brev/", write_letter, name="write_letter"),
]
