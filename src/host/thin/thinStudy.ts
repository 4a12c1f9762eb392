import { partsOfSource } from '../../data/inputs/partsOfSource.ts';
import { runJob } from '../../engine/runJob.ts';
import { toThinView } from '../../webview/viewModel/thin/thinView.ts';
import { thinWords } from '../../webview/viewModel/thin/thinWords.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { filesToRead } from '../fileToRead.ts';
import { hostWording } from '../hostWording.ts';
import { readSettings } from '../settings.ts';
import type { StudyKind } from '../sheet/study.ts';
import { translated } from '../translated.ts';

export interface ThinTools {
  /** Folder of the tables that measuring needs. */
  readonly assetsFolder: string;
  readonly fieldChoices: FieldChoices;
}

/** Where a data set, the first file, needs rows; with a second one, which of its tags are missing. */
export const thinStudy = ({
  assetsFolder,
  fieldChoices,
}: ThinTools): StudyKind<'findThinPlaces'> => ({
  panelType: 'strata.thin',
  create(uris) {
    const words = translated(thinWords);
    const names = uris.map(fileNameOf);
    let parts: readonly ReturnType<typeof partsOfSource>[] = [];
    return {
      title: fill(names.length > 1 ? words.titleAgainst : words.title, ...names),
      again: words.again,
      async start({ onProgress, unpacking }) {
        const opened = await filesToRead(uris, fieldChoices, unpacking);
        const [file, reference] = opened.map((each) => each.file);
        if (!file) throw new RangeError('expected a file');
        parts = opened.map((each) => partsOfSource(each.file.source));
        const { inspect: settings, threads } = readSettings(uris[0]);
        const job = runJob(
          'findThinPlaces',
          { ...file, ...(reference && { reference }), settings, threads, assetsFolder },
          { ...(onProgress && { onProgress }) },
        );
        const close = () => opened.forEach((each) => each.close());
        job.result.then(close, close);
        return job;
      },
      phaseWord: (phase) => words[phase === 'reference' ? 'phase.reference' : 'phase.reading'],
      partsOf: (file) => parts[file],
      finish: (result) => toThinView(result, names, words, hostWording()),
      dispose: () => undefined,
    };
  },
});
