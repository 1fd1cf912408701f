"""Addresses of the installation itself."""

from django.urls import path

from rundbord.web.screens.components import components
from rundbord.web.screens.health import health
from rundbord.web.screens.help import help_text
from rundbord.web.screens.security_contact import security_contact

app_name = "web"

urlpatterns = [
    path("helbred/", health, name="health"),
    path("hjaelp/<slug:name>/", help_text, name="help"),
    path(".well-known/security.txt", security_contact, name="security_contact"),
    path("ui/", components, name="components"),
]
