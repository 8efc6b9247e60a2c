// What a context keeps alive once its garbage is collected. Nothing of what is looked for may come into the context on the
// way, or it would be found for having been looked for: no step of a test may type or expect it by a script in the page.
import { HeapSnapshot } from './heap-snapshot';
import type { Latchkey } from './launch';
import { RawTarget } from './raw-target';

/** One collection may be what makes the next one find more. */
const COLLECTIONS = 3;

/** Connects to what runs under an address of the extension; its worker is `/background.js`. */
export async function connectTo({ context, extensionId }: Latchkey, path: string): Promise<RawTarget> {
  const browser = await context.browser()?.newBrowserCDPSession();
  const targets = await browser?.send('Target.getTargets');
  const found = targets?.targetInfos.find(({ url }) => url.startsWith(`chrome-extension://${extensionId}${path}`));
  if (browser === undefined || found === undefined) throw new Error(`nothing runs under ${path}`);
  return RawTarget.attach(browser, found.targetId);
}

/** One connection to each heap behind several: pages of one process share theirs, and looking into it takes seconds. */
export async function distinctHeaps(targets: readonly RawTarget[]): Promise<readonly RawTarget[]> {
  const byHeap = new Map<string, RawTarget>();
  for (const target of targets) byHeap.set((await target.send<{ id: string }>('Runtime.getIsolateId')).id, target);
  return [...byHeap.values()];
}

/** Collects a context's garbage. */
export async function collectGarbage(target: RawTarget): Promise<void> {
  await target.send('HeapProfiler.enable');
  for (let done = 0; done < COLLECTIONS; done++) await target.send('HeapProfiler.collectGarbage');
}

/** Collects a context's garbage and says, of each text by its name, what keeps it alive: nothing where all are gone. */
export async function findTexts(
  target: RawTarget,
  texts: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  await collectGarbage(target);
  const chunks: string[] = [];
  const stop = target.on<{ chunk: string }>('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await target.send('HeapProfiler.takeHeapSnapshot');
  stop();
  const snapshot = new HeapSnapshot(chunks.join(''));
  return Object.entries(texts).flatMap(([name, text]) =>
    snapshot.nodesWith(text).map(node => `${name}: ${snapshot.wayTo(node)}`),
  );
}
