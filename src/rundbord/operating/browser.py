"""Finds the Chromium that drives the browser tests: on the system, else from an npm package."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import tarfile
from importlib.util import find_spec
from pathlib import Path

from rundbord.operating.places import CACHE, NODE_MODULES, state

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PACKED = NODE_MODULES / "@sparticuz" / "chromium" / "bin"
# Streams from first to second name; brotli is built into Node and not into Python.
UNPACK = """
const [source, target] = process.argv.slice(1);
const fs = require("node:fs"), zlib = require("node:zlib");
require("node:stream").pipeline(
  fs.createReadStream(source), zlib.createBrotliDecompress(), fs.createWriteStream(target),
  error => { if (error) { console.error(error); process.exit(1); } });
"""


# The one in the package speaks of folders under /tmp.
FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><dir>/usr/share/fonts</dir><cachedir>{cache}</cachedir></fontconfig>
"""


class NoChromium(Exception):
    """No browser to test with; the run must fail, never skip."""


def find_chromium() -> Path:
    """The program to start; unpacks the packaged one when the machine has none."""
    if named := os.environ.get("RUNDBORD_CHROMIUM"):
        if not Path(named).is_file():
            raise NoChromium(f"RUNDBORD_CHROMIUM peger på {named}, som ikke findes")
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return _packaged_chromium()


def launch_arguments() -> list[str]:
    """What Chromium must be told on machines without its setuid sandbox, shared memory or graphics."""
    return ["--no-sandbox", "--disable-setuid-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-zygote"]


def launch_environment(chromium: Path) -> dict[str, str]:
    """Where the packaged browser finds the libraries and fonts that came with it."""
    folder = chromium.parent
    if not (folder / "al2023").is_dir():
        return {}
    return {"LD_LIBRARY_PATH": str(folder / "al2023" / "lib"), "FONTCONFIG_FILE": str(folder / "fonts.conf")}


def _packaged_chromium() -> Path:
    folder = state() / "chromium"
    with (state() / "chromium.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.is_dir():
            _unpack_into(folder)
    return folder / "chromium"


def _unpack_into(folder: Path) -> None:
    if not PACKED.is_dir():
        raise NoChromium(
            "Ingen Chromium: hverken RUNDBORD_CHROMIUM, chromium, chromium-browser, google-chrome"
            f" eller pakken @sparticuz/chromium i {NODE_MODULES}. Browsertests springes aldrig over."
        )
    fresh = folder.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    _decompress(PACKED / "chromium.br", fresh / "chromium")
    (fresh / "chromium").chmod(0o755)
    for archive, target in (("al2023", fresh / "al2023"), ("fonts", fresh / "fonts"), ("swiftshader", fresh)):
        _decompress(PACKED / f"{archive}.tar.br", fresh / "archive.tar")
        with tarfile.open(fresh / "archive.tar") as tar:
            # Python 3.11 knows the filter from 3.11.4 on; the archive is the one that the lock file's hash names.
            tar.extraction_filter = getattr(tarfile, "data_filter", None)
            tar.extractall(target)  # noqa: S202 - filtered above
    (fresh / "archive.tar").unlink()
    (fresh / "fonts.conf").write_text(FONTS_CONF.format(fonts=folder / "fonts", cache=CACHE / "fontconfig"))
    fresh.rename(folder)


def _decompress(source: Path, target: Path) -> None:
    done = subprocess.run([_node(), "-e", UNPACK, source, target], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NoChromium(f"{source.name} kunne ikke pakkes ud:\n{done.stderr}")


def _node() -> Path:
    """The Node that Playwright carries; it is there whenever there are browser tests."""
    package = find_spec("playwright")
    if package is None or package.origin is None:
        raise NoChromium("Pakken playwright er ikke installeret")
    return Path(package.origin).parent / "driver" / "node"
