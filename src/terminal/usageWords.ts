/** What is wrong with the words of a command line; English is the key of the translation. */
export const englishUsageWords = {
  unknownCommand: 'Unknown command "{0}"; the commands are: {1}.',
  unknownOption: "Unknown option '{0}'.",
  dashedFile:
    "Unknown option '{0}'; a file whose name begins with a dash is named after two dashes: -- {0}.",
  givenTwice: '{0} is given twice.',
  namedTwice: '{0} names {1} twice.',
  emptyName: 'The name of a file is empty.',
  needsValue: '{0} needs a value.',
  takesNoValue: '{0} takes no value.',
  unreadable: 'The words of the command cannot be read: {0}.',
  needsFile: 'strata {0} needs a file: strata {0} FILE.',
  inputIsTerminal:
    'Standard input is a terminal: pipe JSON lines into the program, or name a file in place of the dash.',
  takesOneFile: 'strata {0} takes one file, but got {1}.',
  takesTwoFiles: 'strata {0} takes two files, but got {1}: strata {0} {2}.',
  takesFiles:
    'strata track takes two files or more, oldest first, but got {0}: strata track GENERATION0 GENERATION1 ….',
  takesNoFile: 'strata mcp takes no file: the agent names files when it asks.',
  wholeNumberFrom: '{0} takes a whole number from {1} on, not "{2}".',
  wholeNumberBetween: '{0} takes a whole number from {1} to {2}, not "{3}".',
  percentage: '{0} takes a number from 0 to 100, not "{1}".',
  choice: '{0} takes {1}, not "{2}".',
  setting: '--set takes NAME=VALUE, not "{0}"; the names are {1}.',
  noSuchSetting: 'No setting is called "{0}"; the names are {1}.',
  settingValue: '--set {0} takes {1}, not "{2}".',
  keepField:
    '--set nearDuplicates.keep=highest needs the field too: --set nearDuplicates.keepField=FIELD.',
  unusedKeepField:
    '--set nearDuplicates.keepField=FIELD is read with --set nearDuplicates.keep=highest only.',
  report: '--report takes the name of a file that ends with .html, .md or .json, not "{0}".',
  threads: '--threads takes a whole number from 0 (automatic) to 256, not "{0}".',
  endpoint: '--embedding-endpoint URL and --embedding-model NAME are given together or not at all.',
  twoEmbeddings:
    '--embedding-field and --embedding-endpoint both say where meanings come from: give one of them.',
  textsOfReport: '--with-texts is read with --report FILE only.',
  fieldTwice: '{0} names the field of {1} twice.',
  referenceFields: '--reference-fields is read with --reference FILE only.',
  fields:
    '{0} takes instruction=FIELD, response=FIELD or tags=FIELD, joined by commas, not "{1}". A name with a comma in it goes in double quotes: tags="FIELD, TOO".',
  unclosedField: 'In {0}, {1} begins with a double quote and does not end with one.',
  lines: '{0} takes lines such as 1-500 or 7,20-30,900-, counted from 1, not "{1}".',
  needsSize: 'strata {0} needs --size N, the number of rows.',
  needsTarget: 'strata select needs --out FILE, or --dry-run to see the choice only.',
  jsonLinesOnly:
    '--out writes JSON lines, not compressed: give a name that ends with .jsonl, not "{0}".',
  ofCombined: '{0} is read by --by combined only.',
  degreeOfLevel: '--degree is read by the strategies of a level only, not by {0}.',
  keptAndDropped: 'Line {0} is in --keep and in --drop: a line is either kept or dropped.',
  quota:
    '--quota takes tag=NAME:ROWS, language=CODE:ROWS, shape=NAME:ROWS or FIELD=VALUE:ROWS, not "{0}".',
  weights:
    '--weights takes macro=, meso=, micro=, reference= with numbers ≥ 0 and length= with any number, joined by commas, not "{0}".',
  needsRatio:
    '--out, --snippets, --close and --order need --ratio R, the per cent of generated rows.',
  ratioNeeds: '--ratio needs --out FILE, or --snippets to see the weights only.',
  snippetsAreText: '--snippets are printed as text: leave --json out.',
  withPlan: '--size, --runs, --levels, --seed and --dry-run are read with --plan FILE only.',
  fillOrPlan: '--fill measures runs and --plan makes new ones: give one of them.',
  levels: '--levels takes {0}, joined by commas, not "{1}".',
  promptIsText: '--prompt is printed as text: leave --json out.',
  noSuchPlace: 'There is no place {0}: the file has {1}.',
  noSuchFigure: 'No figure is called "{0}"; strata explain without a name lists them.',
  noReportFigure:
    'No figure of the report stands at "{0}"; docs/report.md names them, strata explain tells their paths.',
  noComparedFile: '{0} has a limit of {1} by {2}, but does not name it.',
  noLimitBy: '{0} has no limit by {1}: leave {2} out, or add one.',
  unreadableFile: '{0} cannot be read ({1}).',
  notJson: '{0} is not JSON: line {1}, column {2}: {3}',
  noReport: '{0} is no JSON report of strata inspect, or one of another schema version.',
  configuration: '{0}: {1}.',
  inFile: '{0}: {1}',
  fullStop: '{0}.',
  noFolder: '{0} is not a folder.',
  unreadableFolder: 'The folder {0} cannot be read.',
  seeHelp: 'Run strata --help for the words it takes.',
  seeHelpOf: 'Run strata {0} --help for the words it takes.',

  unlessSet: '{0} ({1})',
  theBaseline: 'the baseline',
  theReference: 'the reference',
} as const;

export type UsageWord = keyof typeof englishUsageWords;
