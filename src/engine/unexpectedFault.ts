import { AnalysisError } from '../data/analysisError.ts';
import { faultReason } from '../data/faultReason.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { sentence, type Sentence } from '../data/sentence.ts';

const NO_MEMORY =
  /Array buffer allocation failed|Invalid (typed )?array length|Invalid string length/u;

/** What nobody foresaw, as a fault that a face can show: one sentence, while the stack of what was thrown is kept for a log. */
export function unexpectedFault(thrown: unknown): AnalysisError {
  const fault = hasNoMemory(thrown)
    ? new AnalysisError('out-of-memory', faults.outOfMemory)
    : new AnalysisError('worker-died', faults.unexpected, whatHappened(thrown));
  if (thrown instanceof Error && thrown.stack !== undefined) fault.stack = thrown.stack;
  return fault;
}

function hasNoMemory(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const isOfThread = 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOfThread || NO_MEMORY.test(thrown.message);
}

/** The reason of the file system in words; of a fault of ours what it says, with the place in our code at which it arose. */
function whatHappened(thrown: unknown): string | Sentence {
  if (!(thrown instanceof Error)) return firstLine(String(thrown));
  if ('syscall' in thrown) {
    const reason = faultReason(thrown);
    const { path } = thrown as NodeJS.ErrnoException;
    return path === undefined ? reason : sentence(faults.ofFile, path, reason);
  }
  const place = /([\w.-]+:\d+:\d+)\)?$/mu.exec(thrown.stack ?? '')?.[1];
  const said = `${thrown.name}: ${firstLine(thrown.message)}`;
  return place === undefined ? said : `${said} (${place})`;
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]!;
}
