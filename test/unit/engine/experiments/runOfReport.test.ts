import { expect, it } from 'vitest';
import { runOfReport } from '../../../../src/engine/experiments/runOfReport.ts';
import { sampleReport } from '../../webview/sampleReport.ts';

it('takes size and levels at the common number of rows from a report, and names what is missing', () => {
  const { run, missing } = runOfReport(sampleReport, 'a.jsonl');
  expect(run.data).toBe('a.jsonl');
  expect(run.cells.size).toBe(String(sampleReport.file.rows));
  expect(run.cells.score).toBeUndefined();
  for (const column of missing) expect(run.cells[column]).toBeUndefined();
  const macro = sampleReport.levels.macro.instruction;
  if ('unmeasured' in macro || 'absence' in macro.atCommonRows) {
    expect(missing).toContain('macro-instruction');
  } else {
    expect(Number(run.cells['macro-instruction'])).toBeCloseTo(macro.atCommonRows.q1, 3);
    expect(run.cells['common-rows']).toBe(String(macro.atCommonRows.rows));
  }
});
