"""Root addresses: each app's screens under Danish paths."""

from django.urls import include, path

handler400 = "rundbord.web.errors.bad_request"
handler403 = "rundbord.web.errors.not_permitted"
handler404 = "rundbord.web.errors.not_found"
handler500 = "rundbord.web.errors.failed"

urlpatterns = [
    path("", include("rundbord.today.screens.urls")),
    path("", include("rundbord.identity.screens.urls")),
    path("", include("rundbord.notices.screens.urls")),
    path("", include("rundbord.partnership.screens.urls")),
    path("", include("rundbord.situation.screens.urls")),
    path("", include("rundbord.sharing.screens.urls")),
    path("", include("rundbord.tasks.screens.urls")),
    path("", include("rundbord.programmes.screens.urls")),
    path("", include("rundbord.conflicts.screens.urls")),
    path("", include("rundbord.zones.screens.urls")),
    path("", include("rundbord.alerts.screens.urls")),
    path("", include("rundbord.feeds.screens.urls")),
    path("", include("rundbord.streetwork.screens.urls")),
    path("", include("rundbord.concerns.screens.urls")),
    path("", include("rundbord.interventions.screens.urls")),
    path("", include("rundbord.interventions.screens.exit_urls")),
    path("", include("rundbord.meetings.screens.urls")),
    path("", include("rundbord.handover.screens.urls")),
    path("", include("rundbord.meetingcases.screens.urls")),
    path("", include("rundbord.insight.screens.urls")),
    path("", include("rundbord.logcontrol.screens.urls")),
    path("", include("rundbord.deletion.screens.urls")),
    path("", include("rundbord.rights.screens.urls")),
    path("", include("rundbord.breaches.screens.urls")),
    path("", include("rundbord.emergency.screens.urls")),
    path("", include("rundbord.foureyes.screens.urls")),
    path("", include("rundbord.departure.screens.urls")),
    path("", include("rundbord.privacy.screens.urls")),
    path("", include("rundbord.governance.screens.urls")),
    path("", include("rundbord.web.screens.urls")),
]
