import { cancelled } from '../engine/cancellation.ts';
import { filesToRead, type FileToRead } from './fileToRead.ts';

/** The files that the latest run of a study reads, kept open for what is asked of its result. */
export interface FilesOfRun {
  /**
   * Lets go of the files of the run before and opens those of another.
   * @throws AnalysisError cancelled where they were let go of meanwhile, and whatever opening them may meet
   */
  readonly open: typeof filesToRead;
  /** Removes what was unpacked. */
  readonly close: () => void;
}

export function createFilesOfRun(): FilesOfRun {
  let runs = 0;
  let opened: readonly FileToRead[] = [];
  const close = () => {
    runs++;
    for (const file of opened) file.close();
    opened = [];
  };
  return {
    async open(...asked) {
      close();
      const own = runs;
      const files = await filesToRead(...asked);
      if (own === runs) return (opened = files);
      for (const file of files) file.close();
      throw cancelled();
    },
    close,
  };
}
