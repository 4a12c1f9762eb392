import type { FieldName } from '../../data/rowTypes.ts';
import { readRow } from '../../data/readRows.ts';
import { textViews } from '../../data/textViews.ts';
import { firstEqualRows } from '../../metrics/flags/firstEqualRows.ts';
import { templateFamilies, type TemplateFamily } from '../../metrics/flags/templateFamilies.ts';
import { hashTokens } from '../../metrics/text/hashTokens.ts';
import { normalizeText } from '../../metrics/text/normalizeText.ts';
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

/** A text cut at its slot. Where NFKC makes other tokens of it (such as ligatures of words), the normalised text is cut. */
function partsOf(
  text: string,
  tokenCount: number,
  { prefixTokens, suffixTokens }: TemplateFamily,
): { readonly before: string; readonly slot: string; readonly after: string } {
  const hashes = new Uint32Array(tokenCount + 1);
  const bounds = new Uint32Array(2 * hashes.length);
  const isAsRead = hashTokens(text, hashes, bounds) === tokenCount;
  const cut = isAsRead ? text : normalizeText(text);
  if (!isAsRead) hashTokens(cut, hashes, bounds);
  const start = bounds[2 * prefixTokens]!;
  const end = bounds[2 * (tokenCount - suffixTokens) - 1]!;
  return { before: cut.slice(0, start), slot: cut.slice(start, end), after: cut.slice(end) };
}

function readField({ reader, setup }: TaskContext, lineIndex: number, field: FieldName): string {
  const row = readRow(reader, setup.lineStarts, lineIndex);
  return ('record' in row && textViews(row.record, setup.plan)?.[field]) || '';
}
