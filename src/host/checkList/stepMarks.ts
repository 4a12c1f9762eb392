import * as vscode from 'vscode';
import {
  CHECK_LIST_STEPS,
  type CheckListStep,
} from '../../webview/viewModel/checkList/checkListView.ts';
import type { Disposable } from '../disposable.ts';
import { movedKeys } from '../movedKeys.ts';

/** Steps of the check-list that were done to a file in this workspace, or marked as done; kept with the workspace. */
export interface StepMarks extends Disposable {
  of(uri: vscode.Uri): readonly CheckListStep[];
  set(uri: vscode.Uri, step: CheckListStep, isDone: boolean): Promise<void>;
  /** A file, or a folder of files, has another name. */
  move(from: vscode.Uri, to: vscode.Uri): Promise<void>;
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

const KEY = 'strata.checkList';

export function createStepMarks(memento: vscode.Memento): StepMarks {
  const changes = new vscode.EventEmitter<vscode.Uri>();
  const all = () => memento.get<Readonly<Record<string, readonly string[]>>>(KEY, {});
  const of = (uri: vscode.Uri) => {
    const kept = all()[uri.toString()] ?? [];
    return CHECK_LIST_STEPS.filter((step) => kept.includes(step));
  };
  return {
    of,
    async set(uri, step, isDone) {
      const before = of(uri);
      if (before.includes(step) === isDone) return;
      const after = isDone ? [...before, step] : before.filter((each) => each !== step);
      await memento.update(KEY, { ...all(), [uri.toString()]: after });
      changes.fire(uri);
    },
    async move(from, to) {
      const moved = movedKeys(all(), from, to);
      if (moved) await memento.update(KEY, moved);
    },
    onDidChange: changes.event,
    dispose: () => changes.dispose(),
  };
}
