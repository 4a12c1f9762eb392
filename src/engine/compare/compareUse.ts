import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { LogOddsRatio } from '../../metrics/compare/logOddsRatios.ts';
import { addTermCounts } from '../../metrics/macro/termCounts.ts';
import { nameTopics } from '../../metrics/macro/topicNames.ts';
import { filledRows } from '../../metrics/text/filledRows.ts';
import type { TaskPool } from '../taskPool.ts';
import type { CompareKindsResult } from '../tasks/compareKinds.ts';
import type { KindUse, UsedKind } from './comparison.ts';
import { ofBoth, type JointKinds } from './jointKinds.ts';
import type { JointTopics } from './jointTopics.ts';

/** Kinds listed as over-used, and as under-used. */
export const LISTED_KINDS = 30;

/** Share of the other file's share of rows up to which a file hardly has a kind. */
const HARDLY = 0.1;

/** Used kinds told by their names and lines; undefined where a file has no row with a kind. */
export function describeUse(
  joint: JointKinds,
  { use, rowsOfKind }: CompareKindsResult,
  nameOf: (kind: number) => string,
): KindUse | undefined {
  if (!use) return undefined;
  const rows = ofBoth(joint.columns, (column) => filledRows(column).length);
  const describe = ({ kind, logOddsRatio, z, ...counts }: LogOddsRatio): UsedKind => {
    const found = rowsOfKind.get(kind)!;
    const shares = [counts.datasetCount / rows.dataset, counts.referenceCount / rows.reference];
    return {
      name: nameOf(kind),
      logOddsRatio,
      z,
      rows: { dataset: counts.datasetCount, reference: counts.referenceCount },
      hardlyInOne: Math.min(...shares) <= HARDLY * Math.max(...shares),
      lines: {
        dataset: found.dataset.map((row) => joint.lines.dataset[row]! + 1),
        reference: found.reference.map((row) => joint.lines.reference[row]! + 1),
      },
    };
  };
  return {
    rows,
    kinds: kindsInUse(joint),
    overUsed: use.overUsed.map(describe),
    underUsed: use.underUsed.map(describe),
    overUsedKinds: use.overUsedKinds,
    underUsedKinds: use.underUsedKinds,
    zLimit: use.zLimit,
  };
}

function kindsInUse({ columns, kinds }: JointKinds): number {
  const seen = new Uint8Array(kinds);
  for (const { values } of [columns.dataset, columns.reference]) {
    for (const kind of values) seen[kind] = 1;
  }
  return seen.reduce((sum, one) => sum + one, 0);
}

/** Names of topics from the rows nearest to their centres, of either file. */
export async function namesOfTopics(
  pools: InBoth<TaskPool>,
  { central, lines }: JointTopics,
): Promise<(topic: number) => string> {
  const datasetSlots = lines.dataset.length;
  const groups = {
    dataset: central.map((slots) =>
      slots.filter((slot) => slot < datasetSlots).map((slot) => lines.dataset[slot]!),
    ),
    reference: central.map((slots) =>
      slots
        .filter((slot) => slot >= datasetSlots)
        .map((slot) => lines.reference[slot - datasetSlots]!),
    ),
  };
  const [ours, theirs] = await Promise.all([
    pools.dataset.run('countTerms', { field: 'whole', groups: groups.dataset }),
    pools.reference.run('countTerms', { field: 'whole', groups: groups.reference }),
  ]);
  const names = nameTopics(addTermCounts(ours, theirs));
  return (topic) => names[topic]!.name;
}
