import { describe, expect, it } from 'vitest';
import { DASHBOARD_QUESTION, isSignedInLook } from './dashboard-page';

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
