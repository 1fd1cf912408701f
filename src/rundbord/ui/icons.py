"""The icons of the design system that may be named, and the sign that belongs to each kind of mark."""

from __future__ import annotations

from typing import Final

ICON_OF_KIND: Final[dict[str, str]] = {
    "neutral": "",
    "info": "info",
    "success": "check",
    "warning": "warning",
    "error": "error",
    "confirmed": "check",
    "unconfirmed": "help",
    "urgent": "notifications",
    "overdue": "time",
    "missing": "hourglass",
    "new": "star-fill",
    "changed": "sync",
    "closed": "lock",
}

ICONS: Final[frozenset[str]] = frozenset(
    """
    accessibility-new account add-a-photo add-document analytics apps arrow-back arrow-downward arrow-forward
    arrow-upward assignment attach-file bookmark bookmarks business calculator calendar-month car chat check
    checklist chevron-double-left chevron-double-right chevron-down chevron-left chevron-right chevron-up close
    construction contact-card contact-info contact-support copy coronavirus create-new-folder credit-card database
    delete desktop document download download-done drag-pan edit email engineering error feedback file file-excel
    file-image file-pdf file-word first-page flag flag-fill folder folder-open format-align-center
    format-align-justify format-align-left format-align-right format-bold format-clear format-color-fill
    format-color-text format-indent-decrease format-indent-increase format-italic format-list-bulleted
    format-list-numbered format-size format-text format-underlined forum forward fullscreen fullscreen-exit groups
    headset help home hourglass how-to-reg info language laptop last-page link list-add list-bulleted list-check
    location lock map menu minus more-horiz more-vert mouse notifications open-in-new palette payments person
    person-add person-remove persons photo-camera plus print refresh reply save science search send settings share
    shopping-cart smartphone sort-ascending sort-by-alpha sort-default sort-descending sort-table-ascending
    sort-table-descending sort-table-none star star-fill student subdirectory-arrow-left subdirectory-arrow-right
    success summary support-agent sync time tractor trainee truck tune upload videocam view-in-list view-split
    visibility visibility-off warning zoom-in zoom-out
    """.split()  # noqa: SIM905 — read as words; a list of them would fill three screens
)
