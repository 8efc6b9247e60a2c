import type { CDPSession } from 'playwright';

type Pending = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

/**
 * A target that Playwright gives no page for, such as the popup of a toolbar button: protocol messages to it are wrapped
 * and unwrapped by hand.
 */
export class RawTarget {
  readonly #browser: CDPSession;
  readonly #sessionId: string;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, (parameters: never) => void>();
  #nextId = 1;

  private constructor(browser: CDPSession, sessionId: string) {
    this.#browser = browser;
    this.#sessionId = sessionId;
    browser.on('Target.receivedMessageFromTarget', event => {
      if (event.sessionId === sessionId) this.#receive(event.message);
    });
    browser.on('Target.detachedFromTarget', event => {
      if (event.sessionId === sessionId) this.#fail('the popup closed');
    });
  }

  static async attach(browser: CDPSession, targetId: string): Promise<RawTarget> {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new RawTarget(browser, sessionId);
  }

  /** Sends one command of the DevTools protocol. */
  send<T>(method: string, params: object = {}): Promise<T> {
    const id = this.#nextId++;
    const answer = new Promise<unknown>((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    const message = JSON.stringify({ id, method, params });
    this.#browser.send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message }).catch(error => {
      this.#pending.get(id)?.reject(error);
    });
    return answer as Promise<T>;
  }

  /** Runs a function there and gives what it returns, which has to survive JSON. */
  async evaluate<A, T>(run: (argument: A) => T, argument: A): Promise<Awaited<T>> {
    type Evaluated = { result: { value: Awaited<T> }; exceptionDetails?: { text: string } };
    const { result, exceptionDetails } = await this.send<Evaluated>('Runtime.evaluate', {
      expression: `(${run})(${JSON.stringify(argument)})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
    return result.value;
  }

  /** Calls back with every event of a name, until the function that it gives is called. */
  on<P>(method: string, callBack: (parameters: P) => void): () => void {
    this.#listeners.set(method, callBack);
    return () => this.#listeners.delete(method);
  }

  #receive(text: string): void {
    type Message = { id?: number; result?: unknown; error?: { message: string }; method?: string; params?: unknown };
    const message: Message = JSON.parse(text);
    if (message.method !== undefined) this.#listeners.get(message.method)?.(message.params as never);
    const pending = message.id === undefined ? undefined : this.#pending.get(message.id);
    if (message.id === undefined || pending === undefined) return;
    this.#pending.delete(message.id);
    if (message.error === undefined) pending.resolve(message.result);
    else pending.reject(new Error(message.error.message));
  }

  #fail(reason: string): void {
    for (const { reject } of this.#pending.values()) reject(new Error(reason));
    this.#pending.clear();
  }
}
