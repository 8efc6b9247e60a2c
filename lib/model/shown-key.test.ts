import { describe, expect, it } from 'vitest';
import { chooseShownKey } from './shown-key';

const KEY = `pgp_${'0a'.repeat(32)}`;
const MASKED = 'pgp_0a0a••••••••••••0a0a';

describe('chooseShownKey', () => {
  it.each([
    ['a key', [KEY]],
    ['a key beside masked ones', [MASKED, KEY, 'pgp_ffff••••••••••••ffff']],
    ['a key that is shown twice', [KEY, ` ${KEY}\n`]],
    ['a key beside other words', ['Label', KEY, 'curl https://relay.paramant.app']],
  ])('takes %s', (_, texts) => {
    const chosen = chooseShownKey(texts);
    expect(chosen.ok && chosen.value.key.reveal()).toBe(KEY);
  });

  it.each([
    ['nothing', [], 'shown-key-none'],
    ['only words', ['No active key', ''], 'shown-key-none'],
    ['only masked ones', [MASKED], 'api-key-masked'],
    ['a key cut short', [KEY.slice(0, -1)], 'shown-key-none'],
    ['a key with a character too many', [`${KEY}0`], 'shown-key-none'],
    ['a key in a header', [`Bearer ${KEY}`], 'shown-key-none'],
    ['a key with a space in it', [`${KEY.slice(0, 20)} ${KEY.slice(20)}`], 'shown-key-none'],
    ['a key with a Cyrillic letter', [KEY.replace('a', 'а')], 'shown-key-none'],
    ["an operator's licence", [`plk_${'0a'.repeat(32)}`], 'api-key-licence'],
    ['two keys', [KEY, `pgp_${'1b'.repeat(32)}`], 'shown-keys-several'],
  ])('refuses %s', (_, texts, code) => {
    expect(chooseShownKey(texts)).toEqual({ ok: false, error: { code } });
  });
});
