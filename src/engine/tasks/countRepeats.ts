import { firstEqualRows } from '../../metrics/flags/firstEqualRows.ts';
import { templateFamilies } from '../../metrics/flags/templateFamilies.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';
import { TEMPLATE_LIMITS } from './findTemplates.ts';
import { joinDuplicates, type JoinDuplicatesParams } from './joinDuplicates.ts';

export interface CountRepeatsParams extends JoinDuplicatesParams {
  /** Of the field in which template families are looked for. */
  readonly templateTokens: TokenColumn;
  readonly templateHashes: Uint32Array;
  readonly isCharacters: Uint8Array;
}

export interface RepeatCounts {
  readonly nearDuplicateRows: number;
  readonly templateRows: number;
}

/** How many of the rows are near-duplicates of another, and how many are alike but for one slot. */
export function countRepeats(context: TaskContext, params: CountRepeatsParams): RepeatCounts {
  const { templateTokens, templateHashes, isCharacters, threshold } = params;
  const { equalTexts, fuzzy } = joinDuplicates(context, params);
  const rowsOfText = new Uint32Array(equalTexts.length);
  for (const text of equalTexts) if (text >= 0) rowsOfText[text]!++;
  const isNear = new Uint8Array(equalTexts.length);
  fuzzy.similarity.forEach((similarity, pair) => {
    if (similarity < threshold) return;
    isNear[fuzzy.first[pair]!] = 1;
    isNear[fuzzy.second[pair]!] = 1;
  });
  const families = templateFamilies(templateTokens, firstEqualRows(templateHashes), isCharacters, {
    ...TEMPLATE_LIMITS,
    checkpoint: () => throwIfCancelled(context.setup.cancelFlag),
  });
  return {
    nearDuplicateRows: equalTexts.reduce(
      (count, text) => count + (text >= 0 && (rowsOfText[text]! > 1 || isNear[text] === 1) ? 1 : 0),
      0,
    ),
    templateRows: new Set(families.flatMap(({ rows }) => rows)).size,
  };
}
