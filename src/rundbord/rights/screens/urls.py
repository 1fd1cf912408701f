"""Addresses of the rights desk."""

from django.urls import path

from rundbord.rights.screens.close import close
from rundbord.rights.screens.delay import delay
from rundbord.rights.screens.register import register
from rundbord.rights.screens.requests import requests
from rundbord.rights.screens.show_request import show_request

app_name = "rights"

urlpatterns = [
    path("rettigheder/", requests, name="requests"),
    path("rettigheder/ny/", register, name="register"),
    path("rettigheder/<uuid:request_id>/", show_request, name="show_request"),
    path("rettigheder/<uuid:request_id>/frist/", delay, name="delay"),
    path("rettigheder/<uuid:request_id>/luk/", close, name="close"),
]
