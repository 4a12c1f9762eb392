import { partsOfSource } from '../../data/inputs/partsOfSource.ts';
import type { ThinResult } from '../../engine/jobs/findThinPlaces.ts';
import { runJob } from '../../engine/runJob.ts';
import { toThinView } from '../../webview/viewModel/thin/thinView.ts';
import { thinWords } from '../../webview/viewModel/thin/thinWords.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import type { ComparedRecords } from '../compare/comparedRecords.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { fileNameOf } from '../fileNameOf.ts';
import type { FileToRead } from '../fileToRead.ts';
import { createFilesOfRun } from '../filesOfRun.ts';
import { hostWording } from '../hostWording.ts';
import { readSettings } from '../settings.ts';
import { showRowOf } from '../sheet/showRowOf.ts';
import type { StudyKind } from '../sheet/study.ts';
import { translated } from '../translated.ts';

export interface ThinTools {
  /** Folder of the tables that measuring needs. */
  readonly assetsFolder: string;
  readonly fieldChoices: FieldChoices;
  readonly records: ComparedRecords;
}

/** Where a data set, the first file, needs rows; with a second one, which of its tags are missing. */
export const thinStudy = ({
  assetsFolder,
  fieldChoices,
  records,
}: ThinTools): StudyKind<'findThinPlaces'> => ({
  panelType: 'strata.thin',
  create(uris) {
    const words = translated(thinWords);
    const names = uris.map(fileNameOf);
    const filesOfRun = createFilesOfRun();
    let opened: readonly FileToRead[] = [];
    let found: ThinResult | undefined;
    return {
      title: fill(names.length > 1 ? words.titleAgainst : words.title, ...names),
      again: words.again,
      async start({ onProgress, unpacking }) {
        found = undefined;
        opened = await filesOfRun.open(uris, fieldChoices, unpacking);
        const [file, reference] = opened.map((each) => each.file);
        if (!file) throw new RangeError('expected a file');
        const { inspect: settings, threads } = readSettings(uris[0]);
        return runJob(
          'findThinPlaces',
          { ...file, ...(reference && { reference }), settings, threads, assetsFolder },
          { ...(onProgress && { onProgress }) },
        );
      },
      phaseWord: (phase) => words[phase === 'reference' ? 'phase.reference' : 'phase.reading'],
      partsOf(file) {
        const read = opened[file];
        return read && partsOfSource(read.file.source);
      },
      async showRow({ file, line }) {
        const [uri, source, read] = [uris[file], opened[file]?.file.source, found?.read[file]];
        if (!uri || !source || !read) return;
        await showRowOf({ ...read, source, assetsFolder }, uri, line, records);
      },
      finish(result) {
        found = result;
        return toThinView(result, names, words, hostWording());
      },
      dispose: filesOfRun.close,
    };
  },
});
