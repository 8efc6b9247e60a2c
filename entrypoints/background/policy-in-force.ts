import { readManagedAtOnce } from '../../lib/browser/managed-storage';
import type { PolicyInForce } from '../../lib/model/managed';
import { tightenPolicy } from '../../lib/model/managed';
import type { VaultBody } from '../../lib/vault/body';

/** What a vault's settings come to in this browser: an organisation may have tightened them. */
export async function policyInForce({ policy }: VaultBody): Promise<PolicyInForce> {
  return tightenPolicy(policy, await readManagedAtOnce());
}
