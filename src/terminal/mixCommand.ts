import { manifestPath } from '../engine/manifestPath.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { mixtureSnippets } from '../engine/mix/mixtureSnippets.ts';
import { assertTargets } from './assertTargets.ts';
import type { Command } from './command.ts';
import { COMMON_ENTRIES, INPUTS_PART, SETTINGS_PARTS } from './commonUsage.ts';
import { countOf } from './countOf.ts';
import { parseMixArguments } from './parseMixArguments.ts';
import { complain, print } from './print.ts';
import { printResult } from './printResult.ts';
import { renderMixing } from './renderMixing.ts';
import type { TerminalContext } from './terminalContext.ts';
import { machineOptions, runTerminalJob } from './runTerminalJob.ts';
import type { UsagePart } from './usage.ts';

const USAGE: readonly UsagePart[] = [
  {
    synopsis:
      'strata mix GENERATED REAL [--size N] [--seed S] [--ratio R (--out FILE | --snippets) [--close] [--order shuffled|files]] [--json] [--language en|ja]',
  },
  {
    text: 'Mixes generated rows with real ones, from 0 to 100% generated, and measures every mixture at one size: diversity of each level, shift against real rows that were held back, near-duplicates; over five seeded draws each, with any generated rows and with only those that are close to the real ones. Ratios where diversity gains without a shift beyond noise are marked, with the rule by which they are.',
  },
  INPUTS_PART,
  {
    entries: [
      [
        '--size N',
        'rows of each mixture; unless told what the generated file and half of the real one allow, at most 5,000',
      ],
      ['--seed S', 'of everything random (1)'],
      ['--ratio R', 'per cent of generated rows of the mixture that is written'],
      [
        '--out FILE',
        'writes this mixture: lines byte for byte, with a manifest of the file and line of every row; a file that is there is replaced',
      ],
      ['--close', 'generated rows that are close to the real ones only'],
      [
        '--order files',
        'generated rows as they stand in their file, then the real ones; otherwise shuffled by the seed',
      ],
      ['--snippets', 'prints mixture weights for axolotl, TRL and interleave_datasets'],
      ['--json', 'print the figures as JSON (documented in docs/mix.md)'],
      ['--real-fields …', '--fields for the real file, where its fields are named otherwise'],
      ...COMMON_ENTRIES,
    ],
  },
  ...SETTINGS_PARTS,
];

export const mixCommand: Command = {
  name: 'mix',
  summary: 'explore how much generated data to mix with real data, and write the mixture',
  usage: USAGE,
  run: mix,
};

async function mix(words: readonly string[], context: TerminalContext): Promise<number> {
  const { sources, wording } = context;
  const options = parseMixArguments(words);
  const { choice, target, order } = options;
  const files = {
    dataset: { source: await sources.open(options.generated), selection: options.selection },
    reference: { source: await sources.open(options.real), selection: options.realFields },
  };
  if (target !== undefined) {
    const read = [files.dataset.source, files.reference.source];
    assertTargets([target, manifestPath(target)], read);
  }
  const explored = await runTerminalJob('exploreMix', context, {
    ...files,
    settings: options.settings,
    ...machineOptions(options.threads, context),
    ...(options.size !== undefined && { size: options.size }),
  });
  const { mixing, lines } = explored;
  await printResult(
    mixing,
    options.json,
    (found, style, columns) => renderMixing(found, style, columns, wording),
    context,
  );
  if (choice && options.snippets) {
    for (const { name, text } of mixtureSnippets(mixing, choice.ratio)) {
      const heading = fill(wording.terminal.snippet, name, String(choice.ratio));
      await print(`\n# ${heading}\n${text}`, context);
    }
  }
  if (choice && target !== undefined) {
    const written = await runTerminalJob('writeMixture', context, {
      files: {
        dataset: { source: files.dataset.source, lineStarts: explored.files.dataset.lineStarts },
        reference: {
          source: files.reference.source,
          lineStarts: explored.files.reference.lineStarts,
        },
      },
      lines,
      mixing,
      choice,
      order,
      targetPath: target,
    });
    complain(
      fill(
        wording.terminal.mixtureWritten,
        countOf('generatedRow', written.generatedRows, wording),
        countOf('realRow', written.realRows, wording),
        target,
        written.manifestPath,
      ),
      context,
    );
  }
  return 0;
}
