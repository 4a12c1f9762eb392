import type * as vscode from 'vscode';
import type { FieldSelection } from '../data/rowTypes.ts';
import { movedKeys } from './movedKeys.ts';

/** Which fields the person chose in the panel, file by file; kept with the workspace. */
export interface FieldChoices {
  get(uri: vscode.Uri): FieldSelection;
  set(uri: vscode.Uri, choice: FieldSelection): Promise<void>;
  /** A file, or a folder of files, has another name. */
  move(from: vscode.Uri, to: vscode.Uri): Promise<void>;
}

const KEY = 'strata.fieldChoices';

export function createFieldChoices(memento: vscode.Memento): FieldChoices {
  const all = () => memento.get<Readonly<Record<string, FieldSelection>>>(KEY, {});
  return {
    get: (uri) => all()[uri.toString()] ?? {},
    async set(uri, choice) {
      const others = Object.entries(all()).filter(([key]) => key !== uri.toString());
      const isAutomatic = Object.keys(choice).length === 0;
      const chosen = isAutomatic ? [] : [[uri.toString(), choice] as const];
      await memento.update(KEY, Object.fromEntries([...others, ...chosen]));
    },
    async move(from, to) {
      const moved = movedKeys(all(), from, to);
      if (moved) await memento.update(KEY, moved);
    },
  };
}
