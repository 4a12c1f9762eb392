import type { FileFate } from './sessionState.ts';

/** What became of a file since it was inspected: an inspection that came to nothing leaves the findings of the one before. */
export interface FileFates {
  /** Since the last inspection was begun, however it ended. */
  readonly sinceBegun: FileFate;
  /** Since the inspection whose findings are shown. */
  readonly ofFindings: FileFate;
  /** @returns whether it is another than before */
  set(fate: FileFate): boolean;
  /** An inspection is begun. */
  begin(): void;
  /** Its findings are those that are shown. */
  show(): void;
}

export function createFileFates(): FileFates {
  let sinceBegun: FileFate = 'unchanged';
  /** Of the findings, until the last inspection was begun. */
  let before: FileFate = 'unchanged';
  const ofFindings = () => (sinceBegun === 'unchanged' ? before : sinceBegun);
  return {
    get sinceBegun() {
      return sinceBegun;
    },
    get ofFindings() {
      return ofFindings();
    },
    set(fate) {
      const isOther = fate !== sinceBegun;
      sinceBegun = fate;
      return isOther;
    },
    begin() {
      before = ofFindings();
      sinceBegun = 'unchanged';
    },
    show() {
      before = 'unchanged';
    },
  };
}
