"""Where the demo listens."""

import socket

import pytest

from rundbord.operating.ports import PortTaken, listen_on


def test_a_port_that_was_asked_for_and_is_taken_is_said_clearly() -> None:
    with socket.create_server(("127.0.0.1", 0)) as somebody_else:
        taken = somebody_else.getsockname()[1]

        with pytest.raises(PortTaken, match=f"Port {taken} kan ikke bruges"):
            listen_on(taken)


def test_without_a_wish_the_next_free_port_is_taken() -> None:
    with listen_on(None) as first, listen_on(None) as second:
        assert second.getsockname()[1] > first.getsockname()[1]


def test_only_this_machine_can_reach_it() -> None:
    with listen_on(None) as listener:
        assert listener.getsockname()[0] == "127.0.0.1"
