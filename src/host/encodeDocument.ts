import { setImmediate as nextTurn } from 'node:timers/promises';
import type * as vscode from 'vscode';

const CHUNK_UNITS = 1 << 20;

/**
 * The text of an editor as UTF-8 with line feeds, for the engine's threads. Encoded a piece at a time, because the thread
 * that does it is the one that all extensions share; begun again when somebody types meanwhile.
 */
export async function encodeDocument(document: vscode.TextDocument): Promise<SharedArrayBuffer> {
  for (;;) {
    const { version } = document;
    const chunks = await encodeChunks(document);
    if (document.version === version) return join(chunks);
  }
}

async function encodeChunks(document: vscode.TextDocument): Promise<Buffer[]> {
  const { version, lineCount } = document;
  const chunks: Buffer[] = [];
  let lines: string[] = [];
  let units = 0;
  for (let line = 0; line < lineCount && document.version === version; line++) {
    const { text } = document.lineAt(line);
    lines.push(text);
    units += text.length + 1;
    if (units < CHUNK_UNITS) continue;
    chunks.push(Buffer.from(`${lines.join('\n')}\n`));
    lines = [];
    units = 0;
    await nextTurn();
  }
  chunks.push(Buffer.from(lines.join('\n')));
  return chunks;
}

function join(chunks: readonly Buffer[]): SharedArrayBuffer {
  const shared = new SharedArrayBuffer(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  const bytes = new Uint8Array(shared);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return shared;
}
