import * as vscode from 'vscode';
import { exportDocument } from '../document/exportDocument.ts';
import { documentContext, formatOfName } from '../document/writeDocument.ts';
import { checkListSteps } from '../webview/viewModel/checkList/checkListView.ts';
import { checkListWords } from '../webview/viewModel/checkList/checkListWords.ts';
import type { AnalysisSession } from './analysisSession.ts';
import { assertNotRead } from './assertNotRead.ts';
import { checkListFacts, readRuns, type CheckListSources } from './checkList/checkListFacts.ts';
import { fileNotes } from './fileNotes.ts';
import { hostWording } from './hostWording.ts';
import { inspectedResult } from './inspectedResult.ts';
import { translated } from './translated.ts';

/** Asks whether texts of rows go in and where to, then writes the report of the last inspection as HTML, Markdown or JSON. */
export async function exportReport(
  session: AnalysisSession,
  sources: CheckListSources,
): Promise<void> {
  const { uri } = session;
  if (!(await inspectedResult(session))) return;
  const withTexts = await askForTexts();
  if (withTexts === undefined) return;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Report'),
    defaultUri: uri.with({ path: uri.path.replace(/(\.[^./]*)?$/, '.report.html') }),
    filters: {
      [vscode.l10n.t('HTML, one page')]: ['html'],
      Markdown: ['md'],
      JSON: ['json'],
    },
  });
  // While the person was asked the file may have been inspected anew: figures, texts and notes are of one inspection.
  const { result } = session;
  if (!target || !result) return;
  const notes = fileNotes(session);
  assertNotRead(target, [{ uri, parts: result.report.file.parts }]);
  const { language } = vscode.env;
  const runs = await (await readRuns(uri)).result;
  const facts = await checkListFacts(uri, runs, sources);
  const checkList = checkListSteps(facts, translated(checkListWords), hostWording());
  const shown = new Set(result.flags.map(({ id }) => id));
  const text = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Strata: writing the report'),
    },
    () =>
      exportDocument(
        {
          ...result,
          withTexts,
          isShown: ({ id }) => shown.has(id),
          notes,
          checkList,
        },
        formatOfName(target.path) ?? 'html',
        language,
        documentContext((english) => vscode.l10n.t(english), language),
      ),
  );
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Strata: the report is in {0}.', target.fsPath),
    open,
  );
  if (answer === open) await openReport(target);
}

/** Undefined where the person went away. */
async function askForTexts(): Promise<boolean | undefined> {
  const choices = [
    {
      withTexts: false,
      label: vscode.l10n.t('Without texts of rows'),
      detail: vscode.l10n.t(
        'Figures, line numbers and reasons; names of topics and tags become numbers.',
      ),
    },
    {
      withTexts: true,
      label: vscode.l10n.t('With texts of rows'),
      detail: vscode.l10n.t(
        'Names, recurring wording and excerpts too: share it as you would the data.',
      ),
    },
  ];
  const picked = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t('Export Report: May Words of the Rows Go In?'),
  });
  return picked?.withTexts;
}

/** A page is for the browser, everything else for the editor. */
async function openReport(target: vscode.Uri): Promise<void> {
  if (formatOfName(target.path) === 'html' && target.scheme === 'file') {
    await vscode.env.openExternal(target);
  } else {
    await vscode.commands.executeCommand('vscode.open', target);
  }
}
