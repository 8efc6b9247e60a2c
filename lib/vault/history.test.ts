import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKey } from '../crypto/hkdf';
import type { HistoryEvent } from '../model/history';
import { KEY_ACTS } from '../model/history';
import { createRepeatableRandom } from '../shared/random.testing';
import { removeAccount } from './accounts';
import { bodyWith, fields } from './accounts.testing';
import { sealDrafts } from './drafts';
import { addEvent, HISTORY_CAP, HISTORY_PURPOSE, historyOf, openHistory, sealHistory, tidyHistory } from './history';

const random = createRepeatableRandom(5);
const KEY = deriveKey(random(32), HISTORY_PURPOSE);
const VAULT_ID = random(16);

type KeyEvent = Exclude<HistoryEvent, { act: 'exported' }>;

const event = (changes: Partial<KeyEvent> = {}): KeyEvent => ({
  act: 'filled',
  accountId: 'account-0',
  keyId: 'key-0',
  atMs: 1_000,
  ...changes,
});
const exported = (atMs: number): HistoryEvent => ({ act: 'exported', atMs });

const events = fc.array(
  fc.oneof(
    fc.record({
      act: fc.constantFrom(...KEY_ACTS),
      accountId: fc.stringMatching(/^[0-9a-f]{32}$/),
      keyId: fc.stringMatching(/^[0-9a-f]{32}$/),
      atMs: fc.maxSafeNat(),
    }),
    fc.maxSafeNat().map(exported),
  ),
  { maxLength: 20 },
);

describe('a history', () => {
  it('opens to what was sealed, with its own key, in its own vault, and not else', () => {
    fc.assert(
      fc.property(events, list => {
        const sealed = sealHistory(KEY, VAULT_ID, list, random);
        expect(openHistory(KEY, VAULT_ID, sealed)).toEqual(list);
        expect(openHistory(random(32), VAULT_ID, sealed)).toBeNull();
        expect(openHistory(KEY, random(16), sealed)).toBeNull();
        expect(openHistory(KEY, VAULT_ID, sealed.slice(1))).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it('is no list of drafts, even under the same key', () => {
    expect(openHistory(KEY, VAULT_ID, sealDrafts(KEY, VAULT_ID, [], random))).toBeNull();
  });

  it('holds the last two hundred events', () => {
    const all = Array.from({ length: 300 }, (_, atMs) => event({ atMs }));
    const kept = all.reduce<readonly HistoryEvent[]>(addEvent, []);
    expect(kept).toEqual(all.slice(-HISTORY_CAP));
    expect(HISTORY_CAP).toBe(200);
  });

  it('tells a copy as one thing, and not also as the reveal that it was made of', () => {
    const revealed = event({ act: 'revealed' });
    const copied = event({ act: 'copied', atMs: 2_000 });
    expect(addEvent([revealed], copied)).toEqual([copied]);
    expect(addEvent([revealed], { ...copied, keyId: 'key-1' })).toHaveLength(2);
    expect(addEvent([revealed], { ...copied, atMs: 60_000 })).toHaveLength(2);
  });

  it('keeps a reveal that was made before a clock was set back', () => {
    const revealed = event({ act: 'revealed', atMs: 9_000_000 });
    expect(addEvent([revealed], event({ act: 'copied', atMs: 2_000 }))).toHaveLength(2);
  });

  it('forgets a key that has left the vault, and not one whose account can still be brought back', () => {
    const body = bodyWith(fields());
    const gone = event({ keyId: 'key-9' });
    expect(tidyHistory([event(), gone], body)).toEqual([event()]);
    const removed = removeAccount(body, 'account-0', 5);
    expect(removed.ok && tidyHistory([event(), gone], removed.value)).toEqual([event()]);
  });

  it('is told of one key, the newest first', () => {
    const list = [event({ atMs: 1 }), event({ keyId: 'key-1' }), event({ atMs: 3 })];
    expect(historyOf(list, 'account-0', 'key-0').map(({ atMs }) => atMs)).toEqual([3, 1]);
  });

  it('tells every key that was there of an export, and none that came in after it', () => {
    const list = [
      event({ act: 'created' }),
      exported(2),
      event({ act: 'created', keyId: 'key-1', atMs: 3 }),
      exported(4),
    ];
    const told = (keyId: string) => historyOf(list, 'account-0', keyId).map(({ act, atMs }) => `${act} ${atMs}`);
    expect(told('key-0')).toEqual(['exported 4', 'exported 2', 'created 1000']);
    expect(told('key-1')).toEqual(['exported 4', 'created 3']);
    // Its own coming in was so long ago that it made room.
    expect(told('key-2')).toEqual(['exported 4', 'exported 2']);
    expect(tidyHistory(list, bodyWith()).map(({ act }) => act)).toEqual(['exported', 'exported']);
  });

  it('takes several copies that are saved in one go for one export', () => {
    expect(addEvent([exported(1_000)], exported(1_500))).toEqual([exported(1_500)]);
    expect(addEvent([exported(1_000)], exported(60_000))).toHaveLength(2);
    expect(addEvent([event(), exported(1_000)], event({ atMs: 1_500 }))).toHaveLength(3);
  });
});
