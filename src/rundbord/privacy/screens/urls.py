"""Addresses of privacy."""

from django.urls import path

from rundbord.privacy.screens.log import log

app_name = "privacy"

urlpatterns = [path("log/", log, name="log")]
