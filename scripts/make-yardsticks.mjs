// @ts-check
// node scripts/make-yardsticks.mjs FOLDER: measures well-known public data sets that lie in FOLDER (`npm run build` first) and
// writes the headline of every level at 1,000 rows to src/engine/yardsticks.json. Figures only: no text goes in there.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatText } from './format-text.mjs';

const root = join(import.meta.dirname, '..');
const tablePath = join(root, 'src/engine/yardsticks.json');

/** Sets with at least 500 rows, from which 1,000 can be told. */
export const sets = [
  {
    file: 'dolly-3k',
    name: 'Dolly',
    from: '3,000 rows of databricks-dolly-15k',
    licence: 'CC-BY-SA-3.0',
  },
  {
    file: 'gpteacher-roleplay',
    name: 'GPTeacher Roleplay',
    from: 'teknium1/GPTeacher',
    licence: 'MIT',
  },
  { file: 'gsm8k-train', name: 'GSM8K', from: 'openai/grade-school-math, train', licence: 'MIT' },
  {
    file: 'oasst-zh',
    name: 'OpenAssistant (zh)',
    from: 'OpenAssistant/oasst1, Chinese',
    licence: 'Apache-2.0',
  },
  { file: 'clinc-full', name: 'CLINC150', from: 'clinc/oos-eval, full', licence: 'CC-BY-3.0' },
  {
    file: 'banking77-train',
    name: 'BANKING77',
    from: 'PolyAI banking77, train',
    licence: 'CC-BY-4.0',
  },
  {
    file: 'evals-human-written',
    name: 'Model evals (human)',
    from: 'anthropics/evals, human-written',
    licence: 'CC-BY-4.0',
  },
  {
    file: 'evals-lm-written',
    name: 'Model evals (generated)',
    from: 'anthropics/evals, model-written',
    licence: 'CC-BY-4.0',
  },
  { file: 'sst2-gold', name: 'SST-2', from: 'GLUE SST-2, validation', licence: "GLUE's terms" },
];

/** Tags are a choice of who made the set: task units found in the texts can be compared. */
const WITHOUT_TAGS = ['--fields', 'tags=no-such-key'];

/** As many digits as an interval has a use for. @param {number} value */
const rounded = (value) => Number(value.toPrecision(5));

/**
 * What the table keeps of a report.
 * @param {import('../src/engine/report.ts').Report} report
 */
export function yardsticksOf({ levels }) {
  return {
    macro: keptOf(levels.macro, (level) => level.embedder),
    meso: keptOf(levels.meso, (level) =>
      level.merging ? `${level.source}, merged` : level.source,
    ),
    micro: keptOf(levels.micro, (level) => level.encoding),
  };
}

/**
 * @template {import('../src/metrics/stats/levelFigures.ts').LevelFigures} T
 * @param {import('../src/engine/report.ts').ByField<T>} fields
 * @param {(level: T) => string} kindsBy
 */
function keptOf(fields, kindsBy) {
  const kept = Object.entries(fields).flatMap(([field, level]) => {
    if ('unmeasured' in level || 'absence' in level.atCommonRows) return [];
    const { q1, interval } = level.atCommonRows;
    if (!interval) return [];
    const [low, high] = [rounded(interval.low), rounded(interval.high)];
    return [[field, { q1: rounded(q1), low, high, kindsBy: kindsBy(level) }]];
  });
  return Object.fromEntries(kept);
}

const command = [join(root, 'dist/cli.js'), 'inspect', '--json'];

/** @param {string} folder */
async function main(folder) {
  const measured = [];
  /** @type {import('../src/engine/report.ts').InspectSettings | undefined} */
  let settings;
  for (const { file, ...about } of sets) {
    const path = join(folder, `${file}.jsonl`);
    if (!existsSync(path))
      throw new Error(`${path} is not there: without it the table would lose a set.`);
    const json = execFileSync(process.execPath, [...command, path, ...WITHOUT_TAGS], {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    });
    const report = JSON.parse(json);
    settings = report.settings;
    measured.push({ ...about, file, rows: report.file.rows, levels: yardsticksOf(report) });
    console.log(`${about.name}: ${report.file.rows} rows`);
  }
  const table = { rows: settings?.commonRows, seed: settings?.seed, sets: measured };
  writeFileSync(tablePath, await formatText(tablePath, JSON.stringify(table)));
}

if (process.argv[1] === import.meta.filename) {
  const [folder, ...others] = process.argv.slice(2);
  if (folder === undefined || others.length > 0) {
    console.error('node scripts/make-yardsticks.mjs FOLDER');
    process.exitCode = 2;
  } else await main(folder);
}
