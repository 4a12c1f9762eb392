import { describe, expect, test } from 'vitest';
import type { FlagRow, PageToHost } from '../../../../src/webview/protocol.ts';
import { createFlagSource } from '../../../../src/webview/client/flagSource.ts';

const conditions = {
  filter: { kinds: ['row-error'] },
  sort: { by: 'line', descending: false },
} as const;
const row = (index: number): FlagRow => ({
  id: `row-error-${index}`,
  kind: 'row-error',
  line: index + 1,
  lines: [index + 1],
  clusterSize: 1,
  reason: '',
  excerpt: '',
});
/** The answer to a request for the first hundred of a thousand. */
const firstHundred = (requestId: number) =>
  ({
    type: 'flags',
    requestId,
    total: 1000,
    lines: 1000,
    offset: 0,
    rows: Array.from({ length: 100 }, (_, index) => row(index)),
  }) as const;

function open() {
  const posted: Extract<PageToHost, { requestId: number }>[] = [];
  const totals: number[] = [];
  const source = createFlagSource(
    (message) => {
      if ('requestId' in message) posted.push(message);
    },
    (total) => totals.push(total),
  );
  return { posted, totals, source };
}

describe('the source of flagged rows', () => {
  test('asks once for each chunk that is looked at', () => {
    const { posted, source } = open();
    source.setConditions(conditions);
    source.need(0, 30);
    source.need(180, 220);
    source.need(190, 230);
    expect(posted.map((message) => message.type === 'getFlags' && message.offset)).toEqual([
      0, 100, 200,
    ]);
  });

  test('gives the rows that have come', () => {
    const { posted, totals, source } = open();
    source.setConditions(conditions);
    const { requestId } = posted[0]!;
    source.receive(firstHundred(requestId));
    expect(totals).toEqual([1000]);
    expect(source.rowAt(7)?.line).toBe(8);
    expect(source.rowAt(107)).toBeUndefined();
  });

  test('drops answers to conditions that no longer hold', () => {
    const { posted, totals, source } = open();
    source.setConditions(conditions);
    source.setConditions({ ...conditions, filter: { kinds: [] } });
    const { requestId } = posted[0]!;
    source.receive(firstHundred(requestId));
    expect(totals).toEqual([]);
    expect(source.rowAt(0)).toBeUndefined();
  });

  test('drops answers to a source that was there before', () => {
    const before = open();
    before.source.setConditions(conditions);
    const { totals, source } = open();
    source.setConditions(conditions);
    const { requestId } = before.posted[0]!;
    source.receive(firstHundred(requestId));
    expect(totals).toEqual([]);
  });

  test('asks for all lines of a cluster only where they did not come with the row', async () => {
    const { posted, source } = open();
    expect(await source.linesOf(row(3))).toEqual([4]);
    const large = { ...row(0), clusterSize: 3 };
    const lines = source.linesOf(large);
    expect(posted).toMatchObject([{ type: 'getClusterLines', id: 'row-error-0' }]);
    source.receive({ type: 'clusterLines', requestId: posted[0]!.requestId, lines: [1, 2, 3] });
    expect(await lines).toEqual([1, 2, 3]);
    expect(await source.linesOf(large)).toEqual([1, 2, 3]);
    expect(posted).toHaveLength(1);
  });
});
