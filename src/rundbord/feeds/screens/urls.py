"""Addresses of the sources from outside."""

from django.urls import path

from rundbord.feeds.screens.background import background, import_background
from rundbord.feeds.screens.feeds import feeds, fetch_now, show_feed, switch_feed
from rundbord.feeds.screens.set_up_feed import set_up_feed

app_name = "feeds"

urlpatterns = [
    path("kilder/", feeds, name="feeds"),
    path("kilder/baggrund/", background, name="background"),
    path("kilder/baggrund/indlaes/", import_background, name="import_background"),
    path("kilder/ny/", set_up_feed, name="set_up_feed"),
    path("kilder/<uuid:feed_id>/", show_feed, name="show_feed"),
    path("kilder/<uuid:feed_id>/hent/", fetch_now, name="fetch_now"),
    path("kilder/<uuid:feed_id>/tilstand/", switch_feed, name="switch_feed"),
]
