# Writes scipyValues.json, the reference values of the tests beside it: python3 scipyValues.py > scipyValues.json
# Made with Python 3.11, numpy 2.4 and scipy 1.17.
import json

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from scipy.stats import poisson

rng = np.random.default_rng(20261124)
size, cut = 40, 0.45
points = rng.normal(size=(size, 3))
points /= np.linalg.norm(points, axis=1, keepdims=True)
similarity = np.round(points @ points.T, 6)
np.fill_diagonal(similarity, 1)
distance = squareform(1 - similarity, checks=False)
labels = fcluster(linkage(distance, method="complete"), 1 - cut, criterion="distance")
smallest = [int(np.flatnonzero(labels == label)[0]) for label in labels]

tails = []
for count, mean in [(0, 0.5), (3, 0.2), (12, 4.5), (2, 14.0), (40, 40.5), (700, 500.0), (380, 500.0), (9000, 10000.0)]:
    tail = poisson.sf(count - 1, mean) if count > mean else poisson.cdf(count, mean)
    tails.append({"count": count, "mean": mean, "tail": float(tail)})

print(json.dumps({
    "completeLinkage": {
        "size": size,
        "cut": cut,
        "pairs": [[i, j, float(similarity[i, j])] for i in range(size) for j in range(i)],
        "smallest": smallest,
    },
    "poissonTails": tails,
}))
