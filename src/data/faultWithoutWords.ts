import { AnalysisError } from './analysisError.ts';
import { englishFaultWords as faults } from './faultWords.ts';
import { englishRowFaultWords as rowFaults } from './rowFaultWords.ts';
import type { Sentence } from './sentence.ts';

/** What stands in their places are numbers of ours. */
const NUMBERED: ReadonlySet<string> = new Set([
  faults.unusableLineOne,
  faults.unusableLineOther,
  faults.allBlankOne,
  faults.allBlankOther,
  faults.unnamedColumn,
  faults.textForName,
  faults.rowOne,
  faults.rowOther,
  rowFaults.closingQuote,
  rowFaults.inLine,
  rowFaults.invalidByte,
  rowFaults.invalidByteInFile,
  rowFaults.longLine,
  rowFaults.wrongCellsOne,
  rowFaults.wrongCellsOther,
]);
/** Sentences that end with what a program of others said, which may quote the file. */
const OF_OTHERS: ReadonlySet<string> = new Set([faults.noParquet, faults.unexpected]);
const LEFT_OUT = '…';

/**
 * A fault without a word of the file. It names itself paths and numbers; what was found in the file stands in the sentences
 * within it, of which only texts that are known to be numbers stay, so that what is added later goes too.
 */
export function faultWithoutWords({ code, sentence }: AnalysisError): AnalysisError {
  const { template, values } = withoutWords(sentence);
  return new AnalysisError(code, template, ...values);
}

function withoutWords({ template, values }: Sentence): Sentence {
  return {
    template,
    values: values.map((value, at) => {
      if (typeof value !== 'string') {
        return template === faults.ofFile ? withoutWords(value) : within(value);
      }
      return OF_OTHERS.has(template) && at === values.length - 1 ? LEFT_OUT : value;
    }),
  };
}

function within({ template, values }: Sentence): Sentence {
  return {
    template,
    values: values.map((value) => {
      if (typeof value !== 'string') return within(value);
      return NUMBERED.has(template) ? value : LEFT_OUT;
    }),
  };
}
