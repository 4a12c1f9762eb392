import { beforeEach, expect, it, vi } from 'vitest';
import { createFilesOfRun } from '../../../src/host/filesOfRun.ts';

const host = vi.hoisted(() => ({ answers: [] as ((files: unknown) => void)[] }));
vi.mock('../../../src/host/fileToRead.ts', () => ({
  filesToRead: () => new Promise((resolve) => host.answers.push(resolve)),
}));

const open = (files: ReturnType<typeof createFilesOfRun>) => files.open([], {} as never, {});
const newFile = () => ({ close: vi.fn() });

beforeEach(() => {
  host.answers = [];
});

it('keeps the files of the latest run open until the next one begins', async () => {
  const files = createFilesOfRun();
  const [first, second] = [newFile(), newFile()];
  const opened = open(files);
  host.answers[0]?.([first]);
  expect(await opened).toEqual([first]);
  expect(first.close).not.toHaveBeenCalled();
  const again = open(files);
  expect(first.close).toHaveBeenCalledOnce();
  host.answers[1]?.([second]);
  expect(await again).toEqual([second]);
  files.close();
  expect(second.close).toHaveBeenCalledOnce();
});

it('lets go of files that are opened only after another run has begun', async () => {
  const files = createFilesOfRun();
  const [late, latest] = [newFile(), newFile()];
  const opened = open(files);
  const again = open(files);
  host.answers[1]?.([latest]);
  expect(await again).toEqual([latest]);
  host.answers[0]?.([late]);
  await expect(opened).rejects.toMatchObject({ code: 'cancelled' });
  expect(late.close).toHaveBeenCalledOnce();
  expect(latest.close).not.toHaveBeenCalled();
});
