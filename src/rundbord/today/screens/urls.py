"""Addresses of the start page."""

from django.urls import path

from rundbord.today.screens.today import today

app_name = "today"

urlpatterns = [path("", today, name="today")]
