# Judges the topics that bench/topics.ts found against human intents, beside other methods; prints bench/topics.md:
#   node bench/run.mjs topics ../shared/data /tmp/topics.json && python3 bench/topics.py /tmp/topics.json > bench/topics.md
# Needs scikit-learn 1.2 or later; HDBSCAN from 1.3 on.
import json
import sys

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, v_measure_score
from sklearn.preprocessing import normalize

try:
    from sklearn.cluster import HDBSCAN
except ImportError:
    HDBSCAN = None


def k_means(rows, k):
    return KMeans(n_clusters=k, n_init=2, random_state=1).fit_predict(rows)


def line(method, truth, found, topics):
    inside = found >= 0
    figures = [
        v_measure_score(truth, found),
        adjusted_rand_score(truth, found),
        v_measure_score(truth[inside], found[inside]),
        adjusted_rand_score(truth[inside], found[inside]),
    ]
    shown = " | ".join(f"{100 * figure:.1f}" for figure in figures)
    print(f"| {method} | {topics} | {100 * (1 - inside.mean()):.1f} % | {shown} |")


print(
    f"""# Topics against human intents

Made by `bench/topics.ts` and `bench/topics.py` with scikit-learn {sklearn.__version__}; figures × 100. The intents are what people wrote the texts
for; no method sees them. Strata chooses the number of topics itself and leaves rows without a topic; k-means is told a number.
_All rows_ counts the rows without a topic as one group; _rows in a topic_ leaves them out.
TF-IDF: words and pairs of words in at least two rows, sublinear counts. k-means: best of two starts. HDBSCAN finds its own number.
Topics are found on 6,144 different rows, which their content chooses."""
)
for task in json.load(open(sys.argv[1])):
    names, truth = np.unique(task["truth"], return_inverse=True)
    topics = np.array(task["found"])
    found = topics.max() + 1
    vectors = normalize(np.array(task["vectors"], dtype=np.float32))
    tfidf = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True).fit_transform(task["texts"])
    print(f"\n## {task['file']}: {len(truth):,} rows, {len(names)} intents\n")
    print("| method | topics | without | V, all rows | ARI, all rows | V, rows in a topic | ARI, rows in a topic |")
    print("| --- | --: | --: | --: | --: | --: | --: |")
    line("**Strata**", truth, topics, found)
    for k, why in ((found, "Strata's number"), (len(names), "the true number")):
        line(f"k-means on TF-IDF, {why}", truth, k_means(tfidf, k), k)
        line(f"k-means on Strata's embeddings, {why}", truth, k_means(vectors, k), k)
    if HDBSCAN:
        # Density says little in 512 dimensions: reduced, as is usual for it.
        reduced = PCA(32, random_state=1).fit_transform(vectors)
        for smallest in (10, 25):
            labels = HDBSCAN(min_cluster_size=smallest, n_jobs=1, copy=True).fit_predict(reduced)
            line(f"HDBSCAN on Strata's embeddings (32 components), ≥ {smallest} rows", truth, labels, labels.max() + 1)
    order = adjusted_rand_score(topics, np.array(task["shuffled"]))
    print(f"\nAdjusted Rand index with the topics of the rows in another order: {100 * order:.1f}.")
    sys.stdout.flush()
