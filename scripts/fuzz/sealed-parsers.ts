// What lies behind a seal. Whoever has the key, such as a later version or a program that is wrong, may have sealed anything.
import type fc from 'fast-check';
import * as v from 'valibot';
import { parseEnvelope } from '../../lib/crypto/envelope';
import { holdableSchema } from '../../lib/model/account';
import type { KeptDraft } from '../../lib/model/draft';
import { keptDraftSchema } from '../../lib/model/draft';
import { heldKeySchema, sealSchema } from '../../lib/model/held';
import { createRepeatableRandom } from '../../lib/shared/random.testing';
import { accountAt, bodyWith, fields } from '../../lib/vault/accounts.testing';
import { openDrafts, sealDrafts } from '../../lib/vault/drafts';
import { unwrapHeldKey } from '../../lib/vault/held-key';
import { openHolding, sealAccount } from '../../lib/vault/held-seal';
import { openSealed, sealVault } from '../../lib/vault/seal';
import { BODY, SLOTS_OF_EXAMPLE } from './examples';
import { hostileBytes } from './hostile-bytes';
import { hostileValue } from './hostile-value';
import type { Parser } from './watch-parser';
import { watchParser } from './watch-parser';

const random = createRepeatableRandom(7);
const [KEY, VAULT_ID] = [random(32), random(16)];
const ACCOUNT = accountAt(bodyWith(fields()), 0);
const SAVE = { namespace: 'vault', vaultId: VAULT_ID, generation: 3, slots: SLOTS_OF_EXAMPLE } as const;
const draftsSchema = v.array(keptDraftSchema);

/** The values that a schema takes, and null for all others: as what is stored is read before it is used. */
function readBy<T>(schema: v.GenericSchema<unknown, T>): fc.Arbitrary<T | null> {
  return hostileValue(schema).map(value => {
    const read = v.safeParse(schema, value);
    return read.success ? read.output : null;
  });
}

export function sealedParsers(): readonly Parser[] {
  const envelope = sealVault(KEY, SAVE, BODY, random);
  const drafts = sealDrafts(KEY, VAULT_ID, [], random);
  return [
    watchParser('envelope, with its key', hostileBytes(envelope), bytes => {
      const parsed = parseEnvelope(bytes);
      return parsed.ok ? openSealed(parsed.value, KEY) : null;
    }),
    watchParser('drafts', hostileBytes(drafts), bytes => openDrafts(KEY, VAULT_ID, bytes)),
    watchParser('drafts, what was sealed', hostileValue(draftsSchema), value => {
      const sealed = sealDrafts(KEY, VAULT_ID, value as readonly KeptDraft[], random);
      return openDrafts(KEY, VAULT_ID, sealed);
    }),
    watchParser('held key', readBy(heldKeySchema), held => {
      return held && unwrapHeldKey(held, VAULT_ID, { type: 'recovery', code: KEY });
    }),
    watchParser('held seal', readBy(sealSchema), seal => seal && openHolding({ ...ACCOUNT, seal }, VAULT_ID, KEY)),
    watchParser('held seal, what was sealed', hostileValue(holdableSchema), value => {
      const sealed = sealAccount({ ...ACCOUNT, ...Object(value) }, VAULT_ID, KEY, random);
      return openHolding({ ...ACCOUNT, seal: sealed.seal }, VAULT_ID, KEY);
    }),
  ];
}
