// @ts-check
// `npm start`: builds, shows the terminal report on the example data, then the extension in a real VS Code: the desktop one
// where `code` is on PATH, else the one that npm installs under test-host/. With --once it ends when all of it has started.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './test-results.mjs';
import { startServer } from './vscode-server.mjs';

const EXAMPLES = join(ROOT, 'examples');
const EXAMPLE = join(EXAMPLES, 'support-generated.jsonl');
const once = process.argv.includes('--once') || process.env['STRATA_START_ONCE'] === '1';

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  return spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** @param {number | null} status */
function orExit(status) {
  if (status !== 0) process.exit(status ?? 1);
}

function hasDesktop() {
  // In a container `code` may be there without a screen, and refuses to run as root.
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return false;
  }
  return (
    spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' })
      .status === 0
  );
}

orExit(run('node', ['esbuild.mjs']).status);
console.log(`\nstrata inspect examples/support-generated.jsonl\n`);
orExit(run('node', ['dist/cli.js', 'inspect', EXAMPLE]).status);

if (!once && hasDesktop()) {
  console.log('\nOpening VS Code on examples/ with the extension …');
  orExit(run('code', [`--extensionDevelopmentPath=${ROOT}`, EXAMPLES, EXAMPLE]).status);
} else {
  const vsix = join(ROOT, 'dist', 'strata.vsix');
  orExit(run('npm', ['run', '--silent', 'package']).status);
  const server = await startServer({ vsix });
  const url = server.url({ folder: EXAMPLES, file: EXAMPLE });
  console.log(`\nVS Code with the extension runs at\n\n  ${url}\n`);
  console.log(
    'The example data is open there: click the layers icon at the top right of its editor,\n' +
      'or press F1 and run “Strata: Inspect Dataset”.',
  );
  if (once) {
    const { ok } = await fetch(url);
    await server.stop();
    process.exit(ok ? 0 : 1);
  }
  console.log('Ctrl+C ends it.');
  await server.ended;
}
