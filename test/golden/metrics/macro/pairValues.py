# Writes pairValues.json, the reference values of the test beside it: python3 pairValues.py > pairValues.json
# The two reference programs, restated in numpy: novelsum.py and utils.py of UmeanNever/NovelSum (a search in an exact
# Euclidean index is a sort here), dcscore_function.py of BlueWhaleLab/DCScore (kernel "cs"; torch's softmax is written out).
# Made with Python 3.11 and numpy 2.4.
import json

import numpy as np

rng = np.random.default_rng(20250502)
centres = rng.integers(-90, 91, size=(5, 16))
rows = np.vstack([centre + rng.integers(-30, 31, size=(6, 16)) for centre in centres])
rows[7] = rows[2]
rows[29] = rows[28]
rows = rows.astype(float)
unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
distances = 1 - unit @ unit.T
np.fill_diagonal(distances, 0)


def local_density(reference, queries, neighbours, power):
    reference = np.unique(reference, axis=0)
    squared = ((queries[:, None, :] - reference[None, :, :]) ** 2).sum(axis=2)
    # The first neighbour is the query itself.
    nearest = np.sort(squared, axis=1)[:, 1 : neighbours + 1]
    return 1 / (nearest.mean(axis=1) + 1e-9) ** power


def novelsum(density_power, neighbours=10, distance_power=1):
    densities = local_density(unit, unit, neighbours, density_power)
    weights = 1 / np.arange(1, len(unit) + 1) ** float(distance_power)
    novelty = [np.average(np.sort(row), weights=weights) for row in distances * densities[:, None]]
    return float(np.mean(novelty))


def dcscore(tau):
    scaled = np.exp(unit @ unit.T / tau)
    return float(np.diag(scaled / scaled.sum(axis=1, keepdims=True)).sum())


others = distances + np.diag(np.full(len(unit), np.inf))
print(
    json.dumps(
        {
            "rows": rows.astype(int).tolist(),
            "densityWeighted": novelsum(0.5),
            "proximityWeighted": novelsum(0),
            "dcScores": [[tau, dcscore(tau)] for tau in (0.05, 0.1, 1)],
            "meanNearestDistance": float(others.min(axis=1).mean()),
        },
        indent=1,
    )
)
