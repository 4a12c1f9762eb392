import * as vscode from 'vscode';
import { embeddingAddress, type EmbeddingEndpoint } from '../engine/embeddingEndpoint.ts';
import type { Settings } from './settings.ts';

/** Keys of a person's own embedding endpoints, kept where VS Code keeps secrets. */
export interface EndpointKeys {
  /** The endpoint with the key that was set for this very address; another address has another key, or none. */
  withKey(endpoint: EmbeddingEndpoint): Promise<EmbeddingEndpoint>;
  /** Asks for the key of the endpoint in the settings; nothing typed takes the key away. */
  ask(file: vscode.Uri | undefined): Promise<void>;
}

export function createEndpointKeys(
  secrets: Pick<vscode.SecretStorage, 'get' | 'store' | 'delete'>,
  settings: (file: vscode.Uri | undefined) => Pick<Settings, 'endpoint'>,
): EndpointKeys {
  const nameOf = (address: string) => `embedding-endpoint ${address}`;
  return {
    async withKey(endpoint) {
      const apiKey = await secrets.get(nameOf(embeddingAddress(endpoint)));
      return { ...endpoint, ...(apiKey !== undefined && { apiKey }) };
    },
    async ask(file) {
      const { endpoint } = settings(file);
      if (!endpoint) {
        await nameEndpointFirst();
        return;
      }
      const address = embeddingAddress(endpoint);
      const key = await vscode.window.showInputBox({
        title: vscode.l10n.t('Key of the Embedding Endpoint'),
        prompt: vscode.l10n.t(
          'It is sent to {0} only, and kept where VS Code keeps secrets. Leave it empty to remove it.',
          address,
        ),
        password: true,
        ignoreFocusOut: true,
      });
      if (key === undefined) return;
      if (key.trim() === '') await secrets.delete(nameOf(address));
      else await secrets.store(nameOf(address), key.trim());
      void vscode.window.showInformationMessage(
        key.trim() === ''
          ? vscode.l10n.t('Strata: no key is sent to {0}.', address)
          : vscode.l10n.t('Strata: the key for {0} is kept.', address),
      );
    },
  };
}

async function nameEndpointFirst(): Promise<void> {
  const open = vscode.l10n.t('Open settings');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('Strata: name the embedding endpoint and its model in the settings first.'),
    open,
  );
  if (answer === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'strata.embedding');
  }
}
