# Writes greedyValues.json, the reference values of the test beside it: python3 greedyValues.py > greedyValues.json
# NovelSelect restates novelselect.py of UmeanNever/NovelSum in numpy, in full precision, with the first row fixed and rows that
# are chosen left out. Facility location and k-centre are the plain greedy algorithms, which evaluate every row at every pick.
# Made with Python 3.11 and numpy 2.4.
import json

import numpy as np

PICKS = 12
rng = np.random.default_rng(20250524)
centres = rng.integers(-90, 91, size=(6, 16))
rows = np.vstack([centre + rng.integers(-40, 41, size=(8, 16)) for centre in centres])
unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
cosines = unit @ unit.T
count = len(rows)


def novelselect(first, neighbours=10, density_power=0.5):
    squared = ((unit[:, None, :] - unit[None, :, :]) ** 2).sum(axis=2)
    nearest = np.sort(squared, axis=1)[:, 1 : neighbours + 1]
    density = 1 / (nearest.mean(axis=1) + 1e-9) ** density_power
    chosen, gains = [first], [0.0]
    while len(chosen) < PICKS:
        weighted = (1 - cosines[:, chosen]) * (density[:, None] + density[chosen][None, :])
        ranks = np.arange(1, len(chosen) + 1)
        novelty = (np.sort(weighted, axis=1) / ranks).mean(axis=1)
        novelty[chosen] = -np.inf
        chosen.append(int(novelty.argmax()))
        gains.append(float(novelty.max()))
    return {"rows": chosen, "gains": gains}


def facility_location():
    similarity = np.maximum(cosines, 0)
    best, chosen, gains = np.zeros(count), [], []
    while len(chosen) < PICKS:
        gain = np.maximum(similarity - best[:, None], 0).sum(axis=0)
        gain[chosen] = -np.inf
        chosen.append(int(gain.argmax()))
        gains.append(float(gain.max()))
        best = np.maximum(best, similarity[:, chosen[-1]])
    return {"rows": chosen, "gains": gains}


def k_centre(first):
    chosen, gains, nearest = [first], [2.0], 1 - cosines[:, first]
    while len(chosen) < PICKS:
        left = nearest.copy()
        left[chosen] = -np.inf
        chosen.append(int(left.argmax()))
        gains.append(float(left.max()))
        nearest = np.minimum(nearest, 1 - cosines[:, chosen[-1]])
    return {"rows": chosen, "gains": gains}


print(
    json.dumps(
        {
            "rows": rows.tolist(),
            "novelSelect": novelselect(5),
            "facilityLocation": facility_location(),
            "kCentre": k_centre(5),
        }
    )
)
