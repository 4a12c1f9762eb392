/** Bad usage: the message is one clear sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
