import { parseEnvelope } from '../crypto/envelope';
import type { Bytes } from '../shared/bytes';
import { equalBytes } from '../shared/bytes';
import type { Recipe } from './fixtures/recipe.testing';
import { waysInto } from './fixtures/recipe.testing';
import { openSealed } from './seal';
import type { WayIn } from './slots';
import { unwrapVaultKey } from './slots';

/** What became of bytes that somebody tampered with. `keys` counts the slots that still gave the true vault key. */
export type Verdict = { readonly parsed: boolean; readonly keys: number; readonly content: Bytes | null };

async function countTrueKeys(bytes: Bytes, ways: readonly WayIn[], vaultKey: Bytes): Promise<number> {
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) return 0;
  const { header } = parsed.value;
  let keys = 0;
  for (const [slot, wayIn] of header.slots.flatMap(slot => ways.map(way => [slot, way] as const))) {
    const unwrapped = await unwrapVaultKey(slot, header, wayIn);
    if (unwrapped === null) continue;
    if (!equalBytes(unwrapped, vaultKey)) throw new Error('a slot gave a key that is not the vault’s');
    keys++;
  }
  return keys;
}

/** Opens bytes with everything that the owner of the vault has, and with the vault key itself. */
export async function judge(bytes: Bytes, recipe: Recipe, vaultKey: Bytes, withSlots: boolean): Promise<Verdict> {
  const parsed = parseEnvelope(bytes);
  if (!parsed.ok) return { parsed: false, keys: 0, content: null };
  const keys = withSlots ? await countTrueKeys(bytes, waysInto(recipe), vaultKey) : 0;
  return { parsed: true, keys, content: openSealed(parsed.value, vaultKey) };
}
