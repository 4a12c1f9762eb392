import * as vscode from 'vscode';
import type { Report } from '../engine/report.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import { flagKindName } from './flagKindName.ts';
import { hostWording } from './hostWording.ts';
import { inspectedDocument } from './inspectedDocument.ts';
import { nearestRow } from './nearestRow.ts';
import type { Sessions } from './sessions.ts';

const MOST_LINKS = 8;

/** Says on a flagged row why it is flagged, with links to the other rows of its cluster. */
export function createFlagHover(sessions: Sessions): vscode.HoverProvider {
  return {
    provideHover(document, { line }) {
      const inspected = inspectedDocument(sessions, document.uri);
      if (!inspected || inspected.session.fate !== 'unchanged') return undefined;
      const { session, flaggedLines } = inspected;
      const datasetLine = inspected.lineInDataset(line + 1);
      const flags = flaggedLines.at(datasetLine);
      if (flags.length === 0) return undefined;
      const report = session.state.kind === 'failed' ? undefined : session.result?.report;
      return new vscode.Hover(
        [
          ...flags.map((flag) => describe(flag, datasetLine, session.uri)),
          ...(report ? [actions(report, flags, datasetLine, session.uri)] : []),
        ],
        document.lineAt(line).range,
      );
    },
  };
}

function describe(flag: FlagEntry, line: number, uri: vscode.Uri): vscode.MarkdownString {
  const { page, count } = hostWording();
  const text = new vscode.MarkdownString();
  // The reason may quote the file, so it goes in as text.
  text.isTrusted = { enabledCommands: ['strata.openLine'] };
  text.appendMarkdown(`**Strata: ${flagKindName(flag.kind)}**  \n`);
  text.appendMarkdown(literal(flagReason(flag, hostWording())));
  const others = flag.lines.filter((other) => other !== line);
  if (others.length === 0) return text;
  const links = nearest(others, line).map((other) =>
    link(vscode.l10n.t('Line {0}', count(other)), uri, other),
  );
  const place = flag.lines.indexOf(line);
  const next = flag.lines[(place + 1) % flag.lines.length] ?? line;
  const previous = flag.lines.at(place - 1) ?? line;
  text.appendMarkdown(
    `\n\n${link(page.previousLine, uri, previous)} · ${link(page.nextLine, uri, next)}\n\n`,
  );
  text.appendMarkdown(links.join(' · '));
  if (others.length > links.length) {
    text.appendMarkdown(` ${vscode.l10n.t('and {0} more', count(others.length - links.length))}`);
  }
  return text;
}

/** What can be done about a flagged row. */
function actions(
  report: Report,
  flags: readonly FlagEntry[],
  line: number,
  uri: vscode.Uri,
): vscode.MarkdownString {
  const isRecord = flags.some(({ kind }) => kind !== 'row-error');
  const links = [
    ...(nearestRow(report, line) === undefined
      ? []
      : [commandLink('strata.compareWithNearest', vscode.l10n.t('Compare'), uri, line)]),
    ...(isRecord
      ? [commandLink('strata.showRecord', vscode.l10n.t('Show record'), uri, line)]
      : []),
    commandLink('strata.dismissFlag', vscode.l10n.t('Dismiss'), uri, line),
  ];
  const text = new vscode.MarkdownString(links.join(' · '));
  text.isTrusted = {
    enabledCommands: ['strata.compareWithNearest', 'strata.showRecord', 'strata.dismissFlag'],
  };
  return text;
}

/** Some of the ascending lines, those nearest to a line. */
function nearest(lines: readonly number[], line: number): readonly number[] {
  const above = lines.findIndex((other) => other > line);
  const middle = above < 0 ? lines.length : above;
  const start = Math.max(0, Math.min(middle - MOST_LINKS / 2, lines.length - MOST_LINKS));
  return lines.slice(start, start + MOST_LINKS);
}

function link(label: string, uri: vscode.Uri, line: number): string {
  return commandLink('strata.openLine', label, uri, line);
}

function commandLink(command: string, label: string, uri: vscode.Uri, line: number): string {
  const args = encodeURIComponent(JSON.stringify([uri.toString(), line]));
  return `[${label}](command:${command}?${args})`;
}

/** Text that Markdown shows as it is. Unlike appendText it leaves spaces breakable. */
function literal(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
