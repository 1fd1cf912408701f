"""Addresses of governance."""

from django.urls import path

from rundbord.governance.papers.shelf import SHELF
from rundbord.governance.screens.papers import paper_file, papers, show_paper

app_name = "governance"

urlpatterns = [
    path("dokumentation/", papers, name="papers"),
    *(path(f"dokumentation/{word}/", show_paper, {"word": word}, name=f"show_{word}") for word in SHELF),
    *(path(f"dokumentation/{word}/pdf/", paper_file, {"word": word}, name=f"file_{word}") for word in SHELF),
]
