import type { FlagQuery, FlagRow, HostToPage } from '../protocol.ts';
import type { PageContext } from './pageContext.ts';

const CHUNK_ROWS = 100;
/** Enough for a screen and its surroundings; older chunks are asked for again. */
const MOST_CHUNKS = 30;

/** Of all sources that the page has had: an answer to one that is gone is none to the next. */
let nextRequestId = 1;

export type FlagConditions = Pick<FlagQuery, 'filter' | 'sort'>;

/** Fetches the flagged rows that are looked at, in chunks, and forgets those that are far away. */
export interface FlagSource {
  /** Starts anew with other conditions. */
  setConditions(conditions: FlagConditions): void;
  rowAt(index: number): FlagRow | undefined;
  /** Asks the host for what is missing of the rows from `from` up to and without `to`. */
  need(from: number, to: number): void;
  /** All lines of the row's cluster, also of one that is too large to come with the row. */
  linesOf(row: FlagRow): Promise<readonly number[]>;
  receive(message: Extract<HostToPage, { type: 'flags' | 'clusterLines' }>): void;
}

/** @param onRows told how many rows pass the filter, and of how many lines they are, whenever rows have come */
export function createFlagSource(
  post: PageContext['post'],
  onRows: (total: number, lines: number) => void,
): FlagSource {
  let conditions: FlagConditions | undefined;
  const chunks = new Map<number, readonly FlagRow[]>();
  const chunkRequests = new Map<number, number>();
  const lineRequests = new Map<number, (lines: readonly number[]) => void>();
  const clusters = new Map<string, readonly number[]>();

  const request = (chunk: number) => {
    if (!conditions || chunks.has(chunk)) return;
    if ([...chunkRequests.values()].includes(chunk)) return;
    const requestId = nextRequestId++;
    chunkRequests.set(requestId, chunk);
    const offset = chunk * CHUNK_ROWS;
    post({ type: 'getFlags', requestId, ...conditions, offset, limit: CHUNK_ROWS });
  };

  return {
    setConditions: (changed) => {
      conditions = changed;
      chunks.clear();
      chunkRequests.clear();
      request(0);
    },
    rowAt: (index) => chunks.get(Math.floor(index / CHUNK_ROWS))?.[index % CHUNK_ROWS],
    need: (from, to) => {
      const last = Math.floor(Math.max(from, to - 1) / CHUNK_ROWS);
      for (let chunk = Math.floor(from / CHUNK_ROWS); chunk <= last; chunk++) request(chunk);
    },
    linesOf: (row) => {
      const known = row.clusterSize <= row.lines.length ? row.lines : clusters.get(row.id);
      if (known) return Promise.resolve(known);
      const requestId = nextRequestId++;
      post({ type: 'getClusterLines', requestId, id: row.id });
      return new Promise((resolve) =>
        lineRequests.set(requestId, (lines) => {
          clusters.set(row.id, lines);
          resolve(lines);
        }),
      );
    },
    receive: (message) => {
      const { requestId } = message;
      if (message.type === 'clusterLines') {
        lineRequests.get(requestId)?.(message.lines);
        lineRequests.delete(requestId);
        return;
      }
      const chunk = chunkRequests.get(requestId);
      // An answer to conditions that no longer hold.
      if (chunk === undefined) return;
      chunkRequests.delete(requestId);
      chunks.set(chunk, message.rows);
      const [oldest] = chunks.keys();
      if (chunks.size > MOST_CHUNKS && oldest !== undefined) chunks.delete(oldest);
      onRows(message.total, message.lines);
    },
  };
}
