import type * as vscode from 'vscode';
import type { FieldSelection } from '../data/rowTypes.ts';
import type { StartInspection } from '../engine/inspection.ts';
import type { Dismissals } from './dismissals.ts';
import type { EndpointKeys } from './endpointKeys.ts';
import type { Settings } from './settings.ts';

/** What every session works with. */
export interface SessionTools {
  readonly start: StartInspection;
  readonly assetsFolder: string;
  /** Where the vectors of a person's own endpoint are kept. */
  readonly embeddingCacheFolder: string;
  readonly withKey: EndpointKeys['withKey'];
  readonly settings: (uri: vscode.Uri) => Settings;
  /** What the person chose in the panel for this file: goes before the settings. */
  readonly chosenFields: (uri: vscode.Uri) => FieldSelection;
  readonly dismissals: Pick<Dismissals, 'of' | 'onDidChange'>;
}
