import { openBytes, type ByteSource } from '../../data/byteReader.ts';
import { readExcerpts } from '../../data/readExcerpts.ts';
import type { FieldSelection } from '../../data/rowTypes.ts';
import { inspect } from '../inspect.ts';
import type { Inspection, InspectRequest } from '../inspection.ts';
import { progressMeter } from '../progressMeter.ts';
import type { FileFacts } from '../report.ts';
import { thinPlaces, type ThinPlace } from '../thinPlaces.ts';
import { thinPrompt } from '../thinPrompt.ts';
import type { JobEnvironment } from './job.ts';

export interface ThinRequest extends Omit<InspectRequest, 'lines' | 'withMap'> {
  /** Its tags are looked for. */
  readonly reference?: FileToRead;
}

interface FileToRead {
  readonly source: ByteSource;
  readonly selection: FieldSelection;
}

export type ThinPhase = 'reading' | 'reference';

/** A place, with what its example rows are recognised by and a prompt that asks for more rows there. */
export interface ThinPlaceWithRows extends ThinPlace {
  /** Whose lines they are. */
  readonly linesOf: 'dataset' | 'reference';
  /** One for each line. */
  readonly examples: readonly string[];
  readonly prompt: string;
}

export interface ThinResult {
  readonly file: FileFacts;
  readonly places: readonly ThinPlaceWithRows[];
  /** By what single rows are read back: of the data set, and of the reference where there is one. */
  readonly read: readonly Pick<Inspection, 'lineStarts' | 'plan'>[];
}

/** Of a longer row a prompt has the beginning. */
const PROMPT_ROW_BYTES = 4_096;

/** Inspects a data set, and the reference where there is one, and says where rows are missing. @throws AnalysisError */
export async function findThinPlaces(
  { reference, ...dataset }: ThinRequest,
  { onProgress, ...environment }: JobEnvironment<ThinPhase>,
): Promise<ThinResult> {
  const shares = reference ? { reading: 0.5, reference: 0.5 } : { reading: 1, reference: 0 };
  const meter = progressMeter<ThinPhase>(shares, onProgress);
  const inspectFile = (file: FileToRead, phase: ThinPhase) =>
    inspect(
      { ...dataset, ...file },
      {
        ...environment,
        onProgress: ({ fraction }) => meter.report(phase, fraction),
        onPartial: () => undefined,
      },
    );
  const inspection = await inspectFile(dataset, 'reading');
  const other = reference && (await inspectFile(reference, 'reference'));
  const places: ThinPlaceWithRows[] = [];
  for (const place of thinPlaces(inspection.report, other?.report)) {
    const isOfReference = place.kind === 'missing-tag' && reference && other;
    const from = isOfReference
      ? inspectedFile(reference, other)
      : inspectedFile(dataset, inspection);
    places.push({
      ...place,
      linesOf: isOfReference ? 'reference' : 'dataset',
      examples: await readExcerpts(from, place.lines),
      prompt: thinPrompt(place, readLines(from, place.lines)),
    });
  }
  const read = [inspection, ...(other ? [other] : [])];
  return {
    file: inspection.report.file,
    places,
    read: read.map(({ lineStarts, plan }) => ({ lineStarts, plan })),
  };
}

const inspectedFile = ({ source, selection }: FileToRead, { lineStarts }: Inspection) => ({
  source,
  selection,
  lineStarts,
});

/** Lines as they stand in the file. @param lines 1-based */
function readLines(
  { source, lineStarts }: { readonly source: ByteSource; readonly lineStarts: Float64Array },
  lines: readonly number[],
): string[] {
  const reader = openBytes(source);
  try {
    return lines.map((line) => {
      const start = lineStarts[line - 1] ?? 0;
      const length = (lineStarts[line] ?? start) - start;
      const bytes = Buffer.alloc(Math.min(length, PROMPT_ROW_BYTES));
      reader.read(start, bytes);
      return bytes.toString('utf8').trim() + (length > PROMPT_ROW_BYTES ? '…' : '');
    });
  } finally {
    reader.close();
  }
}
