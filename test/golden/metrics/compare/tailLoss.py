# Writes tailLoss.json, the reference values of the test beside it: python3 tailLoss.py > tailLoss.json
# Plain Python 3.11. Expected without loss: kinds of the class's rows of which a random division of all rows into two leaves none
# in the second; and of the first generation's kinds those that drawing its rows anew with replacement would leave out. Both exact;
# the larger counts. Its standard deviation from draw to draw is simulated.
import json
import math
import random
from statistics import pstdev

random.seed(20261130)
ROWS, KINDS = 120, 200
CLASSES = [(1, 1), (2, 2), (3, 5), (6, 20), (21, ROWS)]


def rows_of(kinds):
    # About 1 / rank.
    return [sorted({int(kinds ** random.random()) - 1 for _ in range(4)}) for _ in range(ROWS)]


def rows_with(rows):
    found = {}
    for row in rows:
        for kind in row:
            found[kind] = found.get(kind, 0) + 1
    return found


def simulated_division(first, later, fewest, most, _):
    rows = random.sample(first + later, 2 * ROWS)
    before, after = rows_with(rows[:ROWS]), rows_with(rows[ROWS:])
    return sum(fewest <= count <= most and kind not in after for kind, count in before.items())


def simulated_draw(first, _, fewest, most, before):
    after = rows_with(random.choices(first, k=ROWS))
    return sum(fewest <= count <= most and kind not in after for kind, count in before.items())


def loss(first, later):
    before, after, all_rows = rows_with(first), rows_with(later), rows_with(first + later)
    classes = []
    for fewest, most in CLASSES:
        kinds = [kind for kind, rows in before.items() if fewest <= rows <= most]
        divided = sum(
            math.comb(ROWS, rows) / math.comb(2 * ROWS, rows) for rows in all_rows.values() if fewest <= rows <= most
        )
        again = sum((1 - before[kind] / ROWS) ** ROWS for kind in kinds)
        ways = (divided, simulated_division) if divided > again else (again, simulated_draw)
        draws = [ways[1](first, later, fewest, most, before) for _ in range(1000)]
        if kinds:
            classes.append({
                "fewestRows": fewest, "kinds": len(kinds), "gone": sum(kind not in after for kind in kinds),
                "expectedGone": ways[0], "deviation": pstdev(draws),
            })
    return {"first": first, "later": later, "classes": classes}


print(json.dumps([loss(rows_of(KINDS), rows_of(KINDS)), loss(rows_of(KINDS), rows_of(20))]))
