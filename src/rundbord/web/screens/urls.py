"""Addresses of the installation itself."""

from django.urls import path

from rundbord.ui.gallery import gallery
from rundbord.web.screen import public
from rundbord.web.screens.health import health
from rundbord.web.screens.help import help_text

app_name = "web"

urlpatterns = [
    path("helbred/", health, name="health"),
    path("hjaelp/<slug:name>/", help_text, name="help"),
    path("ui/", public()(gallery), name="gallery"),
]
