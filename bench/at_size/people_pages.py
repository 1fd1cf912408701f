"""The pages about young people that are measured, each with who asks for it and how."""

from __future__ import annotations

from bench.at_size.pages import Page

CASE_WORKER = "ssp@gladsaxe"

_UNIT = (
    "(SELECT d.unit_id FROM identity_duty d JOIN identity_user u ON u.id = d.user_id"
    " JOIN identity_authority a ON a.id = u.authority_id WHERE u.sign_in_name = 'ssp' AND a.code = 'gladsaxe' LIMIT 1)"
)
FACTS = {
    "authority": "SELECT id FROM identity_authority WHERE code = 'gladsaxe'",
    "person": f"SELECT id FROM concerns_youngperson WHERE unit_id = {_UNIT} ORDER BY id LIMIT 1",
    "received": f"SELECT id FROM sharing_receiveddisclosure WHERE unit_id = {_UNIT} ORDER BY told_at DESC, id LIMIT 1",
}

PAGES = (
    Page(name="own files", path="/unge/", user=CASE_WORKER),
    Page(name="file", path="/unge/{person}/", user=CASE_WORKER),
    Page(name="received", path="/modtaget/", user=CASE_WORKER),
    Page(name="one received", path="/modtaget/{received}/", user=CASE_WORKER),
)
