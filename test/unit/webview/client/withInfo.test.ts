// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { element } from '../../../../src/webview/client/element.ts';
import { withInfo } from '../../../../src/webview/client/withInfo.ts';

const split = (text: string) => {
  const [start, end] = withInfo(text, element('button'));
  return [start, (end as HTMLElement).textContent];
};

test('the last word stays with the (i)', () => {
  expect(split('Against public data sets at 1,000 rows')).toEqual([
    'Against public data sets at 1,000 ',
    'rows ',
  ]);
  expect(split('Growth')).toEqual(['', 'Growth ']);
});

test('in a language without spaces, the last characters do, and none is cut in two', () => {
  expect(split('公開データセットとの比較 (1,000 行にそろえた場合)')).toEqual([
    '公開データセットとの比較 (1,000 行にそろえ',
    'た場合) ',
  ]);
  expect(split('吉野家𠮷野家')).toEqual(['吉野', '家𠮷野家 ']);
});
