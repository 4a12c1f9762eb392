import { lacksAnswer, type AnswerPair } from '../../data/answerPairs.ts';
import { recordFacts } from '../../data/recordFacts.ts';
import type { JsonObject } from '../../data/jsonObject.ts';
import type { FieldName, TextViews } from '../../data/rowTypes.ts';
import { findTurnFaults, type Speaker } from '../../metrics/quality/findTurnFaults.ts';
import { inspectTexts } from '../../metrics/quality/inspectTexts.ts';
import type { QualityCode } from '../../metrics/quality/qualityCodes.ts';
import { stringHash } from '../../metrics/text/stringHash.ts';
import type { TokenHashes } from '../../metrics/text/tokenBuffer.ts';

/** One finding on one row. */
export interface RowFinding {
  readonly code: QualityCode;
  readonly row: number;
  readonly excerpt?: string;
}

/** What the rows of a run of lines show: what was found is kept up to a number of rows per kind, which rows of all. */
export interface QualityChunk {
  /** Ascending. */
  readonly rows: ReadonlyMap<QualityCode, Uint32Array>;
  readonly findings: readonly RowFinding[];
  /** Hash of each row's identifier; 0 for none. */
  readonly ids: Uint32Array;
}

type TextTokens = Readonly<Record<FieldName, TokenHashes>>;

/** Rows kept of each kind. */
export const ROWS_KEPT = 1000;

/** What speakers are called whose name is none of a role. */
const ROLES: Readonly<Partial<Record<Speaker, string>>> = {
  'stray-tool': 'tool',
  silent: 'assistant',
};

/**
 * Collects the findings of rows that are handed over in order.
 * @param answered fields that have an answer beside them in most rows of the file
 */
export function qualityCollector(answered: readonly AnswerPair[]) {
  const rows = new Map<QualityCode, number[]>();
  const findings: RowFinding[] = [];
  const ids: number[] = [];
  const add = (code: QualityCode, row: number, excerpt?: string) => {
    const known = rows.get(code) ?? [];
    known.push(row);
    rows.set(code, known);
    if (known.length <= ROWS_KEPT) {
      findings.push({ code, row, ...(excerpt !== undefined && { excerpt }) });
    }
  };
  return {
    /** @param tokens those of the row's texts */
    add(row: number, views: TextViews, record: JsonObject, tokens: TextTokens): void {
      const { speakers, emptyField, brokenArguments, id } = recordFacts(record, views.shape);
      ids.push(id === undefined ? 0 : stringHash(id) || 1);
      if (emptyField !== undefined) add('empty-field', row, emptyField);
      else if (lacksAnswer(record, views.shape, answered)) add('missing-assistant', row);
      if (speakers) {
        const { outOfOrder, lacksAssistant } = findTurnFaults(speakers);
        if (outOfOrder !== undefined) {
          const speaker = speakers[outOfOrder]!;
          add('role-order', row, `${outOfOrder + 1}: ${ROLES[speaker] ?? speaker}`);
        }
        if (lacksAssistant) add('missing-assistant', row);
      }
      const texts = inspectTexts(views, tokens);
      for (const { code, excerpt } of texts) add(code, row, excerpt);
      const isKnown = texts.some(({ code }) => code === 'tool-call-json');
      if (brokenArguments !== undefined && !isKnown) {
        add('tool-call-json', row, brokenArguments.slice(0, 80));
      }
    },
    build: (): QualityChunk => ({
      rows: new Map(Array.from(rows, ([code, found]) => [code, Uint32Array.from(found)])),
      findings,
      ids: Uint32Array.from(ids),
    }),
  };
}
