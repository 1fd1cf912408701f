"""What has been judged on which screen, so that two roles who see the same need not be judged twice."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page

# An element is known by its way down from the root: tags, classes, attributes, whether it holds words and whether what
# it refers to is there. Its words and its keys may be others.
_ELEMENTS = """() => {
  const ways = new Map();
  const refers = /^(for|aria-(labelledby|describedby|controls|owns|activedescendant))$/;
  const counts = /^(role|type|class|scope|lang|hidden|disabled|open|aria-(?!label$).*)$/;
  const leads = (value) => value.split(/\\s+/).every((id) => document.getElementById(id));
  const told = ({ name, value }) => `${name}=${refers.test(name) ? leads(value) : counts.test(name) ? value : !!value}`;
  const isTwice = (one) => one.id && document.querySelectorAll(`#${CSS.escape(one.id)}`).length > 1;
  for (const one of [document.documentElement, ...document.body.querySelectorAll("*")]) {
    const facts = [...[...one.attributes].map(told), !!one.textContent.trim(), !!isTwice(one), one.labels?.length];
    ways.set(one, `${ways.get(one.parentElement) ?? ""} ${one.localName}[${facts}]`);
  }
  return [...new Set(ways.values())];
}"""


@dataclass(frozen=True)
class Judged:
    """Notes in a file that all workers of a run share."""

    notes: Path

    def shows_something_new(self, page: Page, screen: str) -> bool:
        """Whether the page shows any element that nobody has met on this screen; from now on they are known."""
        found = {sha256(f"{screen} {way}".encode()).hexdigest()[:20] for way in page.evaluate(_ELEMENTS)}
        known = set(self.notes.read_text("ascii").splitlines()) if self.notes.exists() else set()
        with self.notes.open("a", encoding="ascii") as notes:
            notes.write("".join(f"{way}\n" for way in sorted(found - known)))
        return not found <= known
