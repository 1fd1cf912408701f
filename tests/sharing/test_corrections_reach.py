"""Putting right and taking back: it reaches every recipient, and what is taken back is gone for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.queries import open_key
from rundbord.notices.models import Notice
from rundbord.partnership.models import Party
from rundbord.sharing import actions, queries
from rundbord.sharing.actions import Righting
from rundbord.sharing.jobs import erase_expired_copies
from rundbord.sharing.models import Confirmation, CorrectionCopy, Disclosure, DisclosureCorrection, ErasedCopy
from rundbord.sharing.rules.corrections import Aftermath, CorrectionKind
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.logs import logged
from tests.sharing.telling import SEEN, Table, copy_of, line, table_of, tell

WRONG = "Det var en anden person, der stod ved stationen den aften."
RIGHT = "Var hjemme hele aftenen sammen med sin familie."


@pytest.fixture
def table(vestegnen: Vestegnen, actor_of: ActorOf) -> Table:
    return table_of(vestegnen, actor_of)


def _correct(told: Disclosure, kind: CorrectionKind, *, by: Actor, **fields: object) -> list[DisclosureCorrection]:
    with acting_for(by):
        righting = Righting(**{"kind": kind, "reason": WRONG, **fields})  # type: ignore[arg-type]
        return actions.correct_disclosure(told, righting, by=by)


def _confirm(told: Disclosure, *, by: Actor) -> None:
    with acting_for(by):
        copy = CorrectionCopy.objects.filter(disclosure_id=told.pk).latest("made_at")
        said = Aftermath(was_used=False, was_passed_on=False)
        actions.confirm_correction(queries.received_of(copy_of(told).pk), copy, said, by=by)


def test_a_correction_reaches_three_recipients_in_their_own_copies(table: Table) -> None:
    world = table.world
    told = tell(table.police, [world.herlev_ssp, world.gladsaxe_ssp, table.herlev_school])

    made = _correct(told[0], CorrectionKind.CORRECTED, by=table.police, line=0, new_wording=RIGHT)

    assert {each.disclosure_id for each in made} == {each.pk for each in told}
    for disclosure, reader in ((told[0], table.herlev), (told[1], table.gladsaxe)):
        with acting_for(reader):
            view = queries.received_view(queries.received_of(copy_of(disclosure).pk))
            [(shown, [row])] = view.lines
            assert (shown.text, row.new_wording, row.reason) == (SEEN, RIGHT, WRONG)
            assert queries.waiting_for(reader).corrections == 1
    with as_owner():
        assert CorrectionCopy.objects.values("data_key_id").distinct().count() == 3
        assert Notice.objects.filter(kind="disclosure_corrected", unit=table.herlev_school).exists()
    assert logged(Event.DISCLOSURE_CORRECTED, about=told[2]) == 1


def test_a_recipient_who_left_the_table_keeps_nobody_else_from_being_told(table: Table) -> None:
    told = tell(table.police, [table.world.herlev_ssp, table.world.gladsaxe_ssp])
    with as_owner():
        yesterday = timezone.localdate() - timedelta(days=1)
        Party.objects.filter(authority=table.world.herlev).update(left_on=yesterday)

    made = _correct(told[0], CorrectionKind.WITHDRAWN, by=table.police)

    assert {each.disclosure_id for each in made} == {each.pk for each in told}
    with as_owner():
        [reached] = CorrectionCopy.objects.all()
    assert reached.authority_id == table.world.gladsaxe.pk


def test_nobody_reads_anothers_correction(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    _correct(told, CorrectionKind.CORRECTED, by=table.police, line=0, new_wording=RIGHT)

    for actor in (table.gladsaxe, table.police):
        with acting_for(actor):
            assert not CorrectionCopy.objects.exists()
    with acting_for(table.gladsaxe):
        assert not DisclosureCorrection.objects.exists()


def test_the_sender_sees_who_has_confirmed_and_who_is_late(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    [made] = _correct(told, CorrectionKind.CORRECTED, by=table.police, line=0, new_wording=RIGHT)
    with as_owner():
        yesterday = timezone.localdate() - timedelta(days=1)
        DisclosureCorrection.objects.update(confirm_by=yesterday)
        CorrectionCopy.objects.update(confirm_by=yesterday)

    with acting_for(table.police):
        [row] = queries.disclosures_about(told.about_id)
        assert [each.correction.pk for each in row.overdue] == [made.pk]
        assert queries.waiting_for(table.police).unconfirmed == 1
    with acting_for(table.herlev):
        _, [received] = queries.received_page(table.herlev)
        assert received.is_overdue

    _confirm(told, by=table.herlev)

    with acting_for(table.police):
        [row] = queries.disclosures_about(told.about_id)
        assert row.overdue == []
        assert row.righted[0].confirmation is not None
        assert queries.waiting_for(table.police).unconfirmed == 0


def test_confirming_a_recall_destroys_the_recipients_key(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    _correct(told, CorrectionKind.RECALLED, by=table.police)
    copy = copy_of(told)

    _confirm(told, by=table.herlev)

    with acting_for(table.herlev):
        with pytest.raises(KeyDestroyed):
            open_key(copy.data_key_id)
        view = queries.received_view(queries.received_of(copy.pk))
        assert view.content is None
        assert view.row.gone_in_words == "Kaldt tilbage"
        assert view.row.corrections[0].reason == ""
    with acting_for(table.police):
        [row] = queries.disclosures_about(told.about_id)
        assert row.erased is not None
        assert queries.told_view(told).content is not None
    assert logged(Event.COPY_ERASED, about=copy) == 1


def test_what_is_recalled_is_not_corrected_again(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    _correct(told, CorrectionKind.RECALLED, by=table.police)

    with pytest.raises(Refused, match="allerede slettet eller kaldt tilbage"):
        _correct(told, CorrectionKind.CORRECTED, by=table.police, line=0, new_wording=RIGHT)


def test_a_correction_wants_a_reason_and_new_words(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])

    with pytest.raises(Refused) as refusal:
        _correct(told, CorrectionKind.CORRECTED, by=table.police, reason="Fejl.")

    assert set(refusal.value.reasons) == {"reason", "new_wording"}


def test_a_withdrawn_consent_needs_no_words(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])

    [made] = _correct(told, CorrectionKind.WITHDRAWN, by=table.police, reason="", line=0)

    assert made.line is None


def test_a_recipient_corrects_nothing(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])

    with acting_for(table.herlev), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        DisclosureCorrection.objects.create(
            authority_id=table.world.herlev.pk,
            disclosure_id=told.pk,
            kind="recalled",
            confirm_by=timezone.localdate(),
            made_at=timezone.now(),
            made_by=table.herlev.user_id,
            made_label="-",
        )


def test_the_night_destroys_what_is_over_and_says_so_to_both(table: Table) -> None:
    world = table.world
    [over] = tell(table.police, [world.herlev_ssp], [line("Noget andet.")])
    [standing] = tell(table.police, [world.gladsaxe_ssp], [line("Noget tredje.")])
    _correct(over, CorrectionKind.CORRECTED, by=table.police, line=0, new_wording=RIGHT)
    with as_owner():
        ended = timezone.localdate() - timedelta(days=1)
        type(copy_of(over)).objects.filter(disclosure_id=over.pk).update(expires_on=ended)
        Notice.objects.all()._raw_delete("default")

    erase_expired_copies(0)
    erase_expired_copies(0)

    with acting_for(table.herlev):
        view = queries.received_view(queries.received_of(copy_of(over).pk))
        assert view.content is None
        assert view.row.gone_in_words == "Fristen er nået"
        with pytest.raises(KeyDestroyed):
            open_key(CorrectionCopy.objects.get().data_key_id)
    with acting_for(table.gladsaxe):
        assert queries.received_view(queries.received_of(copy_of(standing).pk)).content is not None
    with as_owner():
        assert [each.disclosure_id for each in ErasedCopy.objects.all()] == [over.pk]
        told = {(each.unit_id, each.path) for each in Notice.objects.filter(kind="copy_erased")}
    assert told == {(world.herlev_ssp.pk, "/modtaget/"), (world.local_police.pk, "/videregivet/")}


def test_the_night_of_another_authority_destroys_nothing(table: Table) -> None:
    tell(table.police, [table.world.herlev_ssp])
    tomorrow = timezone.localdate() + timedelta(days=4000)
    system = system_of(table.world.gladsaxe.pk, partnership_id=table.world.partnership.pk)

    with acting_for(system):
        assert actions.erase_expired(tomorrow, by=system) == 0


def test_nobody_confirms_for_another(table: Table) -> None:
    [told] = tell(table.police, [table.world.herlev_ssp])
    [made] = _correct(told, CorrectionKind.RECALLED, by=table.police)

    with acting_for(table.gladsaxe), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Confirmation.objects.create(
            disclosure_id=told.pk,
            correction_id=made.pk,
            authority_id=table.world.gladsaxe.pk,
            sender_id=table.world.police.pk,
            at=timezone.now(),
            by=table.gladsaxe.user_id,
            label="-",
        )
