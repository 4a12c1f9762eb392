# Bits of surprise by the formulas in wordingModel.ts, on counts made anew for each row without it: no incremental counts,
# no hashing. python3 wordingModel.py > wordingModel.json
import json, math, random
from collections import Counter

V, START = 200_000, -1
random.seed(3)
rows = [[[random.choice([1, 2, 3, 5, 8]) for _ in range(random.randint(0, 7))] for _ in range(2)] for _ in range(12)]
rows[4] = [[1, 2, 3, 199_999], [70_000, 1]]
rows[7] = rows[8]


def discount(counts):
    once = sum(1 for c in counts if c == 1)
    twice = sum(1 for c in counts if c == 2)
    return once / (once + 2 * twice) if once else 0.5


def counts_of(rows):
    unigrams, bigrams, contexts = Counter(), Counter(), Counter()
    for row in rows:
        for text in row:
            context = START
            for token in text:
                unigrams[token] += 1
                bigrams[context, token] += 1
                contexts[context] += 1
                context = token
    return unigrams, bigrams, contexts


all_unigrams, all_bigrams, _ = counts_of(rows)
D, D1 = discount(all_bigrams.values()), discount(all_unigrams.values())
expected = []
for left_out in range(len(rows)):
    unigrams, bigrams, contexts = counts_of(rows[:left_out] + rows[left_out + 1 :])
    followers = Counter(context for context, _ in bigrams)
    bits = []
    for text in rows[left_out]:
        context = START
        for token in text:
            p = (max(unigrams[token] - D1, 0) + D1 * len(unigrams) / V) / sum(unigrams.values())
            if contexts[context]:
                p = (max(bigrams[context, token] - D, 0) + D * followers[context] * p) / contexts[context]
            bits.append(round(-math.log2(p), 5))
            context = token
    expected.append(bits)
print(json.dumps({"rows": rows, "bits": expected}))
