import { faultCode } from './faultCode.ts';
import { englishFaultWords as faults } from './faultWords.ts';
import { sentence, type Sentence } from './sentence.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: faults.noFileOrFolder,
  ENOTDIR: faults.noFolderInPath,
  EACCES: faults.denied,
  EPERM: faults.denied,
  EROFS: faults.readOnlyDisk,
  ENOSPC: faults.diskFull,
  EDQUOT: faults.diskFull,
  EFBIG: faults.tooLargeForDisk,
  EISDIR: faults.isFolder,
  ELOOP: faults.circularLinks,
  ENAMETOOLONG: faults.longName,
  EMFILE: faults.manyOpenFiles,
  ENFILE: faults.manyOpenFiles,
  EBUSY: faults.inUse,
  ETXTBSY: faults.inUse,
  EIO: faults.diskFault,
};

/** Why the file system refused, for the end of a sentence: in words, or the code where there are none for it. */
export function faultReason(error: unknown): string | Sentence {
  const code = faultCode(error);
  return Object.hasOwn(REASONS, code) ? sentence(REASONS[code]!) : code;
}
