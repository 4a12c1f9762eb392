import { inspect } from '../inspect.ts';
import type { Inspection, InspectRequest, PartialReport, Phase } from '../inspection.ts';
import type { RowMap } from '../rowMap.ts';
import type { JobEnvironment } from './job.ts';

export type InspectUpdate =
  | { readonly type: 'partial'; readonly partial: PartialReport }
  | { readonly type: 'inspection'; readonly inspection: Inspection }
  | { readonly type: 'map'; readonly map: RowMap };

/** Inspects a data set. The report comes as an update, as the map follows it. */
export async function inspectFile(
  request: InspectRequest,
  { onUpdate, ...environment }: JobEnvironment<Phase, InspectUpdate>,
): Promise<void> {
  await inspect(request, {
    ...environment,
    onPartial: (partial) => onUpdate({ type: 'partial', partial }),
    onInspection: (inspection) =>
      onUpdate({ type: 'inspection', inspection }, [
        inspection.duplicates,
        inspection.rows,
        inspection.findingLines,
      ]),
    onMap: (map) => onUpdate({ type: 'map', map }),
  });
}
