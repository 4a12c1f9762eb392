import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ByteSource } from '../../data/byteReader.ts';
import type { FieldPlan } from '../../data/fieldPlan.ts';
import { readRows } from '../../data/readRows.ts';
import type { TextViews } from '../../data/rowTypes.ts';
import { textViews } from '../../data/textViews.ts';
import { reopenBytes } from '../../engine/reopenBytes.ts';
import { rowKey } from '../../engine/rowTags.ts';
import { createRandom } from '../../metrics/stats/random.ts';
import { textToSend } from './tagPrompt.ts';

/** Rows read before other extensions get their turn. */
const ROWS_PER_TURN = 100;

export interface RowToTag {
  /** As the engine finds the row again. */
  readonly key: string;
  /** The beginning of its instruction, of its response where it has none. */
  readonly text: string;
}

export interface RowSource {
  readonly source: ByteSource;
  readonly lineStarts: Float64Array;
  readonly plan: FieldPlan;
}

/**
 * Different rows of a file, drawn at random: rows that are equal after normalisation get the same tags.
 * @param most rows at most; all where the file has no more
 * @throws AnalysisError where the file cannot be read, or has another length since its lines were found
 */
export async function rowsToTag(from: RowSource, most: number, seed: number): Promise<RowToTag[]> {
  const reader = reopenBytes(from.source, from.lineStarts);
  const rows = new Map<string, RowToTag>();
  const take = (views: TextViews): void => {
    const text = textToSend(views.instruction ?? views.response ?? '');
    const key = rowKey(views);
    if (text !== '' && !rows.has(key)) rows.set(key, { key, text });
  };
  try {
    let read = 0;
    for (const line of shuffledLines(from.lineStarts.length - 1, seed)) {
      if (rows.size >= most) break;
      readRows(reader, from.lineStarts, line, line + 1, {
        onRow(_line, record) {
          const views = textViews(record, from.plan);
          if (views) take(views);
        },
        onError: () => undefined,
        onWarning: () => undefined,
        onBlank: () => undefined,
      });
      if (++read % ROWS_PER_TURN === 0) await nextTurn();
    }
    return [...rows.values()];
  } finally {
    reader.close();
  }
}

/** Line indexes in a seeded random order (Fisher–Yates), made as far as they are asked for. */
function* shuffledLines(lines: number, seed: number): Generator<number> {
  const random = createRandom(seed);
  const order = Uint32Array.from({ length: lines }, (_, line) => line);
  for (let at = 0; at < lines; at++) {
    const other = at + Math.floor(random() * (lines - at));
    const line = order[other] ?? at;
    order[other] = order[at] ?? at;
    yield line;
  }
}
