import { describe, expect, it } from 'vitest';
import { chooseNextPath, writeLoginPath } from './next-path';

const choose = (wanted: string, name = 'next') => chooseNextPath(new URLSearchParams({ [name]: wanted }));

describe('chooseNextPath', () => {
  it.each(['/dashboard/keys', '/account?a=1&b=%2F%2F#key', '/a//b'])('follows the local path %s', path => {
    expect(choose(path)).toBe(path);
    expect(choose(path, 'return')).toBe(path);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /dashboard',
    'https://evil.example/',
    'https:/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'dashboard',
    '/..//evil.example',
    '/.//evil.example',
    '/dash\u0000board',
    '',
  ])('goes to the dashboard instead of %j', wanted => {
    expect(choose(wanted)).toBe('/dashboard');
  });

  it('goes to the dashboard when nothing is asked', () => {
    expect(chooseNextPath(new URLSearchParams())).toBe('/dashboard');
  });

  it('understands what writeLoginPath writes', () => {
    const url = new URL(writeLoginPath('/account?a=b&c'), 'https://paramant.app');
    expect(chooseNextPath(url.searchParams)).toBe('/account?a=b&c');
  });
});
