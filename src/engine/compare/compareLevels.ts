import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { KindShift } from '../../metrics/compare/kindShift.ts';
import { MOST_DIMENSIONS } from '../../metrics/compare/whitenRows.ts';
import type { EmbeddingTable } from '../../metrics/embed/embeddingTable.ts';
import { soleField } from '../byField.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { InspectSettings, MeasuredField } from '../report.ts';
import type { TaskPool } from '../taskPool.ts';
import type { CompareKindsResult } from '../tasks/compareKinds.ts';
import { compareLevel } from './compareLevel.ts';
import { areMeaningsAlike } from './compareMeanings.ts';
import { describeUse, LISTED_KINDS, namesOfTopics } from './compareUse.ts';
import { isCompared } from './comparison.ts';
import type {
  ComparedLevels,
  Comparison,
  KindUse,
  LevelComparison,
  Uncompared,
} from './comparison.ts';
import { ofBoth, type JointKinds } from './jointKinds.ts';
import { jointTokens } from './jointTokens.ts';
import { jointTopics, type JointTopics } from './jointTopics.ts';
import { unitsOfFields, type JointUnits } from './jointUnits.ts';
import { jointWords } from './jointWords.ts';
import { LEAST_ROWS } from './judgeShift.ts';
import { uncompared } from './uncompared.ts';

export interface LevelsRequest {
  /** Threads that need no file. */
  readonly pool: TaskPool;
  /** A thread that reads rows of either file. */
  readonly rows: InBoth<TaskPool>;
  readonly both: InBoth<DatasetColumns>;
  readonly table: EmbeddingTable;
  readonly settings: InspectSettings;
}

/** Topics of whole rows, as the map is coloured by them. */
export interface NamedTopics extends Pick<JointTopics, 'topicOfSlot'> {
  readonly names: readonly string[];
}

/** Every level of every field at equal numbers of rows; of the whole rows also how differently kinds are used, and which. */
export async function compareLevels(
  request: LevelsRequest,
): Promise<
  Pick<Comparison, 'levels' | 'use' | 'shift'> & { readonly topics: NamedTopics | undefined }
> {
  const { pool, both, rows, settings } = request;
  const [meanings, wording, macro, meso, micro, words] = await Promise.all([
    areMeaningsAlike(both, 'whole') && both.dataset.features.whole.dimensions <= MOST_DIMENSIONS
      ? pool.run('tellFilesApart', {
          by: ofBoth(both, ({ features }) => features.whole),
          seed: settings.seed,
        })
      : undefined,
    pool.run('tellFilesApart', { by: jointTokens(both, 'whole').columns, seed: settings.seed }),
    compareEach(request, {
      jointOf: async (field) =>
        areMeaningsAlike(both, field)
          ? jointTopics(pool, both, field)
          : uncompared('other-embedder'),
      namesOf: (joint) => namesOfTopics(rows, joint),
    }),
    unitsOf(request).then((units) => compareEach(request, units)),
    compareEach(request, { jointOf: (field) => Promise.resolve(jointTokens(both, field)) }),
    compareWords(request),
  ]);
  return {
    levels: { macro: macro.level, meso: meso.level, micro: micro.level },
    use: { topics: macro.use, units: meso.use, words },
    topics: macro.named && {
      topicOfSlot: macro.named.joint.topicOfSlot,
      names: Array.from({ length: macro.named.joint.kinds }, (_, topic) =>
        macro.named!.nameOf(topic),
      ),
    },
    shift: {
      ...(meanings && { meanings }),
      ...(wording && { wording }),
      ...(micro.shift && { tokens: micro.shift }),
      ...(meso.shift && { units: meso.shift }),
      ...(macro.shift && { topics: macro.shift }),
    },
  };
}

/** The kinds of a level. */
interface KindsOfLevel<Joint extends JointKinds> {
  readonly jointOf: (field: MeasuredField) => Promise<Joint | Uncompared>;
  /** Absent where the kinds are not told by name. */
  readonly namesOf?: (joint: Joint) => Promise<(kind: number) => string>;
}

async function compareEach<Joint extends JointKinds>(
  { pool, both, settings: { seed } }: LevelsRequest,
  { jointOf, namesOf }: KindsOfLevel<Joint>,
): Promise<{
  readonly level: ComparedLevels['macro'];
  readonly shift?: KindShift;
  readonly use: KindUse | Uncompared;
  /** Kinds of whole rows, where they are told by name. */
  readonly named?: { readonly joint: Joint; readonly nameOf: (kind: number) => string };
}> {
  const compareField = async (field: MeasuredField, joint: JointKinds | Uncompared) => {
    if (!isCompared(joint)) return joint;
    const { dataset, reference } = ofBoth(joint.columns, ({ offsets }) => offsets.length - 1);
    const fewer = Math.min(dataset, reference);
    if (fewer > 0 && fewer < LEAST_ROWS) return uncompared('too-few-rows', field);
    if (joint.areTold === false) return uncompared('too-few-different-rows', field);
    return (await compareLevel(pool, joint, seed)) ?? uncompared('no-kinds', field);
  };
  const ofWhole = async () => {
    const joint = await jointOf('whole');
    if (!isCompared(joint)) return { level: joint, use: joint };
    const [level, found, nameOf] = await Promise.all([
      compareField('whole', joint),
      findUse(pool, joint, seed, { listed: namesOf ? LISTED_KINDS : 0, withShift: true }),
      namesOf?.(joint),
    ]);
    return {
      level,
      ...(found.shift && { shift: found.shift }),
      use: (nameOf && describeUse(joint, found, nameOf)) ?? uncompared('no-kinds'),
      ...(nameOf && { named: { joint, nameOf } }),
    };
  };
  const ofField = async (
    field: 'instruction' | 'response',
  ): Promise<LevelComparison | Uncompared> => {
    if (!bothHave(both, field)) return uncompared('no-such-field', field);
    return isWhole(both, field) ? (await whole).level : compareField(field, await jointOf(field));
  };
  const whole = ofWhole();
  const [{ level, ...others }, instruction, response] = await Promise.all([
    whole,
    ofField('instruction'),
    ofField('response'),
  ]);
  return { level: { instruction, response, whole: level }, ...others };
}

const bothHave = (
  { dataset, reference }: InBoth<DatasetColumns>,
  field: 'instruction' | 'response',
): boolean => dataset.reading.fieldRows[field] > 0 && reference.reading.fieldRows[field] > 0;

/** Whether both files have this field only: what is measured of it is what is measured of the whole. */
const isWhole = ({ dataset, reference }: InBoth<DatasetColumns>, field: MeasuredField): boolean =>
  soleField(dataset.reading) === field && soleField(reference.reading) === field;

function findUse(
  pool: TaskPool,
  { columns, kinds }: JointKinds,
  seed: number,
  wanted: { readonly listed: number; readonly withShift: boolean },
): Promise<CompareKindsResult> {
  return pool.run('compareKinds', { columns, kinds, seed, ...wanted });
}

/** Tags or task units. */
async function unitsOf({ pool, both, table, settings }: LevelsRequest) {
  const unitsOfField = await unitsOfFields(pool, both, table, settings);
  return {
    jointOf: (field: MeasuredField) => Promise.resolve(unitsOfField(field)),
    namesOf: ({ nameOf }: JointUnits) => Promise.resolve(nameOf),
  };
}

async function compareWords({
  pool,
  rows,
  both,
  settings: { seed },
}: LevelsRequest): Promise<KindUse | Uncompared> {
  const words = await jointWords(rows, both);
  const found = await findUse(pool, words, seed, { listed: LISTED_KINDS, withShift: false });
  return describeUse(words, found, words.nameOf) ?? uncompared('no-kinds');
}
