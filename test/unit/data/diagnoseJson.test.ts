import { expect, test } from 'vitest';
import { say } from '../../../src/data/sentence.ts';
import { diagnoseJson } from '../../../src/data/diagnoseJson.ts';

test.each([
  // structure
  ['', 1, 'Expected a JSON object, found end of line.'],
  ['hello world', 1, "Expected a JSON object, found 'hello'."],
  ['{', 2, "Expected a property name in double quotes or '}', found end of line."],
  ["{'a':1}", 2, "Expected a property name in double quotes or '}', found a single quote."],
  ['{a:1}', 2, "Expected a property name in double quotes or '}', found 'a'."],
  ['{"a"}', 5, "Expected ':' after a property name, found '}'."],
  ['{"a":}', 6, "Expected a value after ':', found '}'."],
  ['{"a":1', 7, "Expected ',' or '}' after a property value, found end of line."],
  ['{"a":1 "b":2}', 8, "Expected ',' or '}' after a property value, found a string."],
  ['{"a":1,}', 8, "Expected a property name in double quotes after ',', found '}'."],
  ['{"a":[', 7, "Expected a value or ']', found end of line."],
  ['{"a":[1', 8, "Expected ',' or ']' after an array element, found end of line."],
  ['{"a":[1}', 8, "Expected ',' or ']' after an array element, found '}'."],
  ['{"a":[1,]}', 9, "Expected a value after ',', found ']'."],
  ['{"a":1}}', 8, "Expected the end of the line after the JSON value, found '}'."],
  ['{"a":1} {"b":2}', 9, "Expected the end of the line after the JSON value, found '{'."],
  ['{"a":1},', 8, "Expected the end of the line after the JSON value, found ','."],
  // words
  ['{"a":None}', 6, "Expected a value after ':', found 'None'."],
  ['{"a":NaN}', 6, "Expected a value after ':', found 'NaN'."],
  ['{"a":truer}', 6, "Expected a value after ':', found 'truer'."],
  ['{"a":-Infinity}', 7, "Expected a digit after '-', found 'Infinity'."],
  [`{"a":${'x'.repeat(50)}}`, 6, `Expected a value after ':', found '${'x'.repeat(20)}…'.`],
  // numbers
  ['{"a":01}', 7, "Expected no digit after a leading zero, found '1'."],
  ['{"a":1.}', 8, "Expected a digit after the decimal point, found '}'."],
  ['{"a":1e}', 8, "Expected a digit in the exponent, found '}'."],
  ['{"a":+1}', 6, "Expected a value after ':', found '+'."],
  ['{"a":.5}', 6, "Expected a value after ':', found '.'."],
  // strings
  ['{"a":"b', 8, `Expected '"' to end the string that begins in column 6, found end of line.`],
  ['{"a":"b\\', 9, `Expected '"' to end the string that begins in column 6, found end of line.`],
  ['{"a":"\\u12G4"}', 7, 'Expected four hexadecimal digits after \\u in a string.'],
  ['{"a":"\tb"}', 7, 'Expected \\t in a string, found a raw U+0009.'],
  ['{"a":"\0"}', 7, 'Expected \\u0000 in a string, found a raw U+0000.'],
  // what the eye does not see
  ['{"a":\u00a01}', 6, "Expected a value after ':', found U+00A0."],
  ['\ufeff{}', 1, 'Expected a JSON object, found U+FEFF.'],
  ['{"a":“b”}', 6, "Expected a value after ':', found '“'."],
  // columns count UTF-16 units, as the editor does
  ['{"😀":😀}', 7, "Expected a value after ':', found '😀'."],
])('%j', (text, column, message) => {
  const fault = diagnoseJson(text);
  expect(fault && { column: fault.column, message: say(fault.sentence) }).toEqual({
    column,
    message,
  });
});

test('an unknown escape is told with those that are known', () => {
  const fault = diagnoseJson('{"a":"C:\\data"}');
  expect(fault).toMatchObject({ column: 9 });
  expect(fault && say(fault.sentence)).toContain('after a backslash');
});

test('a valid line has no fault', () => {
  const line = ' {"a":[],"b":{},"c":[1,-0.5e+3,"\\u00e9\\n",true,false,null],"":{"d":[[{}]]}}\r';
  expect(diagnoseJson(line)).toBeUndefined();
});
