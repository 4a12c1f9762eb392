import { beforeAll, describe, expect, it } from 'vitest';
import { planCleanCopy } from '../../../src/engine/planCleanCopy.ts';
import { dropChoices } from '../../../src/host/dropChoices.ts';
import { unsearchedRows } from '../../../src/host/unsearchedRows.ts';
import { FLAG_KINDS, type FlagKind } from '../../../src/webview/protocol.ts';
import { flagEntries } from '../../../src/webview/viewModel/flagEntries.ts';
import { createWording } from '../../../src/webview/viewModel/wording.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const wording = createWording((english) => english, 'en');
const REFUSAL = 'I’m sorry, but I can’t help with that.';
const BROKEN = 1_200;
const REFUSED = 1_300;

async function inspected() {
  const rows = Array.from({ length: REFUSED }, (_, at) =>
    JSON.stringify({ instruction: `Question ${at} of ${at * 7919}?`, output: REFUSAL }),
  );
  const usable = JSON.stringify({
    instruction: 'Which river flows through Bern?',
    output: 'Aare.',
  });
  const broken = Array.from({ length: BROKEN }, (_, at) => `{"instruction": ${at}`);
  const source = memorySource([usable, ...rows, ...broken].join('\n'));
  const { report, findingLines } = await inspectInline(source);
  return { report, droppable: { flags: flagEntries(report), undismissed: findingLines } };
}

describe('what a clean copy can leave out', { tags: 'slow' }, () => {
  let made: Awaited<ReturnType<typeof inspected>>;
  beforeAll(async () => (made = await inspected()), 60_000);

  it('are all rows of a finding, also those that the report does not list', () => {
    const { report, droppable } = made;
    const refusal = report.quality.find(({ code }) => code === 'refusal');
    expect([refusal?.rows, refusal?.places.length]).toEqual([REFUSED, 1000]);
    const choices = dropChoices(droppable, { kinds: FLAG_KINDS }, wording);
    const linesOf = (reason: string) =>
      planCleanCopy(choices.find((choice) => choice.reason === reason)?.flags ?? []);
    const refusals = linesOf('quality: refusal');
    expect(refusals.map(({ line }) => line)).toEqual(
      Array.from({ length: REFUSED }, (_, at) => at + 2),
    );
    expect(refusals[0]?.reason).toBe('quality: refusal');
    expect(linesOf('row-error').map(({ line }) => line)).toEqual(
      Array.from({ length: BROKEN }, (_, at) => at + REFUSED + 2),
    );
  });

  it('are the listed rows whose reason has a text that is asked for', () => {
    const { droppable } = made;
    const choices = dropChoices(droppable, { kinds: ['quality'], text: 'refusal' }, wording);
    expect(choices.map(({ reason }) => reason)).toEqual(['quality: refusal']);
    expect(planCleanCopy(choices[0]?.flags ?? [])).toHaveLength(1000);
    expect(dropChoices(droppable, { kinds: ['row-error'] }, wording)).toHaveLength(1);
    expect(dropChoices(droppable, { kinds: [] }, wording)).toEqual([]);
  });

  it('tell how many findings a text was not looked for in', () => {
    const { report, droppable } = made;
    const unlisted = report.quality.reduce(
      (sum, { rows, places }) => sum + rows - places.length,
      0,
    );
    expect(unlisted).toBeGreaterThanOrEqual(REFUSED - 1000);
    const of = (kinds: readonly FlagKind[], text?: string) =>
      unsearchedRows(droppable, { kinds, ...(text !== undefined && { text }) });
    expect(of(['quality'], 'refusal')).toBe(unlisted);
    expect(of(['row-error'], 'refusal')).toBe(BROKEN - 1000);
    expect(of(FLAG_KINDS, 'refusal')).toBe(unlisted + BROKEN - 1000);
    expect([of(FLAG_KINDS), of(FLAG_KINDS, ' '), of([], 'refusal')]).toEqual([0, 0, 0]);
  });
});
