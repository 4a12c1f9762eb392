import { expect, it } from 'vitest';
import { defaultSettings } from '../../../../src/engine/defaultSettings.ts';
import { mixtureSnippets } from '../../../../src/engine/mix/mixtureSnippets.ts';

const mixing = {
  settings: { ...defaultSettings, seed: 5 },
  plan: { size: 300, heldBackRows: 300, draws: 5, ratios: [0, 50, 100] },
  generated: { file: { path: 'data/made "by" us.jsonl', rows: 1_000, shape: 'alpaca' } },
  real: { file: { path: 'real.jsonl', rows: 601, shape: 'prompt-completion' } },
} as const;

it('gives axolotl the share of each file, TRL its first rows, and interleave_datasets the probabilities', () => {
  const [axolotl, trl, python] = mixtureSnippets(mixing, 40);
  expect(axolotl!.text).toBe(`datasets:
  - path: "data/made \\"by\\" us.jsonl"
    ds_type: json
    type: alpaca
    weight: 0.12 # 120 of 1000 rows
  - path: "real.jsonl"
    ds_type: json
    type: # the prompt type of rows such as prompt-completion
    weight: 0.2996 # 180 of 601 rows
shuffle_merged_datasets: true
seed: 5
`);
  expect(trl!.text).toBe(`# The first rows of each file: shuffle the files before.
datasets:
  - path: json
    data_files: "data/made \\"by\\" us.jsonl"
    split: "train[:120]"
  - path: json
    data_files: "real.jsonl"
    split: "train[:180]"
`);
  expect(python!.text).toContain('    probabilities=[0.4, 0.6],\n    seed=5,\n');
});

it('leaves a file out that has no row in the mixture: a weight of 0 is none', () => {
  for (const { text } of mixtureSnippets(mixing, 0)) {
    expect(text).toContain('real.jsonl');
    expect(text).not.toContain('made');
  }
  for (const { text } of mixtureSnippets(mixing, 100)) expect(text).not.toContain('real.jsonl');
});

it('has files read by what they hold', () => {
  const part = { path: 'x', bytes: 1, linesBefore: 0, lines: 1, counted: 'lines' } as const;
  const [axolotl, trl, python] = mixtureSnippets(
    {
      ...mixing,
      generated: { file: { ...mixing.generated.file, parts: [{ ...part, format: 'tsv' }] } },
      real: { file: { ...mixing.real.file, parts: [{ ...part, format: 'parquet' }] } },
    },
    40,
  );
  for (const loader of ['csv', 'parquet']) {
    expect(axolotl!.text).toContain(`ds_type: ${loader}\n`);
    expect(trl!.text).toContain(`path: ${loader}\n`);
    expect(python!.text).toContain(`load_dataset("${loader}"`);
  }
  expect(python!.text.match(/split="train".*/gu)).toEqual([
    String.raw`split="train", sep="\t"),`,
    'split="train"),',
  ]);
});

it('gives probabilities that come to 1 whatever the ratio', () => {
  const large = { ...mixing, plan: { size: 100_000 } };
  for (let ratio = 1; ratio < 99; ratio += 0.005) {
    const python = mixtureSnippets(large, ratio)[2]!.text;
    const [, first, second] = /probabilities=\[([\d.]+), ([\d.]+)\]/u.exec(python)!;
    if (Math.abs(Number(first) + Number(second) - 1) > 1e-9) expect.fail(`${ratio}: ${python}`);
  }
});
