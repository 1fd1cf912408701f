"""Files about somebody: told apart by content, and stripped to what was meant; what would lose something is refused."""

from __future__ import annotations

import contextlib
import logging
import time
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject, TextStringObject

from rundbord.files import FileForm, NotKept, kept_file
from rundbord.files.jpeg_notes import NotJpeg, without_notes

SECRETS = (b"Forfatter Eksempel", b"app.alert", b"Telefonfabrikken", b"eksempel.invalid", b"xmpmeta")


def _jpeg(**options: Any) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Telefonfabrikken"
    stream = BytesIO()
    picture = Image.linear_gradient("L").resize((64, 48)).convert("RGB")
    picture.save(stream, "JPEG", exif=exif, comment=b"Hjemmeadresse", **options)
    return stream.getvalue()


def _picture(jpeg: bytes) -> StreamObject:
    made = StreamObject()
    made._data = jpeg
    made.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Image"),
            NameObject("/Filter"): NameObject("/DCTDecode"),
            NameObject("/PieceInfo"): DictionaryObject({NameObject("/Of"): TextStringObject("Forfatter Eksempel")}),
        }
    )
    return made


def _drawn(page: Any) -> list[bytes]:
    """Give the pictures of a page as they are coded."""
    pictures = page["/Resources"].get("/XObject", {})
    return [each.get_object()._data for each in pictures.values()]


def _pdf(*, picture: bytes = b"", alter: Any = None, pages: int = 1) -> bytes:
    """Write a PDF that says much of itself."""
    writer = PdfWriter()
    for _ in range(pages):
        page = writer.add_blank_page(200, 200)
    page[NameObject("/LastModified")] = TextStringObject("Forfatter Eksempel")
    page[NameObject("/AA")] = DictionaryObject({NameObject("/JS"): TextStringObject("app.alert(1)")})
    if picture:
        pictures = DictionaryObject({NameObject("/A"): writer._add_object(_picture(picture))})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    writer.add_metadata({"/Author": "Forfatter Eksempel"})
    writer.xmp_metadata = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Forfatter Eksempel</x:xmpmeta>"
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(script)
    if alter:
        alter(writer)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _everything_in(content: bytes) -> bytes:
    """Give what stands in a PDF, unpacked."""
    reader = PdfReader(BytesIO(content))
    told = [content, str(reader.metadata).encode(), str(reader.root_object).encode()]
    for page in reader.pages:
        told += [str(page).encode(), *_drawn(page)]
    return b"".join(told)


def test_a_pdf_keeps_its_pages_and_nothing_that_it_says_of_itself() -> None:
    kept = kept_file(_pdf(picture=_jpeg(), pages=3))

    assert kept.form is FileForm.PDF
    assert len(PdfReader(BytesIO(kept.content)).pages) == 3
    told = _everything_in(kept.content)
    assert [word for word in (*SECRETS, b"Hjemmeadresse") if word in told] == []


def test_a_picture_in_a_pdf_looks_as_before() -> None:
    kept = kept_file(_pdf(picture=_jpeg()))

    [image] = _drawn(PdfReader(BytesIO(kept.content)).pages[0])
    assert Image.open(BytesIO(image)).tobytes() == Image.open(BytesIO(_jpeg())).tobytes()


def test_a_link_is_dropped_and_the_page_stays() -> None:
    kept = kept_file(
        _pdf(alter=lambda writer: writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://eksempel.invalid")))
    )

    assert b"eksempel.invalid" not in _everything_in(kept.content)


def _with_form(writer: PdfWriter) -> None:
    fields = ArrayObject([DictionaryObject({NameObject("/T"): TextStringObject("navn")})])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({NameObject("/Fields"): fields})


def _with_note(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="Ring til faren.", rect=(0, 0, 99, 99)))


def _with_odd_picture(writer: PdfWriter) -> None:
    odd = _picture(b"noget")
    odd[NameObject("/Filter")] = NameObject("/JPXDecode")
    pictures = DictionaryObject({NameObject("/A"): writer._add_object(odd)})
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})


@pytest.mark.parametrize(
    ("alter", "reason"),
    [
        (lambda writer: writer.encrypt("kode"), "låst"),
        (lambda writer: writer.add_attachment("andet.txt", b"-"), "andre filer"),
        (_with_form, "formular"),
        (_with_note, "noter"),
        (_with_odd_picture, "rense"),
    ],
)
def test_a_pdf_that_would_lose_something_is_refused(alter: Any, reason: str) -> None:
    with pytest.raises(NotKept, match=reason):
        kept_file(_pdf(alter=alter))


def test_a_pdf_with_a_picture_that_is_none_is_refused() -> None:
    with pytest.raises(NotKept, match="kan ikke læses"):
        kept_file(_pdf(picture=b"intet billede"))


def _built_of(*objects: bytes) -> bytes:
    """Write a PDF by hand, object by object."""
    written, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(written))
    return written + head + table + trailer


_ROOT, _PAGE = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Page/MediaBox[0 0 9 9]>>"
# Ten branches that each lead to the same ten, twelve deep: a billion pages in two thousand bytes.
_LAUGHS = [b"<</Type/Pages/Count 1/Kids[%b]>>" % (b"%d 0 R " % (3 + depth) * 10) for depth in range(12)]


@pytest.mark.parametrize(
    "content",
    [
        _built_of(_ROOT, *_LAUGHS, _PAGE),
        _built_of(_ROOT, b"<</Type/Pages/Count 1/Kids[%b]>>" % (b"3 0 R " * 100_000), _PAGE),
        _built_of(_ROOT, b"<</Type/Pages/Count 1/Kids[2 0 R]>>"),
        _built_of(_ROOT, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", _PAGE[:-2] + b"/X " + b"[" * 50_000 + b">>"),
    ],
    ids=["laughs", "wide", "round", "deep"],
)
def test_a_pdf_that_would_never_be_read_to_its_end_is_refused_at_once(content: bytes) -> None:
    begun = time.monotonic()

    with pytest.raises(NotKept):
        kept_file(content)

    assert time.monotonic() - begun < 5


def test_a_pdf_by_hand_is_a_pdf() -> None:
    assert kept_file(_built_of(_ROOT, b"<</Type/Pages/Count 1/Kids[3 0 R]>>", _PAGE)).form is FileForm.PDF


def test_what_is_odd_in_a_pdf_is_quoted_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    odd = _pdf().replace(b"/MediaBox", b"(Ring til faren)/MediaBox")

    with contextlib.suppress(NotKept):
        kept_file(odd)

    assert "Ring til faren" not in caplog.text


def test_a_pdf_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotKept, match="10 MB"):
        kept_file(b"%PDF-" + b" " * (10 * 1024 * 1024))
    monkeypatch.setattr("rundbord.files.pdfs.MOST_PAGES", 2)
    with pytest.raises(NotKept, match="sider"):
        kept_file(_pdf(pages=3))


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"quality": 30}, {"restart_marker_blocks": 1}])
def test_a_jpeg_without_notes_has_the_same_pixels(options: dict[str, Any]) -> None:
    before = _jpeg(**options)

    after = without_notes(before + b"gemt bag billedet")

    assert b"Telefonfabrikken" not in after
    assert b"Hjemmeadresse" not in after
    assert b"gemt bag" not in after
    assert Image.open(BytesIO(after)).tobytes() == Image.open(BytesIO(before)).tobytes()


@pytest.mark.parametrize("cut", [0, 1, 2, 3, 30, 200, 700])
def test_a_jpeg_that_is_cut_off_is_none(cut: int) -> None:
    with pytest.raises(NotJpeg):
        without_notes(_jpeg()[:cut])


def test_a_text_is_letters_alone() -> None:
    kept = kept_file("\ufeffHej\r\nmed dig\u00a0på fredag.\t".encode())

    assert kept.form is FileForm.TEXT
    assert kept.content.decode() == "Hej\nmed dig\u00a0på fredag.\t"


@pytest.mark.parametrize("content", [b"\x00", b"\x1b[2J", "æøå".encode("latin-1"), b"  \n ", b"x" * (256 * 1024 + 1)])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(NotKept):
        kept_file(content)


def test_a_picture_becomes_pixels() -> None:
    kept = kept_file(_jpeg())

    assert kept.form is FileForm.PHOTO
    assert not Image.open(BytesIO(kept.content)).getexif()


@pytest.mark.parametrize("form", list(FileForm))
def test_each_form_has_a_name_for_browsers_and_an_ending(form: FileForm) -> None:
    assert "/" in form.media_type
    assert form.ending.isalpha()
