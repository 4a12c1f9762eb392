import * as vscode from 'vscode';
import { readExcerpts } from '../../data/readExcerpts.ts';
import {
  isCompared,
  type ComparedFiles,
  type JointMap,
  type OutsideRows,
  type Uncompared,
} from '../../engine/compare/comparison.ts';
import { createRecordThread, type RecordThread } from '../../engine/recordThread.ts';
import { englishCompareWords } from '../../webview/viewModel/compareWords.ts';
import { runComparison, type RunningComparison } from '../../engine/runComparison.ts';
import { DATASET, REFERENCE } from '../../webview/viewModel/comparedFiles.ts';
import { toCompareView, type OutsideTexts } from '../../webview/viewModel/compareView.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { createFilesOfRun } from '../filesOfRun.ts';
import type { FileToRead } from '../fileToRead.ts';
import { hostWording } from '../hostWording.ts';
import { readSettings } from '../settings.ts';
import type { StudyKind } from '../sheet/study.ts';
import { translated } from '../translated.ts';
import { writeLeftOut } from '../writeLeftOut.ts';
import type { ComparedRecords } from './comparedRecords.ts';

export interface CompareTools {
  /** Folder of the tables, where threads that read rows find them. */
  readonly assetsFolder: string;
  readonly records: ComparedRecords;
  readonly fieldChoices: FieldChoices;
  /** Told of every data set that was compared. */
  readonly onCompared: (dataset: vscode.Uri) => void;
}

/** Places of the files in the sheet. */
const COMPARED = ['dataset', 'reference'] as const;

/**
 * Comparing a data set, the first file, with a reference, the second: with the data set's settings,
 * each file with its own fields.
 */
export const compareStudy = ({
  assetsFolder,
  records,
  fieldChoices,
  onCompared,
}: CompareTools): StudyKind<'compareFiles'> => ({
  panelType: 'strata.compare',
  create([dataset, reference], sheet) {
    if (!dataset || !reference) throw new RangeError('expected two files');
    const words = translated(englishCompareWords);
    const phases: Readonly<Record<string, string | undefined>> = words;
    const names = [fileNameOf(dataset), fileNameOf(reference)] as const;
    let compared: ComparedFiles | undefined;
    const filesOfRun = createFilesOfRun();
    let opened: readonly FileToRead[] = [];
    let running: RunningComparison | undefined;
    let threads: readonly RecordThread[] = [];
    let texts: OutsideTexts = {};
    const letGo = () => {
      for (const thread of threads) thread.close();
      threads = [];
      filesOfRun.close();
      opened = [];
      compared = undefined;
      texts = {};
      // The map may still be laid out.
      running?.cancel();
      running = undefined;
    };
    const viewOf = ({ comparison }: ComparedFiles, map: JointMap | 'pending' | undefined) =>
      toCompareView(comparison, map, names, words, hostWording(), texts);
    async function textsOf(file: number, lines: readonly number[]) {
      const [which, source] = [COMPARED[file], opened[file]?.file.source];
      if (!compared || !which || !source) return new Map<number, string>();
      const { lineStarts, plan } = compared.files[which];
      const excerpts = await readExcerpts({ source, lineStarts, selection: plan.selection }, lines);
      return new Map(lines.map((line, at) => [line, excerpts[at] ?? '']));
    }
    const linesOf = (found: OutsideRows | Uncompared) =>
      isCompared(found) ? found.furthest.map(({ line }) => line) : [];

    return {
      title: fill(words.title, ...names),
      again: words.compareAgain,
      async start({ onProgress, unpacking }) {
        letGo();
        opened = await filesOfRun.open([dataset, reference], fieldChoices, unpacking);
        const [own, other] = opened.map(({ file }) => file);
        if (!own || !other) throw new RangeError('expected two files');
        const { inspect: settings, threads } = readSettings(dataset);
        const request = { dataset: own, reference: other, settings, threads, assetsFolder };
        running = runComparison(request, { ...(onProgress && { onProgress }) });
        return running;
      },
      phaseWord: (phase) => phases[`phase.${phase}`] ?? words['phase.read-dataset'],
      async finish(result) {
        compared = result;
        onCompared(dataset);
        const { files } = result;
        threads = opened.map(({ file: { source } }, file) =>
          createRecordThread({ source, assetsFolder, ...files[COMPARED[file] ?? 'dataset'] }),
        );
        const { invented, missing } = result.comparison;
        texts = {
          invented: await textsOf(DATASET, linesOf(invented)),
          missing: await textsOf(REFERENCE, linesOf(missing)),
        };
        void running?.map.then((made) => {
          if (compared === result) sheet.show({ sections: viewOf(result, made).sections });
        });
        return viewOf(result, 'pending');
      },
      async excerpt({ file, line }) {
        return (await textsOf(file, [line])).get(line) ?? '';
      },
      partsOf(file) {
        const { comparison } = compared ?? {};
        return (file === 0 ? comparison?.dataset : comparison?.reference)?.file.parts;
      },
      async showRow({ file, line }) {
        const uri = [dataset, reference][file] ?? dataset;
        await records.show({ thread: threads[file], uri, line });
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
      async act(id) {
        if (id === 'swap') {
          await vscode.commands.executeCommand('strata.compare', reference, dataset);
          return;
        }
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
            parts: comparison.dataset.file.parts,
            others: [{ uri: reference, parts: comparison.reference.file.parts }],
            isStale: () => threads[0] !== thread,
          },
          comparison.leakage.pairs.map(({ line, kind }) => ({ line, reason: `leaked-${kind}` })),
        );
      },
      dispose: letGo,
    };
  },
});
