const LOOK_EVERY_MS = 50;
const GIVE_UP_AFTER_MS = 15_000;

/** Looks until there is something to see (neither undefined nor false), and says what was missing where there never is. */
export async function waitUntil<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > giveUpAt) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
