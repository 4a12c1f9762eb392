import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCancelFlag, requestCancel } from '../../../src/engine/cancellation.ts';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import type { InspectRequest } from '../../../src/engine/inspection.ts';
import { readDataset } from '../../../src/engine/readDataset.ts';
import { createInlineTaskPool } from '../../support/inlineTaskPool.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const assetsFolder = fileURLToPath(new URL('../../../media', import.meta.url));

function request(source: InspectRequest['source']): InspectRequest {
  return { source, selection: {}, settings: defaultSettings, threads: 1, assetsFolder };
}

function environment(cancelFlag = createCancelFlag(), shares: number[] = []) {
  return {
    cancelFlag,
    createPool: createInlineTaskPool,
    onProgress: (share: number) => void shares.push(share),
    askToSend: () => Promise.resolve(false),
  };
}

const example = {
  kind: 'file' as const,
  path: fileURLToPath(new URL('../../../examples/support-generated.jsonl', import.meta.url)),
};

describe('readDataset', () => {
  it('reads the rows and kinds that an inspection measures', { tags: 'slow' }, async () => {
    const [columns, { report }] = await Promise.all([
      readDataset(request(example), environment()),
      inspectInline(example),
    ]);
    expect(columns.file).toEqual(report.file);
    expect(columns.fields).toEqual(report.fields);
    const { micro, meso } = report.levels;
    expect(micro.response).toMatchObject({ tokens: columns.tokens.response.values.length });
    expect(meso.whole).toMatchObject({ rows: columns.kinds.whole.rows });
    expect(columns.features.whole.rows).toBe(report.file.rows);
  });

  it('tells how far it is, rising to 1', async () => {
    const shares: number[] = [];
    await readDataset(request(example), environment(createCancelFlag(), shares));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 9);
  });

  it('says why a file without a usable row cannot be read', async () => {
    const broken = request(memorySource('{"a": 1}\nno json\n'));
    await expect(readDataset(broken, environment())).rejects.toMatchObject({
      code: 'no-usable-row',
    });
  });

  it('stops when it is cancelled', async () => {
    const cancelFlag = createCancelFlag();
    requestCancel(cancelFlag);
    await expect(readDataset(request(example), environment(cancelFlag))).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
