// Web Locks for the world of a test: neither Node nor its documents have them. Set up before every file (vitest.config.ts).

type Mode = 'shared' | 'exclusive';
type Request = { readonly mode: Mode; readonly grant: () => void };
type Options = { readonly mode?: Mode; readonly signal?: AbortSignal };

/** Locks of one name, as the standard has them: first come, first served; a request that is aborted leaves the line. */
function makeLocks() {
  const line: Request[] = [];
  const held: Mode[] = [];

  function serve(): void {
    const [next] = line;
    if (next === undefined || held.includes('exclusive') || (next.mode === 'exclusive' && held.length > 0)) return;
    line.shift();
    held.push(next.mode);
    next.grant();
    serve();
  }

  async function request(_name: string, { mode = 'exclusive', signal }: Options, run: () => unknown): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const entry = { mode, grant: resolve };
      line.push(entry);
      signal?.addEventListener('abort', () => {
        const place = line.indexOf(entry);
        if (place >= 0) line.splice(place, 1);
        reject(signal.reason);
        serve();
      });
      serve();
    });
    try {
      await run();
    } finally {
      held.splice(held.indexOf(mode), 1);
      serve();
    }
  }
  return { request };
}

const world: { navigator?: object } = globalThis;
world.navigator ??= {};
Object.defineProperty(world.navigator, 'locks', { value: makeLocks() });
