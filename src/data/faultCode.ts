/** The code of a fault of the file system: `ENOENT`. Its words are English, and differ between systems. */
export function faultCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
