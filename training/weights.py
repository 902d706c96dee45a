"""Writes the files that Sources/Signals reads in place; `docs/signals.md` has their shape."""

import struct
import numpy as np
from features import BUCKET_BITS, CONTEXT
from student import DIMS, INPUTS


def quantize(table):
    """Bytes 128 above a number of at most ±127, and the unit of each column."""
    unit = np.maximum(np.abs(table).max(0), 1e-8) / 127
    return (np.clip(np.rint(table / unit), -127, 127) + 128).astype(np.uint8), unit.astype(np.float32)


def unquantize(rows, unit):
    return (rows.astype(np.float32) - 128) * unit


def pack(letters, numbers, version, floats, *tables):
    """A header of 64 bytes, the blocks of floats, then each table at the next multiple of 64."""
    header = struct.pack("<4s8I", letters, *(list(numbers) + [0] * 8)[:8]) + version.encode()[:27].ljust(28, b"\0")
    assert len(header) == 64
    data = header + b"".join(np.ascontiguousarray(b, "<f4").tobytes() for b in floats)
    for table in tables:
        data += b"\0" * (-len(data) % 64) + table.tobytes()
    return data


def write(path, version, table, head, slope, offset, threshold):
    """`head` holds first (hidden × inputs), first_bias, second (kinds × hidden), straight (kinds × inputs), bias."""
    rows, unit = quantize(table)
    hidden = len(head["first_bias"])
    assert head["first"].shape == (hidden, INPUTS) and table.shape == (1 << BUCKET_BITS, DIMS)
    blocks = [unit, head["first"], head["first_bias"], head["second"], head["straight"], head["bias"], slope, offset, threshold]
    with open(path, "wb") as out:
        out.write(pack(b"CTSR", [2, BUCKET_BITS, DIMS, len(CONTEXT), hidden, len(slope)], version, blocks, rows))
    return unquantize(rows, unit)
