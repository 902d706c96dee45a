"""What the reference tokenizer does to each character, as a table: Swift's tokenizer looks it up instead of asking Unicode anew.

Shape of `models/folding.bin`, little-endian 32-bit numbers: `CTFO`, format 1, runs, single characters, numbers in the pool;
then runs (first character, how many × 4 + what: 1 left out, 2 a space, 3 a piece of its own), then single characters
(character, place in the pool × 256 + how many), then the pool: characters, those that stand alone with the highest bit set.
A character that is nowhere stays as it is; Hangul syllables are taken apart by rule.
"""

import struct

LEFT_OUT, SPACE, ALONE = 1, 2, 3
HIGH = 1 << 31


def table(tokenizer):
    fold, cut = tokenizer.normalizer.normalize_str, tokenizer.pre_tokenizer.pre_tokenize_str
    alone_known = {}

    def stands_alone(character):
        if character not in alone_known:
            alone_known[character] = len(cut("x" + character + "x")) > 1
        return alone_known[character]

    runs, singles, pool = [], [], []
    for number in range(0x110000):
        if 0xD800 <= number < 0xE000 or 0xAC00 <= number < 0xD7A4:
            continue
        character = chr(number)
        folded = fold("x" + character + "x")[1:-1]
        if folded in (character, f" {character} "):
            what = ALONE if len(folded) > 1 or stands_alone(character) else 0
        else:
            what = {"": LEFT_OUT, " ": SPACE}.get(folded, -1)
        if what > 0:
            if runs and runs[-1][2] == what and runs[-1][0] + runs[-1][1] == number:
                runs[-1][1] += 1
            else:
                runs.append([number, 1, what])
        elif what < 0:
            out = [ord(c) | (HIGH if c != " " and stands_alone(c) else 0) for c in folded]
            singles.append((number, len(pool), len(out))); pool += out
    for number in range(0xAC00, 0xD7A4):
        at = number - 0xAC00
        jamo = [0x1100 + at // 588, 0x1161 + at % 588 // 28] + ([0x11A7 + at % 28] if at % 28 else [])
        assert fold("x" + chr(number) + "x")[1:-1] == "".join(map(chr, jamo))
    data = struct.pack("<4s4I", b"CTFO", 1, len(runs), len(singles), len(pool))
    data += b"".join(struct.pack("<2I", first, count * 4 + what) for first, count, what in runs)
    data += b"".join(struct.pack("<2I", number, at * 256 + count) for number, at, count in singles)
    return data + struct.pack(f"<{len(pool)}I", *pool)
