"""Writes the model card from the figures of one training run; `check.py` measures the same with the program itself."""

import json, pathlib, sys
from split import KINDS


def percent(x):
    return f"{x:.2f}".lstrip("0") if x < 1 else "1.0"


def table(held, base, points):
    lines = ["| kind | precision | recall | F1 | linear row, F1 | held-out labels | calibration error | operating point |", "|---|---|---|---|---|---|---|---|"]
    for i, k in enumerate(KINDS):
        lines.append(f"| {k} | {percent(held['precision'][i])} | {percent(held['recall'][i])} | {percent(held['kinds'][i])} | {percent(base['kinds'][i])} | "
                     f"{int(held['positives'][i])} | {held['calibration'][i]:.3f} | {points[i]:.2f} |")
    return lines + [f"| **micro** | | | **{held['micro']:.3f}** | {base['micro']:.3f} | | | |", f"| **macro** | | | **{held['macro']:.3f}** | {base['macro']:.3f} | | | |"]


def write(folder, f, version):
    held, given, base, natural = f["held out"], f["given"], f["baseline"], f["held out"]["natural"]
    lines = [
        "# The static reader's weights", "",
        f"`reader.bin`, version {version}: {(pathlib.Path(folder) / 'reader.bin').stat().st_size / 1e6:.1f} MB. Made by `training/train.py`; read in place by `ReaderWeights`, never changed by hand.", "",
        f"Fitted on {f['rows'][0]:,} labelled messages outside the held-out channels (the shipped file: all {sum(f['rows']):,}), on {f['soft']:,} further messages with the opinion of a "
        f"teacher, and on {sum(f['invented'].values()):,} invented messages. Calibration and operating points come from three inner folds. No message text, name or channel is in the weights.", "",
        f"## Held-out channels: {f['rows'][1]:,} messages", "", *table(held, base, f["points"]), "",
        "The linear row: word 1–3-grams and character 2–5-grams of the target alone, logistic regression, the same rows and rules.", "",
        f"On the held-out rows of the data folder: recognition {given['kinds'][0]:.2f}, micro {given['micro']:.3f}, macro {given['macro']:.3f}. "
        f"On those drawn at random ({int(natural['positives'].sum())} labels): recognition {natural['kinds'][0]:.2f}, micro {natural['micro']:.3f}. "
        f"On the inner folds: recognition {f['inner']['kinds'][0]:.2f}, micro {f['inner']['micro']:.3f}, macro {f['inner']['macro']:.3f}.", "",
        "## A community left out", "", "Fitted on two exports without a teacher (one that saw the third would be no test), tested on the third.", "",
        "| left out | rows fitted, tested | recognition | micro | macro |", "|---|---|---|---|---|"]
    for name, c in f["communities"].items():
        r = c["reader"]
        lines.append(f"| {name.split('-')[0]} | {c['rows'][0]:,}, {c['rows'][1]:,} | {percent(r['kinds'][0])} | {r['micro']:.3f} | {r['macro']:.3f} |")
    (pathlib.Path(folder) / "MODEL.md").write_text("\n".join(lines) + "\n")
    json.dump(f, sys.stdout, default=lambda x: x.tolist() if hasattr(x, "tolist") else float(x))
