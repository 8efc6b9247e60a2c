import { describe, expect, it } from 'vitest';
import { DASHBOARD_QUESTION, findSignedInPerson, isSignedInLook, PERSON_QUESTION } from './dashboard-page';

describe('a page of the dashboard', () => {
  it('shows somebody signed in where it lets them sign out, and asks nobody to sign in', () => {
    expect(isSignedInLook({ offersSignOut: true, asksToSignIn: false })).toBe(true);
    expect(isSignedInLook({ offersSignOut: true, asksToSignIn: true })).toBe(false);
    expect(isSignedInLook({ offersSignOut: false, asksToSignIn: false })).toBe(false);
  });

  it.each(['/auth/logout', '/sign-out', '/api/user/logout/'])('signs out at %s', path => {
    expect(path).toMatch(new RegExp(DASHBOARD_QUESTION.signOutPath, 'i'));
  });

  it.each(['Sign out', 'Log out', 'Logout', 'Uitloggen'])('signs out by the words %s', words => {
    expect(words).toMatch(new RegExp(DASHBOARD_QUESTION.signOutWords, 'i'));
  });

  it.each(['You were signed out', 'How to log out'])('signs nobody out by the words %s', words => {
    expect(words).not.toMatch(new RegExp(DASHBOARD_QUESTION.signOutWords, 'i'));
  });
});

describe('whoever is signed in', () => {
  const KNOWN = ['robin@example.org', 'client@example.org'];
  const named = (...emails: readonly string[]) => emails.map(email => ({ email, isSignedIn: false }));
  const signedIn = (...emails: readonly string[]) => emails.map(email => ({ email, isSignedIn: true }));

  it.each([
    ['the one that is shown as signed in', [...signedIn('Client@example.org'), ...named('robin@example.org')]],
    ['that one, shown twice', signedIn('Client@example.org', 'client@example.org')],
    ['else the one of the vault that the page names', named('help@paramant.app', 'Client@example.org')],
  ])('is %s', (_, shown) => {
    expect(findSignedInPerson(shown, KNOWN)).toBe('Client@example.org');
  });

  it('is somebody of no account where the page says so', () => {
    expect(findSignedInPerson(signedIn('boss@example.org'), KNOWN)).toBe('boss@example.org');
  });

  it.each([
    ['names nobody', []],
    ['names somebody of no account, as a contact', named('help@paramant.app')],
    ['names two of the vault', named(...KNOWN)],
    ['shows two as signed in', signedIn(...KNOWN)],
    ['shows what is no address', signedIn('robin@example')],
  ])('is not known where the page %s', (_, shown) => {
    expect(findSignedInPerson(shown, KNOWN)).toBeNull();
  });

  it.each(['Signed in as ', 'You are logged in as: ', 'Angemeldet als ', 'Ingelogd als'])('is told by %s', words => {
    expect(words).toMatch(new RegExp(PERSON_QUESTION.signedInWords, 'i'));
  });
});
