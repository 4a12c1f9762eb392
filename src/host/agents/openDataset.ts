import { isAbsolute } from 'node:path';
import * as vscode from 'vscode';
import type { ToolEnvironment } from '../../agents/agentTools.ts';
import { ToolInputError } from '../../agents/toolInputs.ts';
import type { FieldChoices } from '../fieldChoices.ts';
import type { Sessions } from '../sessions.ts';
import { readSettings } from '../settings.ts';
import { sourceOf } from '../sourceOf.ts';
import { isThere } from '../isThere.ts';

/**
 * Opens files for agents: with the settings of the workspace and the fields that the person chose. What the panel shows of an
 * unchanged file is taken as it is, without the flags that the person dismissed.
 */
export function openDataset(
  sessions: Sessions,
  fieldChoices: FieldChoices,
): ToolEnvironment['open'] {
  return async (path, fields, signal) => {
    const uri = await uriOfPath(path);
    const session = sessions.get(uri);
    const settings = readSettings(uri);
    const { result } = session ?? {};
    const isAsked = Object.keys(fields).length > 0;
    if (result && !isAsked && session?.state.kind === 'done' && session.fate === 'unchanged') {
      const shown = new Set(result.flags.map(({ id }) => id));
      return {
        source: result.source,
        selection: result.selection,
        settings: result.report.settings,
        known: { ...result, isShown: ({ id }) => shown.has(id) },
      };
    }
    const { bytes, close } = await sourceOf(uri, { signal });
    return {
      source: bytes,
      close,
      selection: { ...settings.fields, ...fieldChoices.get(uri), ...fields },
      settings: settings.inspect,
    };
  };
}

/** A path from one of the workspace folders, an absolute path, or an address. @throws ToolInputError where no folder is open */
export async function uriOfPath(path: string): Promise<vscode.Uri> {
  if (/^[a-z][a-z\d+.-]+:\//iu.test(path)) return vscode.Uri.parse(path, true);
  if (isAbsolute(path)) return vscode.Uri.file(path);
  const folders = vscode.workspace.workspaceFolders ?? [];
  const [first] = folders;
  if (!first) {
    throw new ToolInputError(`No folder is open: give an absolute path instead of ${path}.`);
  }
  for (const { uri } of folders) {
    const candidate = vscode.Uri.joinPath(uri, path);
    if (await isThere(candidate)) return candidate;
  }
  return vscode.Uri.joinPath(first.uri, path);
}
