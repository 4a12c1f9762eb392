import { posix } from 'node:path';
import type * as vscode from 'vscode';

type Address = Pick<vscode.Uri, 'scheme' | 'authority' | 'path' | 'toString'>;

const DRIVE = /^\/[a-z]:/iu;

/** Path of a data set as its table of runs names it: relative where there is a way, in forward slashes. */
export function seenFromTable(table: Address, data: Address): string {
  const isNear = table.scheme === data.scheme && table.authority === data.authority;
  const [from, to] = [withSmallDrive(table.path), withSmallDrive(data.path)];
  if (isNear && driveOf(from) === driveOf(to)) return posix.relative(posix.dirname(from), to);
  if (table.scheme !== 'file' || data.scheme !== 'file') return data.toString(true);
  // No way leads from one drive of Windows, or one computer, to another.
  return data.authority === '' ? to.replace(/^\/(?=[a-z]:)/u, '') : `//${data.authority}${to}`;
}

const driveOf = (path: string): string | undefined => DRIVE.exec(path)?.[0];

/** Windows tells no difference, and VS Code has it either way. */
const withSmallDrive = (path: string): string =>
  path.replace(DRIVE, (drive) => drive.toLowerCase());
