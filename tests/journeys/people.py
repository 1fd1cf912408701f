"""Users of the demonstration by the names that the sign-in page shows, for the journeys of several files."""

from __future__ import annotations

COORDINATOR = "Koordinator, SSP Gladsaxe"
OTHER_COORDINATOR = "Koordinator, SSP Herlev"
STREET_WORKER = "Gademedarbejder, Gladsaxe"
OTHER_STREET_WORKER = "Gademedarbejder, Herlev"
TASK_FORCE = "Taskforce, Gladsaxe"
CARETAKER = "Boligsocial medarbejder, Vestbo"
OFFICER = "Lokalbetjent, Gladsaxe og Herlev"
PREVENTION_OFFICER = "Forebyggelsesbetjent"
SECRETARY = "Partnerskabssekretær"
HERLEV_CONSULTANT = "SSP-konsulent, Herlev"
SCHOOL = "Skoleleder, Gladsaxe"
LEADER = "Ungechef, Gladsaxe"
DPO = "Databeskyttelsesrådgiver, Gladsaxe"
ADMINISTRATOR = "Administrator, Gladsaxe"
