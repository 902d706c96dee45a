"""Writes the file that Sources/Signals/Static/ReaderWeights.swift reads."""

import struct
import numpy as np
import behaviours
from features import BUCKET_BITS, CONTEXT
from student import DIMS, INPUTS


def quantize(table):
    """Bytes 128 above a number of at most ±127, and the unit of each column."""
    unit = np.maximum(np.abs(table).max(0), 1e-8) / 127
    return (np.clip(np.rint(table / unit), -127, 127) + 128).astype(np.uint8), unit.astype(np.float32)


def unquantize(rows, unit):
    return (rows.astype(np.float32) - 128) * unit


def write(path, version, table, head, slope, offset, threshold, behaviour_weights, behaviour_bias, sharpness=(1, 1, 1)):
    """`head` holds first (hidden × inputs), first_bias, second (kinds × hidden), straight (kinds × inputs), bias."""
    rows, unit = quantize(table)
    padded = np.zeros((behaviour_weights.shape[0], behaviours.STRIDE), np.float32)
    padded[:, : behaviour_weights.shape[1]] = behaviour_weights
    second_rows, second_unit = quantize(padded)
    hidden = len(head["first_bias"])
    assert head["first"].shape == (hidden, INPUTS) and table.shape == (1 << BUCKET_BITS, DIMS)
    header = struct.pack("<4s8I", b"CTSR", 1, BUCKET_BITS, DIMS, len(CONTEXT), hidden, len(slope), behaviours.BITS, behaviour_weights.shape[1])
    header += version.encode()[:27].ljust(28, b"\0")
    assert len(header) == 64
    blocks = [unit, head["first"], head["first_bias"], head["second"], head["straight"], head["bias"], slope, offset, threshold,
              second_unit, behaviour_bias, np.array(sharpness)]
    data = header + b"".join(np.ascontiguousarray(b, "<f4").tobytes() for b in blocks)
    data += b"\0" * (-len(data) % 64)
    with open(path, "wb") as out:
        out.write(data + rows.tobytes() + second_rows.tobytes())
    return unquantize(rows, unit), unquantize(second_rows, second_unit)[:, : behaviour_weights.shape[1]]
