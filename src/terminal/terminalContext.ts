import type { Workers } from '../engine/workers.ts';
import type { OpenSources } from './openSources.ts';
import type { TerminalWording } from './terminalWording.ts';

/** What a program writes to: a stream of the process, or whatever stands for one. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string, onTaken?: () => void): unknown;
}

/** What a program is given on its standard input. */
export interface TerminalInput extends AsyncIterable<Uint8Array> {
  readonly isTTY?: boolean;
}

/** What the terminal program is started in. */
export interface TerminalSurroundings {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  /** Asked for where it is read only: most runs leave it alone. */
  readonly stdin: () => TerminalInput;
  readonly workers: Workers;
  /** Of the package, with media/ and l10n/. */
  readonly packageFolder: string;
}

/** What a command works with. */
export interface TerminalContext extends TerminalSurroundings {
  readonly sources: OpenSources;
  /** In which everything is said. */
  readonly wording: TerminalWording;
}
