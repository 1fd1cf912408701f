"""Addresses of shifts and the mapping of activity."""

from django.urls import URLPattern

app_name = "streetwork"

urlpatterns: list[URLPattern] = []
