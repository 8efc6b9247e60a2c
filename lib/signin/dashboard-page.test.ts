import { describe, expect, it } from 'vitest';
import { DASHBOARD_QUESTION, isDashboardUrl, isSignedInLook } from './dashboard-page';

describe('a page of the dashboard', () => {
  it.each([
    ['https://paramant.app/dashboard', true],
    ['https://paramant.app/dashboard/keys', true],
    ['https://paramant.app/account', true],
    ['https://paramant.app/dashboards', false],
    ['https://paramant.app/auth/login?next=/dashboard', false],
    ['https://paramant.app.example/dashboard', false],
    ['http://paramant.app/dashboard', false],
  ])('is known by its address: %s %s', (url, expected) => {
    expect(isDashboardUrl(url)).toBe(expected);
  });

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
