/** Tells a value that the host has set from one that it only says back: the control shows that, or a later one, already. */
export interface ControlVersions {
  /** The person has set the control. */
  sent(id: string, value: string): void;
  /** Another number for every value that the host has set. @param value as the host has it now */
  of(id: string, value: string): number;
}

interface Known {
  readonly value: string;
  readonly version: number;
  /** What the person has set last, until the host has it. */
  readonly awaited?: string;
}

export function controlVersions(): ControlVersions {
  const controls = new Map<string, Known>();
  const knownOf = (id: string, value: string): Known => controls.get(id) ?? { value, version: 0 };
  return {
    sent: (id, value) => void controls.set(id, { ...knownOf(id, value), awaited: value }),
    of(id, value) {
      const { awaited, ...known } = knownOf(id, value);
      if (awaited === undefined) {
        const version = value === known.value ? known.version : known.version + 1;
        controls.set(id, { value, version });
        return version;
      }
      if (value === awaited) controls.set(id, { value, version: known.version });
      return known.version;
    },
  };
}
