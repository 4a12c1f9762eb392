import { englishFlagKindWords } from '../glossary/flagKindWords.ts';
import { fill, joinSentences } from '../webview/viewModel/wording.ts';
import { FLAG_KINDS } from '../webview/panelTerms.ts';
import { filePlaceOf, type CheckOutcome, type FilePlace, type FlaggedRow } from './checkOutcome.ts';
import { resultSentence, type Translate } from './resultTexts.ts';
import { englishCheckWords as words } from './checkWords.ts';
import type { CheckResult } from './evaluateChecks.ts';
import { grouped } from '../metrics/text/grouped.ts';

/** Code scanning takes 25,000 results of a run, and shows 5,000 of them. */
const MOST_FLAGS = 5_000;
const MOST_RELATED = 10;
const LIMIT_RULE = 'limit';

/**
 * The outcome as a SARIF 2.1.0 log (OASIS): limits that are not kept as errors, flagged rows as
 * warnings or notes at their lines.
 */
export function renderCheckSarif(outcome: CheckOutcome, translate: Translate): string {
  const { strataVersion, file, results, flags, notes } = outcome;
  const failed = results.filter((result) => result.outcome === 'failed');
  const listed = flags.slice(0, MOST_FLAGS);
  const left = flags.length - listed.length;
  const messages =
    left > 0
      ? [
          ...notes,
          fill(translate(left === 1 ? words.leftOutOne : words.leftOutOther), grouped(left)),
        ]
      : notes;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Strata', version: strataVersion, rules: rules(translate) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: messages.map((text) => ({
              level: 'note',
              message: { text },
            })),
          },
        ],
        artifacts: artifactsOf(outcome).map((path) => ({
          location: { uri: toUriReference(path) },
        })),
        results: [
          ...failed.map((result) => limitResult(result, file, translate)),
          ...listed.map((flag) => flagResult(flag, outcome)),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rules(translate: Translate) {
  return [
    {
      id: LIMIT_RULE,
      shortDescription: { text: translate(words.limitRule) },
      fullDescription: {
        text: translate(words.limitRuleFull),
      },
      help: { text: translate(words.limitRuleHelp) },
      defaultConfiguration: { level: 'error' },
    },
    ...FLAG_KINDS.map((kind) => {
      const { means, meansNot, whatToDo } = englishFlagKindWords[kind];
      const [meaning, not] = [translate(means), translate(meansNot)];
      return {
        id: kind,
        shortDescription: { text: meaning },
        fullDescription: { text: joinSentences([meaning, not]) },
        help: { text: translate(whatToDo) },
        defaultConfiguration: { level: levelOf(kind) },
      };
    }),
  ];
}

function levelOf(kind: FlaggedRow['kind']): 'error' | 'warning' | 'note' {
  switch (kind) {
    case 'row-error':
      return 'error';
    case 'exact-duplicate':
    case 'near-duplicate':
    case 'preference-pair':
    case 'quality':
      return 'warning';
    default:
      return 'note';
  }
}

function limitResult(result: CheckResult, file: string, translate: Translate) {
  return {
    ruleId: LIMIT_RULE,
    ruleIndex: 0,
    level: 'error',
    message: { text: fill(translate(words.fullStop), resultSentence(result, translate)) },
    locations: [locationOf({ file, line: 1 })],
    partialFingerprints: { 'strataFigure/v1': `${result.figure}:${result.rule}` },
  };
}

function flagResult({ kind, line, lines, reason, severity }: FlaggedRow, outcome: CheckOutcome) {
  const at = (one: number) => locationOf(filePlaceOf(outcome, one));
  const others = lines.filter((other) => other !== line).slice(0, MOST_RELATED);
  return {
    ruleId: kind,
    ruleIndex: 1 + FLAG_KINDS.indexOf(kind),
    level: levelOf(kind),
    message: { text: reason },
    locations: [at(line)],
    ...(others.length > 0 && {
      relatedLocations: others.map((other, id) => ({ id, ...at(other) })),
    }),
    rank: Math.round(1000 * severity) / 10,
  };
}

function locationOf({ file, line }: FilePlace) {
  const artifactLocation = { uri: toUriReference(file) };
  return {
    physicalLocation: {
      artifactLocation,
      ...(line !== undefined && { region: { startLine: line } }),
    },
  };
}

/** The file; of a folder its files, with the folder itself, which limits are of. */
function artifactsOf({ file, parts = [] }: CheckOutcome): string[] {
  const files = parts.map(({ linesBefore }) => filePlaceOf({ file, parts }, linesBefore + 1).file);
  return [...new Set([file, ...files])];
}

/** A relative reference with slashes, or a file URI where the path is absolute. */
function toUriReference(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//u.test(slashed)) return `file:///${encoded.replace('%3A', ':')}`;
  return slashed.startsWith('/') ? `file://${encoded}` : encoded.replace(/^(\.\/)+/u, '');
}
