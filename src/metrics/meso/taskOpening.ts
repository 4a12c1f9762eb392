/** Words of a text in which its task is looked for: in real instruction sets it stands at the beginning. */
export const MAX_TASK_WORDS = 60;

/** No more than this is scanned for those words, in UTF-16 units. */
const MAX_TASK_LENGTH = 4_000;

/** A system prompt of the form `You are a helpful assistant …`, the same for all rows, before the person's own words. */
const ROLE_PROMPT =
  /^\s*(?:you are|you're) [^\n]{0,400}?\b(?:assistant|ai|model|chatbot|bot|agent)\b[^\n]*(?:\n[^\n]+)*\n[ \t]*\n/i;

/** Of a text that has so many. */
const FIRST_WORDS = new RegExp(`^\\s*(?:\\S+\\s+){${MAX_TASK_WORDS - 1}}\\S+`);

/** The beginning of a text, at most MAX_TASK_WORDS words between white space, without a role prompt. */
export function taskOpening(text: string): string {
  const head = text.slice(0, MAX_TASK_LENGTH).toWellFormed();
  const task = head.replace(ROLE_PROMPT, '');
  return FIRST_WORDS.exec(task)?.[0] ?? task;
}
