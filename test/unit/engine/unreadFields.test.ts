import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import type { Report } from '../../../src/engine/report.ts';
import { renderReport } from '../../../src/terminal/renderReport.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';
import { sampleNotes } from '../../../src/webview/viewModel/sampleNotes.ts';
import { readJson } from '../../contract/sources.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const text = Array.from({ length: 30 }, (_, row) =>
  JSON.stringify({ instruction: `Ask ${row % 9}.`, output: 'Yes.', score: row, kind: 'a' }),
).join('\n');

const bundle = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const english = createTerminalWording((word) => word, 'en');
const japanese = createTerminalWording((word) => bundle[word] ?? word, 'ja');

async function inspect(
  selection: { instruction?: string; response?: string; tags?: string },
  keepField = 'score',
): Promise<Report> {
  const settings = { ...defaultSettings, keep: { by: 'highest' as const, field: keepField } };
  return (await inspectInline(memorySource(text), { selection, settings })).report;
}

const AVAILABLE = ['instruction', 'kind', 'output', 'score'];

describe('a chosen field that no row has', () => {
  it.each([
    ['instruction', 'No row has a text in the field "nope" chosen for the instruction.'],
    ['response', 'No row has a text in the field "nope" chosen for the response.'],
    ['tags', 'No row has a tag in the field "nope" chosen for the tags.'],
  ])('is told where it was chosen for the %s, with the fields that there are', async (as, said) => {
    const report = await inspect({ [as]: 'nope' });
    expect(report.sampled).toContainEqual({
      what: 'chosen-field',
      ...(as === 'tags' && { level: 'meso' }),
      used: 0,
      of: 30,
      chosen: { as, path: 'nope', available: AVAILABLE },
      message: `${said} Fields of the rows: instruction, kind, output, score.`,
    });
    expect(report.fields).not.toHaveProperty(as);
    const lines = (wording: typeof english) =>
      renderReport(report, createStyle(false), Infinity, wording);
    expect(lines(english)).not.toContain(`${as} = `);
    expect(lines(english)).toContain(`note: ${said} Fields of the rows: instruction, kind`);
    expect(lines(japanese)).toMatch(/注: .+「nope」.+行にあるフィールド: instruction、kind/u);
    // In the panel on the cards, also on those of the other field.
    const field = as === 'response' ? 'instruction' : 'response';
    expect(sampleNotes(report.sampled, 'meso', field, english)).toContain(
      `${said.replaceAll(/"(.*)"/gu, '“$1”')} Fields of the rows: instruction, kind, output, score.`,
    );
  });

  it('is told where the row that stays was to be chosen by it', async () => {
    const { sampled } = await inspect({}, 'nope');
    expect(sampled).toContainEqual(
      expect.objectContaining({
        what: 'keep-field',
        chosen: { as: 'keep', path: 'nope', available: AVAILABLE },
      }),
    );
    expect(sampleNotes(sampled, 'flags', undefined, japanese)).toContainEqual(
      expect.stringContaining('「nope」に数値のある行がない'),
    );
  });

  it('is not told of fields that are there', async () => {
    const { sampled } = await inspect({
      instruction: 'instruction',
      response: 'output',
      tags: 'kind',
    });
    expect(sampled.filter(({ chosen }) => chosen)).toEqual([]);
  });
});
