"""Addresses of sudden events and safety notices."""

from django.urls import URLPattern

app_name = "alerts"

urlpatterns: list[URLPattern] = []
