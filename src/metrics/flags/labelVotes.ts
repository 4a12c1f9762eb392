/** The label that a row's neighbours speak for, where it is not the row's own. */
export interface LabelVote {
  readonly row: number;
  readonly label: number;
  readonly otherLabel: number;
  /** Share of the neighbours' votes for the row's own label and for the other one, 0–1. */
  readonly labelShare: number;
  readonly otherLabelShare: number;
  /** The nearest row that has the other label. */
  readonly nearestRow: number;
}

export interface LabelledNeighbours {
  /** [rows]: number of the row's label; −1 for a row without one, or with several. */
  readonly labels: Int32Array;
  /** [rows, k]: nearest rows, most similar first, −1 for none. */
  readonly neighbours: Int32Array;
  /** [rows, k]: cosine similarities. */
  readonly similarities: Float32Array;
}

/** A row keeps its label when its neighbours give it this share of their votes. */
const MIN_LABEL_SHARE = 0.05;
/** Fewer rows of a label that are voted on say little of where the label's rows lie. */
const MIN_LABEL_ROWS = 10;
/**
 * How far from chance (0: votes by the label's share of the rows) to certainty (1) the rows of a label have to get on
 * average. Below, the label is not about what a row says: its neighbours cannot tell it.
 */
const MIN_MEAN_KNOWLEDGE = 0.5;

/**
 * Rows that lie among another label's rows: likely mislabelled. The nearest rows vote for their labels, each with the
 * square of its cosine similarity. A row is named when its own label has less than 5 % of the votes and the leading other
 * label at least as much as rows of that label have of it on average, the threshold of confident learning. Of both labels
 * 10 rows or more are voted on, and their share of the votes is on average at least half of the way from chance to all. Rows
 * of which no neighbour has a label are in no average.
 * @returns by row, ascending
 * @throws RangeError where the arrays do not fit
 * O(rows · k).
 * @see Northcutt, Jiang & Chuang (2021), doi:10.1613/jair.1.12125, whose per-class thresholds these are, here over votes of
 *   neighbours instead of a model's probabilities
 */
export function findLabelVotes(input: LabelledNeighbours): LabelVote[] {
  const { labels } = input;
  const perRow = input.neighbours.length / Math.max(1, labels.length);
  if (!Number.isInteger(perRow) || input.similarities.length !== input.neighbours.length) {
    throw new RangeError(
      `got ${input.neighbours.length} neighbours and ${input.similarities.length} similarities, expected equally many of both, as many for each of the ${labels.length} rows`,
    );
  }
  const labelCount = labels.reduce((most, label) => Math.max(most, label), -1) + 1;
  const labelRows = new Uint32Array(labelCount);
  const votedRows = new Uint32Array(labelCount);
  const ownShares = new Float64Array(labelCount);
  const votes: LabelVote[] = [];
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row]!;
    if (label < 0) continue;
    labelRows[label]!++;
    const found = votesOf(input, row, perRow);
    if (found === undefined) continue;
    const { labelShare, leading } = found;
    votedRows[label]!++;
    ownShares[label]! += labelShare;
    if (leading && labelShare < MIN_LABEL_SHARE) votes.push({ row, label, labelShare, ...leading });
  }
  const labelledRows = labelRows.reduce((sum, rows) => sum + rows, 0);
  const meanShare = (label: number) => ownShares[label]! / votedRows[label]!;
  const knowledge = (label: number) => {
    const chance = labelRows[label]! / labelledRows;
    return (meanShare(label) - chance) / (1 - chance);
  };
  return votes.filter(({ label, otherLabel, otherLabelShare }) => {
    const isKnown = [label, otherLabel].every(
      (each) => votedRows[each]! >= MIN_LABEL_ROWS && knowledge(each) >= MIN_MEAN_KNOWLEDGE,
    );
    return isKnown && otherLabelShare >= meanShare(otherLabel);
  });
}

interface VotesOnRow {
  readonly labelShare: number;
  /** The other label that most votes are for; absent where all are for the row's own. */
  readonly leading?: Pick<LabelVote, 'otherLabel' | 'otherLabelShare' | 'nearestRow'>;
}

/** The votes on one row; undefined where no neighbour has a vote. */
function votesOf(
  { labels, neighbours, similarities }: LabelledNeighbours,
  row: number,
  perRow: number,
): VotesOnRow | undefined {
  const label = labels[row]!;
  let all = 0;
  let own = 0;
  let most = 0;
  let leader = -1;
  const end = (row + 1) * perRow;
  for (let at = row * perRow; at < end; at++) {
    const voted = labelAt(labels, neighbours[at]!);
    if (voted < 0) continue;
    const weight = Math.max(0, similarities[at]!) ** 2;
    all += weight;
    if (voted === label) {
      own += weight;
      continue;
    }
    // Few neighbours: adding up anew for each costs less than a table.
    let sum = 0;
    for (let other = row * perRow; other < end; other++) {
      if (labelAt(labels, neighbours[other]!) !== voted) continue;
      sum += Math.max(0, similarities[other]!) ** 2;
    }
    if (sum > most) {
      most = sum;
      leader = at;
    }
  }
  if (all === 0) return undefined;
  const labelShare = own / all;
  if (leader < 0) return { labelShare };
  const nearestRow = neighbours[leader]!;
  const otherLabel = labels[nearestRow]!;
  return { labelShare, leading: { otherLabel, otherLabelShare: most / all, nearestRow } };
}

function labelAt(labels: Int32Array, row: number): number {
  return row < 0 ? -1 : labels[row]!;
}
