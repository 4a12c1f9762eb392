import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Unpacks an npm package, unless it is there already, and returns its folder. */
export function fetchNpmPackage({ spec, integrity }, workFolder) {
  const folder = path.join(workFolder, spec.replace(/[@/]/g, '_'));
  if (existsSync(path.join(folder, 'package'))) return path.join(folder, 'package');
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', spec, '--pack-destination', folder], { stdio: 'pipe' });
  const archive = onlyFile(folder, '.tgz');
  expectDigest(archive, 'sha512', 'base64', integrity.replace('sha512-', ''));
  execFileSync('tar', ['xzf', archive, '-C', folder]);
  rmSync(archive);
  return path.join(folder, 'package');
}

/** Unpacks a Debian package without installing it and returns the folder that stands for `/`. */
export function fetchDebianPackage({ spec, sha256 }, workFolder) {
  const folder = path.join(workFolder, spec.replace('=', '_'));
  const root = path.join(folder, 'root');
  if (existsSync(root)) return root;
  mkdirSync(folder, { recursive: true });
  execFileSync('apt-get', ['download', spec], { cwd: folder, stdio: 'pipe' });
  const archive = onlyFile(folder, '.deb');
  expectDigest(archive, 'sha256', 'hex', sha256);
  execFileSync('dpkg-deb', ['-x', archive, root]);
  return root;
}

/** Installs an npm package with what it depends on, in a folder of its own, and returns the module. */
export function installNpmPackage(spec, workFolder) {
  const folder = path.join(workFolder, spec.replace('@', '_'));
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    const install = ['install', '--ignore-scripts', '--no-save', '--prefix', folder, spec];
    execFileSync('npm', install, { stdio: 'pipe' });
  }
  return createRequire(path.join(folder, 'package.json'))(spec.split('@')[0]);
}

function onlyFile(folder, extension) {
  const names = readdirSync(folder).filter((name) => name.endsWith(extension));
  if (names.length !== 1)
    throw new Error(`${folder}: ${names.length} ${extension} files, expected 1`);
  return path.join(folder, names[0]);
}

function expectDigest(file, algorithm, encoding, expected) {
  const digest = createHash(algorithm).update(readFileSync(file)).digest(encoding);
  if (digest !== expected) throw new Error(`${file}: ${algorithm} ${digest}, expected ${expected}`);
}
