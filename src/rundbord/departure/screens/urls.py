"""Addresses of departure."""

from django.urls import path

from rundbord.departure.screens.exports import exports, fetch_export, order_export, show_export

app_name = "departure"

urlpatterns = [
    path("udtraek/", exports, name="exports"),
    path("udtraek/bestil/", order_export, name="order_export"),
    path("udtraek/<uuid:export_id>/", show_export, name="show_export"),
    path("udtraek/<uuid:export_id>/hent/", fetch_export, name="fetch_export"),
]
