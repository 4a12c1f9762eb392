import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readRunTable } from '../../../src/data/runTable/readRunTable.ts';
import { readTableFile } from '../../../src/data/runTable/readTableFile.ts';
import { analyseRuns } from '../../../src/engine/experiments/analyseRuns.ts';
import { createTongue } from '../../../src/engine/experiments/createTongue.ts';
import { experimentsToJson } from '../../../src/engine/experiments/toJson.ts';
import { renderExperiments } from '../../../src/terminal/renderExperiments.ts';
import { createStyle } from '../../../src/terminal/style.ts';

const english = createTongue((text) => text, 'en');
const render = (text: string, columns = 100) =>
  renderExperiments(analyseRuns(readRunTable(text)), english, createStyle(false), columns);
const example = new URL('../../../examples/runs.csv', import.meta.url);

it('shows the verdict, a bar for each slope and why runs are left out', () => {
  const text = render(readFileSync(example, 'utf8'));
  expect(text).toMatch(/^15 runs, 14 of them used\n→ Meso, instruction pays: /);
  expect(text.match(/─━+●━+─/g)).toHaveLength(12);
  expect(text).toContain('Runs that await their score: 1 (line 16).');
  expect(text).toContain('conjugate normal–inverse-gamma prior');
});

it('marks what keeps a table from being read, and shows no empty table of slopes', () => {
  const text = render('score,score\n1,2\n');
  expect(text).toContain('✗ Column “score” stands twice, as columns 1 and 2');
  expect(text).not.toContain('●');
});

it('obeys no control sequence of the table', () => {
  const text = render('\u001b[2J\u0007,macro-instruction,score\n1,1,2\n1,2,3\n1,3,5\n1,4,2\n');
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
});

it('gives programs the notes as sentences with their lines', () => {
  const json = experimentsToJson(analyseRuns(readRunTable(readFileSync(example, 'utf8'))));
  expect(JSON.parse(json)).toMatchObject({
    schemaVersion: 1,
    runs: { all: 15, used: 14 },
    notes: expect.arrayContaining([
      {
        code: 'score-missing',
        weight: 'info',
        message: 'Runs that await their score: 1 (line 16).',
        lines: [16],
      },
    ]) as unknown,
  });
});

it('refuses what is no file of text', () => {
  expect(() => readTableFile('no-such.csv')).toThrow(/does not exist/);
  expect(() => readTableFile('.')).toThrow(/directory/);
});
