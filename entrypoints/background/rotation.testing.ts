import { setSignInKey } from '../../lib/keys/inventory';
import {
  abortRotation,
  confirmAuthenticator,
  proveKey,
  revokeOldKey,
  rotationOf,
  stageNewKey,
  stageOf,
  startRotation,
  tickIntegration,
  tryNewKey,
} from '../../lib/keys/rotation';
import type { Account } from '../../lib/model/account';
import { findKey } from '../../lib/model/account';
import { makeKey } from '../../lib/model/key';
import type { Rotation } from '../../lib/model/rotation';
import { DAY_MS } from '../../lib/shared/duration';
import type { Result } from '../../lib/shared/result';
import { ok } from '../../lib/shared/result';
import { accountAt, apiKey, bodyWith, date, fields } from '../../lib/vault/accounts.testing';
import type { VaultBody } from '../../lib/vault/body';
import { decodeBody, encodeBody } from '../../lib/vault/body';
import { changeFound } from '../../lib/vault/keys';
import { recordKeyRefused } from '../../lib/vault/sign-ins';

const NOW_MS = 1_795_392_000_000;
/** The clock was set back before this: what came later has an earlier time. */
const LATER_BY_A_WRONG_CLOCK_MS = NOW_MS - 365 * DAY_MS;
const ACCOUNT = 'account-0';
const INTEGRATION = { id: 'ci', name: 'CI', where: 'secrets', owner: '', note: '', done: false };

/** What the site would say: which keys it takes, and those it has handed out that nobody has saved yet. */
export type Site = {
  readonly issue: Rotation['issue'];
  readonly alive: readonly string[];
  readonly shown: string | null;
};

/** The vault as it lies on the disk, and the site. */
export type World = { readonly saved: Uint8Array<ArrayBuffer>; readonly site: Site };

const read = new WeakMap<Uint8Array, VaultBody>();

/** What the saved bytes say. The same bytes are read once: there are thousands of worlds. */
export function readSaved({ saved }: World): VaultBody {
  const known = read.get(saved);
  if (known !== undefined) return known;
  const body = decodeBody(saved);
  if (!body.ok) throw new Error(body.error);
  read.set(saved, body.value);
  return body.value;
}

export function accountOf(world: World): Account {
  return accountAt(readSaved(world), 0);
}

/** Whether the vault has a key in use that the site takes: what its owner can work with should all stop here. */
export function hasWorkingKey(world: World): boolean {
  return accountOf(world).keys.some(key => key.state === 'active' && world.site.alive.includes(key.secret.reveal()));
}

/** One account whose key signs in and is used in CI, on a site that takes that key. */
export function makeWorld(issue: Site['issue'], isCompromised: boolean): World {
  const body = bodyWith(fields());
  const [account] = body.accounts;
  if (account === undefined) throw new Error('no account');
  const compromisedAtMs = isCompromised ? NOW_MS : null;
  const keys = account.keys.map(key => ({ ...key, compromisedAtMs, integrations: [INTEGRATION] }));
  return {
    saved: encodeBody({ ...body, accounts: [{ ...account, keys }] }),
    site: { issue, alive: account.keys.map(key => key.secret.reveal()), shown: null },
  };
}

type Act = (world: World) => World;

/** Saves what a step makes of the account, or leaves the vault as it is where the step is refused. */
function save(world: World, step: (account: Account) => Result<Account, string>): World {
  const changed = changeFound(readSaved(world), ACCOUNT, step);
  return changed.ok ? { ...world, saved: encodeBody(changed.value) } : world;
}

function withSite(world: World, changes: Partial<Site>): World {
  return { ...world, site: { ...world.site, ...changes } };
}

/** The next key the site hands out: of those given, which is enough for a second try. */
function nextSecret(world: World, digits: readonly string[]): string | null {
  const known = [...world.site.alive, ...accountOf(world).keys.map(key => key.secret.reveal())];
  return digits.map(digit => apiKey(digit).key.reveal()).find(secret => !known.includes(secret)) ?? null;
}

/** Has the site hand out a key. What the operator issues takes the place of what there was. */
export function generate(world: World, digits: readonly string[]): World {
  const secret = isStage(world, 'new-key') || isStage(world, 'check') ? nextSecret(world, digits) : null;
  if (secret === null) return world;
  const before = world.site.issue === 'operator' ? [] : world.site.alive;
  return withSite(world, { alive: [...before, secret], shown: secret });
}

function newKeyIsAlive(world: World): boolean {
  const secret = rotationOf(accountOf(world))?.newKey?.secret.reveal();
  return secret !== undefined && world.site.alive.includes(secret);
}

function isStage(world: World, stage: string): boolean {
  const rotation = rotationOf(accountOf(world));
  return rotation !== null && stageOf(rotation) === stage;
}

/**
 * The site takes the new key no more, and a sign-in has shown it. One that refuses the last key it took locks its owner out
 * by itself.
 */
function refuse(world: World): World {
  const rotation = rotationOf(accountOf(world));
  const { alive } = world.site;
  if (!rotation?.newKey || !alive.includes(rotation.oldKey.secret.reveal())) return world;
  const { id, secret } = rotation.newKey;
  const refused = recordKeyRefused(readSaved(world), ACCOUNT, id, LATER_BY_A_WRONG_CLOCK_MS);
  if (!refused.ok) throw new Error(refused.error);
  return withSite(
    { ...world, saved: encodeBody(refused.value) },
    { alive: alive.filter(one => one !== secret.reveal()) },
  );
}

/**
 * Everything that a person who follows the guide may do, and what may come between, in any order and any number of times;
 * each save is one write.
 */
export const ACTS: Readonly<Record<string, Act>> = {
  start: world =>
    save(world, account => {
      const key = findKey(account, account.signInKeyId);
      const guard = { issue: world.site.issue, evidence: { type: 'dashboard', seenAtMs: NOW_MS } } as const;
      return startRotation(account, key?.id ?? '', guard, NOW_MS);
    }),
  'generate on the site': world => generate(world, ['b', 'c']),
  'save the new key': world => {
    const { shown } = world.site;
    if (shown === null) return world;
    const digit = shown.at(-1) ?? '';
    const added = save(world, account => {
      if (account.keys.some(({ id }) => id === digit)) return ok(account);
      return ok({ ...account, keys: [...account.keys, makeKey(digit, apiKey(digit), date('2026-11-23'), 'staged')] });
    });
    return withSite(added, { shown: null });
  },
  'take a staged key': world =>
    save(world, account => stageNewKey(account, account.keys.findLast(({ state }) => state === 'staged')?.id ?? '')),
  try: world => save(world, account => tryNewKey(account, true)),
  'stop trying': world => save(world, account => tryNewKey(account, false)),
  check: world =>
    newKeyIsAlive(world) ? save(world, account => proveKey(account, account.rotation?.newKeyId ?? '', NOW_MS)) : world,
  tick: world => save(world, account => tickIntegration(account, INTEGRATION.id, true)),
  untick: world => save(world, account => tickIntegration(account, INTEGRATION.id, false)),
  // The guide says so at this stage only. The worker may die between this and the note of it.
  'revoke on the site': world => {
    const old = rotationOf(accountOf(world))?.oldKey.secret.reveal();
    if (!isStage(world, 'revoke')) return world;
    return withSite(world, { alive: world.site.alive.filter(secret => secret !== old) });
  },
  'note that it is revoked': world => {
    const old = rotationOf(accountOf(world))?.oldKey.secret.reveal() ?? '';
    return world.site.alive.includes(old) ? world : save(world, account => revokeOldKey(account, NOW_MS));
  },
  'set up the authenticator': world => save(world, account => confirmAuthenticator(account, NOW_MS)),
  'the site refuses the new key': refuse,
  'another window names the old key': world =>
    save(world, account => setSignInKey(account, account.rotation?.oldKeyId ?? '')),
  abort: world => save(world, abortRotation),
};

/** What a person does, one step after the other, to bring a rotation to its end. */
export const PATH = [
  'start',
  'generate on the site',
  'save the new key',
  'take a staged key',
  'check',
  'tick',
  'revoke on the site',
  'note that it is revoked',
  'tick',
  'set up the authenticator',
] as const;

/** Brings the rotation of any world to its end. */
export function finish(stopped: World): World {
  return PATH.reduce((world, name) => {
    // There is always a further key to be had.
    if (name === 'generate on the site') return generate(world, ['d']);
    return ACTS[name]?.(world) ?? world;
  }, stopped);
}
