"""Writes the model card from the figures of one training run."""

import pathlib
from split import KINDS


def percent(x):
    return f"{x:.2f}".lstrip("0") if x < 1 else "1.0"


def write(folder, f, version):
    held, base = f["held out"], f["baseline"]
    lines = [
        "# The static reader's weights", "",
        f"`reader.bin`, version {version}: {(pathlib.Path(folder) / 'reader.bin').stat().st_size / 1e6:.1f} MB. Made by `training/train.py`; "
        "read in place by `ReaderWeights`, never changed by hand.", "",
        "## What it is", "",
        "A table of 131,072 rows × 16 columns (one byte each) for hashed n-grams: words 1–3 and characters 2–5 of the target, words 1–2 of the "
        "message that it answers and of the author's own message just before. Their sums and 44 numbers about the shape of the talk go "
        "through one hidden layer of 24 units to nine scores, each calibrated by Platt's method. Competencies, reach and sort of "
        "work have a file of their own (`BEHAVIOURS.md`), private matters another (`PRIVATE.md`).", "",
        "## What it was fitted on", "",
        f"- {f['rows'][0] + f['rows'][1]:,} messages of three open communities, labelled by hand under the definitions of `docs/signals.md`.",
        f"- {f['soft']:,} further messages of the same exports (none of them from held-out channels) with the opinion of a teacher: the sentence encoder all-MiniLM-L6-v2 "
        "(Apache-2.0), fine-tuned on the labels. The teacher is not shipped.",
        f"- {sum(f['invented'].values()):,} invented messages for what these communities seldom say, labelled by the same definitions: {f['invented']['talk']} with talk around them "
        f"(`training/labels/invented.jsonl`), {f['invented']['phrases']} single ones (`training/labels/bank.jsonl`, labels for the phrases below) and {f['invented']['short']} short ones "
        "(`training/invented.jsonl`). All together count half as much as the labelled rows of a fit; they are never used for calibration, operating points or testing.",
        "- No message text, name or channel is in the weights; names, mentions, addresses, code and identifiers are folded before hashing.", "",
        "## The split", "",
        f"Whole channels are held out: those whose hash with the salt `crosstie-8:` falls below 25 of 100 (`training/split.py`), in all three communities: "
        f"{f['rows'][1]} of {f['rows'][0] + f['rows'][1]:,} rows. The salt is the first for which the held-out share lies between 25 and 30 percent and every kind occurs; it was chosen by "
        "size before any model was fitted. Calibration and operating points come from five inner folds of the other rows; no point lies below 0.20. "
        "The figures below are of a reader that saw nothing of the held-out channels, neither labels nor text. "
        "The shipped file is the same recipe with the held-out rows added to the labels.", "",
        "## Held-out figures", "",
        "| kind | precision | recall | F1 | linear row, F1 | held-out labels | calibration error | operating point |", "|---|---|---|---|---|---|---|---|"]
    for i, k in enumerate(KINDS):
        lines.append(f"| {k} | {percent(held['precision'][i])} | {percent(held['recall'][i])} | {percent(held['kinds'][i])} | {percent(base['kinds'][i])} | "
                     f"{int(held['positives'][i])} | {held['calibration'][i]:.3f} | {f['points'][i]:.2f} |")
    lines += [
        f"| **micro** | | | **{held['micro']:.3f}** | {base['micro']:.3f} | | | |", f"| **macro** | | | **{held['macro']:.3f}** | {base['macro']:.3f} | | | |", "",
        "The linear row: word 1–3-grams and character 2–5-grams of the target alone, logistic regression, the same rows, folds and rules for calibration and operating points.", "",
        f"On the held-out rows that were drawn at random ({int(held['natural']['positives'].sum())} labels): recognition {held['natural']['kinds'][0]:.2f}, micro {held['natural']['micro']:.3f}. "
        f"On the inner folds: recognition {f['inner']['kinds'][0]:.2f}, micro {f['inner']['micro']:.3f}, macro {f['inner']['macro']:.3f}.", "",
        "Decision, upkeep, blocked and feedback have so few labels (4 to 14 held out) that their single figures say little.", "",
        "## A community left out", "",
        "Fitted on two exports, tested on the third; this is nearest to a company that the reader has never seen.", "",
        "| left out | rows fitted, tested | teacher | recognition | micro | macro | linear row: recognition | micro | macro |", "|---|---|---|---|---|---|---|---|---|"]
    for name, c in f["communities"].items():
        r, b = c["reader"], c["baseline"]
        lines.append(f"| {name.split('-')[0]} | {c['rows'][0]:,}, {c['rows'][1]:,} | {'yes' if c['soft'] else 'no'} | {percent(r['kinds'][0])} | {r['micro']:.3f} | {r['macro']:.3f} | "
                     f"{percent(b['kinds'][0])} | {b['micro']:.3f} | {b['macro']:.3f} |")
    lines += ["", "Without a teacher of its own (a teacher that saw the left-out community would be no test) the table learns from the labels alone.", ""]
    extra = pathlib.Path(__file__).parent / "card-measured.md"
    if extra.exists():
        lines += [extra.read_text().rstrip(), ""]
    (pathlib.Path(folder) / "MODEL.md").write_text("\n".join(lines))
    import json, sys
    json.dump(f, sys.stdout, default=lambda x: x.tolist() if hasattr(x, "tolist") else float(x))
