"""How a sealed archive lies: pieces that fit a row, parts that fit a request."""

PIECE_BYTES = 1 << 20
PIECES_IN_PART = 32


def parts_of(size: int) -> int:
    """Give the number of parts of an archive of so many bytes."""
    return -(-size // (PIECE_BYTES * PIECES_IN_PART))
