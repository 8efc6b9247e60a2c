import { describe, expect, it } from 'vitest';
import { isSameEmail, parseEmail } from './email';

const read = (text: string) => {
  const parsed = parseEmail(text);
  return parsed.ok ? parsed.value : parsed.error.code;
};

describe('parseEmail', () => {
  it.each([
    'alice@example.com',
    'Alice.O’Neil+keys@mail.example.co.uk',
    'a@b.c',
    'grüße@münchen.example',
    '"quoted"@example.com',
    `${'x'.repeat(242)}@example.com`,
  ])('takes %s to the letter', email => {
    expect(read(email)).toBe(email);
  });

  it('drops white space around it', () => {
    expect(read(' alice@example.com\n')).toBe('alice@example.com');
  });

  it.each(['', '  ', '\n'])('calls %j empty', text => {
    expect(read(text)).toBe('email-empty');
  });

  it.each([
    ['no @', 'alice.example.com'],
    ['two of them', 'alice@home@example.com'],
    ['nothing before it', '@example.com'],
    ['nothing behind it', 'alice@'],
    ['a server without a dot', 'alice@localhost'],
    ['a dot at the end', 'alice@example.com.'],
    ['two dots in the server', 'alice@example..com'],
    ['a space inside', 'ali ce@example.com'],
    ['a name around it', 'Alice <alice@example.com>'],
    ['brackets around it', '<alice@example.com>'],
    ['a bracket before it', '<alice@example.com'],
    ['quotes around it', '"alice@example.com"'],
    ['single quotes around it', "'alice@example.com'"],
    ['curved quotes around it', '“alice@example.com”'],
    ['a link', 'mailto:alice@example.com'],
    ['a semicolon behind it', 'alice@example.com;'],
    ['a comma behind it', 'alice@example.com,'],
    ['a space without width', 'ali\u200bce@example.com'],
    ['a soft hyphen', 'alice@exam\u00adple.com'],
    ['a joiner', 'alice\u200d@example.com'],
    ['a filler', 'alice\u3164@example.com'],
    ['a control character', 'alice\u0007@example.com'],
    ['text turned around', 'alice\u202e@example.com'],
    ['half of a surrogate pair', 'alice\ud800@example.com'],
    ['more than a mail server takes', `${'x'.repeat(243)}@example.com`],
  ])('refuses %s', (_, text) => {
    expect(read(text)).toBe('email-invalid');
  });

  it('answers at once, however long the text', () => {
    const before = performance.now();
    for (const text of [`a@${'b.'.repeat(10_000)}`, '@'.repeat(20_000), `${'a'.repeat(20_000)}@`]) read(text);
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('isSameEmail', () => {
  it('does not mind case, since the site does not', () => {
    expect(isSameEmail('Alice@Example.com', 'alice@example.COM')).toBe(true);
  });

  it('minds everything else', () => {
    expect(isSameEmail('alice@example.com', 'alice+1@example.com')).toBe(false);
    expect(isSameEmail('alice@example.com', 'a.lice@example.com')).toBe(false);
  });
});
