/** What ends an inspection or another job, in one sentence; English is the key of the translation. */
export const englishFaultWords = {
  cancelled: 'Cancelled.',
  closedMeanwhile: 'The file was closed meanwhile.',
  outOfMemory: 'There was not enough memory.',
  unexpected: 'Strata met a fault that it did not expect: {0}',
  workerEnded: 'A worker thread ended early with exit code {0}.',

  notFound: '{0} does not exist.',
  isDirectory: '{0} is a directory, not a file.',
  noRegularFile: '{0} is not a regular file.',
  noPermission: '{0} may not be read: permission denied.',
  notReadable: '{0} could not be read ({1}).',
  empty: '{0} is empty: it holds no rows.',
  noRows: '{0} holds no rows.',
  onlyByteOrderMark: 'The file holds nothing but a byte-order mark.',
  changed:
    '{0} was changed while it was being read: try again, or take a copy of a file that is still being written.',
  changedSince: '{0} has changed since it was read.',
  shorter: '{0} became shorter while it was read.',
  shrank: 'The file became shorter while it was read.',
  utf16:
    'The file is UTF-16 and Strata reads UTF-8: save it as UTF-8 (in VS Code, click the encoding in the status bar and choose Save with Encoding).',
  utf32:
    'The file is UTF-32 and Strata reads UTF-8: convert it to UTF-8 (such as with iconv -f UTF-32 -t UTF-8).',
  notUtf8:
    '{0} is not UTF-8: it has the byte 0x{1} at offset {2}. Save it as UTF-8 first: in Excel as “CSV UTF-8”, in VS Code with Reopen with Encoding, then Save with Encoding.',

  noUsableRow: 'The file has no usable row. {0}',
  noUsableRowWanted:
    'The file has no usable row. {0} Each line has to be one JSON object with text, such as {"messages": […]}, {"instruction": "…", "output": "…"} or {"text": "…"}.',
  noUsableRecordWanted:
    'The file has no usable row. {0} Each row has to have text, such as in the fields instruction and output, or text.',
  jsonArray:
    'It is a JSON array instead of one JSON object in each line: rename it so that it ends in .json, and it is read as such.',
  carriageReturns:
    'Its lines end with a carriage return (CR) alone: convert them to end with a line feed (LF).',
  recordsOverLines:
    'Its records go over several lines: write each on a line of its own, such as with jq -c . FILE.',
  pythonDicts:
    'Its lines are written as Python shows a dict, with single quotes, which is no JSON: write them with json.dumps.',
  pointer: 'It is a pointer of Git LFS to a file that was not fetched: run git lfs pull.',
  notANumber:
    'Its lines hold NaN or Infinity, which are no JSON: write null in their place (Python’s json.dumps says where with allow_nan=False).',
  otherEncoding:
    'It is not UTF-8 but in another encoding, such as Shift_JIS or Windows-1252: save it as UTF-8 (in VS Code, click the encoding in the status bar and choose Reopen with Encoding, then Save with Encoding).',
  allBlankOne: 'Its only line is blank.',
  allBlankOther: 'All {0} lines are blank.',
  unusableLineOne: '{0} line was not usable; line {1}: {2}',
  unusableLineOther: '{0} lines were not usable; line {1}: {2}',
  noChosenLine: 'None of the chosen lines is in the file, which has {0}.',

  largeWindow:
    '{0} was compressed with a window of more than 128 MiB, which is more than Strata reads: compress it again with less.',
  packedCutOff: '{0} is cut off: its {1} data end too early.',
  packedDamaged: '{0} is damaged: its {1} data cannot be unpacked.',
  growsTooMuch:
    '{0} grows to more than {1} times its size (and 256 MiB) when it is unpacked: no data set does, so reading stopped.',
  jsonCutOff: '{0} is cut off: its JSON has no end (last line: {1}).',
  largeRecord: '{0} has a record of more than 256 MiB, which begins in line {1}.',
  noRecordList:
    '{0} holds no list of records: expected an array of objects, such as [{"text": "…"}, …], found {1}.',
  oneObject: 'one object without such an array',
  oneObjectWithSeveral: 'one object with several ({0})',
  otherText: 'other text',
  notJson: '{0} is not JSON: line {1} has {2}.',
  unopenedBracket: 'a closing bracket that nothing opened',
  textAfterEnd: 'text after its end',
  commaForRecord: 'a comma where a record should begin',
  colonBetweenRecords: "a ':' between records",
  wrongBracket: 'a bracket of the wrong kind',
  lastComma: 'a comma after the last record',
  noComma: 'no comma between two records',
  noHeader: 'The first row of {0} has to name the columns, but {1}.',
  unnamedColumn: 'column {0} has no name',
  twiceNamedColumn: 'two columns are named "{0}"',
  textForName: 'column {0} has a text where its name would be',
  openQuote:
    '{0} cannot be read to its end: a quotation mark that opens after line {1} is never closed.',
  encryptedParquet: '{0} is an encrypted Parquet file, which Strata does not read.',
  noWholeParquet: '{0} is no whole Parquet file: it does not end as one.',
  noParquet:
    '{0} is a damaged Parquet file, or one that is packed in a way that Strata does not read ({1}).',
  emptyFolder:
    'The folder {0} holds no data: looked for .jsonl, .json, .csv, .tsv and .parquet files, and these as .gz or .zst.',
  onlyDeadLinks: 'The folder {0} holds no data, and links in it lead to no file: {1}.',
  noTable: '{0} cannot be read as a table: strata experiments {0} says why.',
  fewLinesToPlan:
    'The file has {0} {0|line|lines}: data sets of {1} {1|row|rows} cannot differ much in what they hold. Plan smaller ones, or choose from a larger file.',
  noLevelToPlan: 'The file has none of the fields whose levels were asked for.',
  largeTable: '{0} has more than 64 MB: that is no table of runs.',

  cannotWrite: '{0} could not be written ({1}).',
  cannotUnpack: 'The rows could not be unpacked into the folder for temporary files: {0}.',
  diskFull: 'the disk is full',
  noFileOrFolder: 'no such file or folder',
  noSuchFolder: 'there is no folder {0}',
  noFolderInPath: 'a part of its path is not a folder',
  denied: 'permission denied',
  readOnlyDisk: 'the disk is read-only',
  tooLargeForDisk: 'it is too large for the disk',
  isFolder: 'it is a folder',
  isNoFile: 'it is not a regular file',
  circularLinks: 'its links lead in a circle',
  longName: 'the name is too long',
  manyOpenFiles: 'too many files are open',
  inUse: 'another program uses it',
  diskFault: 'the disk reports a fault',
  neverOverwritten:
    '{0} is a file that is read here, and such a file is never overwritten: choose another name.',

  noRowToChoose: 'No row of the file can be chosen.',
  noInstructionToChoose:
    'The strategy {0} goes by the instructions, and no row of the file has one. Others, such as facility-location, go by whole rows.',
  noResponseToChoose:
    'The strategy {0} goes by the responses, and no row of the file has one. Others, such as facility-location, go by whole rows.',
  otherEmbedder:
    'Closeness to the reference cannot be told: its meanings are of {0}, those of the file of {1}.',
  fewGeneratedRows: 'The generated file has {0}: mixing takes {1} at least.',
  fewRealRows: 'The real file has {0}: mixing takes {1} at least, half of which are held back.',
  largeMixture:
    'A mixture of {0} rows takes {0} generated rows and {1} real ones, {2} of which are held back; the files have {3} and {4}: the largest is {5}.',
  smallMixture: 'A mixture of {0} says nothing: {1} is the least.',
  fewCloseRows:
    '{0}% of {1} {1|row|rows} {2|is|are} {2} generated {2|one|ones}, but only {3} {3|is|are} close to the real rows.',
  rowOne: '{0} row',
  rowOther: '{0} rows',

  noEndpointAddress:
    '"{0}" is no address of an embedding endpoint; expected one such as http://localhost:11434/v1.',
  endpointAnswered: '{0} answered {1}: {2}',
  endpointUnreachable: '{0} could not be reached ({1}).',
  endpointTimeout: 'no answer in {0} s',
  endpointNoReason: 'no reason given',
  endpointNoVector:
    '{0} gave no vector for text {1} of {2}; expected {"data": [{"index": 0, "embedding": […]}, …]}.',
  endpointLargeNumber: '{0} gave a number beyond {1} for text {2} of {3}.',
  endpointManyVectors: '{0} gave vectors for more texts than the {1} that it was sent.',
  endpointUnequal: 'The endpoint gave a vector of {0} {0|number|numbers} after vectors of {1}.',
  endpointOtherLength:
    'The endpoint gives vectors of another length than it did before. Inspect again.',

  ofFile: '{0}: {1}',
  dataset: 'Data set',
  reference: 'Reference',
  generatedFile: 'Generated file',
  realFile: 'Real file',
} as const;
