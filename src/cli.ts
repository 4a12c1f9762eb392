import { join } from 'node:path';
import { faultReason } from './data/faultReason.ts';
import { say, sentence, type Sentence } from './data/sentence.ts';
import { unexpectedFault } from './engine/unexpectedFault.ts';
import { workerThreads } from './engine/workers.ts';
import { complain } from './terminal/print.ts';
import { runProgram } from './terminal/runProgram.ts';
import { takeLanguage } from './terminal/takeLanguage.ts';
import type { TerminalSurroundings } from './terminal/terminalContext.ts';
import { englishTerminalWords } from './terminal/terminalWords.ts';
import { translator } from './terminal/translator.ts';
import { EXIT_FAILED } from './terminal/exitStatus.ts';

const words = process.argv.slice(2);
const surroundings: TerminalSurroundings = {
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: () => process.stdin,
  workers: workerThreads,
  packageFolder: join(__dirname, '..'),
};

// A reader such as `head` may close the pipe early: that is no fault, and what is to be written to files or told by the exit
// status is so all the same.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  const reason = error.code === undefined ? error.message : faultReason(error);
  endWith(sentence(englishTerminalWords.outputNotWritten, reason));
});
process.on('uncaughtException', (error) => endWith(unexpectedFault(error).sentence));

function endWith(why: Sentence): never {
  complain(say(why, translator(askedLanguage(), surroundings.packageFolder)), surroundings);
  process.exit(EXIT_FAILED);
}

function askedLanguage() {
  try {
    return takeLanguage(words).language;
  } catch {
    return 'en';
  }
}

void runProgram(words, surroundings).then((code) => {
  process.exitCode = code;
});
