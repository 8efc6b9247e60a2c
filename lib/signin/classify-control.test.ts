import { describe, expect, it } from 'vitest';
import { isOtherWayIn, leadsOn, offersCode, startsSomethingElse } from './classify-control';
import type { SnapshotControl } from './snapshot';
import { control } from './snapshot.testing';

describe('isOtherWayIn', () => {
  it.each<[string, Partial<SnapshotControl>]>([
    ['the primary passkey button', { id: 'passkey-login-btn', text: 'Sign in' }],
    ['a passkey by its words', { text: 'Sign in with a passkey' }],
    ['a passkey by its label alone', { label: 'Continue with passkey' }],
    ['a passkey on another device', { text: 'Use another device' }],
    ['a security key', { text: 'Security key' }],
    ['a fingerprint', { text: 'Sign in with your fingerprint' }],
    ['another company', { text: 'Continue with Google' }],
    ['a passkey in Dutch', { text: 'Inloggen met een toegangssleutel' }],
    ['a security key in German', { text: 'Mit Sicherheitsschlüssel anmelden' }],
    ['another device in German', { text: 'Anderes Gerät verwenden: Passkey' }],
    ['a company’s sign-in', { text: 'Weiter mit SSO' }],
    ['a link instead of a code', { text: 'Sign in with a magic link' }],
  ])('is true for %s, and such a control never leads on', (_, changes) => {
    expect(isOtherWayIn(control(changes))).toBe(true);
    expect(leadsOn(control({ ...changes, submits: true }))).toBe(false);
  });

  it('is false for the API key’s own step, which has a key in its name too', () => {
    expect(isOtherWayIn(control({ text: 'Continue', id: 'api-key-continue' }))).toBe(false);
  });
});

describe('leadsOn', () => {
  it.each([
    'Continue',
    'Next',
    'Sign in',
    'Log in',
    'Verify',
    'Submit',
    'CONFIRM',
    'Doorgaan',
    'Volgende',
    'Inloggen',
    'Aanmelden',
    'Weiter',
    'Anmelden',
    'Code prüfen',
    'Bestätigen',
  ])('is true for “%s”', text => {
    expect(leadsOn(control({ text }))).toBe(true);
  });

  it.each([
    'Back',
    'Cancel',
    'Resend',
    'Lost your authenticator? Sign in another way',
    'Sign up',
    'Show',
    'Copy',
    '',
    'Email me a sign-in link',
    'Log in with a backup code',
    'Terug',
    'Code opnieuw versturen',
    'Account aanmaken',
    'Sleutel vergeten?',
    'Alle cookies accepteren',
    'Zurück',
    'Abbrechen',
    'Code erneut senden',
    'Abmelden',
    'Hilfe bei der Anmeldung',
    'Mit Ersatzcode anmelden',
    'Continue without code',
    'Sign in to demo account',
    'Verify later',
    'Verify by SMS',
    'Confirm deletion',
    'Next slide',
    'Submit feedback',
    'Nog geen account? Aanmelden',
    'Aanmelden voor de nieuwsbrief',
    'Lees verder',
    'Weiterlesen',
    'Weiter ohne Code',
    'Weiter zum Shop',
  ])('is false for “%s”', text => {
    expect(leadsOn(control({ text }))).toBe(false);
  });
});

describe('a control that shows only a picture', () => {
  it('is taken by its label, or else by its id', () => {
    expect(leadsOn(control({ text: '', label: 'Weiter' }))).toBe(true);
    expect(leadsOn(control({ text: '', id: 'nextStep' }))).toBe(true);
    expect(leadsOn(control({ text: '', label: 'Zurück', id: 'next' }))).toBe(false);
  });
});

describe('offersCode', () => {
  it.each([
    ['Use authenticator code', true],
    ['Inloggen met een 6-cijferige code', true],
    ['Code aus der Authenticator-App eingeben', true],
    ['Use a code', true],
    ['Send a new code by text message', false],
    ['Use a backup code', false],
    ['Continue', false],
  ])('of “%s” is %s', (text, offers) => {
    expect(offersCode(control({ text }))).toBe(offers);
  });
});

describe('startsSomethingElse', () => {
  it.each([
    'Create account',
    'Subscribe',
    'Abonneren',
    'Konto erstellen',
    'Send reset link',
    'Gutschein einlösen',
    'Zoeken',
  ])('is true for “%s”', text => {
    expect(startsSomethingElse(control({ text }))).toBe(true);
  });

  it.each(['Sign in', 'Send', 'Weiter', 'Passkey', 'Show'])('is false for “%s”', text => {
    expect(startsSomethingElse(control({ text }))).toBe(false);
  });
});
