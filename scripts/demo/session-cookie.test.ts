import { expect, it } from 'vitest';
import { startsSession } from './session-cookie';

const NOW_MS = Date.UTC(2026, 0, 1);

it.each([
  'paramant_user_session=abc',
  'paramant_user_session=abc; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=Lax',
  'paramant_user_session=abc; expires=Thu, 01 Jan 2026 01:00:00 GMT',
])('begins a session: %s', header => {
  expect(startsSession(header, NOW_MS)).toBe(true);
});

it.each([
  '',
  'paramant_user_session=',
  'paramant_user_session=; Max-Age=3600',
  'paramant_user_session=abc; Max-Age=0',
  'paramant_user_session=abc; max-age=-1',
  'paramant_user_session=abc; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'paramant_user_session_hint=abc',
  'other=paramant_user_session=abc',
])('does not: %s', header => {
  expect(startsSession(header, NOW_MS)).toBe(false);
});
