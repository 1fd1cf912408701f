"""Users copied from those of the demonstration, as many as a measurement needs, with one duty each."""

from __future__ import annotations

from collections.abc import Sequence

from bench.at_size.copying import Connection, copy_rows


def guests_of(connection: Connection, hosts: Sequence[str], people: int) -> list[str]:
    """Give so many users, copied from the hosts by turns; those of an earlier measurement come again."""
    named = [(host.partition("@"), number) for number in range(people) for host in [hosts[number % len(hosts)]]]
    connection.execute("CREATE TEMP TABLE guests (old_id uuid, new_id uuid, name text, days integer)")
    for (name, _, code), number in named:
        connection.execute(
            """
            INSERT INTO guests SELECT u.id, gen_random_uuid(), %s, 0
            FROM identity_user u JOIN identity_authority a ON a.id = u.authority_id
            WHERE u.sign_in_name = %s AND a.code = %s AND NOT EXISTS (
                SELECT 1 FROM identity_user o WHERE o.authority_id = a.id AND o.sign_in_name = %s)""",
            [f"{name}{number}", name, code, f"{name}{number}"],
        )
    copy_rows(connection, "identity_user", "old_id", {"id": "c.new_id", "sign_in_name": "c.name"}, copies="guests")
    # One duty each: the one at the own authority's table that the host has had longest.
    connection.execute(
        """
        INSERT INTO identity_duty (id, authority_id, unit_id, user_id, user_label, role, starts_on)
        SELECT gen_random_uuid(), d.authority_id, d.unit_id, g.new_id, g.name, d.role, d.starts_on
        FROM guests g JOIN identity_user u ON u.id = g.old_id
            JOIN identity_duty d ON d.user_id = u.id AND d.authority_id = u.authority_id"""
    )
    copy_rows(
        connection, "identity_introductionpass", "old_id", {"user_id": "c.new_id"}, copies="guests", key="user_id"
    )
    connection.execute("DROP TABLE guests")
    return [f"{name}{number}@{code}" for (name, _, code), number in named]
