/**
 * Sends states on, one at a time; of those that come while one is under way only the last goes out. Each is sent once more
 * if it did not arrive, as when the worker was stopped over it. `send` never rejects: it says whether it arrived.
 */
export class LatestSender<T> {
  readonly #send: (state: T) => Promise<boolean>;
  #waiting: { readonly state: T } | null = null;
  #sending: Promise<void> | null = null;
  #isPaused = false;

  constructor(send: (state: T) => Promise<boolean>) {
    this.#send = send;
  }

  /** Sends a state as soon as its turn comes. */
  push(state: T): void {
    this.#waiting = { state };
    this.#start();
  }

  /** Resolves once all that was pushed has gone out. */
  async settled(): Promise<void> {
    while (this.#sending !== null) await this.#sending;
  }

  /** Sends what was pushed, and then nothing more until {@link resume}. */
  async pause(): Promise<void> {
    await this.settled();
    this.#isPaused = true;
  }

  /** Goes on, with the last of what was pushed meanwhile. */
  resume(): void {
    this.#isPaused = false;
    this.#start();
  }

  #start(): void {
    if (this.#sending !== null || this.#isPaused || this.#waiting === null) return;
    this.#sending = this.#sendWaiting();
  }

  async #sendWaiting(): Promise<void> {
    for (let next = this.#take(); next !== null; next = this.#take()) {
      if (!(await this.#send(next.state)) && this.#waiting === null) await this.#send(next.state);
    }
    this.#sending = null;
  }

  #take(): { readonly state: T } | null {
    const next = this.#waiting;
    this.#waiting = null;
    return next;
  }
}
