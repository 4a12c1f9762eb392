/** Fisher–Yates with a fixed seed; the argument is left as it is. */
export function shuffled(items) {
  const result = items.slice();
  let state = 1;
  for (let i = result.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 4_294_967_296) * (i + 1));
    [result[i], result[j]] = [result[j], result[i]];
  }
  return result;
}

/** Spearman's rank correlation, ties by mean rank. */
export function spearman(x, y) {
  const a = ranks(x);
  const b = ranks(y);
  const mean = (x.length - 1) / 2;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < x.length; i++) {
    ab += (a[i] - mean) * (b[i] - mean);
    aa += (a[i] - mean) ** 2;
    bb += (b[i] - mean) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** Area under the receiver operating characteristic: the Mann–Whitney statistic over all pairs. */
export function auroc(scores, isPositive) {
  const rank = ranks(scores);
  const positives = isPositive.filter(Boolean).length;
  const sum = rank.reduce((total, r, i) => total + (isPositive[i] ? r : 0), 0);
  return (sum - (positives * (positives - 1)) / 2) / (positives * (scores.length - positives));
}

function ranks(values) {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let k = from; k <= to; k++) result[order[k]] = (from + to) / 2;
    from = to + 1;
  }
  return result;
}
