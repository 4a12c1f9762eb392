import * as vscode from 'vscode';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { FlagKind } from '../webview/protocol.ts';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import { flagKindName } from './flagKindName.ts';
import { hostWording } from './hostWording.ts';
import type { Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';

/** VS Code shows about so many problems of one file: the worst are given. */
const MOST_PROBLEMS = 1000;

/** Kinds that call for a look rather than a change are problems only where the person wants all. */
const SEVERITIES: Readonly<
  Record<FlagKind, { important: boolean; severity: vscode.DiagnosticSeverity }>
> = {
  'row-error': { important: true, severity: vscode.DiagnosticSeverity.Error },
  quality: { important: true, severity: vscode.DiagnosticSeverity.Warning },
  'exact-duplicate': { important: true, severity: vscode.DiagnosticSeverity.Warning },
  'near-duplicate': { important: true, severity: vscode.DiagnosticSeverity.Warning },
  contained: { important: false, severity: vscode.DiagnosticSeverity.Information },
  'semantic-duplicate': { important: false, severity: vscode.DiagnosticSeverity.Information },
  template: { important: false, severity: vscode.DiagnosticSeverity.Information },
  'preference-pair': { important: true, severity: vscode.DiagnosticSeverity.Warning },
  'off-distribution': { important: false, severity: vscode.DiagnosticSeverity.Information },
};

/** Lists the worst flags of each inspected file in the Problems view, as far as the setting `strata.problems` asks for it. */
export function createRowProblems(
  sessions: Sessions,
  settings: (uri: vscode.Uri) => Pick<Settings, 'problems'>,
): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('strata');

  function list(uri: vscode.Uri): void {
    const result = sessions.get(uri)?.result;
    const { problems } = settings(uri);
    if (!result || problems === 'off') {
      collection.delete(uri);
      return;
    }
    const isListed = (flag: FlagEntry) => problems === 'all' || isImportant(flag);
    collection.set(
      uri,
      result.flaggedLines
        .worst(MOST_PROBLEMS, isListed)
        .map(({ line, flag }) => problemOf(uri, line, flag)),
    );
  }

  return vscode.Disposable.from(
    collection,
    sessions.onDidChange(({ session, change }) => {
      if ((change === 'state' || change === 'flags') && session.state.kind === 'done')
        list(session.uri);
    }),
    sessions.onDidClose((uri) => collection.delete(uri)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('strata.problems')) return;
      for (const { uri } of sessions.all) list(uri);
    }),
  );
}

function isImportant({ kind, cause }: FlagEntry): boolean {
  if (cause.kind === 'quality') return cause.findings.some(({ weight }) => weight === 'high');
  return SEVERITIES[kind].important;
}

function severityOf(flag: FlagEntry): vscode.DiagnosticSeverity {
  if (flag.kind === 'quality' && !isImportant(flag)) return vscode.DiagnosticSeverity.Information;
  return SEVERITIES[flag.kind].severity;
}

function problemOf(uri: vscode.Uri, line: number, flag: FlagEntry): vscode.Diagnostic {
  const column = flag.cause.kind === 'row-error' ? (flag.cause.error.column ?? 1) - 1 : 0;
  // A whole line underlined, where every row is one, would hide the text.
  const range = new vscode.Range(line - 1, column, line - 1, column + 1);
  const message = `${flagKindName(flag.kind)}: ${flagReason(flag, hostWording())}`;
  const problem = new vscode.Diagnostic(range, message, severityOf(flag));
  problem.source = 'Strata';
  problem.code = flag.kind;
  const other = flag.lines.find((each) => each !== line);
  if (other !== undefined) {
    problem.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(uri, new vscode.Position(other - 1, 0)),
        vscode.l10n.t('Line {0}', other),
      ),
    ];
  }
  return problem;
}
