import * as vscode from 'vscode';
import {
  createAnalysisSession,
  type AnalysisSession,
  type SessionChange,
} from './analysisSession.ts';
import type { Disposable } from './disposable.ts';
import type { SessionTools } from './sessionTools.ts';

export interface SessionEvent {
  readonly session: AnalysisSession;
  readonly change: SessionChange;
}

/** The sessions of all files that were inspected in this window. */
export interface Sessions extends Disposable {
  get(uri: vscode.Uri): AnalysisSession | undefined;
  getOrCreate(uri: vscode.Uri): AnalysisSession;
  /**
   * The session of a file that has another name now: a new one, to which goes what the person set in the old one. That one
   * is closed.
   */
  move(from: vscode.Uri, to: vscode.Uri): AnalysisSession;
  /** Ends the session and forgets its results. */
  close(uri: vscode.Uri): void;
  readonly all: readonly AnalysisSession[];
  readonly onDidChange: vscode.Event<SessionEvent>;
  readonly onDidClose: vscode.Event<vscode.Uri>;
}

export function createSessions(tools: SessionTools): Sessions {
  const sessions = new Map<string, AnalysisSession>();
  const changes = new vscode.EventEmitter<SessionEvent>();
  const closings = new vscode.EventEmitter<vscode.Uri>();

  function getOrCreate(uri: vscode.Uri): AnalysisSession {
    const known = sessions.get(uri.toString());
    if (known) return known;
    const session = createAnalysisSession(uri, tools);
    session.onDidChange((change) => changes.fire({ session, change }));
    sessions.set(uri.toString(), session);
    return session;
  }
  function close(uri: vscode.Uri): void {
    const session = sessions.get(uri.toString());
    if (!session) return;
    session.dispose();
    sessions.delete(uri.toString());
    closings.fire(uri);
  }

  return {
    get: (uri) => sessions.get(uri.toString()),
    getOrCreate,
    move(from, to) {
      const old = sessions.get(from.toString());
      const session = getOrCreate(to);
      if (old) session.takeOver(old);
      close(from);
      return session;
    },
    close,
    get all() {
      return [...sessions.values()];
    },
    onDidChange: changes.event,
    onDidClose: closings.event,
    dispose() {
      for (const session of sessions.values()) session.dispose();
      sessions.clear();
      changes.dispose();
      closings.dispose();
    },
  };
}
