"""The pages about young people that are measured, each with who asks for it and how."""

from __future__ import annotations

from bench.at_size.pages import Page

CASE_WORKER = "ssp@gladsaxe"

_UNIT = (
    "(SELECT d.unit_id FROM identity_duty d JOIN identity_user u ON u.id = d.user_id"
    " JOIN identity_authority a ON a.id = u.authority_id WHERE u.sign_in_name = 'ssp' AND a.code = 'gladsaxe' LIMIT 1)"
)
_PERSON = f"(SELECT id FROM concerns_youngperson WHERE unit_id = {_UNIT} ORDER BY id LIMIT 1)"
_BY_NEWEST = "ORDER BY told_at DESC, id LIMIT 1"
FACTS = {
    "authority": "SELECT id FROM identity_authority WHERE code = 'gladsaxe'",
    "person": f"SELECT * FROM {_PERSON} chosen",
    "fact": f"SELECT id FROM concerns_fact WHERE person_id = {_PERSON} ORDER BY id LIMIT 1",
    "received": f"SELECT id FROM sharing_receiveddisclosure WHERE unit_id = {_UNIT} {_BY_NEWEST}",
    "told": f"SELECT id FROM sharing_disclosure WHERE unit_id = {_UNIT} {_BY_NEWEST}",
    "other_unit": "SELECT id FROM identity_unit WHERE name = 'SSP Herlev'",
    "last_week": "SELECT (now() - interval '7 days')::date",
}

_NECESSITY = "Modtageren skal tale med den unge denne uge, mens kontakten til gruppen er ny. Ellers er den der først."
_RAISED = {
    "name": "Prøve Prøvesen",
    "born_on": "2011-05-05",
    "role": "concern",
    "grounds": "own_relation",
    "level": "1",
    "observed_on": "{last_week}",
    "seen": "Stod med den ældre gruppe ved stationen tre aftener i træk.",
    "grade": "seen",
    "notice_state": "given",
    "manner": "talk",
    "given_on": "{last_week}",
}
_PASSED_ON = {
    "facts": "{fact}",
    "units": "{other_unit}",
    "purpose": "crime_prevention",
    "basis": "rpl115_ssp",
    "necessity": f"{_NECESSITY} ({{turn}})",
}
_NOMINATED = {"reason": "Vi skal vide, om andre allerede har en kontakt, før vi selv går ud til familien i denne uge."}
# A replay cannot tell that a mail is under way already, as the application does.
_NO_MAIL = """
DELETE FROM procrastinate_events;
DELETE FROM procrastinate_jobs;
"""
# What a replay seals for one row it lays under another's number, where nobody can open it.
_NOT_TOLD = f"""{_NO_MAIL}
SET session_replication_role = replica;
DELETE FROM sharing_disclosure WHERE about_id = '{{person}}' AND told_at > now() - interval '2 minutes';
RESET session_replication_role;
"""
# Nobody nominates the same twice in a round.
_NOT_NOMINATED = """
DELETE FROM sharing_nominationmark WHERE nomination_id IN (
    SELECT id FROM sharing_nomination WHERE about_id = '{person}');
DELETE FROM sharing_nomination WHERE about_id = '{person}';
"""

PAGES = (
    Page(name="own files", path="/unge/", user=CASE_WORKER),
    Page(name="file", path="/unge/{person}/", user=CASE_WORKER),
    Page(
        name="look up by name",
        path="/unge/find/",
        user=CASE_WORKER,
        form={"name": "Person", "reason": "En leder af klubben ringede om den unge."},
        shows=True,
    ),
    Page(name="raise, form", path="/unge/ny/", user=CASE_WORKER),
    Page(name="raise, done", path="/unge/ny/", user=CASE_WORKER, form=_RAISED),
    Page(name="pass on, form", path="/unge/{person}/giv-videre/", user=CASE_WORKER),
    Page(
        name="pass on, last look",
        path="/unge/{person}/giv-videre/",
        user=CASE_WORKER,
        form=_PASSED_ON,
        button="se",
        shows=True,
    ),
    Page(
        name="pass on, done",
        path="/unge/{person}/giv-videre/",
        user=CASE_WORKER,
        form=_PASSED_ON,
        button="giv",
        undo=_NOT_TOLD,
    ),
    Page(name="told", path="/videregivet/", user=CASE_WORKER),
    Page(name="one told", path="/videregivet/{told}/", user=CASE_WORKER),
    Page(name="received", path="/modtaget/", user=CASE_WORKER),
    Page(name="one received", path="/modtaget/{received}/", user=CASE_WORKER),
    Page(name="who else, rounds", path="/kendskab/", user=CASE_WORKER),
    Page(
        name="who else, nominated",
        path="/unge/{person}/kender-i/",
        user=CASE_WORKER,
        form=_NOMINATED,
        undo=_NOT_NOMINATED,
    ),
)
