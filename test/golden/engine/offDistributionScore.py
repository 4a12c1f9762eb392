# Writes offDistributionScore.json, the reference values of the test beside it: python3 offDistributionScore.py > offDistributionScore.json
# Made with Python 3.11 and numpy 2.4. The whole off-distribution score as docs/report.md has it ("In full …"), from texts and vectors: distances
# to the five nearest rows, surprise under a bigram model of all other rows, both against what is usual, their sum and its tail.
# Every word is one token of o200k_base with the space before it, so that tokens are words here.
import json
from collections import Counter, defaultdict
from math import ceil, log, log2, sqrt

import numpy as np

rng = np.random.default_rng(20261201)
ROWS, NUMBERS, TOPICS, RATE, VOCABULARY, SIGNIFICANT = 240, 8, 4, 0.08, 200_000, 6
WORDS = (
    "time people water house school money story music world family night country morning problem number group question power place right "
    "point week company system program work part case hand eye life day man child government fact month lot book job word business issue "
    "side kind head service friend father hour game line end member law car city community name president team minute idea body"
).split()
ODD_WORDS = "winter river garden coffee bridge".split()
RARE_WORDS = "doctor summer window market forest".split()

topic_words = [rng.permutation(WORDS) for _ in range(TOPICS)]
centres = rng.normal(size=(TOPICS, NUMBERS))
topics = rng.integers(0, TOPICS, ROWS)
vectors = centres[topics] + rng.normal(size=(ROWS, NUMBERS)) * rng.choice([0.3, 0.8], ROWS)[:, None]
strangers = rng.choice(ROWS, size=12, replace=False)
vectors[strangers[:8]] = rng.normal(size=(8, NUMBERS))
vectors = vectors.round(3)


def words_of(row):
    length = rng.integers(6, 40)
    if row in strangers[4:]:
        return [str(word) for word in rng.choice(WORDS, length)] + [str(word) for word in rng.choice(ODD_WORDS, 4)]
    # Log-uniform ranks are Zipf-distributed with exponent 1.
    ranks = np.floor(np.exp(rng.random(length) * np.log(len(WORDS)))).astype(int) - 1
    return [str(topic_words[topics[row]][rank]) for rank in ranks]


texts = [words_of(row) for row in range(ROWS)]
for place, word in enumerate(RARE_WORDS):
    for row in rng.choice(ROWS, size=1 + place % 3, replace=False):
        texts[row].append(word)
assert len({" ".join(text) for text in texts}) == ROWS


def pairs_of(text):
    return list(zip([None, *text], text))


def discount(counts):
    once, twice = (sum(count == times for count in counts.values()) for times in (1, 2))
    assert once
    return once / (once + 2 * twice)


counts = Counter(word for text in texts for word in text)
pairs = Counter(pair for text in texts for pair in pairs_of(text))
word_discount, pair_discount = discount(counts), discount(pairs)


def surprise_of(text):
    others, other_pairs = counts - Counter(text), pairs - Counter(pairs_of(text))
    after, followers = Counter(), defaultdict(int)
    for (before, _), count in other_pairs.items():
        after[before] += count
        followers[before] += 1

    def of_word(word):
        return (max(others[word] - word_discount, 0) + word_discount * len(others) / VOCABULARY) / others.total()

    def of_pair(before, word):
        if not after[before]:
            return of_word(word)
        own = max(other_pairs[before, word] - pair_discount, 0)
        return (own + pair_discount * followers[before] * of_word(word)) / after[before]

    return np.mean([-log2(of_pair(*pair)) for pair in pairs_of(text)])


surprise = np.array([surprise_of(text) for text in texts])
stored = np.round(vectors * 127 / np.abs(vectors).max(axis=1, keepdims=True))
unit = stored / np.linalg.norm(stored, axis=1, keepdims=True)
cosines = unit @ unit.T
np.fill_diagonal(cosines, -np.inf)
distance = 1 - np.sort(cosines, axis=1)[:, -5:].mean(axis=1)


def quantile(values, p):
    return np.sort(values)[ceil(p * len(values)) - 1]


def share_as_high(values, value):
    return ((values > value).sum() + 0.5 * (values == value).sum()) / len(values)


def resistant_line(x, y):
    third = ceil(len(x) / 3)
    lower, upper = x <= np.sort(x)[third - 1], x >= np.sort(x)[-third]
    start, end = np.median(x[lower]), np.median(x[upper])
    line = (np.median(y[upper]) - np.median(y[lower])) * (np.clip(x, start, end) - start) / (end - start)
    return line + np.median(y - line)


def tail_surprise(z):
    high, middle = quantile(z, 0.9), quantile(z, 0.5)
    shares = np.array([share_as_high(z, value) for value in z])
    beyond = log(10) + (z - high) / max(0.25, (high - middle) / log(5))
    return np.where(z > high, beyond, -np.log(np.maximum(0.1, shares)))


usual_distance = np.full(ROWS, np.median(distance))
far = tail_surprise((distance - usual_distance) / max(0.01, np.median(np.abs(distance - usual_distance))))
lengths = np.log1p([len(text) for text in texts])
usual_surprise = resistant_line(lengths, surprise)
spread = resistant_line(lengths, np.abs(surprise - usual_surprise))
odd = tail_surprise((surprise - usual_surprise) / np.maximum(0.1, spread))

unlimited = 3 * far + odd
sums = 3 * np.where(distance < 0.25, np.minimum(far, log(2)), far) + odd
u = quantile(unlimited, 0.75)
m, f = u - quantile(unlimited, 0.5), quantile(unlimited, 0.875) - u
shape = max(1e-6, log2(f / m) + sqrt(3) / (4 * log(2) ** 2 * sqrt(ROWS / 8)))
scale = max(1, m * shape / (1 - 2**-shape))

flagged = []
for row in range(ROWS):
    if sums[row] <= u:
        continue
    share = 0.25 * (1 + shape * (sums[row] - u) / scale) ** (-1 / shape)
    least = min(log(20), max(far[row], odd[row]))
    evidence = []
    if far[row] >= least and distance[row] >= 0.25:
        evidence.append(("far-from-all", distance[row], usual_distance[row]))
    if odd[row] >= least:
        evidence.append(("odd-wording", surprise[row], usual_surprise[row]))
    if share <= RATE and evidence:
        figures = [{"code": code, "value": float(f"{value:.{SIGNIFICANT}g}"), "typical": float(f"{typical:.{SIGNIFICANT}g}")} for code, value, typical in evidence]
        flagged.append({"line": row + 1, "score": float(f"{share:.{SIGNIFICANT}g}"), "evidence": figures})
flagged.sort(key=lambda flag: flag["score"])

records = [{"text": " " + " ".join(text), "vector": vector} for text, vector in zip(texts, vectors.tolist())]
print(json.dumps({"falsePositiveRate": RATE, "records": records, "flagged": flagged}))
