import type { MapBody } from '../mapBody.ts';

/** The maps in a page: told of a change of theme and of excerpts, and let go of when they have left. */
export interface ShownMaps extends Pick<MapBody, 'showExcerpt' | 'redraw'> {
  add(map: MapBody): void;
  /** Lets go of the maps that are not in the page. */
  release(): void;
  /** What the points of a section were last coloured by. */
  groupingOf(section: string): string | undefined;
  rememberGrouping(section: string, grouping: string): void;
}

export function shownMaps(): ShownMaps {
  const maps = new Set<MapBody>();
  const groupings = new Map<string, string>();
  return {
    add: (map) => maps.add(map),
    release() {
      for (const map of maps) {
        if (map.element.isConnected) continue;
        map.dispose();
        maps.delete(map);
      }
    },
    showExcerpt(place, excerpt) {
      for (const map of maps) map.showExcerpt(place, excerpt);
    },
    redraw() {
      for (const map of maps) map.redraw();
    },
    groupingOf: (section) => groupings.get(section),
    rememberGrouping: (section, grouping) => void groupings.set(section, grouping),
  };
}
