/** Runs jobs one at a time, in the order they were asked for; a job that fails does not hold up the next. */
export function createSerialQueue(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return job => {
    const run = last.then(job);
    last = run.catch(() => undefined);
    return run;
  };
}
