# Writes countValues.json, the reference values of the tests beside it: python3 countValues.py SHARED_DATA > countValues.json
# Plain Python 3.11 but for scipy 1.17, which gives the normal quantiles and the divergences of the small tables.
import json
import math
import re
import sys
from collections import Counter

from scipy.spatial.distance import jensenshannon
from scipy.special import ndtri_exp
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


def log_odds(y_i, n_i, y_j, n_j):
    """Monroe, Colaresi & Quinn (2008): posterior log-odds with the prior of both samples, worth a_0 counts.
    z from the one-sided hypergeometric probability, summed in whole numbers."""
    a_0 = min(500, n_i / 20, n_j / 20)
    rows = []
    for kind in range(len(y_i)):
        y, x = y_i[kind], y_j[kind]
        a = a_0 * (y + x) / (n_i + n_j)
        if a == 0:
            continue
        delta = math.log((y + a) / (n_i + a_0 - y - a)) - math.log((x + a) / (n_j + a_0 - x - a))
        rows.append({"kind": kind, "logOddsRatio": delta, "z": deviate(y, n_i, x, n_j)})
    return rows


def deviate(y, n, x, m):
    """y of n rows of one file and x of m rows of another have a kind."""
    k = x + y
    over = y * m >= x * n
    counts = range(y, min(k, n) + 1) if over else range(max(0, k - m), y + 1)
    ways = sum(math.comb(n, i) * math.comb(m, k - i) for i in counts)
    # math.log takes whole numbers of any size.
    log_p = math.log(ways) - math.log(math.comb(n + m, k))
    z = max(0.0, -float(ndtri_exp(log_p)))
    return z if over else -z


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
        "ratios": log_odds(y_i, sum(y_i), y_j, sum(y_j) + 100),
    },
    "deviates": [
        {"count": y, "rows": n, "otherCount": x, "otherRows": m, "z": deviate(y, n, x, m)}
        for y, n, x, m in (
            (94, 300, 58, 300), (0, 300, 111, 3000), (5, 300, 0, 3000), (10, 300, 300, 30000), (1, 2, 1, 2), (3, 10, 30, 100),
            (19000, 20000, 100, 20000), (0, 1, 0, 1), (9000, 20000, 9500, 20000), (4000, 4000, 0, 4000), (1, 1, 0, 100000),
        )
    ],
    "normalQuantiles": [
        {"p": p, "quantile": float(norm.ppf(p))} for p in (1e-300, 1e-20, 1e-6, 0.0249, 0.3, 0.5, 0.77, 0.975, 1 - 1e-9)
    ],
}))
