// @ts-check
// Lints one rule: a value where an instance of a class is expected was made by that class. oxlint's type-aware part has
// the rule, but oxlint itself cannot name it yet: so this asks that part, in the way oxlint does. Once it can, the rule
// goes to oxlint.config.mjs, and this file goes.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { ROOT } from './test-results.mjs';

const RULE = 'no-unsafe-class-instance-assignment';

const HEADER_BYTES = 5;
const DIAGNOSTIC = 1;

/** @typedef {{ message: { description: string }, file_path: string | null, range?: { pos: number } }} Diagnostic */

const files = ['src', 'test', 'bench'].flatMap((room) =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .map((path) => join(ROOT, room, path))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .filter((path) => !path.startsWith(join(ROOT, 'src/metrics/embed/kernels'))),
);

const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [createRequire(import.meta.url).resolve('oxlint-tsgolint/bin/tsgolint.js'), 'headless'],
  {
    cwd: ROOT,
    input: JSON.stringify({
      version: 2,
      configs: [{ file_paths: files, rules: [{ name: RULE }] }],
      report_syntactic: false,
      report_semantic: false,
    }),
    maxBuffer: Infinity,
  },
);

const complaints = [...messages(stdout)].map(({ type, payload }) =>
  type === DIAGNOSTIC ? place(payload) : JSON.stringify(payload),
);
if (status !== 0) complaints.push(`tsgolint ended with ${status}.\n${stderr}`);
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;

/**
 * Each message is a length (4 bytes, little-endian), a type (1 byte) and JSON.
 * @param {Buffer} bytes
 */
function* messages(bytes) {
  for (let at = 0; at < bytes.length;) {
    const from = at + HEADER_BYTES;
    const end = from + bytes.readUInt32LE(at);
    yield { type: bytes[at + 4], payload: JSON.parse(bytes.toString('utf8', from, end)) };
    at = end;
  }
}

/**
 * @param {Diagnostic} diagnostic its position is a byte offset
 * @returns {string} `path:line: what is wrong`
 */
function place({ message, file_path: path, range }) {
  if (path === null || !range) return message.description;
  const before = readFileSync(path).toString('utf8', 0, range.pos);
  return `${relative(ROOT, path)}:${before.split('\n').length}: ${message.description} (${RULE})`;
}
