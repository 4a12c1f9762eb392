# Writes classifierValues.json, the reference values of the test beside it: python3 classifierValues.py > classifierValues.json
# Made with Python 3.11, numpy 2.4, scipy 1.17 and scikit-learn 1.9.
import json

import numpy as np
from scipy.optimize import brentq
from sklearn.covariance import empirical_covariance, shrunk_covariance
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold

rng = np.random.default_rng(20261124)
dimensions = 16


def rows_of(count, shift):
    """Correlated rows in 8 bits, moved along one axis."""
    mixing = np.random.default_rng(7).normal(size=(dimensions, dimensions))
    rows = rng.normal(size=(count, dimensions)) @ mixing
    rows[:, 0] += shift
    return np.clip(np.round(8 * rows), -127, 127).astype(int)


def unit(rows):
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


few = rows_of(40, 0)
covariance = shrunk_covariance(empirical_covariance(unit(few)), 0.8)
centred = unit(few) - unit(few).mean(axis=0)
products = centred @ np.linalg.inv(covariance) @ centred.T

ours, theirs = rows_of(150, 5), rows_of(250, 0)
x = unit(np.vstack([ours, theirs]))
y = np.array([1] * len(ours) + [0] * len(theirs))
areas = []
for repeat in range(40):
    for train, test in StratifiedKFold(5, shuffle=True, random_state=repeat).split(x, y):
        model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=0.8).fit(x[train], y[train])
        areas.append(roc_auc_score(y[test], model.decision_function(x[test])))

scores = rng.integers(-4, 5, size=60)
positive = rng.integers(0, 2, size=60)


def newcombe(area, positives, negatives, deviation=0):
    """Method 5 of Newcombe (2006): the areas that lie 1.959964 of their own standard errors away. The variance is as many times
    larger as deviation² is larger than the variance that the Mann–Whitney statistic has where ranks are given at random."""
    times = max(1, deviation**2 / ((positives + negatives + 1) / (12 * positives * negatives)))
    half = (positives + negatives) / 2

    def excess(a):
        variance = a * (1 - a) * (1 + (half - 1) * ((1 - a) / (2 - a) + a / (1 + a))) * times / (positives * negatives)
        return (area - a) ** 2 - 1.959963984540054**2 * variance

    low = brentq(excess, 1e-12, area - 1e-12, xtol=1e-14) if area > 0 else 0.0
    high = brentq(excess, area + 1e-12, 1 - 1e-12, xtol=1e-14) if area < 1 else 1.0
    return {"area": area, "positives": positives, "negatives": negatives, "deviation": deviation, "low": low, "high": high}


print(json.dumps({
    "whitening": {"rows": few.tolist(), "products": products[:6, :6].tolist()},
    "classifier": {"dataset": ours.tolist(), "reference": theirs.tolist(), "area": float(np.mean(areas))},
    "area": {
        "scores": scores.tolist(), "positive": positive.tolist(),
        "area": float(roc_auc_score(positive, scores)),
    },
    "intervals": [newcombe(0.5, 20, 30), newcombe(0.83, 12, 300), newcombe(1.0, 25, 25), newcombe(0.995, 900, 1100),
                  newcombe(0.5, 10, 10, 0.207), newcombe(0.84, 12, 15, 0.1606)],
}))
