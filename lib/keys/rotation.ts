// A key's rotation, one step at a time. Invariants: every step is a function from the account as it is saved to the account
// to save, so a crash between two steps leaves one of them; the old key stays active until the new one is saved and checked;
// giving up at any point keeps both keys.
import type { Account } from '../model/account';
import { changeKey, findKey } from '../model/account';
import { kindOfApiKey } from '../model/api-key';
import type { Key } from '../model/key';
import type { Rotation } from '../model/rotation';
import type { Result } from '../shared/result';
import { err, ok } from '../shared/result';
import type { Guard, GuardFailure } from './rotation-guard';
import { checkGuard } from './rotation-guard';

/** What is to be done next. A rotation for which nothing is left is over and no longer in the account. */
export type RotationStage = 'new-key' | 'check' | 'integrations' | 'revoke' | 'authenticator';

/**
 * - `key-missing`: the account has no such key, or the old key no such integration.
 * - `rotation-running`: another key of the account is being rotated.
 * - `rotation-none`: nothing is under way, or a key of it is gone.
 * - `rotation-too-early`: something comes before this step.
 * - `rotation-other-kind`: a key of the signing product in the place of one of the dashboard, or the other way round.
 * - `key-not-active`, `key-not-staged`: the key is in another state than this needs.
 */
export type RotationFailure =
  | 'key-missing'
  | 'key-not-active'
  | 'key-not-staged'
  | 'rotation-running'
  | 'rotation-none'
  | 'rotation-too-early'
  | 'rotation-other-kind';

/** A rotation under way, with the keys it names. */
export type RunningRotation = Rotation & { readonly oldKey: Key; readonly newKey: Key | null };

/** The rotation under way, or null. One whose keys were replaced by hand since is none any more. */
export function rotationOf(account: Account): RunningRotation | null {
  const { rotation } = account;
  const oldKey = rotation && findKey(account, rotation.oldKeyId);
  const newKey = rotation && findKey(account, rotation.newKeyId);
  if (!rotation || !oldKey || (rotation.newKeyId !== null && !newKey)) return null;
  return { ...rotation, oldKey, newKey };
}

/** A proof takes a refusal away, so one that is there came later, whatever the clock said. */
function isDoubtful({ compromisedAtMs, refusedAtMs }: Key): boolean {
  return compromisedAtMs !== null || refusedAtMs !== null;
}

/** What is to be done next, or null where nothing is. A key that is compromised is revoked before its integrations follow. */
export function stageOf({ oldKey, newKey, issue, authenticatorSetAtMs }: RunningRotation): RotationStage | null {
  if (newKey === null) return 'new-key';
  if (newKey.state === 'staged') return 'check';
  // What the site has refused since, or what is no secret any more, is no key to be left alone with.
  if (oldKey.state !== 'revoked' && isDoubtful(newKey)) return 'check';
  const isRevoked = oldKey.state === 'revoked';
  if (!isRevoked && oldKey.compromisedAtMs !== null) return 'revoke';
  if (oldKey.integrations.some(({ done }) => !done)) return 'integrations';
  if (!isRevoked) return 'revoke';
  return issue === 'operator' && authenticatorSetAtMs === null ? 'authenticator' : null;
}

/**
 * What the guide leads to next: as {@link stageOf}, but where the operator issues keys nobody signs in before the authenticator
 * is set up again, so that comes before the check.
 */
export function guidedStageOf(rotation: RunningRotation): RotationStage | null {
  const stage = stageOf(rotation);
  const needsAuthenticator = rotation.issue === 'operator' && rotation.authenticatorSetAtMs === null;
  return stage === 'check' && needsAuthenticator ? 'authenticator' : stage;
}

/** Begins the rotation of an active key, once it is sure that nobody can be locked out by it. */
export function startRotation(
  account: Account,
  oldKeyId: string,
  { issue, evidence }: Guard,
  nowMs: number,
): Result<Account, RotationFailure | GuardFailure> {
  const oldKey = findKey(account, oldKeyId);
  if (oldKey === null) return err('key-missing');
  if (oldKey.state !== 'active') return err('key-not-active');
  if (rotationOf(account) !== null) return err('rotation-running');
  const guard = checkGuard(account, oldKeyId, { issue, evidence }, nowMs);
  if (!guard.ok) return guard;
  const rotation = {
    oldKeyId,
    newKeyId: null,
    issue,
    guard: guard.value,
    startedAtMs: nowMs,
    isTrying: false,
    authenticatorSetAtMs: null,
  };
  return ok({ ...account, rotation });
}

type Step = (account: Account, rotation: RunningRotation) => Result<Account, RotationFailure>;

/** Takes a step at one of the stages at which it may be taken, and ends the rotation where it was the last. */
function takeStep(account: Account, at: readonly RotationStage[], step: Step): Result<Account, RotationFailure> {
  const rotation = rotationOf(account);
  if (rotation === null) return err('rotation-none');
  const stage = stageOf(rotation);
  if (stage === null || !at.includes(stage)) return err('rotation-too-early');
  const taken = step(account, rotation);
  return taken.ok ? ok(endWhereDone(taken.value)) : taken;
}

function changeRotation(account: Account, changes: Partial<Rotation>): Account {
  return { ...account, rotation: account.rotation && { ...account.rotation, ...changes } };
}

/**
 * Takes a key of the account that is staged as the new one; another one in its place until it is checked. It goes on under
 * the name and the rules of the old one, unless it has its own.
 */
export function stageNewKey(account: Account, newKeyId: string): Result<Account, RotationFailure> {
  return takeStep(account, ['new-key', 'check'], (current, rotation) => {
    const { oldKey } = rotation;
    const newKey = findKey(current, newKeyId);
    if (newKey === null) return err('key-missing');
    if (newKey.state !== 'staged') return err('key-not-staged');
    if (kindOfApiKey(newKey.secret) !== kindOfApiKey(oldKey.secret)) return err('rotation-other-kind');
    const isPlain = newKey.intervalDays === null && newKey.neverDueBecause === null;
    const { intervalDays, neverDueBecause } = isPlain ? oldKey : newKey;
    const inherited = {
      label: newKey.label || oldKey.label,
      note: newKey.note || oldKey.note,
      purpose: oldKey.purpose,
      intervalDays,
      neverDueBecause,
    };
    return ok(changeRotation(changeKey(leaveNewKey(current, rotation), newKeyId, inherited), { newKeyId }));
  });
}

/**
 * Goes back to the old key, where another new one is to take the place of one that was checked: for signing in, and in what
 * had got it.
 */
function leaveNewKey(account: Account, { oldKey, newKeyId }: RunningRotation): Account {
  if (newKeyId === null) return account;
  const integrations = oldKey.integrations.map(one => ({ ...one, done: false }));
  const signInKeyId = account.signInKeyId === newKeyId ? oldKey.id : account.signInKeyId;
  return changeRotation({ ...changeKey(account, oldKey.id, { integrations }), signInKeyId }, { isTrying: false });
}

function stopTrying(account: Account, { isTrying, oldKeyId, newKeyId }: RunningRotation): Account {
  const isFilled = isTrying && account.signInKeyId === newKeyId;
  return changeRotation({ ...account, signInKeyId: isFilled ? oldKeyId : account.signInKeyId }, { isTrying: false });
}

/** Has the next sign-in fill the new key, to check it; or the old one again. For a key that signs in only. */
export function tryNewKey(account: Account, isTrying: boolean): Result<Account, RotationFailure> {
  return takeStep(account, ['check'], (current, rotation) => {
    if (!isTrying) return ok(stopTrying(current, rotation));
    const { oldKeyId, newKeyId } = rotation;
    // A new key that was checked and then refused signs in already.
    const signsIn = current.signInKeyId !== null && [oldKeyId, newKeyId].includes(current.signInKeyId);
    if (!signsIn) return err('rotation-other-kind');
    return ok(changeRotation({ ...current, signInKeyId: rotation.newKeyId }, { isTrying: true }));
  });
}

/**
 * Notes that the site took a key, in a sign-in that asked for it or in a check. The new key of a rotation is checked by
 * that: it is active from then on, and signs in where the old one did.
 */
export function proveKey(account: Account, keyId: string, nowMs: number): Result<Account, RotationFailure> {
  if (findKey(account, keyId) === null) return err('key-missing');
  const proven = changeKey(account, keyId, { provenAtMs: nowMs, refusedAtMs: null });
  const rotation = rotationOf(proven);
  if (rotation === null || rotation.newKeyId !== keyId) return ok(proven);
  if (rotation.newKey?.state !== 'staged') return ok(changeRotation(proven, { isTrying: false }));
  return takeStep(proven, ['check'], current => {
    const signsIn = current.signInKeyId === rotation.oldKeyId || rotation.isTrying;
    const signInKeyId = signsIn ? keyId : current.signInKeyId;
    return ok(changeRotation({ ...changeKey(current, keyId, { state: 'active' }), signInKeyId }, { isTrying: false }));
  });
}

/** Ticks an integration off, or takes the tick away: it has the new key. */
export function tickIntegration(
  account: Account,
  integrationId: string,
  done: boolean,
): Result<Account, RotationFailure> {
  return takeStep(account, ['integrations', 'revoke'], (current, { oldKey }) => {
    if (oldKey.integrations.every(({ id }) => id !== integrationId)) return err('key-missing');
    const tick = (one: Key['integrations'][number]) => (one.id === integrationId ? { ...one, done } : one);
    return ok(changeKey(current, oldKey.id, { integrations: oldKey.integrations.map(tick) }));
  });
}

/** Notes that the old key was revoked on the site: the last thing that happens to it. */
export function revokeOldKey(account: Account, nowMs: number): Result<Account, RotationFailure> {
  return takeStep(account, ['revoke'], (current, { oldKeyId, newKeyId }) => {
    // Another window may have named the old key for signing in again.
    const signInKeyId = current.signInKeyId === oldKeyId ? newKeyId : current.signInKeyId;
    return ok({ ...changeKey(current, oldKeyId, { state: 'revoked', revokedAtMs: nowMs }), signInKeyId });
  });
}

/** Notes that the authenticator was set up again, where the operator issued the key: at any time once that is saved. */
export function confirmAuthenticator(account: Account, nowMs: number): Result<Account, RotationFailure> {
  if (rotationOf(account)?.issue === 'documented') return err('rotation-too-early');
  return takeStep(account, ['check', 'integrations', 'revoke', 'authenticator'], current =>
    ok(changeRotation(current, { authenticatorSetAtMs: nowMs })),
  );
}

/**
 * Gives up. Both keys stay, each with the integrations that have it: a new one that was checked is active beside the old
 * one, one that was not is still staged.
 */
export function abortRotation(account: Account): Result<Account, RotationFailure> {
  const rotation = rotationOf(account);
  return rotation === null ? err('rotation-none') : ok(closeRotation(stopTrying(account, rotation), rotation));
}

function closeRotation(account: Account, { oldKey, newKey }: RunningRotation): Account {
  const moved = oldKey.integrations.filter(({ done }) => done).map(one => ({ ...one, done: false }));
  const left = oldKey.integrations.filter(({ done }) => !done);
  const closed = { ...changeKey(account, oldKey.id, { integrations: left }), rotation: null };
  return newKey === null ? closed : changeKey(closed, newKey.id, { integrations: [...newKey.integrations, ...moved] });
}

function endWhereDone(account: Account): Account {
  const rotation = rotationOf(account);
  return rotation !== null && stageOf(rotation) === null ? closeRotation(account, rotation) : account;
}
