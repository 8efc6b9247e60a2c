import { describe, expect, it } from 'vitest';
import { classifyField, judgeField } from './classify';
import { FOREIGN_FIELD_IDS } from './site';
import type { SnapshotField } from './snapshot';
import { CODE, EMAIL, field, KEY } from './snapshot.testing';

describe('classifyField', () => {
  it.each<[string, Partial<SnapshotField>, string | null]>([
    ['the email of the page', EMAIL, 'email'],
    ['the key of the documentation', KEY, 'key'],
    ['the code of the page', CODE, 'code'],
    ['an email by its type alone', { type: 'email' }, 'email'],
    ['an email by its autocomplete alone', { autocomplete: 'section-x username' }, 'email'],
    ['an email by its label alone', { label: 'E-mail address' }, 'email'],
    ['an email called a mail address', { label: 'Mail address *' }, 'email'],
    ['an email by its name alone', { name: 'user_name' }, 'email'],
    ['a code by its autocomplete alone', { autocomplete: 'ONE-TIME-CODE' }, 'code'],
    ['a code by its label alone', { label: 'Authenticator code' }, 'code'],
    ['a code by its placeholder alone', { placeholder: '6-digit code' }, 'code'],
    ['a code in a password field', { type: 'password', name: 'totp' }, 'code'],
    ['a code in a telephone field', { type: 'tel', name: 'otp' }, 'code'],
    ['a key by its placeholder, as on the early dashboard', { type: 'password', placeholder: 'pgp_...' }, 'key'],
    ['a key in a text field', { label: 'API key' }, 'key'],
    ['a key by its id', { id: 'api_key' }, 'key'],
    ['a key in a field of several lines', { type: 'textarea', label: 'API key', name: 'api_key' }, 'key'],
    ['an email in a field of several lines', { type: 'textarea', label: 'Email' }, null],
    ['a code in a field of several lines', { type: 'textarea', label: 'Authenticator code' }, null],
    ['a message', { type: 'textarea', label: 'Message' }, null],
    ['a password, which on this site is the key', { type: 'password', label: 'Password' }, 'key'],
    ['a field that says nothing', {}, null],
    ['a name', { label: 'Full name', name: 'name' }, null],
    ['a search', { type: 'search', label: 'Search by email' }, null],
    ['a search in a text field', { label: 'Search email' }, null],
    ['a backup code', { label: 'Backup code', name: 'code' }, null],
    ['a recovery code', { label: 'Recovery code', autocomplete: 'one-time-code' }, null],
    ['a licence', { label: 'License key', placeholder: 'plk_...' }, null],
    ['a newsletter', { type: 'email', label: 'Newsletter' }, null],
    ['a date', { type: 'date', label: 'Email' }, null],
    ['a checkbox', { type: 'checkbox', name: 'email' }, null],
  ])('takes %s for what it is', (_, changes, kind) => {
    expect(classifyField(field(changes))).toBe(kind);
  });

  it.each(FOREIGN_FIELD_IDS)('leaves #%s alone, though it asks for six digits', id => {
    expect(classifyField({ ...CODE, id })).toBeNull();
  });
});

describe('a field in another language', () => {
  it.each<[string, string | null]>([
    ['Uw e-mailadres', 'email'],
    ['Gebruikersnaam', 'email'],
    ['E-Mail-Adresse', 'email'],
    ['Benutzername', 'email'],
    ['API-sleutel', 'key'],
    ['Wachtwoord', 'key'],
    ['API-Schlüssel', 'key'],
    ['API‑SCHLÜSSEL *', 'key'],
    ['Kennwort', 'key'],
    ['6-cijferige code', 'code'],
    ['Eenmalig wachtwoord', 'code'],
    ['Code uit je authenticator-app', 'code'],
    ['6-stelliger Code', 'code'],
    ['Einmalpasswort', 'code'],
    ['Code aus der Authenticator-App auf Ihrem Handy', 'code'],
    ['6-stelliger Code (kein Backup-Code)', 'code'],
    ['Nieuw wachtwoord', null],
    ['Neues Passwort', null],
    ['Passwort wiederholen', null],
    ['Herhaal e-mailadres', null],
    ['Reservecode', null],
    ['Wiederherstellungscode', null],
    ['Kortingscode', null],
    ['Gutscheincode', null],
    ['Postcode', null],
    ['Postleitzahl', null],
    ['Pincode', null],
    ['6-stellige PIN', null],
    ['Licentiesleutel', null],
    ['Lizenzschlüssel', null],
    ['Telefoonnummer', null],
    ['Handynummer', null],
    ['Geboortedatum', null],
    ['Bestellnummer', null],
    ['Naam van de API-sleutel', null],
    ['Name des API-Schlüssels', null],
    ['De 6-cijferige code die we je hebben gestuurd', null],
    ['Der 6-stellige Code aus unserer E-Mail', null],
  ])('that says “%s” is taken for %s', (label, kind) => {
    expect(classifyField(field({ label }))).toBe(kind);
  });
});

describe('a field in words of the page’s own', () => {
  const hidden = { type: 'password' };
  const digits = { inputMode: 'numeric', maxLength: 6 };

  it.each([
    'Your Paramant key',
    'Sleutel (API)',
    'Paramant-sleutel',
    'Paramant-Schluessel',
    'Dein Schluessel',
    'Persoonlijke sleutel',
    'Personal key',
    'Key from your dashboard',
    'Key for the dashboard',
    'Key (64 characters)',
    'Sleutel (64 tekens)',
    'Ihr Schlüssel (beginnt mit pgp_)',
    'Schlüssel Ihres Kontos',
    'Password for your account',
  ])('that says “%s” and hides what is typed is taken for the key', label => {
    expect(classifyField(field({ ...hidden, label }))).toBe('key');
  });

  it.each([
    'Code from your app',
    'Code uit je app',
    'Code aus der App',
    'App code',
    'Time-based code',
    'Passcode',
    'Temporary code',
    'Tijdelijke code',
    'Inlogcode uit je app',
    'Number shown in the app on your phone',
    'Code (changes every 30 seconds)',
    'Code die je app toont',
    'Code für Paramant',
    'Code von jetzt',
  ])('that says “%s” and takes six digits is taken for the code', label => {
    expect(classifyField(field({ ...digits, label }))).toBe('code');
  });

  it.each([
    ['Locker key', hidden, 'key'],
    ['Key to the archive', hidden, 'key'],
    ['Schlüssel des Archivs', hidden, 'key'],
    ['Password of the wiki', hidden, 'key'],
    ['Confirm with your API key', hidden, 'key'],
    ['Sleutel die je hebt gekregen', hidden, 'key'],
    ['Code (it may take a minute)', digits, 'code'],
    ['Code der Filiale', digits, 'code'],
    ['Number plate', digits, 'code'],
    ['Locker code', digits, 'code'],
    ['Code at the entrance', digits, 'code'],
    ['Code (if you were given one)', digits, 'code'],
    ['Pakketnummer', digits, 'code'],
  ] as const)('that says “%s” is left alone, though it may be the %s', (label, shape, mayBe) => {
    expect(judgeField(field({ ...shape, label }))).toMatchObject({ kind: null, mayBe: [mayBe] });
  });

  it.each([
    ['Coupon code', digits],
    ['Postcode', digits],
    ['Backup code', digits],
    ['User code', digits],
    ['Order number', digits],
    ['Code from the letter', digits],
    ['SMS code', digits],
    ['Security code', { ...digits, maxLength: 3 }],
    ['New password', hidden],
    ['Encryption key', hidden],
    ['PIN', hidden],
  ] as const)('that says “%s” can be neither', (label, shape) => {
    expect(judgeField(field({ ...shape, label }))).toMatchObject({ kind: null, mayBe: [] });
  });
});

describe('a field that looks like another one', () => {
  it.each<[string, Partial<SnapshotField>, string | null]>([
    [
      'a coupon of six digits called code',
      { label: 'Coupon code', name: 'code', inputMode: 'numeric', maxLength: 6 },
      null,
    ],
    ['a customer number of six digits called code', { label: 'Customer number', name: 'code', maxLength: 6 }, null],
    ['a user code of a device', { label: 'User code', name: 'user_code' }, null],
    ['a PIN that is hidden while it is typed', { type: 'password', label: 'PIN' }, null],
    ['a hidden field of four digits that says nothing', { type: 'password', maxLength: 4 }, null],
    ['a captcha', { label: 'Code shown in the picture', maxLength: 6, inputMode: 'numeric' }, null],
    ['a code that came by mail', { label: 'The 6-digit code we sent to your email' }, null],
    ['a code that came by telephone', { label: 'SMS code', autocomplete: 'one-time-code' }, null],
    ['a new password', { type: 'password', autocomplete: 'new-password' }, null],
    ['a card’s code', { label: 'Security code', autocomplete: 'cc-csc', inputMode: 'numeric', maxLength: 3 }, null],
    ['a postal code by its autocomplete alone', { autocomplete: 'postal-code' }, null],
    ['what sets an authenticator up', { type: 'password', label: 'Setup key of your authenticator' }, null],
    ['a second address', { type: 'email', label: 'Recovery email' }, null],
    ['an order number called username', { label: 'Order number', name: 'username' }, null],
    ['an email called code', { type: 'email', name: 'code' }, 'email'],
    ['a field called code that takes six digits', { name: 'code', inputMode: 'numeric', maxLength: 6 }, 'code'],
    ['six digits that say nothing else', { pattern: '\\d{6}' }, 'code'],
    ['a code by its example', { placeholder: '123 456', inputMode: 'numeric', maxLength: 7 }, 'code'],
    ['a bare field that hides what is typed', { type: 'password' }, 'key'],
    [
      'a mention of the telephone on which the app is',
      { label: 'Code from the authenticator app on your phone' },
      'code',
    ],
  ])('is known for what it is: %s', (_, changes, kind) => {
    expect(classifyField(field(changes))).toBe(kind);
  });
});

describe('judgeField', () => {
  it.each<[Partial<SnapshotField>, string]>([
    [EMAIL, 'it is of type email'],
    [{ label: 'API-Schlüssel' }, 'what a person reads on it names it'],
    [{ autocomplete: 'one-time-code' }, 'autocomplete says one-time-code'],
    [{ name: 'totp' }, 'its name or id names it'],
    [{ label: 'Gutscheincode', name: 'totp' }, 'its words name something else'],
    [{ id: 'revoke-totp' }, 'the site uses it for something else'],
  ])('says why %j was taken or left alone', (changes, because) => {
    expect(judgeField(field(changes))).toMatchObject({ isOpen: false, because });
  });

  it('leaves open a field that reads as one thing and is called another, so that nothing is pressed over it', () => {
    for (const [label, name] of [
      ['Email', 'user_code'],
      ['Password', 'new_password'],
      ['API key for the authenticator', 'user_code'],
      ['Authenticator code', 'backup_code'],
      ['Authenticator code', 'confirm_user_code'],
    ] as const) {
      expect(judgeField(field({ label, name })), name).toMatchObject({ kind: null, isOpen: true });
    }
  });

  it('believes what a person reads, where it plainly names the code or the key', () => {
    expect(classifyField(field({ label: 'Authenticator code', name: 'user_code' }))).toBe('code');
    expect(classifyField(field({ label: 'API key', id: 'customer_licence' }))).toBe('key');
  });

  it('leaves open what has several lines and asks for an email or a code', () => {
    for (const label of ['Email', '6-digit code', 'Enter it here']) {
      expect(judgeField(field({ type: 'textarea', label })), label).toMatchObject({ kind: null, isOpen: true });
    }
    expect(judgeField(field({ type: 'textarea', label: 'Message' })).isOpen).toBe(false);
  });

  it('tells what is something else from what says nothing', () => {
    expect(judgeField(field({ label: 'Enter it here' }))).toMatchObject({ kind: null, isOpen: true });
    expect(judgeField(field({ label: 'Newsletter' }))).toMatchObject({ kind: null, isOpen: false });
  });
});
