"""Counts rows, equal rows and tags of the shared data sets, apart from the project's code: writes sharedData.json.

Run in this folder with Python 3.11 or later: python3 sharedData.py ../../../../shared/data
Rows are equal where their texts are, after NFKC, lower case and folding of white space. The Hill numbers are those of
the tag's counts: richness, exp(Shannon entropy), inverse Simpson concentration.
"""

import json
import math
import re
import sys
import unicodedata
from collections import Counter, defaultdict

# File, shape, the fields that are read, the tag field.
FILES = [
    ("c4", "text", ["text"], None),
    ("clinc-full", "labelled-text", ["text"], "intent"),
    ("dolly-3k", "alpaca", ["instruction", "input", "output"], "category"),
    ("gsm8k-train", "question-answer", ["question", "answer"], None),
    ("jsts-ja-valid", "sentence-pair", ["sentence1", "sentence2"], None),
    ("oasst-zh", "alpaca", ["questions", "instruction", "answers", "output"], None),
    ("pawsx-en", "sentence-pair", ["sentence1", "sentence2"], "label"),
    ("pawsx-ja", "sentence-pair", ["sentence1", "sentence2"], "label"),
    ("pawsx-zh", "sentence-pair", ["sentence1", "sentence2"], "label"),
    ("sst2-generated", "labelled-text", ["text"], "label"),
    ("sst2-gold", "labelled-text", ["sentence"], "label"),
]


def normal(text):
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text).lower()).strip()


def hill(counts):
    rows = sum(counts)
    shares = [count / rows for count in counts]
    return {
        "q0": len(shares),
        "q1": math.exp(-sum(share * math.log(share) for share in shares)),
        "q2": 1 / sum(share * share for share in shares),
    }


def facts(folder, file, shape, fields, tag):
    with open(f"{folder}/{file}.jsonl", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        # Each turn of the history is a question and its answer, as LLaMA Factory has it.
        turns = row.get("history") or []
        row["questions"] = "\n\n".join(question for question, _ in turns)
        row["answers"] = "\n\n".join(answer for _, answer in turns)
    equal = defaultdict(list)
    for line, row in enumerate(rows, start=1):
        text = "\n\n".join(row[field] for field in fields if row.get(field))
        equal[normal(text)].append(line)
    clusters = [lines for lines in equal.values() if len(lines) > 1]
    found = {
        "file": file,
        "shape": shape,
        "rows": len(rows),
        "equalClusters": len(clusters),
        "equalRows": sum(map(len, clusters)),
    }
    if tag is not None:
        found["tags"] = hill(list(Counter(row[tag] for row in rows).values()))
    return found


folder = sys.argv[1]
with open("sharedData.json", "w", encoding="utf-8") as out:
    json.dump([facts(folder, *file) for file in FILES], out, indent=2)
    out.write("\n")
