import { newFile } from '../engine/newFile.ts';

/** Writes a table of runs, whole or not at all. @throws AnalysisError where it cannot be written */
export function writeTableFile(path: string, text: string): void {
  newFile(path, (write) => write(Buffer.from(text)));
}
