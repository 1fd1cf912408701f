"""The witness that an authority runs: it cosigns what continues, and refuses every way of rewriting the log."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from rundbord.access.session import acting_for
from rundbord.audit import tree
from rundbord.audit.log_signing import renew_log_key, verifier_keys
from rundbord.audit.notes import Checkpoint, Note, NoteSigner, VerifierKey, parse_lines, valid_signatures
from rundbord.audit.verifying import Fault
from rundbord.audit.witnessing import add_witness, end_witness, request_for, take_cosignature, witness_keys
from rundbord.keys.current import log_keys
from tests.audit import recursive_tree
from tests.audit.a_log import ALog
from tests.audit.attacks import ATTACKS, REWRITE
from tests.audit.test_tree import Remembered, contents
from tests.audit.witnesses import witness_program
from tests.factories.situations import ActorOf, Vestegnen

PROGRAM = witness_program()
NAME = "gladsaxe.example/vidne"


@pytest.fixture
def witness(tmp_path: Path) -> Any:
    """A witness that trusts no log yet."""
    made = PROGRAM.Witness(tmp_path / "vidne")
    made.found(NAME)
    return made


@pytest.fixture
def secret(witness: Any, a_log: ALog, vestegnen: Vestegnen, actor_of: ActorOf) -> UUID:
    """What its address in Rundbord holds; the witness has cosigned eight lines and more."""
    with acting_for(actor_of(vestegnen.dpo)):
        made = add_witness(witness_keys("\n".join(witness.public())))
    a_log.grow(8)
    witness.trust("\n".join(map(str, verifier_keys())))
    assert _attend(witness, made) == HTTPStatus.OK
    return made


def _attend(witness: Any, secret: UUID) -> int:
    """One round: what the program does over HTTP."""
    seen = witness.latest(witness.only_origin())
    old = PROGRAM.checkpoint_of(seen)[2] if seen else 0
    request = request_for(secret, old=old)
    assert request is not None
    status, lines = witness.add_checkpoint(request)
    if status == HTTPStatus.OK:
        size = PROGRAM.checkpoint_of(PROGRAM.parsed(request)[2])[2]
        assert take_cosignature(secret, size=size, lines=lines) is (size > old)
    return int(status)


def test_a_witness_cosigns_what_continues(witness: Any, secret: UUID, a_log: ALog) -> None:
    for count in (1, 7, 300):
        a_log.grow(count)
        assert _attend(witness, secret) == HTTPStatus.OK

    assert _attend(witness, secret) == HTTPStatus.OK  # nothing new: cosigned again, and not counted as newer
    assert a_log.verify().faults == set()
    assert a_log.rows("SELECT count(*) FROM audit.cosignature") == [(4,)]


def test_its_lines_hold_for_others_who_read_them(witness: Any, secret: UUID, a_log: ALog) -> None:
    request = request_for(secret, old=0)
    assert request is not None
    note = Note.parse(PROGRAM.parsed(request)[2])
    cosigned = Note(note.checkpoint, tuple(parse_lines(witness.cosign(note.text))))

    found = valid_signatures(cosigned, [VerifierKey.parse(line) for line in witness.public()])

    assert found is not None
    assert len(found) == 2
    assert all(signature.at is not None for signature in found)


_LIES = [
    "a row is deleted with its leaf and the gap closed",
    "the row, its columns and its leaf are changed",
    "a leaf is changed",
    "two rows change places",
    "a row is inserted between two",
]


@pytest.mark.parametrize("what", _LIES)
def test_verify_log_aside_the_witness_refuses_a_log_that_was_rewritten_and_signed_anew(
    witness: Any, secret: UUID, a_log: ALog, what: str
) -> None:
    _sign_anew(a_log, *ATTACKS[what][0])

    assert _attend(witness, secret) == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize("what", ["everything is emptied", "an older database is put back"])
def test_verify_log_aside_the_witness_refuses_a_log_that_became_shorter(
    witness: Any, secret: UUID, a_log: ALog, what: str
) -> None:
    a_log.attack("DELETE FROM audit.cosignature", *ATTACKS[what][0])
    (log_keys()._folder / "newest").unlink()
    a_log.grow(1)

    assert _attend(witness, secret) == HTTPStatus.BAD_REQUEST


def test_verify_log_aside_the_witness_refuses_a_fork_of_equal_size(witness: Any, secret: UUID, a_log: ALog) -> None:
    kept = Note.parse(witness.latest(witness.only_origin()))
    _sign_anew(a_log, *REWRITE, lines=0)

    assert _attend(witness, secret) == HTTPStatus.CONFLICT
    assert a_log.verify(kept=[kept]).faults == {Fault.FORKED}


def test_verify_log_aside_the_witness_refuses_a_swapped_key(witness: Any, secret: UUID, a_log: ALog) -> None:
    kept = log_keys()
    renew_log_key()
    kept.retire()
    a_log.grow(1)
    assert _attend(witness, secret) == HTTPStatus.FORBIDDEN

    witness.trust("\n".join(map(str, verifier_keys())))
    assert _attend(witness, secret) == HTTPStatus.OK


def test_a_log_that_the_witness_does_not_know(witness: Any, secret: UUID) -> None:
    note = _signed(NoteSigner.new("another.example/log"), size=1, root=bytes(32))

    assert witness.add_checkpoint(f"old 0\n\n{note.text}")[0] == HTTPStatus.NOT_FOUND


def test_a_witness_that_is_told_another_size_says_which_it_has(witness: Any, secret: UUID, a_log: ALog) -> None:
    a_log.grow(1)
    request = request_for(secret, old=3)
    assert request is not None

    status, text = witness.add_checkpoint(request)

    seen = PROGRAM.checkpoint_of(witness.latest(witness.only_origin()))[2]
    assert (status, text) == (HTTPStatus.CONFLICT, f"{seen}\n")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text.replace("old ", "old 0"),
        lambda text: text.replace("old ", "new "),
        lambda text: text.replace("\n\n", "\nikke base64\n\n", 1),
        lambda text: text[:-9],
        lambda text: text + "noget mere",
    ],
)
def test_what_cannot_be_read_is_refused(witness: Any, secret: UUID, a_log: ALog, spoil: Callable[[str], str]) -> None:
    a_log.grow(1)
    seen = PROGRAM.checkpoint_of(witness.latest(witness.only_origin()))[2]
    request = request_for(secret, old=seen)
    assert request is not None

    assert witness.add_checkpoint(spoil(request))[0] in {HTTPStatus.BAD_REQUEST, HTTPStatus.FORBIDDEN}
    assert witness.add_checkpoint(request)[0] == HTTPStatus.OK


def test_an_old_cosignature_sent_again_counts_for_nothing(witness: Any, secret: UUID, a_log: ALog) -> None:
    old = a_log.rows("SELECT lines, size FROM audit.cosignature")[0]
    newest = a_log.grow(1).checkpoint.size

    assert not take_cosignature(secret, size=old[1], lines=old[0])
    assert not take_cosignature(secret, size=newest, lines=old[0])


def test_another_witness_cannot_sign_for_this_one(tmp_path: Path, witness: Any, secret: UUID, a_log: ALog) -> None:
    other = PROGRAM.Witness(tmp_path / "et andet")
    other.found(NAME)
    note = a_log.grow(1)

    assert not take_cosignature(secret, size=note.checkpoint.size, lines=other.cosign(note.text))


def test_a_witness_that_was_taken_off_is_handed_nothing(  # noqa: PLR0917 - pytest gives fixtures by name
    witness: Any, secret: UUID, a_log: ALog, vestegnen: Vestegnen, actor_of: ActorOf
) -> None:
    with acting_for(actor_of(vestegnen.dpo)):
        assert end_witness(secret)
    note = a_log.grow(1)

    assert request_for(secret, old=0) is None
    assert not take_cosignature(secret, size=note.checkpoint.size, lines=witness.cosign(note.text))


def test_verify_log_finds_a_cosignature_that_was_made_up(witness: Any, secret: UUID, a_log: ALog) -> None:
    a_log.attack("UPDATE audit.cosignature SET signed_at = signed_at + interval '3 days'")

    assert a_log.verify().faults == {Fault.COSIGNATURE_FALSE}


def test_it_keeps_its_folder_to_itself_and_has_accepted_before_it_answers(
    witness: Any, secret: UUID, a_log: ALog, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert {path.stat().st_mode & 0o777 for path in witness.folder.iterdir() if path.name != "lock"} == {0o600}
    note = a_log.grow(1)
    origin = note.checkpoint.origin
    request = request_for(secret, old=PROGRAM.checkpoint_of(witness.latest(origin))[2])
    monkeypatch.setattr(witness, "cosign", lambda _: witness.latest(origin))

    assert witness.add_checkpoint(request) == (HTTPStatus.OK, note.text)


def test_it_runs_over_http_as_a_cron_job_would(  # noqa: PLR0917 - pytest gives fixtures by name
    witness: Any, secret: UUID, a_log: ALog, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    client = Client()
    monkeypatch.setattr(PROGRAM, "ask", _asking(client))
    address = f"https://rundbord.example/log/vidne/{secret}/"
    a_log.grow(5)

    assert PROGRAM.main(["run", str(witness.folder), address]) == 0
    assert "Medunderskrevet" in capsys.readouterr().out

    _sign_anew(a_log, *REWRITE)
    assert PROGRAM.main(["run", str(witness.folder), address]) == 1
    assert "SKREVET OM" in capsys.readouterr().err
    assert [path.name[-3:] for path in witness.folder.glob("refused-*")] == ["422"]


@given(contents, st.data())
def test_its_own_reckoning_is_that_of_the_recursive_tree(leaves: list[bytes], data: st.DataObject) -> None:
    old = data.draw(st.integers(0, len(leaves)))
    roots = recursive_tree.root_of(leaves[:old]), recursive_tree.root_of(leaves)
    proof = recursive_tree.proof_of(old, leaves)

    before, after = (old, roots[0]), (len(leaves), roots[1])
    assert PROGRAM.continues(before, after, proof)
    assert proof == tree.consistency_proof(old, len(leaves), Remembered(leaves))
    if old:
        assert not PROGRAM.continues((old, bytes(32)), after, proof)
    if proof:
        assert not PROGRAM.continues(before, after, proof[:-1])


def _sign_anew(a_log: ALog, *statements: str, lines: int = 3) -> None:
    """What whoever holds database and key store can do: rewrite, forget what was signed, and sign it all anew."""
    a_log.attack(*statements, "DELETE FROM audit.cosignature", "DELETE FROM audit.checkpoint", "DELETE FROM audit.node")
    (log_keys()._folder / "newest").unlink()
    a_log.grow(lines)


def _signed(signer: NoteSigner, *, size: int, root: bytes) -> Note:
    checkpoint = Checkpoint(origin=signer.name, size=size, root=root)
    return Note(checkpoint, tuple(signer.sign(checkpoint, at=1)))


def _asking(client: Client) -> Callable[..., str]:
    def ask(address: str, body: bytes | None = None) -> str:
        path = address.removeprefix("https://rundbord.example")
        answer: HttpResponse = client.get(path) if body is None else client.post(path, body, content_type="text/plain")  # type: ignore[assignment]
        assert answer.status_code == HTTPStatus.OK
        return answer.content.decode()

    return ask
