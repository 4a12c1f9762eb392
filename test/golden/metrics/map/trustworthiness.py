# Trustworthiness of a layout by scikit-learn 1.9.1, cosine distance, k = 5 and 10. Run once: python3 trustworthiness.py > trustworthiness.json
# (values are rounded as the program's 8-bit vectors and 32-bit positions are).
import json

import numpy as np
from sklearn.manifold import trustworthiness

generator = np.random.default_rng(7)
vectors = generator.integers(-127, 128, size=(60, 16))
positions = np.round(vectors[:, :2] / 127 + generator.normal(0, 0.2, size=(60, 2)), 4).astype(np.float32)
values = {
    str(k): trustworthiness(vectors.astype(float), positions, n_neighbors=k, metric='cosine') for k in (5, 10)
}
print(json.dumps({'vectors': vectors.tolist(), 'positions': positions.astype(float).tolist(), 'values': values}))
