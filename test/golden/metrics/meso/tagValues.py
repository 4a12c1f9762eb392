# Writes tagValues.json, the reference values of the test beside it: python3 tagValues.py > tagValues.json
# Made with Python 3.11 and scipy 1.17.
import itertools
import json
import math
import random
from collections import Counter

from scipy.stats import poisson

random.seed(20261130)
NAMES = ["ant", "bear", "cat", "deer", "eel", "fox", "goat", "hare", "ibis", "jay", "kite", "lynx"]
rows = []
for row in range(150):
    # Rarer from name to name; hares go with ants, a jay is never without a kite.
    tags = [name for rank, name in enumerate(NAMES) if random.random() < 0.5 / (1 + 0.5 * rank)] if row % 7 else []
    if "ant" in tags and random.random() < 0.6:
        tags.append("hare")
    if "jay" in tags:
        tags.append("kite")
    rows.append(sorted(set(tags)))

counts = Counter(name for tags in rows for name in tags)
together = Counter(pair for tags in rows for pair in itertools.combinations(tags, 2))
pairs = []
for (a, b), both in together.items():
    joint = both / len(rows)
    lift = joint / (counts[a] / len(rows) * counts[b] / len(rows))
    # Bouma (2009), over all rows.
    if both >= 5 and lift > 1:
        pairs.append({"names": [a, b], "rows": both, "lift": lift, "npmi": math.log(lift) / -math.log(joint)})
pairs.sort(key=lambda pair: -pair["npmi"])

mean = sum(counts.values()) / len(counts)
unusual = [
    {"name": name, "count": count, "expected": mean}
    for name, count in sorted(counts.items(), key=lambda item: -abs(item[1] - mean))
    if (poisson.sf(count - 1, mean) if count > mean else poisson.cdf(count, mean)) < 0.05 / len(counts)
]
print(json.dumps({
    "rows": rows, "pairs": pairs[:20],
    "over": [kind for kind in unusual if kind["count"] > mean], "under": [kind for kind in unusual if kind["count"] < mean],
}))
