import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { speakEnglish } from '../../components/testing/english';
import type { FailureCode } from '../messages/failures';
import type { NoticeCode } from '../messages/views';
import { HINT_CODES } from '../signin/advice';
import { OUTCOME_CODES } from '../signin/outcome';
import { failureSentence, hintSentence, noticeSentence, outcomeSentence, sentenceKeyOf } from './sentences';

/** Every code with how many words its sentence names. A code that is missing here does not compile. */
const FAILURES: Readonly<Record<FailureCode, number>> = {
  'api-key-empty': 0,
  'api-key-licence': 0,
  'api-key-masked': 0,
  'api-key-is-authenticator': 0,
  'api-key-prefix': 1,
  'api-key-character': 2,
  'api-key-length': 1,
  'created-on-invalid': 0,
  'created-on-future': 0,
  'email-empty': 0,
  'email-invalid': 0,
  'email-duplicate': 1,
  'label-empty': 0,
  'label-too-long': 0,
  'label-unprintable': 0,
  'authenticator-empty': 0,
  'authenticator-too-long': 1,
  'authenticator-not-a-link': 0,
  'authenticator-is-code': 0,
  'authenticator-is-key': 0,
  'authenticator-unknown-scheme': 1,
  'authenticator-migration': 0,
  'authenticator-link-malformed': 0,
  'authenticator-link-encoding': 0,
  'authenticator-link-character': 1,
  'authenticator-duplicate-parameter': 1,
  'authenticator-unsupported-type': 1,
  'authenticator-unsupported-algorithm': 1,
  'authenticator-unsupported-encoder': 1,
  'authenticator-digits': 3,
  'authenticator-period': 3,
  'authenticator-label-missing': 0,
  'authenticator-label-too-long': 1,
  'authenticator-secret-missing': 0,
  'authenticator-secret-character': 2,
  'authenticator-secret-length': 1,
  'authenticator-secret-cut': 0,
  'authenticator-secret-too-long': 1,
  'recovery-code-empty': 0,
  'recovery-code-character': 2,
  'recovery-code-length': 1,
  'recovery-code-checksum': 0,
  'setup-not-shown': 0,
  'setup-text-differs': 0,
  'setup-picture-differs': 0,
  'setup-picture-missing': 0,
  'setup-issuer': 1,
  'setup-account': 1,
  'backup-codes-absent': 0,
  'backup-codes-count': 2,
  'backup-codes-format': 1,
  'backup-codes-repeated': 1,
  'backup-codes-none': 0,
  'shown-key-none': 0,
  'shown-keys-several': 0,
  'key-already-there': 0,
  'enrol-not-here': 0,
  'enrol-changed': 0,
  'enrol-field-missing': 0,
  'enrol-field-refused': 0,
  'enrol-code-wait': 1,
  'key-of-other-person': 1,
  'setup-pictures-several': 0,
  'qr-none': 0,
  'qr-several': 0,
  'picture-unknown': 0,
  'picture-too-large': 0,
  'passkey-cancelled': 0,
  'passkey-no-prf': 0,
  'passkey-unavailable': 0,
  'vault-exists': 0,
  'vault-absent': 0,
  'vault-locked': 0,
  'vault-damaged': 0,
  'copy-damaged': 0,
  'live-copies-damaged': 0,
  'wrong-password': 0,
  'save-failed': 0,
  'save-uncertain': 0,
  'vault-full': 0,
  'wrong-passkey': 0,
  'wrong-recovery-code': 0,
  'unlock-too-soon': 1,
  'vault-newer': 0,
  'older-copies-remain': 0,
  'copy-unreadable': 0,
  'export-not-allowed': 0,
  'passkey-already-there': 0,
  'too-many-ways-in': 0,
  'way-in-missing': 0,
  'way-in-needed': 0,
  'held-touch-needed': 0,
  'held-wrong-touch': 0,
  'held-not-set-up': 0,
  'held-already': 0,
  'held-nothing': 0,
  'held-last-passkey': 0,
  'erase-failed': 0,
  'password-too-short': 0,
  'envelope-foreign': 0,
  'envelope-newer': 0,
  'envelope-malformed': 0,
  'kdf-too-weak': 0,
  'kdf-too-costly': 0,
  'account-missing': 0,
  'changed-elsewhere': 0,
  'key-missing': 0,
  'key-of-other-account': 0,
  'key-given-away': 1,
  'key-still-alive': 0,
  'key-cannot-sign-in': 0,
  'key-signs-in': 0,
  'key-in-use': 0,
  'key-rotating': 0,
  'key-not-active': 0,
  'key-not-staged': 0,
  'rotation-running': 0,
  'rotation-none': 0,
  'rotation-too-early': 0,
  'rotation-other-kind': 0,
  'check-refused': 0,
  'check-offline': 0,
  'check-timeout': 0,
  'check-limited': 0,
  'check-unclear': 0,
  'guard-signed-out': 0,
  'guard-key-unproven': 0,
  'guard-new-authenticator': 0,
  'snooze-compromised': 0,
  'snooze-not-due': 0,
  'snooze-used-up': 0,
  'signin-not-here': 0,
  'signin-limited': 1,
  'authenticator-dead': 0,
  'input-too-long': 0,
  'message-invalid': 0,
  'message-refused': 0,
  'message-outdated': 0,
  'worker-failed': 0,
};

const NOTICES: Readonly<Record<NoticeCode, number>> = {
  'api-key-trimmed': 0,
  'api-key-signing': 0,
  'authenticator-short-secret': 2,
  'authenticator-cut-secret': 0,
  'authenticator-issuer-differs': 2,
};

const LOCALES = readdirSync('locales').map(
  file => [file, JSON.parse(readFileSync(`locales/${file}`, 'utf8'))] as const,
);

function sentenceIn(locale: Record<string, Record<string, unknown>>, key: string): unknown {
  const [area = '', name = ''] = key.split('.');
  return locale[area]?.[name];
}

describe.each(LOCALES)('%s', (_, locale) => {
  it.each([
    ...Object.keys(FAILURES).map(code => sentenceKeyOf('failure', code)),
    ...OUTCOME_CODES.map(code => sentenceKeyOf('outcome', code)),
    ...HINT_CODES.map(code => sentenceKeyOf('hint', code)),
    ...Object.keys(NOTICES).map(code => sentenceKeyOf('notice', code)),
  ])('has a whole sentence for %s', key => {
    expect(sentenceIn(locale, key)).toMatch(/^[\p{Lu}“"„].*\.$/su);
  });

  it.each([
    ...Object.entries(FAILURES).map(([code, count]) => [sentenceKeyOf('failure', code), count] as const),
    ...Object.entries(NOTICES).map(([code, count]) => [sentenceKeyOf('notice', code), count] as const),
  ])('names in %s just the %d words that come with it', (key, count) => {
    const named = new Set(String(sentenceIn(locale, key)).match(/\$\d/g));
    expect(named).toEqual(new Set(Array.from({ length: count }, (_, index) => `$${index + 1}`)));
  });
});

describe('sentences', () => {
  beforeAll(speakEnglish);

  it('puts the details of a failure into its sentence, in order', () => {
    expect(failureSentence({ code: 'api-key-character', details: ['g', '12'] })).toContain('“g” at position 12');
  });

  it('gives the values of a sign-in their names, and leaves the words of the page alone', () => {
    expect(outcomeSentence({ code: 'field-refused', details: ['code'] })).toContain('The field for the code did not');
    expect(outcomeSentence({ code: 'page-ambiguous', details: ['Key', 'Token'] })).toContain('(Key and Token)');
  });

  it('names of what the site refused only what was filled in', () => {
    const refused = (...details: readonly string[]) => outcomeSentence({ code: 'rejected', details });
    expect(refused('email', 'key', 'code')).toContain('did not accept the email, API key or code.');
    expect(refused('email', 'code')).toContain('did not accept the email or code.');
    expect(refused('key')).toContain('did not accept the API key.');
  });

  it('says when the site opens again as a time of the day', () => {
    const opensAtMs = String(new Date(2026, 10, 23, 14, 32).getTime());
    expect(outcomeSentence({ code: 'limited', details: [opensAtMs] })).toMatch(/at (?:14:32|02:32.PM),/);
    expect(failureSentence({ code: 'signin-limited', details: [opensAtMs] })).toMatch(/(?:14:32|02:32.PM)/);
  });

  it('says how far the clocks are apart, and which of them is behind', () => {
    expect(outcomeSentence({ code: 'clock-off', details: ['600', 'behind'] })).toContain(
      'clock is 600 s behind the site',
    );
    expect(outcomeSentence({ code: 'clock-off', details: ['600', 'ahead'] })).toContain(
      'clock is 600 s ahead of the site',
    );
    expect(hintSentence({ code: 'clock-behind', details: ['40'] })).toContain('Your clock is 40 s behind');
  });

  it('tells a notice', () => {
    expect(noticeSentence({ code: 'authenticator-short-secret', details: ['10', '16'] })).toContain('10 bytes');
  });
});
