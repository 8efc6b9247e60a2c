// Everything that reads what somebody else made: one line each, here or in sealed-parsers.ts. What is in the table is tried
// with some hundred inputs by `npm test` and with a hundred thousand by `npm run test:long`.
import fc from 'fast-check';
import * as v from 'valibot';
import { identifyCaller } from '../../entrypoints/background/caller';
import { readDraft } from '../../entrypoints/background/read-draft';
import { ByteReader } from '../../lib/crypto/binary';
import { parseEnvelope } from '../../lib/crypto/envelope';
import { pad, unpad } from '../../lib/crypto/padding';
import { parseSlot } from '../../lib/crypto/slot';
import { dueIndexSchema } from '../../lib/keys/due-index';
import { envelopeSchema } from '../../lib/messages/envelope';
import { readTabMessage } from '../../lib/messages/tab-message';
import { parseApiKey } from '../../lib/model/api-key';
import { parseCreatedOn } from '../../lib/model/created-on';
import { keptDraftSchema } from '../../lib/model/draft';
import { parseEmail } from '../../lib/model/email';
import { parseLabel } from '../../lib/model/label';
import { formatRecoveryCode, isSameGroup, parseRecoveryCode } from '../../lib/model/recovery-code';
import { base64Decode } from '../../lib/shared/base64';
import { hexDecode, utf8Decode, utf8Encode } from '../../lib/shared/bytes';
import { dateOfDay, parseLocalDate } from '../../lib/shared/local-date';
import { runSchema } from '../../lib/signin/run';
import { isLoginUrl, isSignedInUrl, isSignInRequest } from '../../lib/signin/site';
import { snapshotSchema } from '../../lib/signin/snapshot';
import { decodeBase32 } from '../../lib/totp/base32';
import { readOtpauthUri } from '../../lib/totp/otpauth-uri';
import { readAuthenticator } from '../../lib/totp/parse-authenticator';
import { readUsedSteps } from '../../lib/totp/step-ledger';
import { bodySchema, decodeBody } from '../../lib/vault/body';
import { migrateBody } from '../../lib/vault/migrations';
import { BODY, ENVELOPE, SLOTS } from './examples';
import { hostileBytes } from './hostile-bytes';
import { hostileText } from './hostile-text';
import { hostileJson, hostileValue } from './hostile-value';
import { messageParsers } from './message-parsers';
import { pageParsers } from './page-parsers';
import { sealedParsers } from './sealed-parsers';
import type { Parser } from './watch-parser';
import { watchParser } from './watch-parser';

const SECRET = 'GEZDGNBVGY3TQOJQ';
const LINK = `otpauth://totp/Paramant:ada%40example.com?secret=${SECRET}&issuer=Paramant&algorithm=SHA256&digits=6&period=30`;
const LINK_PARTS = ['otpauth://', 'totp/', 'hotp/', '?', '&', '=', 'secret=', 'issuer=', 'digits=8', 'period=1', '%41'];
const CODE = formatRecoveryCode(new Uint8Array(16).fill(0x5a));
const DATES = ['2026-11-23', '1970-01-01', '2024-02-29', '9999-12-31', '-', '0', '2026-02-30'];
const KEYS = [`pgp_${'a1'.repeat(32)}`, 'psk_live_', 'plk_', 'Bearer ', '••••', 'a1'.repeat(32)];
const EMAILS = ['ada@example.com', '"ada lovelace"@example.com', '@', '.', '<', 'mailto:', 'a'.repeat(64)];
const URLS = ['https://paramant.app/auth/login', 'https://', '//', 'blob:', '@paramant.app', ':443', '/../', '/auth/'];
const TODAY = dateOfDay(20_780);

const sender = fc.record({
  id: fc.constantFrom('own', 'other'),
  url: hostileText([...URLS, 'x:/popup.html', 'x:/options.html#settings']),
  origin: fc.constantFrom(undefined, 'x:', 'https://paramant.app', 'null'),
  frameId: fc.constantFrom(undefined, 0, 1),
  documentId: fc.constantFrom(undefined, 'D1'),
  tab: fc.constantFrom(undefined, {}, { id: 1 }),
});
const form = fc.record({
  label: hostileText(['Work', ' ', '']),
  email: hostileText(EMAILS),
  apiKey: hostileText(KEYS),
  authenticator: hostileText([LINK, SECRET, '']),
  createdOn: hostileText([...DATES, '']),
});
const tabMessage = v.object({
  latchkey: v.picklist(['are-you-there', 'begin', 'clear']),
  runId: v.string(),
  documentToken: v.nullable(v.string()),
});
const jsonBytes = (values: fc.Arbitrary<unknown>) => values.map(value => utf8Encode(JSON.stringify(value) ?? ''));

export const PARSERS: readonly Parser[] = [
  watchParser('envelope', hostileBytes(ENVELOPE), parseEnvelope),
  watchParser('slot', hostileBytes(...SLOTS), bytes => parseSlot(new ByteReader(bytes))),
  watchParser('padding', hostileBytes(pad(utf8Encode('padded')), pad(new Uint8Array(5_000))), unpad),
  watchParser('UTF-8', hostileBytes(utf8Encode('aé株😀')), utf8Decode),
  watchParser('body', jsonBytes(hostileValue(bodySchema)), decodeBody),
  watchParser('body, its bytes', hostileBytes(BODY), decodeBody),
  watchParser('migrations', hostileJson, migrateBody),
  watchParser('migrations, nearly right', hostileValue(bodySchema), migrateBody),
  watchParser('base64', hostileText(['AAECAw==', 'AAEC', '=', '+/']), base64Decode),
  watchParser('hexadecimal', hostileText(['00ff', 'a', 'F']), hexDecode),
  watchParser('base32', hostileText([SECRET, 'geez dgnb', '====', '-']), decodeBase32),
  watchParser('otpauth link', hostileText([LINK, ...LINK_PARTS, SECRET]), readOtpauthUri),
  watchParser('authenticator', hostileText([LINK, SECRET, ...LINK_PARTS]), readAuthenticator),
  watchParser('recovery code', hostileText([CODE, CODE.toLowerCase(), '0123', '-', 'O0Il']), parseRecoveryCode),
  watchParser('group of a recovery code', hostileText(['89AB', 'o0Il']), text => isSameGroup(text, '89AB')),
  watchParser('API key', hostileText(KEYS), parseApiKey),
  watchParser('email', hostileText(EMAILS), parseEmail),
  watchParser('label', hostileText(['Work', ' ', 'a'.repeat(80)]), parseLabel),
  watchParser('local date', hostileText(DATES), parseLocalDate),
  watchParser('day a key was made', hostileText(DATES), text => parseCreatedOn(text, TODAY)),
  watchParser('URL of a document', hostileText(URLS), text => isLoginUrl(text) || isSignedInUrl(text)),
  watchParser('URL of a request', hostileText(URLS), isSignInRequest),
  watchParser('account form', form, draft => readDraft(draft, 'all', TODAY)),
  watchParser('kept draft', hostileValue(keptDraftSchema), value => v.safeParse(keptDraftSchema, value)),
  watchParser('snapshot of a page', hostileValue(snapshotSchema), value => v.safeParse(snapshotSchema, value)),
  watchParser('stored run', hostileValue(runSchema), value => v.safeParse(runSchema, value)),
  watchParser('stored used steps', hostileJson, readUsedSteps),
  watchParser('stored due days', hostileValue(dueIndexSchema), value => v.safeParse(dueIndexSchema, value)),
  watchParser('message to the login page', hostileValue(tabMessage), readTabMessage),
  watchParser('sender of a message', sender, from => identifyCaller(from, 'own', 'x:')),
  watchParser('envelope of a message', hostileValue(envelopeSchema), value => v.safeParse(envelopeSchema, value)),
  ...messageParsers(),
  ...pageParsers(),
  ...sealedParsers(),
];
