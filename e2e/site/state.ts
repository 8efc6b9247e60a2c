import type { NewAccount, SiteAccount } from './accounts';
import { createAccount, normaliseEmail } from './accounts';
import type { SiteClock } from './clock';
import { createClock } from './clock';
import type { KeyPrefix } from './credentials';
import type { Forcing } from './forced';
import { createForcing } from './forced';
import type { PendingSignIns } from './pending-sign-ins';
import { createPendingSignIns } from './pending-sign-ins';
import type { RateLimit } from './rate-limit';
import { createRateLimit } from './rate-limit';
import type { Sessions } from './sessions';
import { createSessions } from './sessions';
import type { Setups } from './setups';
import { createSetups } from './setups';

const WINDOW_MS = 15 * 60_000;

/**
 * Who hands out keys. `self-service`: people generate and revoke their own, as the documentation has it.
 * `operator`: only the operator does, and a replaced key takes the authenticator with it, because the key is the identity.
 */
export type KeyModel = 'self-service' | 'operator';

/** What is wrong with the pages' scripts. Until they run, a sign-in form may submit as a native GET. */
export interface ScriptTrouble {
  readonly isMissing?: boolean;
  readonly delayMs?: number;
}

/** Everything the site remembers. */
export interface SiteState {
  readonly clock: SiteClock;
  readonly accounts: Map<string, SiteAccount>;
  readonly sessions: Sessions;
  readonly setups: Setups;
  readonly pending: PendingSignIns;
  readonly forcing: Forcing;
  readonly clientLimit: RateLimit;
  readonly emailLimit: RateLimit;
  readonly keyModel: KeyModel;
  readonly keyPrefix: KeyPrefix;
  scriptTrouble: ScriptTrouble;
  finalVerifications: number;
}

/** Makes the state of a site without accounts. */
export function createState(options: { shiftMs: number; keyModel: KeyModel; keyPrefix: KeyPrefix }): SiteState {
  return {
    clock: createClock(options.shiftMs),
    accounts: new Map(),
    sessions: createSessions(),
    setups: createSetups(),
    pending: createPendingSignIns(),
    forcing: createForcing(),
    clientLimit: createRateLimit(5, WINDOW_MS),
    emailLimit: createRateLimit(10, WINDOW_MS),
    keyModel: options.keyModel,
    keyPrefix: options.keyPrefix,
    scriptTrouble: {},
    finalVerifications: 0,
  };
}

/** Opens an account. Throws when the email is taken. */
export function openAccount(state: SiteState, choices: NewAccount): SiteAccount {
  const account = createAccount(choices, state.keyPrefix);
  if (state.accounts.has(account.email)) throw new RangeError(`email: ${account.email} already has an account`);
  state.accounts.set(account.email, account);
  return account;
}

/** The account of this email, if there is one. */
export function findAccount(state: SiteState, email: string): SiteAccount | undefined {
  return state.accounts.get(normaliseEmail(email));
}
