import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { linesOf } from '../linesOf.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { sharedCopy } from '../shared.ts';
import type { TaskPool } from '../taskPool.ts';
import { ofBoth, type JointKinds } from './jointKinds.ts';

/** Words of the whole rows that have a meaning. */
export interface JointWords extends JointKinds {
  readonly nameOf: (kind: number) => string;
}

/** The words of both files, numbered alike. @param pools threads that read rows of either file */
export async function jointWords(
  pools: InBoth<TaskPool>,
  both: InBoth<DatasetColumns>,
): Promise<JointWords> {
  const lines = ofBoth(both, ({ features, reading }) => linesOf(reading, features.rowOfSlot));
  const [dataset, reference] = await Promise.all([
    pools.dataset.run('wordsOfRows', { lines: lines.dataset }),
    pools.reference.run('wordsOfRows', { lines: lines.reference }),
  ]);
  const names = [...new Set([...dataset.words, ...reference.words])];
  const numberOf = new Map(names.map((word, number) => [word, number]));
  const columns = ofBoth({ dataset, reference }, ({ words, column }): TokenColumn => {
    const numbers = words.map((word) => numberOf.get(word)!);
    return {
      values: sharedCopy(column.values.map((place) => numbers[place]!)),
      offsets: sharedCopy(column.offsets),
    };
  });
  return { columns, lines, kinds: names.length, nameOf: (kind) => names[kind]! };
}
