# Writes labelVotes.json, the reference values of the test beside it: python3 labelVotes.py > labelVotes.json
# Made with Python 3.11 and numpy 2.4. Votes of the ten nearest different rows, each with the square of its cosine; the threshold of
# a label is the mean share that its rows give it (Northcutt, Jiang & Chuang 2021, over neighbours instead of a model).
import json

import numpy as np

rng = np.random.default_rng(20261130)
NEIGHBOURS, LEAST_SHARE, LEAST_ROWS, LEAST_KNOWLEDGE = 10, 0.05, 10, 0.5

centres = rng.integers(-65, 66, size=(4, 16))
labels = np.repeat(np.arange(4), [60, 50, 70, 6])
rows = centres[labels] + rng.integers(-60, 61, size=(len(labels), 16))
rows[80] = rows[60]
order = rng.permutation(len(labels))
rows, labels = rows[order], labels[order]
wrong = rng.choice(len(labels), size=14, replace=False)
labels[wrong] = (labels[wrong] + rng.integers(1, 3, size=len(wrong))) % 3
labels[rng.choice(len(labels), size=5, replace=False)] = -1

unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
cosines = unit @ unit.T
first = np.array([next(other for other in range(row + 1) if (rows[other] == rows[row]).all()) for row in range(len(rows))])
different = np.unique(first)
shares = []
for row in range(len(rows)):
    candidates = [other for other in different if other != first[row]]
    nearest = sorted(candidates, key=lambda other: -cosines[row, other])[:NEIGHBOURS]
    voters = [other for other in nearest if labels[other] >= 0]
    weights = np.maximum(0, cosines[row, voters]) ** 2
    shares.append((voters, [float(weights[labels[voters] == label].sum() / weights.sum()) for label in range(4)]))

known = [label for label in range(4) if (labels == label).sum() >= LEAST_ROWS]
mean = {label: np.mean([shares[row][1][label] for row in np.flatnonzero(labels == label)]) for label in known}
for label in known[:]:
    chance = (labels == label).sum() / (labels >= 0).sum()
    if (mean[label] - chance) / (1 - chance) < LEAST_KNOWLEDGE:
        known.remove(label)
votes = []
for row, (voters, of) in enumerate(shares):
    label = int(labels[row])
    if label not in known or of[label] >= LEAST_SHARE:
        continue
    other = max((each for each in range(4) if each != label), key=lambda each: of[each])
    if other in known and of[other] >= mean[other]:
        nearest = next(int(voter) for voter in voters if labels[voter] == other)
        votes.append({"row": row, "label": label, "otherLabel": other, "labelShare": of[label], "otherLabelShare": of[other], "nearestRow": nearest})
print(json.dumps({"rows": rows.tolist(), "labels": labels.tolist(), "votes": votes, "changed": sorted(map(int, wrong))}))
