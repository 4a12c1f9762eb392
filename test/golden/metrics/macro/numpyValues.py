# Writes numpyValues.json, the reference values of the tests beside it: python3 numpyValues.py > numpyValues.json
# Made with Python 3.11 and numpy 2.4 (numpy.linalg.eigvalsh is LAPACK's dsyevd).
import json

import numpy as np

rng = np.random.default_rng(20250501)
symmetric = rng.integers(-9, 10, size=(8, 8)).astype(float)
symmetric = symmetric + symmetric.T

rows = rng.integers(-127, 128, size=(7, 16)).astype(float)
unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
kernel = unit @ unit.T
shares = np.linalg.eigvalsh(kernel / len(rows))
shares = shares[shares > 1e-12]


def vendi(order):
    if order == 1:
        return float(np.exp(-(shares * np.log(shares)).sum()))
    if order == "infinity":
        return float(1 / shares.max())
    return float((shares**order).sum() ** (1 / (1 - order)))


pairs = np.triu_indices(len(rows), 1)
values = [3, 1, 4, 1.5, 5, 9, 2.6, 5.3, 5.8]
print(
    json.dumps(
        {
            "symmetric": symmetric.astype(int).flatten().tolist(),
            "eigenvalues": np.linalg.eigvalsh(symmetric).tolist(),
            "rows": rows.astype(int).tolist(),
            "vendiScores": [[order, vendi(order)] for order in (0.5, 1, 2, "infinity")],
            "meanCosineDistance": float((1 - kernel[pairs]).mean()),
            "values": values,
            "quartiles": np.quantile(values, [0.25, 0.5, 0.75]).tolist(),
        },
        indent=1,
    )
)
