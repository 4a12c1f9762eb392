import type { FieldName } from '../../data/rowTypes.ts';
import { readRow } from '../../data/readRows.ts';
import { textViews } from '../../data/textViews.ts';
import { firstEqualRows } from '../../metrics/flags/firstEqualRows.ts';
import { templateFamilies, type TemplateFamily } from '../../metrics/flags/templateFamilies.ts';
import { tokenBounds } from '../../metrics/text/tokenBounds.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TemplateFamilyOfRows } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';

export interface FindTemplatesParams {
  readonly field: FieldName;
  /** Of that field. */
  readonly tokens: TokenColumn;
  readonly hashes: Uint32Array;
  /** [rows]: 1 where tokens are characters. */
  readonly isCharacters: Uint8Array;
  /** 0-based line of each row. */
  readonly rowLines: Uint32Array;
}

export interface FindTemplatesResult {
  readonly families: readonly TemplateFamilyOfRows[];
  readonly unlisted: number;
}

/** What makes rows a template family: a character of a script without spaces says about half as much as a word. */
export const TEMPLATE_LIMITS = {
  words: { minFrameTokens: 4, maxSlotTokens: 4 },
  characters: { minFrameTokens: 8, maxSlotTokens: 8 },
  minSlotValues: 5,
  valuesListed: 5,
};

const MOST_FAMILIES = 500;
const SLOT = '___';

/** Template families of the whole file; the texts of a few rows of each are read again. */
export function findTemplates(
  context: TaskContext,
  { field, tokens, hashes, isCharacters, rowLines }: FindTemplatesParams,
): FindTemplatesResult {
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  const options = { ...TEMPLATE_LIMITS, checkpoint };
  const families = templateFamilies(tokens, firstEqualRows(hashes), isCharacters, options);
  const readParts = (row: number, family: TemplateFamily) => {
    checkpoint();
    const text = readField(context, rowLines[row]!, field);
    return partsOf(text, tokens.offsets[row + 1]! - tokens.offsets[row]!, family);
  };
  return {
    families: families.slice(0, MOST_FAMILIES).map((family) => {
      const { before, after } = readParts(family.rows[0]!, family);
      return {
        frame: `${before}${SLOT}${after}`,
        lines: family.rows.map((row) => rowLines[row]! + 1),
        slotValueCount: family.slotValues,
        slotValues: family.topValues.map(({ row, rows }) => ({
          value: readParts(row, family).slot,
          rows,
        })),
      };
    }),
    unlisted: Math.max(0, families.length - MOST_FAMILIES),
  };
}

/** A text cut at its slot. */
function partsOf(
  text: string,
  tokenCount: number,
  { prefixTokens, suffixTokens }: TemplateFamily,
): { readonly before: string; readonly slot: string; readonly after: string } {
  const bounds = tokenBounds(text);
  const start = bounds[2 * prefixTokens]!;
  const end = bounds[2 * (tokenCount - suffixTokens) - 1]!;
  return { before: text.slice(0, start), slot: text.slice(start, end), after: text.slice(end) };
}

function readField({ reader, setup }: TaskContext, lineIndex: number, field: FieldName): string {
  const row = readRow(reader, setup.lineStarts, lineIndex);
  return ('record' in row && textViews(row.record, setup.plan)?.[field]) || '';
}
