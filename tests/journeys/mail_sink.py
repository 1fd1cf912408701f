"""A mail server that takes every mail and passes none on."""

from __future__ import annotations

import socketserver
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage
from types import TracebackType
from typing import cast

_ANSWERS = {b"DATA": b"354 go on", b"QUIT": b"221 bye"}


class _Conversation(socketserver.StreamRequestHandler):
    """One client, from greeting to QUIT."""

    def handle(self) -> None:
        """Say yes to everything, and keep what follows DATA."""
        self._say(b"220 sink")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            self._say(_ANSWERS.get(verb, b"250 yes"))
            if verb == b"DATA":
                self._keep()
            if verb == b"QUIT":
                return

    def _keep(self) -> None:
        lines = iter(self.rfile.readline, b".\r\n")
        content = b"".join(line.removeprefix(b".") for line in lines)
        cast(_Server, self.server).mails.append(message_from_bytes(content, policy=policy.default))
        self._say(b"250 kept")

    def _say(self, answer: bytes) -> None:
        self.wfile.write(answer + b"\r\n")


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Conversation)
        self.mails: list[EmailMessage] = []


class MailSink:
    """Runs beside the journeys; `mails` holds what arrived."""

    def __init__(self) -> None:
        self._server = _Server()

    def __enter__(self) -> MailSink:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where to send."""
        return f"smtp://127.0.0.1:{self._server.server_address[1]}"

    def mails_to(self, receiver: str) -> list[EmailMessage]:
        """Give the mails to one address."""
        return [mail for mail in self._server.mails if mail["To"] == receiver]
