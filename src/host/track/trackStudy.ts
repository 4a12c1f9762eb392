import { runJob } from '../../engine/runJob.ts';
import { trackWords } from '../../webview/viewModel/track/trackWords.ts';
import { toTrackView } from '../../webview/viewModel/track/trackView.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { filesToRead } from '../fileToRead.ts';
import { hostWording } from '../hostWording.ts';
import { readSettings } from '../settings.ts';
import type { StudyKind } from '../sheet/study.ts';
import { translated } from '../translated.ts';

export interface TrackTools {
  /** Folder of the tables that measuring needs. */
  readonly assetsFolder: string;
  readonly fieldChoices: FieldChoices;
}

/** Following data sets that were made one after the other, in the order of the files. */
export const trackStudy = ({
  assetsFolder,
  fieldChoices,
}: TrackTools): StudyKind<'trackGenerations'> => ({
  panelType: 'strata.track',
  create(uris) {
    const words = translated(trackWords);
    const names = uris.map(fileNameOf);
    return {
      title: fill(words.title, names[0] ?? '', names.at(-1) ?? ''),
      again: words.again,
      async start({ onProgress, unpacking }) {
        const opened = await filesToRead(uris, fieldChoices, unpacking);
        const { inspect: settings, threads } = readSettings(uris[0]);
        const files = opened.map(({ file }) => file);
        const request = { files, settings, threads, assetsFolder };
        const job = runJob('trackGenerations', request, { ...(onProgress && { onProgress }) });
        const close = () => opened.forEach((file) => file.close());
        job.result.then(close, close);
        return job;
      },
      phaseWord: (phase) => (phase === 'track' ? words.following : words.reading),
      finish: (generations) => toTrackView(generations, names, words, hostWording()),
      dispose: () => undefined,
    };
  },
});
