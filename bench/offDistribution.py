# AUROC of the shipped off-distribution score beside other detectors, on the same rows and embeddings:
#   node bench/run.mjs offDistribution DATA examples /tmp/off && python3 bench/offDistribution.py /tmp/off
# Needs scikit-learn.
import json
import pathlib
import sys

import numpy as np
from sklearn.ensemble import IsolationForest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import roc_auc_score
from sklearn.neighbors import LocalOutlierFactor, NearestNeighbors
from sklearn.preprocessing import normalize


def local_outlier(rows):
    return -LocalOutlierFactor(n_neighbors=20).fit(rows).negative_outlier_factor_


def isolation(rows):
    return -IsolationForest(random_state=0).fit(rows).score_samples(rows)


def mean_distance(rows):
    return NearestNeighbors(n_neighbors=11).fit(rows).kneighbors(rows)[0][:, 1:].mean(axis=1)


for path in sorted(pathlib.Path(sys.argv[1]).glob("*.json")):
    case = json.loads(path.read_text())
    truth = np.array(case["truth"])
    vectors = np.fromfile(path.with_suffix(".f32"), dtype=np.float32)
    # Rows of unit length: Euclidean neighbours are those of the cosine.
    vectors = normalize(vectors.reshape(len(truth), -1))
    tfidf = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(case["texts"])
    scores = {
        "Strata": -np.array(case["scores"]),
        "mean distance, 10 nearest, embeddings": mean_distance(vectors),
        "LOF, embeddings": local_outlier(vectors),
        "isolation forest, embeddings": isolation(vectors),
        "LOF, TF-IDF": local_outlier(tfidf),
        "isolation forest, TF-IDF": isolation(tfidf),
    }
    print(f"{case['name']}: {len(truth)} rows, {truth.sum()} strangers")
    for method, score in scores.items():
        print(f"  {method}: {roc_auc_score(truth, score):.3f}")
