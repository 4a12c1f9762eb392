import * as vscode from 'vscode';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { FlagKind } from '../webview/protocol.ts';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import { editorPlace, type EditorPlace } from './editorPlace.ts';
import { flagKindName } from './flagKindName.ts';
import { hostWording } from './hostWording.ts';
import type { Sessions } from './sessions.ts';
import { shownFlags } from './shownFlags.ts';
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

  /** Files that have problems of a data set. */
  const listed = new Map<string, readonly vscode.Uri[]>();

  function clear(uri: vscode.Uri): void {
    for (const file of listed.get(uri.toString()) ?? []) collection.delete(file);
    listed.delete(uri.toString());
  }

  function list(uri: vscode.Uri): void {
    const session = sessions.get(uri);
    const shown = session && shownFlags(session);
    const { problems } = settings(uri);
    if (!shown || problems === 'off') {
      clear(uri);
      return;
    }
    const isListed = (flag: FlagEntry) => problems === 'all' || isImportant(flag);
    const { parts, flaggedLines } = shown;
    const byFile = new Map<string, { uri: vscode.Uri; problems: vscode.Diagnostic[] }>();
    for (const { line, flag } of flaggedLines.worst(MOST_PROBLEMS, isListed)) {
      const problem = problemOf((one) => editorPlace(uri, parts, one), line, flag);
      if (!problem) continue;
      const { uri: file } = problem.place;
      const known = byFile.get(file.toString()) ?? { uri: file, problems: [] };
      byFile.set(file.toString(), known);
      known.problems.push(problem.diagnostic);
    }
    clear(uri);
    for (const each of byFile.values()) collection.set(each.uri, each.problems);
    listed.set(
      uri.toString(),
      Array.from(byFile.values(), (each) => each.uri),
    );
  }

  return vscode.Disposable.from(
    collection,
    sessions.onDidChange(({ session, change }) => {
      const { kind } = session.state;
      if ((change === 'state' || change === 'flags') && (kind === 'done' || kind === 'failed'))
        list(session.uri);
    }),
    sessions.onDidClose(clear),
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

/** Undefined for a line that no editor can show. */
function problemOf(
  placeOf: (line: number) => EditorPlace | undefined,
  datasetLine: number,
  flag: FlagEntry,
): { readonly place: EditorPlace; readonly diagnostic: vscode.Diagnostic } | undefined {
  const place = placeOf(datasetLine);
  if (!place) return undefined;
  const { line } = place;
  const column = flag.cause.kind === 'row-error' ? (flag.cause.error.column ?? 1) - 1 : 0;
  // A whole line underlined, where every row is one, would hide the text.
  const range = new vscode.Range(line - 1, column, line - 1, column + 1);
  const message = `${flagKindName(flag.kind)}: ${flagReason(flag, hostWording())}`;
  const diagnostic = new vscode.Diagnostic(range, message, severityOf(flag));
  diagnostic.source = 'Strata';
  diagnostic.code = flag.kind;
  const other = flag.lines.find((each) => each !== datasetLine);
  const otherPlace = other === undefined ? undefined : placeOf(other);
  if (other !== undefined && otherPlace) {
    diagnostic.relatedInformation = [
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(otherPlace.uri, new vscode.Position(otherPlace.line - 1, 0)),
        vscode.l10n.t('Line {0}', hostWording().count(other)),
      ),
    ];
  }
  return { place, diagnostic };
}
