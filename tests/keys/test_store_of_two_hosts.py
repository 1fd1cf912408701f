"""One key store mounted on two application hosts: two processes that know nothing of each other, on one folder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from rundbord.keys.core.blind_index import Cost, IndexPurpose
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.store.files import FileKeyStore, create_store

CHEAP = Cost(memory_kib=8, passes=1)
AUTHORITIES, KEYS_OF_EACH = 8, 12
# Founds what the other host founds in the same moment, and wraps data keys of its own.
HOST = """
import json, sys
from pathlib import Path
from uuid import UUID, uuid4
from rundbord.keys.core.blind_index import Cost, IndexPurpose
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.store.files import FileKeyStore
store = FileKeyStore(Path(sys.argv[1]), cost=Cost(memory_kib=8, passes=1))
print("ready", flush=True)
sys.stdin.readline()
made = []
for owner in map(UUID, sys.argv[3:]):
    store.found(owner)
    index = store.index_key(owner, IndexPurpose.LOOK_UP).secret.hex()
    for number in range(int(sys.argv[2])):
        name = KeyName(owner=owner, key_id=uuid4())
        made.append([str(owner), str(name.key_id), store.wrap_new(name, bytes(32)).hex(), index])
print(json.dumps(made))
"""


def test_what_one_host_founds_wraps_and_destroys_holds_on_the_other(tmp_path: Path) -> None:
    folder = tmp_path / "key-store"
    create_store(folder)
    owners = [str(uuid4()) for _ in range(AUTHORITIES)]
    command = [sys.executable, "-c", HOST, str(folder), str(KEYS_OF_EACH), *owners]
    hosts = [subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    for host in hosts:
        assert host.stdout is not None
        assert host.stdout.readline() == "ready\n"
    told = [json.loads(host.communicate("\n")[0]) for host in hosts]

    here = FileKeyStore(folder, cost=CHEAP)
    for owner, key_id, wrapped, index in [line for each in told for line in each]:
        name = KeyName(owner=UUID(owner), key_id=UUID(key_id))
        # Of two who founded at once one has won, for both.
        assert here.index_key(name.owner, IndexPurpose.LOOK_UP).secret.hex() == index
        assert here.unwrap(name, bytes.fromhex(wrapped)) == bytes(32)
    assert len({index for each in told for *_, index in each}) == AUTHORITIES
    assert len([host for host in hosts if host.returncode == 0]) == 2

    owner, key_id, wrapped, _ = told[0][0]
    name = KeyName(owner=UUID(owner), key_id=UUID(key_id))
    there = FileKeyStore(folder, cost=CHEAP)
    here.destroy(name)
    with pytest.raises(KeyDestroyed):
        there.unwrap(name, bytes.fromhex(wrapped))
