"""Addresses of two persons."""

from django.urls import path

from rundbord.foureyes.screens.orders import confirm_order, order_new_key, orders, show_order

app_name = "foureyes"

urlpatterns = [
    path("to-personer/", orders, name="orders"),
    path("to-personer/ny-noegle/", order_new_key, name="order_new_key"),
    path("to-personer/<uuid:order_id>/", show_order, name="show_order"),
    path("to-personer/<uuid:order_id>/bekraeft/", confirm_order, name="confirm_order"),
]
