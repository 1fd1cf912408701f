"""Reads the word lists that lie beside the code as plain text."""

from importlib.resources import files


def word_list(package: str, name: str) -> frozenset[str]:
    """Return the words of a list, without its lines of comment."""
    return frozenset(word for line in _lines(package, name) for word in line.split())


def named_lists(package: str, name: str) -> dict[str, tuple[str, ...]]:
    """Return the lines below each "[name]" of a list, in order."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in _lines(package, name):
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        else:
            current.append(line)
    return {title: tuple(lines) for title, lines in found.items()}


def _lines(package: str, name: str) -> list[str]:
    lines = files(package).joinpath(name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
