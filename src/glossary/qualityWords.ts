import type { QualityCode } from '../metrics/quality/qualityCodes.ts';
import type { Words } from './figure.ts';

/** What each kind of quality finding is called, what it means, what it does not mean, and what one can do about it. */
export const englishQualityWords = {
  'empty-field': {
    label: 'Empty field',
    means: 'A field that holds a text in other rows is empty here, or only white space.',
    meansNot: 'An empty input beside an instruction is usual and not counted.',
    whatToDo: 'Fill it in or drop the row: a model learns to answer with nothing.',
  },
  'response-equals-instruction': {
    label: 'Response equals instruction',
    means: 'The response is the instruction again, but for case and white space at the ends.',
    meansNot: 'It does not count responses that quote a part of the instruction.',
    whatToDo: 'Drop the row, unless repeating the text is the task.',
  },
  'response-in-instruction': {
    label: 'Response stands in instruction',
    means: 'The whole response stands word for word in the instruction.',
    meansNot: 'It is no fault where the task is to extract a passage.',
    whatToDo: 'Look at a few: is it extraction, or did the answer leak into the question?',
  },
  refusal: {
    label: 'Refusal',
    means: 'The response declines to answer, by a phrase of the list of refusals.',
    meansNot: 'It does not say whether refusing was right.',
    whatToDo:
      'Drop the ones that refuse harmless requests; keep those that you want the model to refuse.',
  },
  boilerplate: {
    label: 'Boilerplate phrase',
    means: 'The response has a stock phrase of assistants, such as naming itself an AI model.',
    meansNot: 'It is no fault by itself; the rest of the response may be good.',
    whatToDo: 'Cut the phrase where many rows have it: models repeat it everywhere.',
  },
  'truncated-end': {
    label: 'Truncated end',
    means:
      'The response seems to break off: after a comma or a word that ends no sentence, or inside a code block.',
    meansNot: 'Titles, lists and one-word answers may end without a full stop on purpose.',
    whatToDo:
      'Look at the ends; raise the limit of tokens where they were generated and generate them again.',
  },
  'repeated-loop': {
    label: 'Repeats itself in a loop',
    means: 'The same run of words follows itself many times, as when a model falls into a loop.',
    meansNot: 'Refrains and tables may repeat themselves on purpose.',
    whatToDo: 'Drop the row or cut it before the loop.',
  },
  placeholder: {
    label: 'Placeholder not filled in',
    means: 'A slot of a template, such as {{name}} or [Your Name], still stands in the text.',
    meansNot: 'Where the task is to write a template, it belongs there.',
    whatToDo:
      'Fill the slots in, also where a training script does that later: check that it does.',
  },
  mojibake: {
    label: 'Wrongly decoded characters',
    means:
      'The text has replacement characters or letters that come from reading it in a wrong encoding.',
    meansNot: 'It does not find every wrong encoding.',
    whatToDo: 'Read the source again in its right encoding: what was lost cannot be repaired here.',
  },
  'role-order': {
    label: 'Turns out of order',
    means:
      'Two turns of one speaker follow each other, a conversation starts with the answer, or a tool answers a call that no turn made.',
    meansNot: 'Some formats allow it; chat templates often do not.',
    whatToDo: 'Merge the turns or put them in order, or training may fail on the chat template.',
  },
  'missing-assistant': {
    label: 'No answer of the assistant',
    means:
      'There is no answer to the last question, or an answer holds no text: there is nothing to learn from.',
    meansNot: 'It does not count answers that are there but short.',
    whatToDo: 'Add the answer or drop the row.',
  },
  'tool-call-json': {
    label: 'Tool call is no JSON',
    means: 'The arguments of a tool call cannot be read as JSON.',
    meansNot: 'It does not check the arguments against the schema of the tool.',
    whatToDo: 'Correct them or drop the row: the model would learn calls that fail.',
  },
  'duplicate-id': {
    label: 'Identifier used before',
    means: 'An earlier row has the same identifier.',
    meansNot:
      'The rows need not be equal otherwise. A field whose values many rows share names groups and is not counted.',
    whatToDo: 'Check how files were joined; one of the rows may be an old version.',
  },
  'contradictory-label': {
    label: 'Equal text, other label',
    means: 'Rows of equal text have different labels.',
    meansNot: 'It does not say which label is right.',
    whatToDo: 'Decide on one label, or allow both where a row may have several.',
  },
  'email-address': {
    label: 'E-mail address',
    means: 'The text has an e-mail address that is not one of the reserved example domains.',
    meansNot: 'It may be public or invented.',
    whatToDo: 'Replace addresses of persons before you train or share. Excerpts are masked here.',
  },
  'phone-number': {
    label: 'Phone number',
    means:
      'The text has a phone number: with a plus sign and the code of a country, or as North America and Japan write them.',
    meansNot: 'Other numbers may have the same form.',
    whatToDo: 'Replace numbers of persons before you train or share. Excerpts are masked here.',
  },
  'card-number': {
    label: 'Payment card number',
    means: 'The text has digits of a payment card whose check digit is right.',
    meansNot: 'One in ten random numbers of that form passes the check.',
    whatToDo: 'Replace it. Excerpts are masked here.',
  },
  'secret-key': {
    label: 'Secret key',
    means: 'The text has a key or token in the form that a known service issues, or a private key.',
    meansNot: 'It may be revoked or invented.',
    whatToDo: 'Replace it, and have the key revoked if it is real. Excerpts are masked here.',
  },
} as const satisfies Readonly<Record<QualityCode, Words>>;

export type QualityWords = Readonly<Record<QualityCode, Words>>;
