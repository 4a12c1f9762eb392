# Writes countValues.json, the reference values of the tests beside it: python3 countValues.py SHARED_DATA > countValues.json
# Plain Python 3.11 but for scipy 1.17, which gives the normal quantiles and the divergences of the small tables.
import json
import math
import re
import sys
from collections import Counter

from scipy.spatial.distance import jensenshannon
from scipy.stats import norm

folder = sys.argv[1]


def words(name, field):
    counts = Counter()
    with open(f"{folder}/{name}.jsonl", encoding="utf8") as lines:
        for line in lines:
            counts.update(re.findall("[a-z0-9]+", json.loads(line)[field].lower()))
    return counts


def divergence(p_counts, q_counts):
    p_total, q_total = sum(p_counts.values()), sum(q_counts.values())
    sum_bits = 0.0
    for kind in set(p_counts) | set(q_counts):
        p, q = p_counts[kind] / p_total, q_counts[kind] / q_total
        m = (p + q) / 2
        sum_bits += sum(s * math.log2(s / m) for s in (p, q) if s > 0)
    return sum_bits / 2


def z_scores(y_i, n_i, y_j, n_j):
    """Monroe, Colaresi & Quinn (2008): posterior log-odds with the prior of both samples, worth a_0 counts."""
    a_0 = min(500, n_i, n_j)
    rows = []
    for kind in range(len(y_i)):
        a = a_0 * (y_i[kind] + y_j[kind]) / (n_i + n_j)
        if a == 0:
            continue
        odds = [(y + a) / (n + a_0 - y - a) for y, n in ((y_i[kind], n_i), (y_j[kind], n_j))]
        variance = sum(1 / (y + a) + 1 / (n + a_0 - y - a) for y, n in ((y_i[kind], n_i), (y_j[kind], n_j)))
        delta = math.log(odds[0]) - math.log(odds[1])
        rows.append({"kind": kind, "logOddsRatio": delta, "z": delta / math.sqrt(variance)})
    return rows


tables = [
    [[1, 0], [0, 1]],
    [[10, 20, 70], [30, 30, 40]],
    [[5, 0, 3, 2, 0], [0, 0, 1, 7, 4]],
    [[1000, 1], [999, 2]],
]
train, test = words("gsm8k-train", "question"), words("gsm8k-test", "question")
y_i, y_j = [700, 40, 0, 90, 3, 0, 167], [2000, 60, 30, 90, 4, 0, 16]
print(json.dumps({
    "divergences": [
        {"dataset": p, "reference": q, "bits": float(jensenshannon(p, q, base=2) ** 2)} for p, q in tables
    ],
    "gsm8k": {
        "trainTestQuestion": divergence(train, test),
        "trainQuestionAnswer": divergence(train, words("gsm8k-train", "answer")),
    },
    "logOdds": {
        "dataset": y_i, "datasetTotal": sum(y_i), "reference": y_j, "referenceTotal": sum(y_j) + 100,
        "ratios": z_scores(y_i, sum(y_i), y_j, sum(y_j) + 100),
    },
    "normalQuantiles": [
        {"p": p, "quantile": float(norm.ppf(p))} for p in (1e-300, 1e-20, 1e-6, 0.0249, 0.3, 0.5, 0.77, 0.975, 1 - 1e-9)
    ],
}))
