# Writes rowValues.json, the reference values of the test beside it: python3 rowValues.py > rowValues.json
# Made with Python 3.11 and numpy 2.4.
import json
import math

import numpy as np

rng = np.random.default_rng(20261124)


def rows_of(count, shift):
    rows = np.clip(np.round(30 * (rng.normal(size=(count, 16)) + shift)), -127, 127).astype(int)
    rows[0, 0] = 127  # the grid of 8 bits is then the integers
    return rows


def squared_distances(a, b):
    return ((a[:, None, :] - b[None, :, :]) ** 2).sum(axis=2)


def prdc(real, fake, k):
    """The reference formula: radii to the k-th neighbour besides oneself, strict comparisons."""
    real_radii = np.sort(squared_distances(real, real), axis=1)[:, k]
    fake_radii = np.sort(squared_distances(fake, fake), axis=1)[:, k]
    cross = squared_distances(real, fake)
    inside_real = cross < real_radii[:, None]
    return {
        "precision": float(inside_real.any(axis=0).mean()),
        "recall": float((cross < fake_radii[None, :]).any(axis=1).mean()),
        "density": float(inside_real.sum(axis=0).mean() / k),
        "coverage": float((cross.min(axis=1) < real_radii).mean()),
    }


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def mmd(x, y):
    """Unbiased MMD² with exp(-cosine distance / its median over pairs of the pooled rows)."""
    z = unit(np.vstack([x, y]))
    distances = 1 - z @ z.T
    bandwidth = float(np.median(distances[np.triu_indices(len(z), 1)]))
    kernel = np.exp(-distances / bandwidth)
    n, m = len(x), len(y)
    xx, yy, xy = kernel[:n, :n], kernel[n:, n:], kernel[:n, n:]
    value = (xx.sum() - np.trace(xx)) / (n * (n - 1)) + (yy.sum() - np.trace(yy)) / (m * (m - 1)) - 2 * xy.mean()
    return {"discrepancy": float(value), "bandwidth": bandwidth}


def kl(p, q):
    return sum(a * math.log(a / b) for a, b in zip(p, q) if a > 0)


def mauve(p, q, c=5, points=25):
    """Pillutla et al. (2021), plain Python: the frontier by either axis, the mean of both areas by trapezoids."""
    p, q = [a / sum(p) for a in p], [b / sum(q) for b in q]
    curve = [(1.0, 0.0), (0.0, 1.0)]
    for step in range(points):
        w = 1e-6 + (1 - 2e-6) * step / (points - 1)
        r = [w * a + (1 - w) * b for a, b in zip(p, q)]
        curve.append((math.exp(-c * kl(q, r)), math.exp(-c * kl(p, r))))

    def area(curve):
        ordered = sorted(curve)
        return sum((x2 - x1) * (y1 + y2) / 2 for (x1, y1), (x2, y2) in zip(ordered, ordered[1:]))

    return (area(curve) + area([(y, x) for x, y in curve])) / 2


def outside(rows, others):
    """Rows at least as far from the other file as its row at the place ceil(.99 (n + 1)) of n, nearest first, is from the nearest
    different row of its own file: where there are fewer than 100, its furthest one. Copies in the other file are not ranked."""
    rows, others = unit(rows), unit(others)
    own = 1 - others @ others.T
    own[own < 1e-9] = np.inf
    usual = own.min(axis=1)
    limit = np.sort(usual)[min(len(usual), math.ceil(0.99 * (len(usual) + 1))) - 1]
    distances = np.maximum(0, 1 - (rows @ others.T).max(axis=1))
    order = [int(row) for row in np.argsort(-distances, kind="stable") if distances[row] > 1e-9]
    return {
        "distances": np.round(distances, 7).tolist(), "otherDistances": np.round(usual, 7).tolist(),
        "limit": float(limit), "outside": int((distances >= limit).sum()), "ranked": order,
    }


def mauve_of_divisions(p, q, divisions=4000):
    """The mean and standard deviation of MAUVE where the rows of both histograms are divided at random."""
    rows = np.repeat(np.arange(len(p)), np.add(p, q))
    values = []
    for _ in range(divisions):
        rows = rng.permutation(rows)
        counts = [np.bincount(half, minlength=len(p)).tolist() for half in (rows[: sum(p)], rows[sum(p) :])]
        values.append(mauve(*counts))
    return {"mean": float(np.mean(values)), "deviation": float(np.std(values))}


a, b = rows_of(30, 0), rows_of(40, 0.4)
histograms = [
    [[0.5, 0.3, 0.2], [0.5, 0.3, 0.2]],
    [[5, 3, 2], [2, 3, 5]],
    [[10, 0, 3, 7], [0, 9, 3, 8]],
    [[1, 0], [0, 1]],
    [[90, 5, 5, 0], [80, 10, 9, 1]],
]
# Ten different rows in many copies: with a bin for ten rows of 100 the bins are the different rows.
copies = [[20, 15, 5, 10, 10, 10, 10, 10, 5, 5], [5, 5, 20, 10, 10, 0, 25, 5, 15, 5]]
# A file of 130 rows, 20 of them copies, and one of 60 rows further out, 4 of them copies of the first.
many, few = rows_of(130, 1), rows_of(60, 0.3)
many[100:120] = many[:20]
few[:4] = many[:4]
print(json.dumps({
    "real": a.tolist(), "generated": b.tolist(),
    "euclidean": [{"k": k, **prdc(a, b, k)} for k in (1, 3, 5)],
    "cosine": [{"k": k, **prdc(unit(a), unit(b), k)} for k in (1, 3, 5)],
    "mmd": mmd(a, b),
    "mauve": [{"dataset": p, "reference": q, "mauve": mauve(p, q)} for p, q in histograms],
    "copies": {
        "rows": rows_of(10, 0).tolist(), "dataset": copies[0], "reference": copies[1],
        "mauve": mauve(*copies), "divisions": mauve_of_divisions(*copies),
    },
    "outside": [outside(few, many), outside(many, few)],
}))
