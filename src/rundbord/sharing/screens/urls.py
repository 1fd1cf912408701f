"""Addresses of what is passed on."""

from django.urls import URLPattern

from rundbord.sharing.screens.disclosure_urls import DISCLOSURES
from rundbord.sharing.screens.threshold_urls import QUESTIONS

app_name = "sharing"

urlpatterns: list[URLPattern] = [*DISCLOSURES, *QUESTIONS]
