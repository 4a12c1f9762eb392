import * as vscode from 'vscode';
import { isMeasured, isTold } from '../engine/report.ts';
import { FLAG_KINDS } from '../webview/panelTerms.ts';
import { linesByKind } from '../webview/viewModel/linesByKind.ts';
import type { AnalysisSession, SessionResult } from './analysisSession.ts';
import type { Disposable } from './disposable.ts';
import { flagKindName } from './flagKindName.ts';
import { hostWording } from './hostWording.ts';
import { linesFlagged } from './linesFlagged.ts';
import type { SessionState } from './sessionState.ts';

export interface StatusBar extends Disposable {
  /** Shows the headline of the file in front; nothing where there is none. */
  show(target: vscode.Uri | undefined, session: AnalysisSession | undefined): void;
}

export function createStatusBar(): StatusBar {
  const item = vscode.window.createStatusBarItem('strata.headline', vscode.StatusBarAlignment.Left);
  item.name = 'Strata';
  return {
    show(target, session) {
      if (!target) {
        item.hide();
        return;
      }
      const state = shownState(session);
      const { text, tooltip } = statusOf(state);
      item.text = text;
      item.tooltip = tooltip;
      item.command = {
        command: state.kind === 'idle' ? 'strata.inspect' : 'strata.showPanel',
        title: tooltip,
        arguments: [target],
      };
      item.show();
    },
    dispose: () => item.dispose(),
  };
}

/** What the person stopped is offered anew, as what was never begun. */
function shownState(session: AnalysisSession | undefined): SessionState {
  const state = session?.state ?? { kind: 'idle' };
  return state.kind === 'failed' && state.code === 'cancelled' ? { kind: 'idle' } : state;
}

function statusOf(state: SessionState): { text: string; tooltip: string } {
  switch (state.kind) {
    case 'idle':
      return {
        text: `$(layers) ${vscode.l10n.t('Inspect dataset')}`,
        tooltip: vscode.l10n.t('Strata: measure how diverse this file is'),
      };
    case 'running': {
      const wording = hostWording();
      const share = wording.setPercent(Math.floor(state.progress.fraction * 100) / 100);
      return {
        text: `$(sync~spin) Strata ${share}`,
        tooltip: `Strata: ${wording.view[`phase.${state.progress.phase}`]}`,
      };
    }
    case 'failed':
      return {
        text: '$(warning) Strata',
        tooltip: `Strata: ${hostWording().view[`failed.${state.code}`]}`,
      };
    case 'done':
      return headline(state.result);
  }
}

function headline({ report, flags, flaggedLines }: SessionResult): {
  text: string;
  tooltip: string;
} {
  const { amount } = hostWording();
  const { instruction, response } = report.levels.macro;
  const measured = [instruction, response].filter((level) => isMeasured(level));
  const told = measured.find(isTold);
  const topics = told
    ? vscode.l10n.t('{0} topics', amount(told.hill.q1))
    : vscode.l10n.t('too few rows for topics');
  const flagged = linesFlagged(flaggedLines.count);
  const parts = measured.length === 0 ? [flagged] : [topics, flagged];
  return { text: `$(layers) ${parts.join(' · ')}`, tooltip: tooltipOf(flags) };
}

/** What the two figures count, and the lines by kind of flag. */
function tooltipOf(flags: SessionResult['flags']): string {
  const { count } = hostWording();
  const lines = linesByKind(flags);
  const byKind = FLAG_KINDS.flatMap((kind) => {
    const ofKind = lines.get(kind);
    return ofKind === undefined ? [] : [`${flagKindName(kind)}: ${count(ofKind)}`];
  });
  return [
    vscode.l10n.t('Strata: effective number of topics, and lines with any flag, each once.'),
    ...byKind,
    vscode.l10n.t('A click shows the panel.'),
  ].join('\n');
}
