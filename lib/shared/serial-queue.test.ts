import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSerialQueue } from './serial-queue';

describe('a serial queue', () => {
  it('begins a job only after the one before has ended, in the order asked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 6 }), async (scheduler, count) => {
        const enqueue = createSerialQueue();
        const log: string[] = [];
        const jobs = Array.from({ length: count }, (_, index) =>
          enqueue(async () => {
            log.push(`begin ${index}`);
            await scheduler.schedule(Promise.resolve());
            log.push(`end ${index}`);
          }),
        );
        await scheduler.waitFor(Promise.all(jobs));
        expect(log).toEqual(jobs.flatMap((_, index) => [`begin ${index}`, `end ${index}`]));
      }),
      { numRuns: 50 },
    );
  });

  it('hands each caller the result of its own job', async () => {
    const enqueue = createSerialQueue();
    expect(await Promise.all([enqueue(async () => 1), enqueue(async () => 'two')])).toEqual([1, 'two']);
  });

  it('lets a job that failed fail for its own caller only', async () => {
    const enqueue = createSerialQueue();
    const failing = enqueue(() => Promise.reject(new Error('lost')));
    const next = enqueue(async () => 'done');
    await expect(failing).rejects.toThrow('lost');
    await expect(next).resolves.toBe('done');
  });

  it('survives a job that throws before it has become a promise', async () => {
    const enqueue = createSerialQueue();
    const failing = enqueue(() => {
      throw new Error('at once');
    });
    await expect(failing).rejects.toThrow('at once');
    await expect(enqueue(async () => 'done')).resolves.toBe('done');
  });
});
