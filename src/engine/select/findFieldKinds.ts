import { FIELD_NAMES, type FieldName } from '../../data/rowTypes.ts';
import type { EmbeddingTable } from '../../metrics/embed/embeddingTable.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings } from '../report.ts';
import { linesOf } from '../linesOf.ts';
import type { TaskPool } from '../taskPool.ts';
import { macroKinds, mesoKinds, microKinds, type FieldKinds } from './fieldKinds.ts';

/** The kinds of the three levels in every field that the file has, as an inspection finds them. */
export async function findFieldKinds(
  pool: TaskPool,
  columns: DatasetColumns,
  table: EmbeddingTable,
  { mergeSynonyms, encoding }: InspectSettings,
): Promise<FieldKinds[]> {
  const { reading, features, kinds } = columns;
  const lineOfSlot = linesOf(reading, features.rowOfSlot);
  const fields = FIELD_NAMES.filter((field) => reading.fieldRows[field] > 0);
  const merging = mergeSynonyms
    ? pool.run('mergeMesoKinds', { data: kinds.whole, table })
    : undefined;
  const ofField = async (field: FieldName) => {
    const matrix = features[field];
    const [topics, merged] = await Promise.all([
      pool.run('topicsOfField', { field, matrix, lineOfSlot }),
      merging,
    ]);
    const micro = microKinds(columns, field);
    const texts = await pool.run('tokenTexts', { tokens: micro.tokenOfKind, encoding });
    return [
      macroKinds(columns, field, topics),
      mesoKinds(columns, field, merged),
      { ...micro, nameOf: (kind: number) => texts[kind]! },
    ];
  };
  return (await Promise.all(fields.map(ofField))).flat();
}
