"""Registers the app with Django."""

from django.apps import AppConfig


class HandoverConfig(AppConfig):
    """Hand-over meetings — overleveringsmøder."""

    name = "rundbord.handover"
