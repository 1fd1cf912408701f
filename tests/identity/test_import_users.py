"""Importing users from a table: looked through first, whole or not at all, nothing lost."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from rundbord.access.roles import Role
from rundbord.identity.models import Duty, User
from rundbord.identity.rules import objections_to_user
from rundbord.web.uploaded_tables import decoded
from tests.database import as_owner
from tests.factories.situations import ClientOf, Vestegnen

HEAD = "Navn;Brugernavn;Enhed;Rolle;Fra;Til"
GOOD = (
    f"{HEAD}\nGademedarbejder, Øst;gade.øst;gadeteamet;indberetter;;\nTaskforce;tf;SSP Gladsaxe;Taskforce;;1.9.2099\n"
)


@pytest.fixture
def admin(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """Gladsaxe's administrator at a browser."""
    return client_of(vestegnen.administrator)


def _upload(client: Client, content: bytes, **more: str) -> str:
    upload = SimpleUploadedFile("brugere.csv", content, content_type="text/csv")
    return client.post("/brugere/indlaes/", {"file": upload, **more}).content.decode()


def _count() -> int:
    with as_owner():
        return User.objects.count()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_an_upload_is_shown_before_anything_is_saved(vestegnen: Vestegnen, admin: Client, encoding: str) -> None:
    before = _count()

    text = _upload(admin, GOOD.encode(encoding))

    assert "Gademedarbejder, Øst" in text
    assert "Klar til at blive indlæst" in text
    assert _count() == before


def test_a_table_without_errors_is_imported_whole(vestegnen: Vestegnen, admin: Client) -> None:
    response = admin.post("/brugere/indlaes/", {"table": GOOD, "apply": "1"})

    assert response.status_code == 302
    with as_owner():
        user = User.objects.get(sign_in_name="gade.øst")
        duty = Duty.objects.get(user=user)
    assert (user.authority_id, duty.unit_id, duty.role) == (
        vestegnen.gladsaxe.pk,
        vestegnen.gladsaxe_street.pk,
        Role.REPORTER,
    )


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("A B;ny.bruger;Findes ikke;Indberetter;;", "Enheden »Findes ikke« findes ikke hos jer"),
        ("A B;ny.bruger;SSP Herlev;Indberetter;;", "Enheden »SSP Herlev« findes ikke hos jer"),
        ("A B;ny.bruger;Gadeteamet;Betjent;;", "Rollen »Betjent« findes ikke hos jer"),
        ("A B;koordinator;Gadeteamet;Indberetter;;", "allerede i brug"),
        ("A B;tf;Gadeteamet;Indberetter;;", "står i flere rækker"),
        ("A B;ny bruger;Gadeteamet;Indberetter;;", "mindst 2 tegn"),
        (";ny.bruger;Gadeteamet;Indberetter;;", "Skriv brugerens navn"),
        ("A 070761-4285;ny.bruger;Gadeteamet;Indberetter;;", "CPR-nummer"),
        ("A B;ny.bruger;Gadeteamet;Indberetter;32.13.2026;", "»32.13.2026« er ikke en dato"),
        ("A B;ny.bruger;Gadeteamet;Indberetter;1.1.2020;", "Første dag ligger før i dag"),
        ("A B;ny.bruger;Gadeteamet;Indberetter;1.2.2099;1.1.2099", "Sidste dag ligger før første dag"),
    ],
)
def test_one_wrong_row_is_explained_and_none_is_imported(
    vestegnen: Vestegnen, admin: Client, row: str, sentence: str
) -> None:
    before = _count()

    text = admin.post("/brugere/indlaes/", {"table": f"{GOOD}{row}\n", "apply": "1"}).content.decode()

    assert sentence in text
    assert "1 række har fejl. Intet er indlæst." in text
    assert "Gademedarbejder, Øst;gade.øst" in text
    assert _count() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "tom"),
        (b"PK\x03\x04", "Gem regnearket som CSV"),
        (b"Navn;Brugernavn\nA;b\n", "Kolonnen »Enhed« og »Rolle« mangler"),
        (f"{HEAD}\n{'A;b;c;d;;' * 1}\n".encode() * 1002, "højst have 1000"),
    ],
)
def test_a_file_that_is_no_table_of_users_is_explained(
    vestegnen: Vestegnen, admin: Client, content: bytes, sentence: str
) -> None:
    assert sentence in _upload(admin, content)


def test_neither_file_nor_table_asks_for_one(vestegnen: Vestegnen, admin: Client) -> None:
    assert "Vælg en fil" in admin.post("/brugere/indlaes/", {"table": " "}).content.decode()


def test_the_template_can_be_uploaded_as_it_is(vestegnen: Vestegnen, admin: Client) -> None:
    template = admin.get("/brugere/indlaes/skabelon.csv").content

    text = _upload(admin, template)

    assert "Klar til at blive indlæst" in text
    assert decoded(template).startswith("Navn;Brugernavn")


def test_a_name_taken_by_a_colleague_meanwhile_is_shown_in_its_row(
    vestegnen: Vestegnen, admin: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, looks = _count(), iter([False, True])
    judged_as_ever = objections_to_user
    # What the first look does not see, the look after the refusal does.
    monkeypatch.setattr(
        "rundbord.identity.rules.user_table.objections_to_user",
        lambda **facts: judged_as_ever(**{**facts, "is_taken": next(looks)}),
    )

    text = admin.post(
        "/brugere/indlaes/",
        {"table": f"{HEAD}\nKoordinator, ny;koordinator;SSP Gladsaxe;Koordinator;;\n", "apply": "1"},
    ).content.decode()

    assert "Intet er indlæst" in text
    assert "Brugernavnet er allerede i brug hos jer." in text
    assert "Koordinator, ny;koordinator" in text
    assert _count() == before
