import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import type { Inspection } from '../../../src/engine/inspection.ts';
import { nearDuplicatesAt } from '../../../src/engine/nearDuplicatesAt.ts';
import type { InspectSettings, NearDuplicates } from '../../../src/engine/report.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const inspectAt = (settings: Partial<InspectSettings>): Promise<Inspection> =>
  inspectInline(
    {
      kind: 'file',
      path: join(import.meta.dirname, '../../../examples/support-generation-1.jsonl'),
    },
    { settings: { ...defaultSettings, ...settings } },
  );

describe('the clusters at another threshold', () => {
  let inspection: Inspection;
  beforeAll(async () => {
    inspection = await inspectAt({});
  });

  it.each([0.5, 0.6, 0.85, 1])(
    'at %d, are those that a new inspection finds',
    { tags: 'slow' },
    async (threshold) => {
      const settings = { ...defaultSettings, nearDuplicateThreshold: threshold };
      const { report } = await inspectAt(settings);
      const clusters = nearDuplicatesAt(inspection.duplicates, settings);
      expect(clusters.exactClusters.length).toBeGreaterThan(0);
      expect(report.nearDuplicates).toMatchObject(clusters);
    },
  );
});

describe('rows near in meaning, and rows inside others', () => {
  const row = (instruction: string, output: string) => JSON.stringify({ instruction, output });
  const rows = [
    row('How do I translate the manual from German into English?', 'Use the glossary of the team.'),
    row('How do I translate the manual from English into German?', 'Use the glossary of the team.'),
    row('Name the planets.', 'Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus and Neptune.'),
    row(
      'Write about the solar system.',
      'Eight planets go round the sun. In their order these are ' +
        'Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus and Neptune. Moons go round most of them.',
    ),
    row('Name the planets.', 'Mercury, Venus, Earth, Mars, Jupiter, Saturn, Uranus and Neptune.'),
    row('What is a good soup for a cold evening?', 'Leek and potato, with bread.'),
  ];

  it('are told apart from near-duplicates of wording, and follow the threshold', async () => {
    const { report, duplicates } = await inspectInline(memorySource(`${rows.join('\n')}\n`), {
      settings: { ...defaultSettings, nearDuplicateScope: 'instruction', semanticThreshold: 0.99 },
    });
    const { semantic, fuzzyClusters } = report.nearDuplicates;
    expect(fuzzyClusters).toEqual([]);
    expect(semantic.clusters.map(({ lines, similarity }) => [lines, similarity])).toEqual([
      [[1, 2], 1],
    ]);
    expect(semantic.rows).toBe(2);
    const at = (semanticThreshold: number) =>
      nearDuplicatesAt(duplicates, { ...report.settings, semanticThreshold });
    expect(at(0.9).semantic.clusters[0]?.lines).toEqual([1, 2]);
    // Below what was kept.
    expect(() => at(0.8)).toThrow(RangeError);
    const lower = { ...report.settings, nearDuplicateThreshold: 0.4 };
    expect(() => nearDuplicatesAt(duplicates, lower)).toThrow(RangeError);
  });

  it('are listed with the row that holds them', async () => {
    const settings = { ...defaultSettings, nearDuplicateScope: 'response' } as const;
    const { report } = await inspectInline(memorySource(`${rows.join('\n')}\n`), { settings });
    expect(report.nearDuplicates.contained).toMatchObject({ allFound: true, rows: [] });
    const shorter = { ...settings, shingleTokens: 1 };
    const { report: words } = await inspectInline(memorySource(`${rows.join('\n')}\n`), {
      settings: shorter,
    });
    expect(words.nearDuplicates.contained.rows).toEqual([{ line: 3, inLine: 4, containment: 1 }]);
  });
});

describe('the settings of near-duplicates', () => {
  const row = (instruction: string, output: string, score?: number) =>
    JSON.stringify({ instruction, output, ...(score !== undefined && { meta: { score } }) });
  const nearDuplicatesOf = async (
    rows: readonly string[],
    settings: Partial<InspectSettings>,
  ): Promise<NearDuplicates> => {
    const source = memorySource(`${rows.join('\n')}\n`);
    const request = { settings: { ...defaultSettings, ...settings } };
    return (await inspectInline(source, request)).report.nearDuplicates;
  };
  const long = 'The parcel left our warehouse on Monday and should be with you by the weekend';

  it('choose the row that stays', async () => {
    const rows = [
      row('Where is my parcel?', `${long}.`, 3),
      row('Where is my parcel?', `${long} at the latest, we hope.`, 1),
      row('Where is my parcel?', `${long} at the latest.`, 8),
    ];
    const keptWith = async (keep: InspectSettings['keep']) =>
      (await nearDuplicatesOf(rows, { keep })).fuzzyClusters.map(({ kept }) => kept);
    expect(await keptWith({ by: 'longest' })).toEqual([{ line: 2, because: 'longest' }]);
    expect(await keptWith({ by: 'first' })).toEqual([{ line: 1, because: 'first' }]);
    const highest = { by: 'highest', field: 'meta.score' } as const;
    expect(await keptWith(highest)).toEqual([{ line: 3, because: 'highest' }]);
    const absent = { by: 'highest', field: 'meta.rank' } as const;
    expect(await keptWith(absent)).toEqual([{ line: 1, because: 'first' }]);
  });

  it('keep the first of equal rows, however many spaces the others have', async () => {
    const rows = [row('Where is it?', 'On  its way.'), row('Where  is   it?', 'On its   WAY.')];
    const { exactClusters } = await nearDuplicatesOf(rows, {});
    expect(exactClusters).toEqual([{ lines: [1, 2], kept: { line: 1, because: 'first' } }]);
  });

  it('choose the texts that are compared, and tell which field repeats in either case', async () => {
    const rows = [
      row('Where is my parcel now?', 'It is on its way to you.'),
      row('Where is my parcel now?', 'We do not know, please call the carrier.'),
      row('How long do I have to wait?', 'It is on its way to you.'),
    ];
    const exactLines = async (nearDuplicateScope: InspectSettings['nearDuplicateScope']) =>
      (await nearDuplicatesOf(rows, { nearDuplicateScope })).exactClusters.map(
        ({ lines }) => lines,
      );
    expect(await exactLines('whole')).toEqual([]);
    expect(await exactLines('instruction')).toEqual([[1, 2]]);
    expect(await exactLines('response')).toEqual([[1, 3]]);
    const { sameInstruction, sameResponse } = await nearDuplicatesOf(rows, {});
    const pair = (lines: number[]) => ({
      groups: 1,
      rows: 2,
      largest: [{ rows: 2, variants: 2, lines }],
    });
    expect({ sameInstruction, sameResponse }).toEqual({
      sameInstruction: pair([1, 2]),
      sameResponse: pair([1, 3]),
    });
  });

  it('choose what is made alike before rows are compared', async () => {
    const rows = [row('Where is it?', 'On its way.'), row('Where is it', 'On its way!')];
    const { normalize } = defaultSettings;
    expect((await nearDuplicatesOf(rows, {})).exactClusters).toEqual([]);
    const loose = await nearDuplicatesOf(rows, { normalize: { ...normalize, punctuation: true } });
    expect(loose.exactClusters).toHaveLength(1);
    expect(loose.fuzzyClusters).toEqual([]);
  });
});
