"""Turns a passage into hashed n-grams and context features, byte for byte as Sources/Signals does in Swift."""

import numpy as np
from numba import njit

TARGET_BYTES = 1200  # of the target that are read
CONTEXT_BYTES = 280  # of each message around it
MAX_TOKENS = 320
BUCKET_BITS = 17
BUCKETS = 1 << BUCKET_BITS

FNV = np.uint64(0xCBF29CE484222325)
PRIME = np.uint64(0x100000001B3)


def fnv(text: bytes) -> int:
    h = int(FNV)
    for byte in text:
        h = ((h ^ byte) * int(PRIME)) & 0xFFFFFFFFFFFFFFFF
    return h


# Tokens that stand for something else than a word. Index = stats slot where one is counted.
SPECIAL = {name: fnv(("\x01" + name).encode()) for name in
           ["mention", "all", "url", "pull", "issue", "commit", "code", "block", "identifier", "number", "name",
            "line", "quote", "begin", "end"]}
T_MENTION, T_ALL, T_URL, T_PULL, T_ISSUE, T_COMMIT, T_CODE, T_BLOCK, T_ID, T_NUMBER, T_NAME, T_LINE, T_QUOTE, T_BEGIN, T_END = (
    np.uint64(SPECIAL[k]) for k in SPECIAL)
T_ASK, T_SHOUT, T_STOP, T_DOTS = (np.uint64(fnv(t)) for t in (b"?", b"!", b".", b"..."))
T_PLUS = np.uint64(fnv(b":+1:"))
T_SMILE, T_WINK, T_SAD = (np.uint64(fnv(t)) for t in (b":slightly_smiling_face:", b":wink:", b":disappointed:"))
T_TADA, T_PRAY, T_CLAP, T_HEART = (np.uint64(fnv(t)) for t in (b":tada:", b":pray:", b":clap:", b":heart:"))
H_SIMPLE = np.uint64(fnv(b":simple_smile:"))
H_HERE, H_CHANNEL, H_EVERYONE = (np.uint64(fnv(t)) for t in (b"here", b"channel", b"everyone"))

# Slots of the counts that the tokenizer returns.
(S_TOKENS, S_WORDS, S_ASK, S_SHOUT, S_MENTION, S_URL, S_PULL, S_CODE, S_BLOCK, S_ID, S_NUMBER, S_NAME, S_LINES,
 S_QUOTE, S_EMOJI, S_STARTS_MENTION, S_LAST_ASK, S_ALL) = range(18)
STATS = 18

# Namespaces keep the same word of target, answered message and own earlier message apart.
NS_WORD, NS_CHAR, NS_BEFORE, NS_OWN = (np.uint64(fnv(t)) for t in (b"word", b"char", b"before", b"own"))
M1 = np.uint64(0xFF51AFD7ED558CCD)
M2 = np.uint64(0xC4CEB9FE1A85EC53)


@njit(cache=True)
def mix(h):
    h ^= h >> np.uint64(33)
    h *= M1
    h ^= h >> np.uint64(29)
    return h


@njit(cache=True)
def bucket(h, space):
    return np.int64(mix(h ^ space) >> np.uint64(64 - BUCKET_BITS))


@njit(cache=True)
def is_letter(c):
    return (97 <= c <= 122) or (65 <= c <= 90)


@njit(cache=True)
def is_digit(c):
    return 48 <= c <= 57


@njit(cache=True)
def is_wordish(c):
    return is_letter(c) or is_digit(c) or c == 95


@njit(cache=True)
def hash_bytes(b, start, end):
    h = FNV
    for i in range(start, end):
        h = (h ^ np.uint64(b[i])) * PRIME
    return h


@njit(cache=True)
def contains(b, start, end, needle):
    n = len(needle)
    for i in range(start, end - n + 1):
        same = True
        for j in range(n):
            if b[i + j] != needle[j]:
                same = False
                break
        if same:
            return True
    return False


@njit(cache=True)
def spread_length(b, i, n):
    """Bytes at i that only separate: dashes, quotes, spaces, symbols outside ASCII; 0 when they are letters."""
    c = b[i]
    if c == 0xC2:
        return 2
    if c == 0xE2 and i + 2 < n and 0x80 <= b[i + 1] <= 0xBF:
        return 3
    if c == 0xEF and i + 2 < n and b[i + 1] == 0xB8:
        return 3
    return 0


PULL1, PULL2, PULL3 = (np.frombuffer(t, np.uint8) for t in (b"/pull", b"/merge_requests", b"gerrit"))
ISSUE1, ISSUE2 = (np.frombuffer(t, np.uint8) for t in (b"/issues", b"/browse/"))
COMMIT1 = np.frombuffer(b"/commit", np.uint8)


@njit(cache=True)
def tokenize(b, n, names, tokens, norm, stats):
    """Fills tokens (hashes), norm (words of the text, each after a space) and stats; returns (tokens, bytes of norm)."""
    for k in range(STATS):
        stats[k] = 0
    t = 0
    m = 0
    i = 0
    line_start = True
    before = np.uint8(32)  # the byte before i in the text
    limit = MAX_TOKENS
    while i < n and t < limit:
        c = b[i]
        if c == 10:
            if t > 0 and tokens[t - 1] != T_LINE:
                tokens[t] = T_LINE
                t += 1
                stats[S_LINES] += 1
            line_start = True
            before = c
            i += 1
            continue
        if c <= 32:
            before = c
            i += 1
            continue
        if line_start and c == 62:
            while i < n and b[i] != 10:
                i += 1
            if stats[S_QUOTE] == 0:
                tokens[t] = T_QUOTE
                t += 1
            stats[S_QUOTE] += 1
            before = np.uint8(32)
            continue
        line_start = False
        if c == 96:
            if i + 2 < n and b[i + 1] == 96 and b[i + 2] == 96:
                j = i + 3
                while j < n and not (b[j] == 96 and j + 2 < n and b[j + 1] == 96 and b[j + 2] == 96):
                    j += 1
                tokens[t] = T_BLOCK
                t += 1
                stats[S_BLOCK] += 1
                i = min(n, j + 3)
            else:
                j = i + 1
                while j < n and b[j] != 96 and b[j] != 10:
                    j += 1
                if j < n and b[j] == 96:
                    tokens[t] = T_CODE
                    t += 1
                    stats[S_CODE] += 1
                    i = j + 1
                else:
                    i += 1
            before = np.uint8(32)
            continue
        if c == 64 and not is_wordish(before):
            j = i + 1
            while j < n and (is_wordish(b[j]) or b[j] == 46 or b[j] == 45 or (b[j] >= 0x80 and spread_length(b, j, n) == 0)):
                j += 1
            while j > i + 1 and (b[j - 1] == 46 or b[j - 1] == 45):
                j -= 1
            if j > i + 1:
                h = hash_bytes(b, i + 1, j)
                if h == H_HERE or h == H_CHANNEL or h == H_EVERYONE:
                    tokens[t] = T_ALL
                    stats[S_ALL] += 1
                else:
                    tokens[t] = T_MENTION
                    stats[S_MENTION] += 1
                    if t == 0:
                        stats[S_STARTS_MENTION] = 1
                t += 1
            i = j
            before = np.uint8(32)
            continue
        if c == 58 and not is_wordish(before):
            j = i + 1
            while j < n and ((97 <= b[j] <= 122) or is_digit(b[j]) or b[j] == 95 or b[j] == 45 or b[j] == 43):
                j += 1
            if j < n and b[j] == 58 and j > i + 1:
                if not (j - i > 10 and b[i + 1] == 115 and b[i + 2] == 107 and b[i + 3] == 105 and b[i + 4] == 110 and b[i + 5] == 45):
                    h = hash_bytes(b, i, j + 1)
                    tokens[t] = T_SMILE if h == H_SIMPLE else h
                    t += 1
                    stats[S_EMOJI] += 1
                i = j + 1
                before = np.uint8(32)
                continue
        if (c == 58 or c == 59) and not is_wordish(before):
            j = i + 1
            if j < n and b[j] == 45:
                j += 1
            if j < n and (b[j] == 41 or b[j] == 40 or b[j] == 68):
                if c == 59:
                    tokens[t] = T_WINK
                elif b[j] == 40:
                    tokens[t] = T_SAD
                else:
                    tokens[t] = T_SMILE
                t += 1
                stats[S_EMOJI] += 1
                i = j + 1
                before = np.uint8(32)
                continue
        if c == 104 and i + 7 < n and b[i + 1] == 116 and b[i + 2] == 116 and b[i + 3] == 112 and (
            b[i + 4] == 58 or (b[i + 4] == 115 and b[i + 5] == 58)
        ):
            j = i
            while j < n and b[j] > 32 and b[j] != 62 and b[j] != 124 and b[j] != 41 and b[j] != 34:
                j += 1
            if contains(b, i, j, PULL1) or contains(b, i, j, PULL2) or contains(b, i, j, PULL3):
                tokens[t] = T_PULL
                stats[S_PULL] += 1
            elif contains(b, i, j, ISSUE1) or contains(b, i, j, ISSUE2):
                tokens[t] = T_ISSUE
                stats[S_URL] += 1
            elif contains(b, i, j, COMMIT1):
                tokens[t] = T_COMMIT
                stats[S_PULL] += 1
            else:
                tokens[t] = T_URL
                stats[S_URL] += 1
            t += 1
            i = j
            before = np.uint8(32)
            continue
        if c == 0xF0 and i + 3 < n:
            third, fourth = b[i + 2], b[i + 3]
            if third == 0x91 and fourth == 0x8D:
                h = T_PLUS
            elif third == 0x8E and fourth == 0x89:
                h = T_TADA
            elif third == 0x99 and fourth == 0x8F:
                h = T_PRAY
            elif third == 0x91 and fourth == 0x8F:
                h = T_CLAP
            elif third == 0x99 and fourth == 0x82:
                h = T_SMILE
            elif third == 0x98 and fourth == 0x89:
                h = T_WINK
            else:
                h = hash_bytes(b, i, i + 4)
            tokens[t] = h
            t += 1
            stats[S_EMOJI] += 1
            i += 4
            before = np.uint8(32)
            continue
        if c >= 0x80:
            skip = spread_length(b, i, n)
            if skip > 0:
                if c == 0xE2 and b[i + 1] == 0x80 and b[i + 2] == 0xA6:
                    tokens[t] = T_DOTS
                    t += 1
                elif c == 0xE2 and b[i + 1] == 0x9D and b[i + 2] == 0xA4:
                    tokens[t] = T_HEART
                    t += 1
                    stats[S_EMOJI] += 1
                i += skip
                before = np.uint8(32)
                continue
        if is_wordish(c) or c >= 0x80:
            # A word, a number or an identifier.
            start = i
            mark = m
            norm[m] = 32
            m += 1
            letters = 0
            digits = 0
            under = False
            dot = False
            camel = False
            while i < n:
                c = b[i]
                if is_letter(c):
                    if c <= 90:
                        if i > start and 97 <= b[i - 1] <= 122:
                            camel = True
                        c = np.uint8(c + 32)
                    norm[m] = c
                    m += 1
                    letters += 1
                elif is_digit(c):
                    if norm[m - 1] != 48:
                        norm[m] = 48
                        m += 1
                    digits += 1
                elif c == 95:
                    if i > start and i + 1 < n and (is_letter(b[i + 1]) or is_digit(b[i + 1])):
                        under = True
                elif c == 39:
                    if not (i + 1 < n and is_letter(b[i + 1])):
                        break
                elif c == 46:
                    if not (i + 1 < n and (is_letter(b[i + 1]) or is_digit(b[i + 1]))):
                        break
                    dot = True
                elif c >= 0x80:
                    if c == 0xE2 and i + 2 < n and b[i + 1] == 0x80 and b[i + 2] == 0x99:
                        i += 3
                        continue
                    if (c == 0xF0 and i > start) or spread_length(b, i, n) > 0:
                        break
                    if c == 0xC3 and i + 1 < n and 0x80 <= b[i + 1] <= 0x9E:
                        norm[m] = c
                        norm[m + 1] = b[i + 1] + 32
                        m += 2
                        letters += 1
                        i += 2
                        continue
                    norm[m] = c
                    m += 1
                    letters += 1
                else:
                    break
                i += 1
            before = np.uint8(97)
            if letters == 0:
                m = mark
                if digits > 0:
                    tokens[t] = T_NUMBER
                    t += 1
                    stats[S_NUMBER] += 1
                continue
            if under or camel or dot:
                m = mark
                tokens[t] = T_ID
                t += 1
                stats[S_ID] += 1
                continue
            h = hash_bytes(norm, mark + 1, m)
            named = False
            for k in range(len(names)):
                if names[k] == h:
                    named = True
            if named:
                m = mark
                tokens[t] = T_NAME
                t += 1
                stats[S_NAME] += 1
                continue
            tokens[t] = h
            t += 1
            stats[S_WORDS] += 1
            continue
        if c == 63 or c == 33:
            if c == 63:
                stats[S_ASK] += 1
                h = T_ASK
            else:
                stats[S_SHOUT] += 1
                h = T_SHOUT
            if t == 0 or tokens[t - 1] != h:
                tokens[t] = h
                t += 1
        elif c == 46:
            if i + 1 < n and b[i + 1] == 46:
                while i + 1 < n and b[i + 1] == 46:
                    i += 1
                tokens[t] = T_DOTS
            else:
                tokens[t] = T_STOP
            t += 1
        elif c == 43 and i + 1 < n and b[i + 1] == 49 and not is_wordish(before):
            tokens[t] = T_PLUS
            t += 1
            i += 1
            c = np.uint8(49)
        before = c
        i += 1
    stats[S_TOKENS] = t
    if t > 0:
        last = t - 1
        while last > 0 and (tokens[last] == T_LINE or tokens[last] == T_SMILE):
            last -= 1
        stats[S_LAST_ASK] = 1 if tokens[last] == T_ASK else 0
    return t, m


K1 = np.uint64(0x9E3779B97F4A7C15)


@njit(cache=True)
def word_grams(tokens, t, order, space, out, at):
    """Buckets of the 1…order-grams of begin + tokens + end."""
    p1 = T_BEGIN
    p2 = np.uint64(0)
    for i in range(t + 1):
        h = tokens[i] if i < t else T_END
        if i < t:
            out[at] = bucket(h, space)
            at += 1
        two = (p1 * K1) ^ h
        out[at] = bucket(two, space)
        at += 1
        if order > 2 and i > 0:
            out[at] = bucket((p2 * K1) ^ h, space)
            at += 1
        p2 = two
        p1 = h
    return at


@njit(cache=True)
def char_grams(norm, m, out, at):
    """Buckets of the 2…5-grams inside each word of norm, with the space before and after it."""
    i = 0
    while i < m:
        end = i + 1
        while end < m and norm[end] != 32:
            end += 1
        # The word is norm[i+1 ..< end]; norm[i] is its leading space; a trailing space is imagined at `end`.
        for start in range(i, end):
            h = FNV
            for k in range(5):
                p = start + k
                if p > end:
                    break
                c = np.uint64(32) if p == end else np.uint64(norm[p])
                h = (h ^ c) * PRIME
                if k > 0:
                    out[at] = bucket(h, NS_CHAR)
                    at += 1
        i = end
    return at


NO_NAMES = np.zeros(0, np.uint64)

# Given names that are everyday words; they are matched as names only when mentioned.
AMBIGUOUS = {b"will", b"mark", b"may", b"grant", b"art", b"rich", b"bill", b"sue", b"drew", b"chase", b"hope", b"dawn",
             b"june", b"april", b"pat", b"ray", b"rob", b"max", b"guy", b"sunny", b"jack", b"frank", b"faith", b"joy",
             b"grace", b"long", b"king", b"page", b"price", b"young", b"brown", b"green", b"white", b"black", b"wood",
             b"stone", b"case", b"field", b"day", b"best", b"good", b"love", b"little", b"small", b"short", b"power",
             b"bush", b"cook", b"baker", b"banks", b"bell", b"rose", b"ruby", b"crystal", b"jade", b"penny", b"van",
             b"the", b"and", b"bot", b"admin", b"user", b"test", b"dev", b"team", b"simple", b"nick", b"don", b"ben"}


def name_parts(who: str) -> list:
    """The parts of a name that may stand in a text for the person: lower-case, three letters or more."""
    out, part = [], bytearray()
    for byte in who.encode() + b" ":
        lower = byte + 32 if 65 <= byte <= 90 else byte
        if 97 <= lower <= 122 or lower >= 0x80:
            part.append(lower)
        else:
            if len(part) >= 3 and bytes(part) not in AMBIGUOUS:
                out.append(bytes(part))
            part = bytearray()
    return out


CONTEXT = ["reply", "reply to own", "answered known", "answered is previous", "previous is own", "own before",
           "own asked before", "answered asks", "answered ends asking", "answered length", "answered has code",
           "answered mentions", "answered names author", "author alone", "voices before", "no talk before",
           "tokens", "one to three tokens", "up to eight tokens", "over sixty tokens", "asks", "ends asking", "shouts",
           "mentions", "two mentions", "starts with mention", "mentions answered", "mentions root author", "link",
           "pull link", "code", "block", "identifiers", "numbers", "names somebody", "lines", "quotes", "emoji",
           "calls everybody", "reactions", "root asks", "root is own", "answered gap", "answered shouts"]


class Reading:
    """The tokens of one text."""

    def __init__(self, text: str, limit: int, names):
        data = text.encode()[:limit]
        n = len(data)
        b = np.frombuffer(data, np.uint8)
        tokens = np.zeros(MAX_TOKENS + 1, np.uint64)
        norm = np.zeros(2 * n + 8, np.uint8)
        self.stats = np.zeros(STATS, np.int64)
        t, m = tokenize(b, n, names, tokens, norm, self.stats)
        self.tokens, self.norm = tokens[:t], norm[:m]


def mentions_in(text: str) -> list:
    """Names after an @ in the text, as written, without the @."""
    found, data, i = [], text.encode(), 0
    wordish = lambda c: 97 <= c <= 122 or 65 <= c <= 90 or 48 <= c <= 57 or c == 95
    while i < len(data):
        if data[i] == 64 and not (i > 0 and wordish(data[i - 1])):
            j = i + 1
            while j < len(data) and (wordish(data[j]) or data[j] in (46, 45) or (data[j] >= 0x80 and spread_length(data, j, len(data)) == 0)):
                j += 1
            while j > i + 1 and data[j - 1] in (46, 45):
                j -= 1
            if j > i + 1:
                name = data[i + 1:j].decode(errors="replace")
                if name not in ("here", "channel", "everyone"):
                    found.append(name)
            i = j
        else:
            i += 1
    return found


def folded(name: str) -> bytes:
    return bytes(c + 32 if 65 <= c <= 90 else 32 if c == 95 else c for c in name.encode())


def same_person(one: str, two: str) -> bool:
    return folded(one) == folded(two)


def meant(text: str, speakers: list) -> list:
    """The mentions of a text, each as the speaker of that name or of the nearest one when a space was forgotten."""
    out = []
    for name in mentions_in(text):
        if name == "all":
            continue
        exact = [s for s in speakers if same_person(s, name)]
        if not exact:
            for s in speakers:
                n = min(len(s.encode()), len(name.encode()))
                if n >= 4 and same_person(s[:n], name[:n]):
                    exact = [s]
                    break
        out.append(exact[0] if exact else name)
    return out


def talk(row: dict):
    """Messages before the target and the root: a root that fits among the four messages before it stands there."""
    before, root = row["before"][-4:], row["thread_root"]
    if root:
        if any(u["who"] == root["who"] and u["text"] == root["text"] for u in before):
            root = None
        elif len(before) < 4:
            before, root = [root] + before, None
    return before, root


class Features:
    """Everything a head sees of a passage: four lists of buckets and the context vector."""

    def __init__(self, row: dict):
        author = row["who"]
        before, root = talk(row)
        people = {u["who"] for u in before} | ({root["who"]} if root else set())
        people.discard(author)
        parts = sorted({fnv(p) for who in people for p in name_parts(who)})
        names = np.array(parts, np.uint64) if parts else NO_NAMES
        target = Reading(row["text"], TARGET_BYTES, names)
        others = [k for k, u in enumerate(before) if u["who"] != author]
        answered = before[others[-1]] if others else (root if root and root["who"] != author else None)
        own = before[-1] if before and before[-1]["who"] == author else None
        second = Reading(answered["text"], CONTEXT_BYTES, NO_NAMES) if answered else None
        third = Reading(own["text"], CONTEXT_BYTES, NO_NAMES) if own else None

        out = np.zeros(8 * (2 * TARGET_BYTES + 8) + 3 * MAX_TOKENS + 8, np.int64)
        at = word_grams(target.tokens, len(target.tokens), 3, NS_WORD, out, 0)
        self.word = out[:at].copy()
        self.char = out[: char_grams(target.norm, len(target.norm), out, 0)].copy()
        self.before = out[: word_grams(second.tokens, len(second.tokens), 2, NS_BEFORE, out, 0)].copy() if second else out[:0].copy()
        self.own = out[: word_grams(third.tokens, len(third.tokens), 2, NS_OWN, out, 0)].copy() if third else out[:0].copy()
        self.context = context(row, before, root, answered, own, others, target.stats, second)


def context(row, before, root, answered, own, others, s, second):
    author = row["who"]
    z = second.stats if second else np.zeros(STATS, np.int64)
    speakers = [author] + [u["who"] for u in row["before"]] + ([row["thread_root"]["who"]] if row["thread_root"] else [])
    mentioned = meant(row["text"], speakers)
    own_before = [u for u in before if u["who"] == author]
    root_text = root["text"].encode()[:CONTEXT_BYTES] if root else b""
    log = lambda x: float(np.log2(1.0 + x)) / 4
    tokens = int(s[S_TOKENS])
    named_author = bool(answered) and any(same_person(m, author) for m in meant(answered["text"], speakers))
    values = [
        root is not None, root is not None and root["who"] == author, answered is not None,
        bool(others) and others[-1] == len(before) - 1, own is not None, bool(own_before),
        any(b"?" in u["text"].encode()[:CONTEXT_BYTES] for u in own_before), z[S_ASK] > 0, z[S_LAST_ASK], log(z[S_TOKENS]),
        z[S_CODE] + z[S_BLOCK] > 0, log(z[S_MENTION]), named_author, bool(before) and not others,
        log(len({u["who"] for u in before})), not before,
        log(tokens), tokens <= 3, tokens <= 8, tokens > 60, log(s[S_ASK]), s[S_LAST_ASK], log(s[S_SHOUT]),
        s[S_MENTION] > 0, s[S_MENTION] > 1, s[S_STARTS_MENTION],
        bool(answered) and any(same_person(m, answered["who"]) for m in mentioned),
        bool(root) and any(same_person(m, root["who"]) for m in mentioned), s[S_URL] > 0,
        s[S_PULL] > 0, s[S_CODE] > 0, s[S_BLOCK] > 0, log(s[S_ID]), log(s[S_NUMBER]), s[S_NAME] > 0, log(s[S_LINES]),
        s[S_QUOTE] > 0, s[S_EMOJI] > 0, s[S_ALL] > 0, log(sum(c for _, c in row["reactions"])),
        b"?" in root_text, bool(root) and root["who"] == author, log(len(before) - 1 - others[-1]) if others else 0.0,
        z[S_SHOUT] > 0,
    ]
    return np.array([float(v) for v in values], np.float32)
