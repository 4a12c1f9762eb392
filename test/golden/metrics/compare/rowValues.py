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


a, b = rows_of(30, 0), rows_of(40, 0.4)
histograms = [
    [[0.5, 0.3, 0.2], [0.5, 0.3, 0.2]],
    [[5, 3, 2], [2, 3, 5]],
    [[10, 0, 3, 7], [0, 9, 3, 8]],
    [[1, 0], [0, 1]],
    [[90, 5, 5, 0], [80, 10, 9, 1]],
]
print(json.dumps({
    "real": a.tolist(), "generated": b.tolist(),
    "euclidean": [{"k": k, **prdc(a, b, k)} for k in (1, 3, 5)],
    "cosine": [{"k": k, **prdc(unit(a), unit(b), k)} for k in (1, 3, 5)],
    "mmd": mmd(a, b),
    "mauve": [{"dataset": p, "reference": q, "mauve": mauve(p, q)} for p, q in histograms],
}))
