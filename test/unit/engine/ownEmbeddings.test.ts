import { describe, expect, it } from 'vitest';
import { isMeasured } from '../../../src/engine/report.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

/** Rows of three groups, whose vectors of 10 numbers lie in three directions, whatever the texts say. */
const rows = Array.from({ length: 90 }, (_, row) => ({
  instruction: `Question ${row}`,
  output: `Answer ${(row * 7) % 90}`,
  vector: Array.from({ length: 10 }, (_, k) => (k === row % 3 ? 1 : 0) + 0.01 * ((row + k) % 7)),
}));

const inspect = async (records: readonly object[], embedding = 'vector') => {
  const text = records.map((record) => JSON.stringify(record)).join('\n');
  const { report } = await inspectInline(memorySource(text), { selection: { embedding } });
  return report;
};

describe('embeddings from a field of the file', () => {
  it('are the meanings of whole rows, and are told', async () => {
    const { levels, sampled } = await inspect(rows);
    const { instruction, whole } = levels.macro;
    if (!isMeasured(instruction) || !isMeasured(whole)) throw new Error('not measured');
    expect(whole.embedder).toBe('field vector');
    expect(whole.hill.q0).toBe(3);
    expect(instruction.embedder).not.toBe(whole.embedder);
    expect(sampled).toContainEqual(
      expect.objectContaining({
        what: 'own-embeddings',
        used: 90,
        of: 90,
        message: expect.stringContaining('kept at 8 bits a number') as string,
      }),
    );
  });

  it('are those of the only field in a file that has one', async () => {
    const { levels } = await inspect(rows.map(({ output, vector }) => ({ text: output, vector })));
    expect(levels.macro.instruction).toMatchObject({ embedder: 'field vector', hill: { q0: 3 } });
    expect(levels.macro.whole).toBe(levels.macro.instruction);
  });

  it('leave rows without one out, with a warning for each', async () => {
    const broken = rows.map((row, at) => (at < 2 ? { ...row, vector: [1, 2] } : row));
    const { file, levels, sampled } = await inspect(broken);
    expect(levels.macro.whole.rows).toBe(88);
    expect(levels.macro.instruction.rows).toBe(90);
    expect(file.rowWarnings).toEqual([
      {
        line: 1,
        code: 'no-embedding',
        message: 'Expected 10 numbers in the field "vector", found 2 numbers.',
      },
      expect.objectContaining({ line: 2, code: 'no-embedding' }),
    ]);
    expect(sampled).toContainEqual(expect.objectContaining({ what: 'own-embeddings', used: 88 }));
  });

  it('leave rows out whose vector has no direction that can be measured', async () => {
    const odd = [Array<number>(10).fill(0), [1e39, ...Array<number>(9).fill(1)]];
    const { file, levels } = await inspect(
      rows.map((row, at) => ({ ...row, vector: odd[at] ?? row.vector })),
    );
    expect(levels.macro.whole.rows).toBe(88);
    expect(file.rowWarnings.map(({ line, code }) => [line, code])).toEqual([
      [1, 'no-embedding'],
      [2, 'no-embedding'],
    ]);
  });

  it('say why nothing was measured where all of them are zeros', async () => {
    const { file, levels } = await inspect(
      rows.map(({ output }) => ({ text: output, vector: [0, 0] })),
    );
    expect(file.rowWarningCount).toBe(90);
    expect(levels.macro.instruction).toMatchObject({
      rows: 90,
      unmeasured: { code: 'no-meaning' },
    });
    expect(levels.macro.response).toMatchObject({ unmeasured: { code: 'no-such-field' } });
  });

  it('are the built-in ones where the field is not there, which is told', async () => {
    const { file, levels, sampled } = await inspect(rows, 'vektor');
    expect(file.rowWarningCount).toBe(0);
    expect(levels.macro.whole).not.toMatchObject({ embedder: 'field vektor' });
    expect(sampled).toEqual([
      {
        what: 'chosen-field',
        level: 'macro',
        used: 0,
        of: 90,
        chosen: {
          as: 'embedding',
          path: 'vektor',
          available: ['instruction', 'output', 'vector'],
        },
        message:
          'No row was found with numbers in the field "vektor" chosen for embeddings: meanings are of the built-in embedder. ' +
          'Fields of the rows: instruction, output, vector.',
      },
    ]);
  });
});
