"""Addresses of conflicts and the groups in them."""

from django.urls import URLPattern

app_name = "conflicts"

urlpatterns: list[URLPattern] = []
