/** A shorter response, such as a name, is quoted from the instruction for good reason. */
const MIN_CONTAINED = 60;

/**
 * Whether a response repeats its instruction: `equal` up to case and white space, or `contained` in it word for word, if it
 * has 60 characters or more. An extract of a passage is contained as well: a low weight. O(length).
 */
export function findEcho(instruction: string, response: string): 'equal' | 'contained' | undefined {
  const asked = instruction.trim();
  const said = response.trim();
  if (said.length === asked.length && said.toLowerCase() === asked.toLowerCase()) return 'equal';
  return said.length >= MIN_CONTAINED && asked.includes(said) ? 'contained' : undefined;
}
