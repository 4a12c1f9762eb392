# Writes combinedValues.json, the reference values of the test beside it: python3 combinedValues.py > combinedValues.json
# The combined objective of docs/select.md in plain Python: every row is looked at for every pick, by exact fractions. An aim counts
# in shares of what there is to gain by it alone: the greedy choice by it over the first rows in the order of the candidates.
# Made with Python 3.11.
import json
import random
from fractions import Fraction

rng = random.Random(20261130)
ROWS, SIZE = 60, 15


def kinds_of_rows(kinds, most):
    return [sorted(set(rng.choices(range(kinds), [1 / (1 + k) for k in range(kinds)], k=rng.randint(0, most)))) for _ in range(ROWS)]


fields = [
    {"level": "macro", "rows": kinds_of_rows(9, 1)},
    {"level": "macro", "rows": kinds_of_rows(7, 1)},
    {"level": "meso", "rows": kinds_of_rows(14, 3)},
    {"level": "micro", "rows": kinds_of_rows(40, 12)},
]
lengths = [rng.randint(0, 16) for _ in range(ROWS)]  # sixteenths
weights = {"macro": 1, "meso": 2, "micro": 1, "length": -1}
order = rng.sample(range(ROWS), ROWS)


def evenly(rows):
    """The n-th chosen row of a kind is worth 1 / n."""
    return lambda chosen, row: sum((Fraction(1, 1 + sum(kind in rows[other] for other in chosen)) for kind in rows[row]), Fraction(0))


def shortness(chosen, row):
    return 1 - Fraction(lengths[row], 16)


def greedy(gain):
    chosen, gains = [], []
    while len(chosen) < SIZE:
        left = [row for row in order if row not in chosen]
        best = max(left, key=lambda row: gain(chosen, row))  # of equals the first
        gains.append(gain(chosen, best))
        chosen.append(best)
    return chosen, gains


def room(gain):
    first = sum(gain(order[:at], order[at]) for at in range(SIZE))
    return sum(greedy(gain)[1]) - first


aims = [(Fraction(weights[field["level"]], sum(other["level"] == field["level"] for other in fields)), evenly(field["rows"])) for field in fields]
aims.append((Fraction(-weights["length"]), shortness))
scaled = [(weight / room(gain), gain) for weight, gain in aims]
chosen, gains = greedy(lambda before, row: sum(scale * gain(before, row) for scale, gain in scaled))
print(
    json.dumps(
        {
            "fields": fields,
            "lengths": [length / 16 for length in lengths],
            "weights": weights,
            "order": order,
            "rows": chosen,
            "gains": [float(gain) for gain in gains],
        }
    )
)
