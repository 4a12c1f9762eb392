import { manifestPath } from './manifestPath.ts';
import { newFile, type WriteBytes } from './newFile.ts';

/**
 * Makes a file and its manifest beside it, as `newFile` makes one: both are whole on the disk before either takes its name, so
 * that no file stands beside the manifest of another.
 * @param manifestOf the text of the manifest, of what `fill` returned
 * @param confirm called once the file is on the disk, before the manifest is written; may throw
 * @throws AnalysisError not-writable with the reason
 */
export function newFileWithManifest<Result>(
  targetPath: string,
  fill: (write: WriteBytes) => Result,
  manifestOf: (result: Result) => string,
  confirm: () => void,
): Result {
  return newFile(targetPath, fill, (result) => {
    confirm();
    newFile(manifestPath(targetPath), (write) => write(Buffer.from(manifestOf(result))));
  });
}
