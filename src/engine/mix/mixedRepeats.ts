import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings } from '../report.ts';
import type { TaskPool } from '../taskPool.ts';
import type { MixtureRows } from './mixtures.ts';
import { jointTexts, comparedTexts } from '../compare/jointTexts.ts';
import { ofBoth } from '../compare/jointKinds.ts';

export interface MixedRepeats {
  /** Share of a mixture's rows that are near-duplicates of another of its rows, 0–1. O(rows + pairs). */
  readonly shareOf: (mixture: MixtureRows) => number;
  /** Whether every pair of near-duplicates is known; if not, shares are lower bounds. */
  readonly complete: boolean;
}

/** Near-duplicates among the rows of both files, found once for all mixtures. */
export async function mixedRepeats(
  pool: TaskPool,
  both: InBoth<DatasetColumns>,
  settings: InspectSettings,
): Promise<MixedRepeats> {
  const threshold = settings.nearDuplicateThreshold;
  const { equalTexts, fuzzy, complete } = await pool.run('joinDuplicates', {
    ...jointTexts(ofBoth(both, (file) => comparedTexts(file, settings))),
    threshold,
  });
  const rows = equalTexts.length;
  const alike = Uint32Array.from(fuzzy.similarity.keys()).filter(
    (pair) => fuzzy.similarity[pair]! >= threshold,
  );
  const shareOf = ({ generated, real }: MixtureRows): number => {
    // Rows of each text, and whether another text of the mixture is alike.
    const rowsOfText = new Uint32Array(rows);
    const isAlike = new Uint8Array(rows);
    const texts = [generated, real].flatMap((part) => Array.from(part, (row) => equalTexts[row]!));
    for (const text of texts) if (text >= 0) rowsOfText[text]!++;
    for (const pair of alike) {
      const [first, second] = [fuzzy.first[pair]!, fuzzy.second[pair]!];
      if (rowsOfText[first] === 0 || rowsOfText[second] === 0) continue;
      isAlike[first] = 1;
      isAlike[second] = 1;
    }
    const repeated = texts.filter(
      (text) => text >= 0 && (rowsOfText[text]! > 1 || isAlike[text] === 1),
    );
    return repeated.length / texts.length;
  };
  return { shareOf, complete };
}
