import { expect, it } from 'vitest';
import type { InputPart } from '../../../../src/data/inputs/inputPart.ts';
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

const part = { path: 'x', bytes: 1, linesBefore: 0, lines: 1, counted: 'lines' } as const;
const snippetsOf = (parts: readonly InputPart[]) =>
  mixtureSnippets(
    { ...mixing, real: { file: { ...mixing.real.file, path: 'real', parts } } },
    40,
  ).map(({ text }) => text);

it.each([
  ['csv', ',', 'csv', ''],
  ['csv', ';', 'csv', ', sep=";"'],
  ['tsv', '\t', 'csv', String.raw`, sep="\t"`],
  ['json', undefined, 'json', ''],
  ['parquet', undefined, 'parquet', ''],
] as const)(
  'has files of %s with %j between cells read as such',
  (format, delimiter, loader, sep) => {
    const [axolotl, trl, python] = snippetsOf([
      { ...part, format, ...(delimiter && { delimiter }) },
    ]);
    expect(axolotl).toContain(`path: "real"\n    ds_type: ${loader}\n`);
    expect(trl).toContain(`path: ${loader}\n    data_files: "real"\n`);
    expect(python).toContain(
      `        load_dataset("${loader}", data_files="real", split="train"${sep}),\n    ],`,
    );
    // The first two can name no other sign than the comma.
    for (const text of [axolotl, trl]) expect(text?.includes('that commas part')).toBe(sep !== '');
    expect(python).not.toContain('#');
  },
);

it('names the field in which the rows of one object are, and says who cannot read them there', () => {
  const held = { ...part, format: 'json' as const, field: 'da"ta' };
  const [axolotl, trl, python] = snippetsOf([held]);
  expect(python).toContain('data_files="real", split="train", field="da\\"ta"),');
  expect(python).not.toContain('#');
  for (const text of [axolotl, trl]) expect(text).toContain('# Rows are not read that stand in');
  const others = [held, { ...held, field: 'rows' }];
  for (const text of snippetsOf(others)) expect(text).toContain('# No loader reads');
});

it('names the files of a folder that were read, also where one is called as the folder is', () => {
  const folder = ['real', 'part-2'].map((path) => ({
    ...part,
    path,
    inFolder: true as const,
    format: 'jsonl' as const,
  }));
  const [axolotl, trl, python] = snippetsOf(folder);
  const list = '    data_files:\n      - "real/real"\n      - "real/part-2"\n';
  expect(axolotl).toContain(`  - path: "real"\n${list}    ds_type: json\n`);
  expect(trl).toContain(`  - path: json\n${list}    split:`);
  expect(python).toContain('data_files=["real/real", "real/part-2"], split="train"),');
});

it('says where the files of a folder cannot be read together', () => {
  const files = (['jsonl', 'parquet'] as const).map((format) => ({ ...part, format }));
  for (const text of snippetsOf(files)) expect(text).toContain('# No loader reads');
  const tables = ([',', ';'] as const).map((delimiter) => ({
    ...part,
    format: 'csv' as const,
    delimiter,
  }));
  for (const text of snippetsOf(tables)) expect(text).toContain('# No loader reads');
});

it('gives probabilities that come to 1 whatever the ratio', () => {
  const large = { ...mixing, plan: { size: 100_000 } };
  for (let ratio = 1; ratio < 99; ratio += 0.005) {
    const python = mixtureSnippets(large, ratio)[2]!.text;
    const [, first, second] = /probabilities=\[([\d.]+), ([\d.]+)\]/u.exec(python)!;
    if (Math.abs(Number(first) + Number(second) - 1) > 1e-9) expect.fail(`${ratio}: ${python}`);
  }
});
