import { describe, expect, it } from 'vitest';
import { readRunTable } from '../../../../src/data/runTable/readRunTable.ts';
import { analyseRuns } from '../../../../src/engine/experiments/analyseRuns.ts';
import { createTongue } from '../../../../src/engine/experiments/createTongue.ts';
import {
  isAbsent,
  type ExperimentsReport,
} from '../../../../src/engine/experiments/experimentsReport.ts';
import { noteSentence } from '../../../../src/engine/experiments/noteSentence.ts';
import { simulatedRuns } from './simulatedRuns.ts';

const analyse = (...lines: readonly string[]) => analyseRuns(readRunTable(lines.join('\n')));
const english = createTongue((text) => text, 'en');
const sentences = (report: ExperimentsReport) =>
  report.notes.map((note) => noteSentence(note, english));
const codes = (report: ExperimentsReport) => report.notes.map(({ code }) => code);

describe('analyseRuns', () => {
  it('finds the levels that pay and those that cost, and no others', () => {
    const { header, rows } = simulatedRuns({
      runs: 40,
      slopes: { 'meso-instruction': 5, 'micro-instruction': -5 },
    });
    const report = analyse(header, ...rows);
    const verdicts = report.notes.filter(({ weight }) => weight === 'verdict');
    expect(verdicts.map(({ code, values }) => [code, values[0]])).toEqual(
      expect.arrayContaining([
        ['level-pays', { columns: ['meso-instruction'] }],
        ['level-costs', { columns: ['micro-instruction'] }],
      ]),
    );
    expect(verdicts).toHaveLength(2);
    expect(report.runs).toEqual({ all: 40, used: 40 });
    expect(JSON.stringify(report)).not.toMatch(/null|NaN|Infinity/);
    expect(sentences(report)[0]).toMatch(
      /^(Meso|Micro), instruction (pays|costs): one standard deviation more of it goes with [\d.]+ (more|less) score \(95%: [\d.]+ to [\d.]+\)\.$/,
    );
    if (isAbsent(report.together)) throw new Error(report.together.absence);
    expect(report.together.comparisons).toHaveLength(15);
    const larger = report.together.comparisons.find(
      ({ first, second }) => first === 'meso-instruction' && second === 'micro-instruction',
    );
    expect(larger!.probabilityFirstLarger).toBeGreaterThan(0.999);
  });

  it('says in words that five runs tell nothing', () => {
    const { header, rows } = simulatedRuns({ runs: 5, slopes: {}, seed: 3 });
    const report = analyse(header, ...rows);
    expect(report.together).toEqual({ absence: 'too-few-runs', runs: 5, needed: 9 });
    expect(sentences(report)).toContain(
      'With 5 runs, no level can be told from zero: every 95% interval holds it.',
    );
    expect(sentences(report)).toContain(
      'The levels cannot be taken together: that needs 9 runs with all of them, and there are 5.',
    );
  });

  it('says in words that two runs are too few, and one, and none', () => {
    const { header, rows } = simulatedRuns({ runs: 2, slopes: {} });
    const two = analyse(header, ...rows);
    expect(two.levels[0]!.alone).toEqual({ absence: 'too-few-runs', runs: 2, needed: 4 });
    expect(sentences(two)).toContain(
      'Macro, instruction: runs that have it: 2; 4 or more are needed.',
    );
    expect(codes(analyse(header, rows[0]!))).toContain('too-few-for-level');
    expect(codes(analyse(header))).toEqual(['no-runs']);
    expect(codes(analyse(''))).toEqual(['empty-table']);
  });

  it('tells levels that say the same, and those that almost do', () => {
    const lines = [1, 4, 2, 8, 5, 7, 3].map((value, i) => {
      const near = value + [0.3, -0.4, 0.2, 0, 0.3, -0.3, -0.2][i]!;
      return [
        value,
        3 * value + 2,
        near,
        value * 0.7 + [0.3, -0.2, 0.1, 0, -0.3, 0.2, 0.1][i]!,
      ].join(',');
    });
    const report = analyse('macro-instruction,macro-response,meso-instruction,score', ...lines);
    expect(sentences(report)).toContain(
      'Macro, response says nothing that Macro, instruction does not say already: it is left out.',
    );
    expect(sentences(report)).toContain(
      'Macro, instruction and Meso, instruction move together over these runs (correlation 0.994): which of them pays can hardly be told.',
    );
    if (isAbsent(report.together)) throw new Error(report.together.absence);
    expect(report.together.levels.map(({ column }) => column)).toEqual([
      'macro-instruction',
      'meso-instruction',
    ]);
    expect(report.together.levels[0]!.varianceInflation).toBeGreaterThan(50);
  });

  it('tells a level that a covariate says already', () => {
    const report = analyse(
      'epochs,macro-instruction,score',
      '1,10,3',
      '2,20,4',
      '3,30,7',
      '5,50,8',
    );
    expect(report.levels[0]!.alone).toEqual({ absence: 'collinear', madeOf: ['epochs'] });
    expect(sentences(report)).toContain(
      'Macro, instruction cannot be told from “epochs”: over these runs it says nothing else. Plan runs that part them.',
    );
  });

  it('leaves out runs and columns that lack numbers, and says which', () => {
    const report = analyse(
      'data,size,common-rows,epochs,seed,macro-instruction,micro-response,score',
      'a,1000,1000,3,,10,5,1',
      'b,1000,1000,3,7,12,6,',
      'c,1000,1000,3,,14,,3',
      'd,1000,500,3,,20,9,good',
      'e,1000,500,3,,18,9,4',
      'f,1000,1000,3,,,,4',
      'g,1000,1000,3,,11,4,2',
      'h,,1000,3,,9,6,2',
    );
    expect(sentences(report)).toEqual(
      expect.arrayContaining([
        'No number in column “score”, such as “good”, in line 5: these cells count as empty.',
        'Runs that await their score: 2 (lines 3, 5).',
        'Runs left out because a size or a covariate is missing: 1 (line 9).',
        'Size is 1,000 in every run that is used: nothing can be learned about it.',
        '“epochs” is 3 in every run that is used: nothing can be learned about it.',
        'Runs with a score whose levels are not measured: 1 (line 7).',
        'Runs that lack one level or more, and so are left out of the regression of all levels: 1 (line 4).',
        'The levels were measured at different numbers of rows (500, 1000): diversity grows with rows, so measure all at one number.',
      ]),
    );
    expect(report.runs).toEqual({ all: 8, used: 5 });
  });

  it('uses no run without a size, though all others have the same', () => {
    const header = 'size,macro-instruction,score';
    const report = analyse(header, '1000,20,50', '1000,24,51', '1000,22,53.5', ',27,52');
    expect(report.runs).toEqual({ all: 4, used: 3 });
    expect(report.levels[0]!.alone).toMatchObject({ runs: 3 });
    expect(codes(report)).toEqual(expect.arrayContaining(['cells-missing', 'constant-column']));
    const half = analyse(header, '1000,20,50', '1000,24,51', ',22,53.5', '0,27,52');
    expect(half.runs).toEqual({ all: 4, used: 4 });
    expect(sentences(half)).toContain(
      'Size is empty in half or more of the runs with a score and is left out.',
    );
    const each = analyse('size,epochs,macro-instruction,score', '5,1,20,50', '5,,24,51', ',1,7,8');
    expect(each.runs).toEqual({ all: 3, used: 1 });
  });

  it('warns of levels that together leave no noise', () => {
    const report = analyse(
      'macro-instruction,micro-response,score',
      ...['20,300,50', '21,340,55', '25,290,54', '23,330,56', '27,280,55'],
    );
    expect(codes(report)).toContain('perfect-fit-together');
    expect(codes(report)).not.toContain('larger-slope');
    expect(codes(analyse('macro-instruction,score', '1,3', '2,5', '3,7', '4,9'))).not.toContain(
      'perfect-fit-together',
    );
  });

  it('takes the levels together from two runs more than there are levels', () => {
    const rows = ['20,300,50', '21,310,53', '25,350,51', '23,280,57'];
    const four = analyse('macro-instruction,micro-response,score', ...rows);
    expect(four.together).toMatchObject({ runs: 4 });
    const three = analyse('macro-instruction,micro-response,score', ...rows.slice(1));
    expect(three.together).toEqual({ absence: 'too-few-runs', runs: 3, needed: 4 });
  });

  it('says that equal scores explain nothing, and that a perfect line shows no noise', () => {
    const same = analyse('macro-instruction,score', '1,5', '2,5', '3,5', '4,5');
    expect(codes(same)).toContain('same-score');
    expect(codes(same)).not.toContain('no-level-told');
    const exact = analyse('macro-instruction,score', '1,3', '2,5', '3,7', '4,9');
    expect(codes(exact)).toContain('perfect-fit');
    expect(JSON.stringify(exact)).not.toMatch(/null|NaN/);
  });

  it('tells a slope that hangs on one run', () => {
    const report = analyse(
      'macro-instruction,score',
      ...['1,5', '1.1,5.2', '0.9,4.7', '1.05,4.9', '0.95,5.1', '1,5.1', '9,30'],
    );
    expect(
      sentences(report).some((text) => /hangs on one run: without that of line 8/.test(text)),
    ).toBe(true);
  });

  it.each([
    ['macro-instruction,size\n1,2', 'no-score-column'],
    ['size,score\n1,2', 'no-level-column'],
    ['score,macro-instruction\n,2\n,3', 'no-scores'],
    ['score,Score,macro-instruction\n1,2,3', 'duplicate-column'],
    ['score,macro-instruction\n1,"2', 'broken-quotes'],
  ])('says what keeps %j from being read', (text, code) => {
    const report = analyseRuns(readRunTable(text));
    expect(codes(report)).toContain(code);
    expect(report.levels).toEqual([]);
  });

  it('does not depend on the order of the runs', () => {
    const { header, rows } = simulatedRuns({ runs: 15, slopes: { 'macro-instruction': 2 } });
    const one = analyse(header, ...rows);
    const other = analyse(header, ...rows.toReversed());
    for (const [i, { alone }] of one.levels.entries()) {
      const reversed = other.levels[i]!.alone;
      if (isAbsent(alone) || isAbsent(reversed)) throw new Error('absent');
      expect(reversed.slope.mean).toBeCloseTo(alone.slope.mean, 9);
      expect(reversed.leaveOneOut!.predictiveR2).toBeCloseTo(alone.leaveOneOut!.predictiveR2, 9);
    }
  });

  it('reads and fits 10,000 runs within seconds of processor time', { tags: 'slow' }, () => {
    const { header, rows } = simulatedRuns({ runs: 10_000, slopes: { 'macro-instruction': 0.5 } });
    const before = process.cpuUsage();
    const report = analyse(header, ...rows);
    const { user, system } = process.cpuUsage(before);
    expect(report.runs.used).toBe(10_000);
    expect(codes(report)).toContain('level-pays');
    expect((user + system) / 1e6).toBeLessThan(5);
  });

  it('survives script, lone surrogates and hostile names of columns', () => {
    const report = analyse(
      '__proto__,constructor,toString,macro-instruction,score,\ud800<script>',
      ...[1, 2, 3, 4, 5, 6, 7, 8].map(
        (i) => `${i % 3},${(i * i) % 5},${i % 2},${i},${(i * 7) % 4},${(i * 3) % 7}`,
      ),
    );
    expect(report.runs.used).toBe(8);
    expect(sentences(report).join('')).not.toContain('\ud800');
  });
});
