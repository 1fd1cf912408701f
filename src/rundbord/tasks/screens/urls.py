"""Addresses of decisions and tasks."""

from django.urls import path

from rundbord.tasks.screens.decide import decide
from rundbord.tasks.screens.show_task import show_task
from rundbord.tasks.screens.tasks import tasks

app_name = "tasks"

urlpatterns = [
    path("opgaver/", tasks, name="tasks"),
    path("opgaver/ny/", decide, name="decide"),
    path("opgaver/<uuid:task_id>/", show_task, name="show_task"),
]
