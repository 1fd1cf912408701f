"""Addresses of the notices."""

from django.urls import path

from rundbord.notices.screens.notices import notices, read_all, unread_count
from rundbord.notices.screens.open_notice import open_notice

app_name = "notices"

urlpatterns = [
    path("beskeder/", notices, name="notices"),
    path("beskeder/laest/", read_all, name="read_all"),
    path("beskeder/antal/", unread_count, name="unread_count"),
    path("beskeder/<uuid:notice_id>/", open_notice, name="open_notice"),
]
