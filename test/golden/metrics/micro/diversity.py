"""Values of cshaib/diversity on GSM8K train, of EAD and of the Zipf slope, apart from Strata's code. Run: python3 diversity.py DATA

N-gram diversity and self-repetition follow the package's ngram_diversity_score(data, 4) and self_repetition_score(data);
EAD the formula in lsy641/Expectation-Adjusted-Distinct, in 60 digits; the Zipf slope is the root of the likelihood's
derivative by bisection.
"""
import json, math, re, sys
from collections import Counter
from decimal import Decimal, getcontext

getcontext().prec = 60
rows = [json.loads(line) for line in open(sys.argv[1] + '/gsm8k-train.jsonl')]
ngrams = lambda words, n: list(zip(*[words[i:] for i in range(n)]))

for field in ('question', 'answer'):
    docs = [row[field] for row in rows]
    words = ' '.join(docs).split(' ')
    print(field, 'NGD', sum(len(set(ngrams(words, n))) / len(ngrams(words, n)) for n in range(1, 5)))
    sets = [set(ngrams(doc.split(), 4)) for doc in docs]
    df = Counter(gram for grams in sets for gram in grams)
    print(field, 'SRS4', sum(math.log(sum(df[g] - 1 for g in s) + 1) for s in sets) / len(docs))

def ead(types, tokens, vocabulary):
    v = Decimal(vocabulary)
    return float(types / (v * (1 - ((v - 1) / v) ** tokens)))

for case in ((4, 7, 5), (11949, 342680, 199998), (1, 1, 199998), (300, 100000, 300)):
    print('EAD', case, ead(*case))

def slope(counts):
    counts = sorted(counts, reverse=True)
    logs = [math.log(rank) for rank in range(1, len(counts) + 1)]
    observed = sum(c * l for c, l in zip(counts, logs)) / sum(counts)
    low, high = -5.0, 60.0
    for _ in range(200):
        middle = (low + high) / 2
        weights = [math.exp(-middle * l) for l in logs]
        if sum(w * l for w, l in zip(weights, logs)) / sum(weights) > observed: low = middle
        else: high = middle
    return -middle

words = Counter(w for row in rows for w in re.findall('[a-z0-9]+', row['question'].lower()))
for counts in ([100, 50, 33, 25, 20], [3, 2, 1, 1], [1000] + 50 * [1], [7, 7, 7], list(words.values())):
    print('Zipf', counts[:5], len(counts), slope(counts))
print('hapax share', sum(c == 1 for c in words.values()) / len(words))
