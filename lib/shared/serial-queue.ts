/** Runs jobs one at a time, in the order they were asked for; a job that fails does not hold up the next. */
export function createSerialQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return job => {
    const run = last.then(job);
    // Without its result: that of the last job would be held until there is another one, and may be what a lock has to forget.
    last = run.then(
      () => undefined,
      () => undefined,
    );
    return run;
  };
}
