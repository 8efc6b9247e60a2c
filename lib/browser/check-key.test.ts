import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseApiKey } from '../model/api-key';
import { err, ok } from '../shared/result';
import { checkKey } from './check-key';

const SECRET = 'a1'.repeat(32);
const parsed = parseApiKey(SECRET);
if (!parsed.ok) throw new Error('the key of this test is none');
const { key } = parsed.value;

afterEach(() => vi.unstubAllGlobals());

function answerWith(answer: () => Promise<Response>) {
  const fetched = vi.fn<typeof fetch>(answer);
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

describe('asking the relay about a key', () => {
  it('sends it to that one host, in a header, with nothing else and nowhere further', async () => {
    const fetched = answerWith(async () => new Response('{"valid":true,"plan":"pro"}'));
    expect(await checkKey(key)).toEqual(ok(null));
    expect(fetched.mock.calls).toMatchObject([
      [
        'https://relay.paramant.app/v2/check-key',
        { headers: { 'X-Api-Key': SECRET }, credentials: 'omit', cache: 'no-store', redirect: 'error' },
      ],
    ]);
  });

  it.each([
    ['the relay is not reached, or leads elsewhere', new TypeError('Failed to fetch'), 'check-offline'],
    ['the relay takes too long', new DOMException('', 'TimeoutError'), 'check-timeout'],
  ] as const)('says so where %s', async (_, error, code) => {
    answerWith(() => Promise.reject(error));
    expect(await checkKey(key)).toEqual(err(code));
  });

  it('says that a key is not known', async () => {
    answerWith(async () => new Response('{"valid":false}'));
    expect(await checkKey(key)).toEqual(err('check-refused'));
  });
});
