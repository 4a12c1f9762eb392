import type { ComparedFiles } from '../../engine/compare/comparison.ts';
import { createRecordThread, type RecordThread } from '../../engine/recordThread.ts';
import { toCompareView } from '../../webview/viewModel/compareView.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { hostWording } from '../hostWording.ts';
import type { StudyKind } from '../sheet/study.ts';
import { writeLeftOut } from '../writeLeftOut.ts';
import type { ComparedRecords } from './comparedRecords.ts';
import { compareWording } from './compareWording.ts';
import type { StartComparison } from './startComparison.ts';

export interface CompareTools {
  /** Folder of the tables, where threads that read rows find them. */
  readonly assetsFolder: string;
  readonly records: ComparedRecords;
  readonly start: StartComparison;
}

/** Comparing a data set, the first file, with a reference, the second. */
export const compareStudy = ({
  assetsFolder,
  records,
  start,
}: CompareTools): StudyKind<'compareFiles'> => ({
  panelType: 'strata.compare',
  create([dataset, reference]) {
    if (!dataset || !reference) throw new RangeError('expected two files');
    const uris = { dataset, reference };
    const words = compareWording();
    const phases: Readonly<Record<string, string | undefined>> = words;
    const names = [fileNameOf(dataset), fileNameOf(reference)] as const;
    let compared: ComparedFiles | undefined;
    let sources: Awaited<ReturnType<StartComparison>>['sources'] | undefined;
    let threads: readonly RecordThread[] = [];
    const letGo = () => {
      for (const thread of threads) thread.close();
      threads = [];
      compared = undefined;
    };

    return {
      title: fill(words.title, ...names),
      again: words.compareAgain,
      async start({ onProgress }) {
        letGo();
        const started = await start(uris, (progress) => onProgress?.(progress));
        ({ sources } = started);
        return started.job;
      },
      phaseWord: (phase) => phases[`phase.${phase}`] ?? words['phase.read-dataset'],
      finish(result) {
        compared = result;
        const of = sources;
        if (of) {
          threads = (['dataset', 'reference'] as const).map((which) =>
            createRecordThread({ source: of[which], assetsFolder, ...result.files[which] }),
          );
        }
        return toCompareView(result.comparison, names, words, hostWording());
      },
      async compareRows(rows) {
        await records.compare(
          rows.map(({ file, line }) => ({
            thread: threads[file],
            uri: [dataset, reference][file] ?? dataset,
            line,
          })),
        );
      },
      async act() {
        const [thread] = threads;
        if (!compared || !thread) return;
        const { comparison, files } = compared;
        await writeLeftOut(
          {
            uri: dataset,
            records: thread,
            lineStarts: files.dataset.lineStarts,
            strataVersion: comparison.strataVersion,
            bytes: comparison.dataset.file.bytes,
          },
          comparison.leakage.pairs.map(({ line, kind }) => ({ line, reason: `leaked-${kind}` })),
        );
      },
      dispose: letGo,
    };
  },
});
