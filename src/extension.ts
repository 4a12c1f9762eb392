import * as vscode from 'vscode';
import { runInspection } from './engine/runInspection.ts';
import { registerLanguageModelTools } from './host/agents/languageModelTools.ts';
import { registerMcpProvider } from './host/agents/mcpProvider.ts';
import { openDataset } from './host/agents/openDataset.ts';
import { checkListStudy } from './host/checkList/checkListStudy.ts';
import { createStepMarks } from './host/checkList/stepMarks.ts';
import { registerCommands } from './host/commands.ts';
import { createComparedRecords } from './host/compare/comparedRecords.ts';
import { compareStudy } from './host/compare/compareStudy.ts';
import { createDismissals } from './host/dismissals.ts';
import { createEndpointKeys } from './host/endpointKeys.ts';
import { registerExampleCommands } from './host/exampleData.ts';
import { registerExperimentCommands } from './host/experiments/experimentCommands.ts';
import {
  createExperimentsPanels,
  type ExperimentsPanels,
} from './host/experiments/experimentsPanels.ts';
import { createFailureNotice } from './host/failureNotice.ts';
import { createFieldChoices } from './host/fieldChoices.ts';
import { followRenames } from './host/followRenames.ts';
import { createFlagActions } from './host/flagActions.ts';
import { createFlagHover } from './host/flagHover.ts';
import { createFlaggedRowsView, type FlaggedRowsView } from './host/flaggedRowsView.ts';
import { createFlagLenses } from './host/flagLenses.ts';
import { createFront } from './host/front.ts';
import { disposeLog, log, messageOf } from './host/log.ts';
import { createOpenLine } from './host/openLine.ts';
import { createPanels, type Panels } from './host/panels.ts';
import { createProgressNotification } from './host/progressNotification.ts';
import { createRecordDocuments } from './host/recordDocuments.ts';
import { registerRowCommands } from './host/rowCommands.ts';
import { createRowDecorations } from './host/rowDecorations.ts';
import { createRowProblems } from './host/rowProblems.ts';
import { createSessions, type Sessions } from './host/sessions.ts';
import { readSettings } from './host/settings.ts';
import { selectStudy } from './host/select/selectStudy.ts';
import { createSheetPanels } from './host/sheet/sheetPanels.ts';
import type { Sheets } from './host/sheet/sheets.ts';
import { createStatusBar } from './host/statusBar.ts';
import { createTagPreviews } from './host/tagging/tagPreview.ts';
import { mixStudy } from './host/mix/mixStudy.ts';
import { thinStudy } from './host/thin/thinStudy.ts';
import { trackStudy } from './host/track/trackStudy.ts';

/** Documents whose lines may be rows. */
const WITH_ROWS: vscode.DocumentSelector = [
  { language: 'jsonl' },
  { pattern: '**/*.{jsonl,ndjson,json,csv,tsv}' },
];

/** What the in-host tests look into. */
export interface Strata {
  readonly sessions: Sessions;
  readonly panels: Panels;
  readonly sheets: Sheets;
  readonly experiments: ExperimentsPanels;
  readonly flaggedRows: FlaggedRowsView;
}

export function activate(context: vscode.ExtensionContext): Strata {
  try {
    return wire(context);
  } catch (error) {
    // VS Code keeps silent about an extension that fails to start.
    log().error(error instanceof Error ? error : String(error));
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Strata could not start: {0}', messageOf(error)),
    );
    throw error;
  }
}

export function deactivate(): void {
  disposeLog();
}

function wire(context: vscode.ExtensionContext): Strata {
  const { extensionUri, subscriptions, workspaceState } = context;
  const assetsFolder = vscode.Uri.joinPath(extensionUri, 'media').fsPath;
  const fieldChoices = createFieldChoices(workspaceState);
  const dismissals = createDismissals();
  const endpointKeys = createEndpointKeys(context.secrets, readSettings);
  const sessions = createSessions({
    start: runInspection,
    assetsFolder,
    embeddingCacheFolder: vscode.Uri.joinPath(context.globalStorageUri, 'embeddings').fsPath,
    withKey: (endpoint) => endpointKeys.withKey(endpoint),
    settings: readSettings,
    chosenFields: (uri) => fieldChoices.get(uri),
    dismissals,
  });
  const opener = createOpenLine(sessions);
  const { openLine } = opener;
  const panels = createPanels({ extensionUri, sessions, openLine, fieldChoices });
  const marks = createStepMarks(workspaceState);
  const comparedRecords = createComparedRecords();
  const sheetTools = { extensionUri, openLine };
  const checkListSources = { sessions, dismissals, marks };
  const sheets: Sheets = {
    compare: createSheetPanels(
      compareStudy({
        assetsFolder,
        records: comparedRecords,
        fieldChoices,
        onCompared: (dataset) => void marks.set(dataset, 'compare', true),
      }),
      sheetTools,
    ),
    mix: createSheetPanels(
      mixStudy({
        assetsFolder,
        fieldChoices,
        records: comparedRecords,
        onMixed: (generated) => void marks.set(generated, 'mix', true),
      }),
      sheetTools,
    ),
    track: createSheetPanels(trackStudy({ assetsFolder, fieldChoices }), sheetTools),
    select: createSheetPanels(
      selectStudy({ assetsFolder, fieldChoices, records: comparedRecords }),
      sheetTools,
    ),
    thin: createSheetPanels(
      thinStudy({ assetsFolder, fieldChoices, records: comparedRecords }),
      sheetTools,
    ),
    checkList: createSheetPanels(checkListStudy(checkListSources), sheetTools),
  };
  const experiments = createExperimentsPanels({ extensionUri, openLine });
  const statusBar = createStatusBar();
  const flaggedRows = createFlaggedRowsView(sessions);
  const previews = createTagPreviews();
  // Without a folder there is no storage of a workspace.
  const storage = context.storageUri ?? context.globalStorageUri;
  const cachePath = vscode.Uri.joinPath(storage, 'language-model-tags.jsonl').fsPath;
  const isPanelVisible = (uri: vscode.Uri) => panels.get(uri)?.isVisible ?? false;
  subscriptions.push(
    comparedRecords,
    ...Object.values(sheets),
    marks,
    sessions.onDidChange(({ session, change }) => {
      if (change === 'state' && session.state.kind === 'done')
        void marks.set(session.uri, 'measure', true);
    }),
    sessions,
    dismissals,
    opener,
    panels,
    experiments,
    statusBar,
    flaggedRows,
    createFront(sessions, panels, statusBar, flaggedRows),
    followRenames({ sessions, panels, fieldChoices, marks }),
    createRowDecorations(sessions),
    createRowProblems(sessions, readSettings),
    createFlagLenses(sessions, readSettings),
    createRecordDocuments(sessions),
    createProgressNotification(sessions, isPanelVisible),
    createFailureNotice(sessions, isPanelVisible),
    previews,
    registerCommands({
      sessions,
      panels,
      sheets,
      checkListSources,
      openLine,
      endpointKeys,
      tagging: { cachePath, previews, showPanel: (uri) => panels.show(uri) },
    }),
    registerExperimentCommands({
      experiments,
      sessions,
      panels,
      extensionUri: context.extensionUri,
      fieldChoices,
    }),
    registerRowCommands({
      sessions,
      panels,
      openLine,
      flaggedRows,
      dismissals,
      onCleaned: (uri) => void marks.set(uri, 'review', true),
    }),
    registerLanguageModelTools({
      open: openDataset(sessions, fieldChoices),
      assetsFolder,
      // As it is when a tool is called.
      get threads() {
        return readSettings(undefined).threads;
      },
    }),
    registerMcpProvider(extensionUri),
    registerExampleCommands({ extensionUri, storageUri: context.globalStorageUri, sheets }),
    vscode.languages.registerHoverProvider(WITH_ROWS, createFlagHover(sessions)),
    vscode.languages.registerCodeActionsProvider(WITH_ROWS, createFlagActions(sessions), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
  );
  return { sessions, panels, sheets, experiments, flaggedRows };
}
