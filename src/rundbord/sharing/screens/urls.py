"""Addresses of what is passed on."""

from django.urls import URLPattern

from rundbord.sharing.screens.disclosure_urls import DISCLOSURES
from rundbord.sharing.screens.threshold_urls import QUESTIONS
from rundbord.sharing.screens.who_else_urls import ROUNDS

app_name = "sharing"

urlpatterns: list[URLPattern] = [*DISCLOSURES, *QUESTIONS, *ROUNDS]
