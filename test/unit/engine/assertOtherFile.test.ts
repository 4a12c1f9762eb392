import { join } from 'node:path';
import { expect, it } from 'vitest';
import { assertOtherFile } from '../../../src/engine/assertOtherFile.ts';
import { withConverted } from '../../support/withConverted.ts';

it.each(['/', ''])(
  'refuses the file of a folder that is named like the folder, whose name ends with "%s"',
  async (end) => {
    const files = { 'a.csv/a.csv': 'text\n1\n', 'a.csv/b.csv': 'text\n2\n' };
    await withConverted(files, `a.csv${end}`, (source, folder) => {
      for (const name of ['a.csv', 'b.csv']) {
        const refused = () => assertOtherFile(join(folder, 'a.csv', name), [source]);
        expect(refused).toThrow(/a\.csv/u);
      }
      expect(() => assertOtherFile(join(folder, 'a.csv', 'c.csv'), [source])).not.toThrow();
    });
  },
);

it('refuses a file that was read by itself', async () => {
  await withConverted({ 'a.csv': 'text\n1\n' }, 'a.csv', (source, folder) => {
    expect(() => assertOtherFile(join(folder, 'a.csv'), [source])).toThrow(/a\.csv/u);
  });
});
