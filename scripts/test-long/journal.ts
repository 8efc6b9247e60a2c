// What the vault was asked for and what it has promised, kept outside of the browser that may lose it.

type Entry = { readonly number: number; readonly atMs: number };

export type Finding = {
  /** Promised and not there, with the age that the promise had when the browser or the worker ended. */
  readonly lost: readonly { readonly number: number; readonly ageMs: number }[];
  /** Whether the number that is there was saved and never promised: the answer was cut off. */
  readonly isUnpromised: boolean;
};

/** The saves of one account, in the order in which they were asked for. Times are of `performance.now()`. */
export class Journal {
  #promised: Entry[] = [{ number: 0, atMs: 0 }];
  #asked = 0;

  ask(number: number): void {
    this.#asked = number;
  }

  promise(number: number): void {
    this.#promised.push({ number, atMs: performance.now() });
  }

  /** Compares with what is there after an end at `endedAtMs`, and goes on from that. */
  compare(found: number, endedAtMs: number): Finding {
    if (found > this.#asked) throw new Error(`save ${found} is there, and nobody has asked for it`);
    const lost = this.#promised
      .filter(({ number }) => number > found)
      .map(({ number, atMs }) => ({ number, ageMs: endedAtMs - atMs }));
    const isUnpromised = this.#promised.every(({ number }) => number !== found);
    this.#promised = [{ number: found, atMs: 0 }];
    return { lost, isUnpromised };
  }
}
