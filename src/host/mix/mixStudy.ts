import * as vscode from 'vscode';
import type { ByteSource } from '../../data/byteReader.ts';
import { partsOfSource } from '../../data/inputs/partsOfSource.ts';
import { readExcerpts } from '../../data/readExcerpts.ts';
import type { FieldSelection } from '../../data/rowTypes.ts';
import { isCompared } from '../../engine/compare/comparison.ts';
import { generatedRowsAt } from '../../engine/mix/drawMixtures.ts';
import { mixtureLines } from '../../engine/mix/mixtureLines.ts';
import type { MixPoint, MixResult, MixUpdate } from '../../engine/mix/mixing.ts';
import { USUAL_START } from '../../engine/mix/mixing.ts';
import { runJob } from '../../engine/runJob.ts';
import type { MeasuredField } from '../../engine/report.ts';
import type { MixCurveName, MixState, SampleRow } from '../../webview/viewModel/mix/mixState.ts';
import { mixStatus, toMixView } from '../../webview/viewModel/mix/mixView.ts';
import { mixWords } from '../../webview/viewModel/mix/mixWords.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import type { ComparedRecords } from '../compare/comparedRecords.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { createFilesOfRun } from '../filesOfRun.ts';
import { hostWording } from '../hostWording.ts';
import { readSettings } from '../settings.ts';
import { showRowOf } from '../sheet/showRowOf.ts';
import type { StudyKind } from '../sheet/study.ts';
import { translated } from '../translated.ts';
import { writeMixtureFile } from './writeMixtureFile.ts';

export interface MixTools {
  /** Folder of the tables that measuring needs. */
  readonly assetsFolder: string;
  readonly fieldChoices: FieldChoices;
  readonly records: ComparedRecords;
  /** Told of every file of generated rows of which a mixture was written. */
  readonly onMixed: (generated: vscode.Uri) => void;
}

/** Rows of either file that are shown of a mixture. */
const SAMPLES = 5;

const FIELDS: readonly MeasuredField[] = ['whole', 'instruction', 'response'];

/** Mixing generated rows, the first file, with real ones, the second: with the generated file's settings. */
export const mixStudy = ({
  assetsFolder,
  fieldChoices,
  records,
  onMixed,
}: MixTools): StudyKind<'exploreMix'> => ({
  panelType: 'strata.mix',
  create([generated, real], sheet) {
    if (!generated || !real) throw new RangeError('expected two files');
    const words = translated(mixWords);
    const names = [fileNameOf(generated), fileNameOf(real)] as const;
    const phases: Readonly<Record<string, string | undefined>> = {
      'read-real': words.readingReal,
      'prepare-mix': words.preparing,
      mix: words.mixing,
    };
    let state: MixState | undefined;
    let result: MixResult | undefined;
    let files: readonly { source: ByteSource; selection: FieldSelection }[] = [];
    const filesOfRun = createFilesOfRun();

    const show = (change: Partial<MixState>) => {
      if (!state) return;
      state = { ...state, ...change };
      sheet.show(toMixView(state, names, words, hostWording()));
    };
    const receive = (update: MixUpdate) => {
      if (update.type === 'frame') {
        state = {
          frame: update.frame,
          points: { all: [], close: [] },
          field: 'whole',
          ratio: USUAL_START.low,
          curve: 'all',
          samples: [],
        };
        return;
      }
      if (!state) return;
      const { points } = state;
      const added: readonly MixPoint[] = [...points[update.curve], update.point];
      show({ points: { ...points, [update.curve]: added } });
    };

    /** Rows of the chosen mixture, some of either file. */
    async function readSamples(): Promise<readonly SampleRow[]> {
      if (!state || !result) return [];
      const { ratio, curve } = state;
      const { lines, mixing } = result;
      const taken = curve === 'close' ? (lines.close?.length ?? 0) : lines.generated.length;
      if (taken < generatedRowsAt(ratio, mixing.plan.size)) return [];
      const rows = mixtureLines(lines, mixing.plan.size, { ratio, onlyClose: curve === 'close' });
      const samples: SampleRow[] = [];
      for (const [file, from] of (['generated', 'real'] as const).entries()) {
        const own = rows.filter((row) => row.from === from).slice(0, SAMPLES);
        const read = files[file];
        if (!read) continue;
        const { lineStarts } = file === 0 ? result.files.dataset : result.files.reference;
        const texts = await readExcerpts(
          { ...read, lineStarts },
          own.map(({ line }) => line),
        );
        own.forEach(({ line }, at) => samples.push({ file, line, text: texts[at] ?? '' }));
      }
      return samples;
    }
    /** Undefined where another mixture is chosen by the time they are read. */
    async function samplesOfChoice(): Promise<readonly SampleRow[] | undefined> {
      const asked = state;
      const samples = await readSamples();
      const isStillAsked = state?.ratio === asked?.ratio && state?.curve === asked?.curve;
      return isStillAsked ? samples : undefined;
    }
    async function choose(change: Partial<MixState>): Promise<void> {
      show(change);
      const samples = await samplesOfChoice();
      if (samples) show({ samples });
    }

    return {
      title: fill(words.title, ...names),
      again: words.again,
      async start({ onProgress, unpacking }) {
        state = undefined;
        result = undefined;
        const opened = await filesOfRun.open([generated, real], fieldChoices, unpacking);
        files = opened.map(({ file }) => file);
        const [dataset, reference] = files;
        if (!dataset || !reference) throw new RangeError('expected two files');
        const { inspect: settings, threads } = readSettings(generated);
        return runJob(
          'exploreMix',
          { dataset, reference, settings, threads, assetsFolder },
          { ...(onProgress && { onProgress }), onUpdate: receive },
        );
      },
      phaseWord: (phase) => phases[phase] ?? words.readingGenerated,
      async finish(mixed) {
        result = mixed;
        const { all, close } = mixed.mixing.curves;
        const closeCurve = isCompared(close) ? close : undefined;
        const before = state;
        state = {
          field: 'whole',
          ratio: USUAL_START.low,
          curve: 'all',
          samples: [],
          ...before,
          frame: mixed.mixing,
          points: { all: all.points, close: closeCurve?.points ?? [] },
          verdicts: { all: all.verdict, ...(closeCurve && { close: closeCurve.verdict }) },
        };
        const samples = await samplesOfChoice();
        if (samples) state = { ...state, samples };
        const wording = hostWording();
        return {
          status: mixStatus(state, words, wording),
          ...toMixView(state, names, words, wording),
        };
      },
      set(id, value) {
        const field = FIELDS.find((known) => known === value);
        if (id === 'field' && field) show({ field });
        const ratio = state?.frame.plan.ratios.find((known) => `${known}` === value);
        if (id === 'ratio' && ratio !== undefined) void choose({ ratio });
        const curve = (['all', 'close'] as const).find((known: MixCurveName) => known === value);
        if (id === 'curve' && curve) void choose({ curve });
      },
      partsOf(file) {
        const read = files[file];
        return read && partsOfSource(read.source);
      },
      async showRow({ file, line }) {
        const read = files[file];
        if (!result || !read) return;
        const { dataset, reference } = result.files;
        const found = { ...(file === 0 ? dataset : reference), source: read.source, assetsFolder };
        await showRowOf(found, file === 0 ? generated : real, line, records);
      },
      async act(id) {
        if (id === 'swap') {
          await vscode.commands.executeCommand('strata.mix', real, generated);
          return;
        }
        const [dataset, reference] = files;
        if (!state || !result || !dataset || !reference) return;
        await writeMixtureFile(
          generated,
          {
            files: {
              dataset: { source: dataset.source, lineStarts: result.files.dataset.lineStarts },
              reference: {
                source: reference.source,
                lineStarts: result.files.reference.lineStarts,
              },
            },
            lines: result.lines,
            mixing: result.mixing,
            choice: { ratio: state.ratio, onlyClose: state.curve === 'close' },
            order: 'shuffled',
          },
          () => onMixed(generated),
        );
      },
      dispose: filesOfRun.close,
    };
  },
});
