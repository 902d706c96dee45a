"""Passages without labels out of the Slack exports, in the shape of the labelled ones."""

import io, json, re, zipfile
import numpy as np

SKIP = {"channel_join", "channel_leave", "channel_topic", "channel_purpose", "channel_name", "channel_archive",
        "bot_message", "pinned_item", "group_join", "group_leave", "tombstone", "reminder_add", "bot_add"}
TOKEN = re.compile(r"<([^<>]+)>")


def plain(text, names):
    def one(m):
        body = m.group(1)
        if body.startswith("@"):
            return "@" + names.get(body[1:].split("|")[0], "somebody").replace(" ", "_")
        if body.startswith("!"):
            return "@" + body[1:].split("|")[0].split("^")[0]
        if body.startswith("#"):
            return "#" + body.split("|")[-1].lstrip("#")
        return body.split("|")[-1]
    return TOKEN.sub(one, text or "").replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def passages(path):
    """Every message of an export with up to four messages before it in its thread or channel."""
    community = path.rsplit("/", 1)[-1].removesuffix(".zip")
    with zipfile.ZipFile(path) as archive:
        names = {u["id"]: (u.get("profile", {}).get("display_name") or u.get("real_name") or u.get("name") or u["id"])
                 for u in json.loads(archive.read("users.json"))}
        days = {}
        for name in archive.namelist():
            parts = name.split("/")
            if len(parts) == 2 and parts[1].endswith(".json"):
                days.setdefault(parts[0], []).append(name)
        for channel in sorted(days):
            talk, threads = [], {}
            for day in sorted(days[channel]):
                for m in json.loads(archive.read(day)):
                    if m.get("type", "message") != "message" or m.get("subtype") in SKIP or not m.get("user") or not m.get("text"):
                        continue
                    text = plain(m["text"], names)
                    said = {"who": names.get(m["user"], m["user"]), "text": text[:280]}
                    thread = m.get("thread_ts")
                    if thread and thread != m["ts"]:
                        line = threads.setdefault(thread, [])
                        before, root = line[-4:], (line[0] if len(line) > 4 else None)
                        line.append(said)
                    else:
                        before, root = talk[-4:], None
                        talk.append(said)
                        if thread:
                            threads[thread] = [said]
                    yield {"id": f"{community}/{channel}/{m['ts']}", "thread_root": root, "before": list(before), "who": said["who"],
                           "text": text[:1200], "reactions": [[r["name"], r.get("count", len(r.get("users", [])))] for r in m.get("reactions", [])]}


def sample(paths, count, seed=11):
    """A share of every export, the small ones whole, without messages of one or two characters."""
    generator = np.random.default_rng(seed)
    lists = [[p for p in passages(path) if len(p["text"]) > 2] for path in paths]
    out = []
    for rest, rows in sorted(enumerate(lists), key=lambda x: len(x[1])):
        room = (count - len(out)) // max(1, len(lists) - sum(1 for l in lists if len(l) < len(rows)))
        out += rows if len(rows) <= room else [rows[i] for i in sorted(generator.choice(len(rows), room, replace=False))]
    return out
