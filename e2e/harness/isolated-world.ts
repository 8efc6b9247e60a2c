import type { CDPSession, Page } from 'playwright';
import { PROTOCOL_VERSION } from '../../lib/messages/envelope';
import type { Latchkey } from './launch';

/** The world of the script on the login page, as whoever has broken into the page's process would have it. */
export type IsolatedWorld = {
  /** Runs a function there and gives what it returns, which has to survive JSON. */
  evaluate<A, T>(run: (argument: A) => T, argument: A): Promise<Awaited<T>>;
};

type Context = { readonly id: number; readonly name: string; readonly origin: string };

/** Reaches into the world that an extension's script has on a page; null where it has none there. */
export async function enterIsolatedWorld(
  { context }: Latchkey,
  page: Page,
  extensionName = 'Latchkey',
): Promise<IsolatedWorld | null> {
  const session: CDPSession = await context.newCDPSession(page);
  const contexts: Context[] = [];
  session.on('Runtime.executionContextCreated', event => contexts.push(event.context as Context));
  // Tells of all that there are before it answers.
  await session.send('Runtime.enable');
  const own = contexts.find(({ origin, name }) => origin.startsWith('chrome-extension://') && name === extensionName);
  if (own === undefined) return null;
  return {
    async evaluate(run, argument) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        contextId: own.id,
        expression: `(${run})(${JSON.stringify(argument)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined)
        throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
  };
}

/** An answer of the worker as it arrives; null stands for none. */
export type RawAnswer = {
  readonly ok?: boolean;
  readonly value?: unknown;
  readonly error?: readonly { readonly code: string }[];
} | null;

/** A message to the worker as a script writes it. */
export function writeMessage(name: string, input: unknown = {}): object {
  return { latchkey: PROTOCOL_VERSION, name, input };
}

/** Sends messages from there all at once, whatever they are, and gives the answers. `to`: another extension's id. */
export function sendFrom(
  world: IsolatedWorld,
  messages: readonly unknown[],
  to: string | null = null,
): Promise<readonly RawAnswer[]> {
  type Runtime = { readonly runtime: { sendMessage(...given: readonly unknown[]): Promise<RawAnswer> } };
  const given = { messages, to };
  return world.evaluate(({ messages, to }) => {
    const { runtime } = (globalThis as unknown as { chrome: Runtime }).chrome;
    const send = (message: unknown) => runtime.sendMessage(...(to === null ? [message] : [to, message]));
    return Promise.all(messages.map(message => send(message).catch(() => null)));
  }, given);
}
