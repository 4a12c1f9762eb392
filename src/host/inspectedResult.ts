import type { AnalysisSession, SessionResult } from './analysisSession.ts';

/**
 * What is known of a file, for what a person does with it; of a file that was not inspected yet
 * once it is: an inspection that runs goes on.
 */
export async function inspectedResult(
  session: AnalysisSession,
): Promise<SessionResult | undefined> {
  if (session.result) return session.result;
  if (session.state.kind === 'running') await ended(session);
  else await session.inspect();
  return session.result;
}

/** Settles when no inspection runs any more: a session that is closed cancels its own. */
function ended(session: AnalysisSession): Promise<void> {
  return new Promise((resolve) => {
    const subscription = session.onDidChange(() => {
      if (session.state.kind === 'running') return;
      subscription.dispose();
      resolve();
    });
  });
}
