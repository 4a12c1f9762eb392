import * as vscode from 'vscode';
import {
  readCheckListAction,
  toCheckListView,
} from '../../webview/viewModel/checkList/checkListView.ts';
import { checkListWords } from '../../webview/viewModel/checkList/checkListWords.ts';
import { fill } from '../../webview/viewModel/wording.ts';
import { fileNameOf } from '../fileNameOf.ts';
import { hostWording } from '../hostWording.ts';
import type { StudyKind } from '../sheet/study.ts';
import { translated } from '../translated.ts';
import {
  checkListFacts,
  readRuns,
  STEP_COMMANDS,
  type CheckListSources,
} from './checkListFacts.ts';

/** How far a data set has come along the steps that teams are advised to take. */
export const checkListStudy = (sources: CheckListSources): StudyKind<'analyseRunTable'> => ({
  panelType: 'strata.checkList',
  create([dataset], sheet) {
    if (!dataset) throw new RangeError('expected a file');
    const words = translated(checkListWords);
    const { dismissals, marks } = sources;
    const again = () => void sheet.restart();
    const subscriptions = [
      marks.onDidChange((uri) => {
        if (uri.toString() === dataset.toString()) again();
      }),
      dismissals.onDidChange(again),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('strata.references', dataset)) again();
      }),
    ];
    return {
      title: fill(words.title, fileNameOf(dataset)),
      again: words.again,
      start: () => readRuns(dataset),
      phaseWord: () => words.looking,
      finish: async (runs) =>
        toCheckListView(await checkListFacts(dataset, runs, sources), words, hostWording()),
      async act(id) {
        const action = readCheckListAction(id);
        if (!action) return;
        const { kind, step } = action;
        if (kind === 'mark') {
          await marks.set(dataset, step, !marks.of(dataset).includes(step));
          return;
        }
        const argument = step === 'reference' ? '@id:strata.references' : dataset;
        await vscode.commands.executeCommand(STEP_COMMANDS[step], argument);
      },
      dispose() {
        for (const subscription of subscriptions) subscription.dispose();
      },
    };
  },
});
