"""Rules of conflicts: pure functions of plain facts; each objection is a Danish sentence by form field."""

Objections = dict[str, list[str]]
