import type { ByteSource } from '../data/byteReader.ts';
import type { FieldPlan } from '../data/fieldPlan.ts';
import { describeFields } from '../data/fieldPlan.ts';
import type { LineIndex } from '../data/lineIndex.ts';
import { version } from '../../package.json';
import type { InspectRequest } from './inspection.ts';
import type { Reading } from './reading.ts';
import type {
  FieldFacts,
  FileFacts,
  Levels,
  NearDuplicates,
  OffDistributionMethod,
  OffDistributionRow,
  QualityFinding,
  Report,
  SampleNote,
} from './report.ts';
import { intervalSamples } from './intervalSamples.ts';
import { withYardsticks } from './yardstickComparisons.ts';

/** What is known of a file once it has been read: the head of the report. */
export function describeFile(
  source: ByteSource,
  bytes: number,
  { lineCount, encoding, selectedLines }: LineIndex & { readonly selectedLines?: Uint8Array },
  plan: FieldPlan,
  reading: Reading,
): { readonly file: FileFacts; readonly fields: FieldFacts } {
  const file: FileFacts = {
    path: source.path,
    bytes: source.kind === 'converted' ? source.sourceBytes : bytes,
    lines: lineCount,
    ...(selectedLines && { selectedLines: selectedLines.reduce((sum, one) => sum + one, 0) }),
    blankLines: areLinesOfJson(source) ? reading.blankLines : 0,
    rows: reading.rowLines.length,
    rowErrors: reading.errors,
    rowErrorCount: reading.errorCount,
    rowWarnings: reading.warnings,
    rowWarningCount: reading.warningCount,
    shape: reading.shapes[0]!.shape,
    shapes: reading.shapes,
    encoding,
    ...(source.kind === 'converted' && { parts: source.parts }),
  };
  return { file, fields: fieldFacts(plan, reading) };
}

/** What no row has is not read, though a person may have chosen it: `sampled` says so. */
function fieldFacts(plan: FieldPlan, { fieldRows, taggedRows, available }: Reading): FieldFacts {
  const { instruction, response, tags } = describeFields(plan);
  return {
    ...(instruction !== undefined && fieldRows.instruction > 0 && { instruction }),
    ...(response !== undefined && fieldRows.response > 0 && { response }),
    ...(tags !== undefined && taggedRows > 0 && { tags }),
    available,
  };
}

/** In other formats a line on which no row begins is no blank line: it belongs to the row before, or to none. */
export function areLinesOfJson(source: ByteSource): boolean {
  return source.kind !== 'converted' || source.parts.every(({ format }) => format === 'jsonl');
}

interface Findings {
  readonly request: InspectRequest;
  readonly file: FileFacts;
  readonly fields: FieldFacts;
  readonly levels: Levels;
  readonly languages: Report['languages'];
  readonly recurringWording: Report['recurringWording'];
  readonly nearDuplicates: NearDuplicates;
  readonly offDistribution: {
    readonly rows: readonly OffDistributionRow[];
    readonly method: OffDistributionMethod;
  };
  readonly quality: readonly QualityFinding[];
  readonly sampled: readonly SampleNote[];
}

/** The whole report, its keys in the order in which docs/report.md explains them. */
export function assembleReport(findings: Findings): Report {
  return {
    schemaVersion: 1,
    strataVersion: version,
    settings: findings.request.settings,
    file: findings.file,
    fields: findings.fields,
    levels: withYardsticks(findings.levels),
    languages: findings.languages,
    recurringWording: findings.recurringWording,
    nearDuplicates: findings.nearDuplicates,
    offDistribution: findings.offDistribution.rows,
    offDistributionMethod: findings.offDistribution.method,
    quality: findings.quality,
    sampled: [
      ...findings.sampled,
      ...intervalSamples(findings.levels, findings.request.settings.seed),
    ],
  };
}
