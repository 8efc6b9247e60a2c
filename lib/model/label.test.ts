import { describe, expect, it } from 'vitest';
import { LABEL_CAP_CODE_POINTS, parseLabel } from './label';

const read = (text: string) => {
  const parsed = parseLabel(text);
  return parsed.ok ? parsed.value : `refused: ${parsed.error.code}`;
};

describe('parseLabel', () => {
  it.each(['Work', 'Größe 日本語', '👩‍👩‍👧', 'שלום', '=HYPERLINK("https://evil.example")', '<b>bold</b>'])(
    'takes %s as the text that it is',
    label => {
      expect(read(label)).toBe(label);
    },
  );

  it('drops white space around it', () => {
    expect(read('  Work \n')).toBe('Work');
  });

  it('counts characters as people see them, and takes as many as fit a card', () => {
    expect(read('😀'.repeat(LABEL_CAP_CODE_POINTS))).toBe('😀'.repeat(LABEL_CAP_CODE_POINTS));
    expect(read('😀'.repeat(LABEL_CAP_CODE_POINTS + 1))).toBe('refused: label-too-long');
  });

  it.each([
    ['nothing', '', 'label-empty'],
    ['white space', ' \u00a0 ', 'label-empty'],
    ['a line break', 'one\ntwo', 'label-unprintable'],
    ['a null', 'one\u0000two', 'label-unprintable'],
    ['a direction override', 'Work\u202egpj.exe', 'label-unprintable'],
    ['an isolate', 'Work\u2066x', 'label-unprintable'],
    ['a line separator', 'one\u2028two', 'label-unprintable'],
    ['a space without width', 'Wo\u200brk', 'label-unprintable'],
    ['a soft hyphen', 'Wo\u00adrk', 'label-unprintable'],
    ['nothing but what cannot be seen', '\u200b', 'label-unprintable'],
    ['a filler', '\u3164', 'label-unprintable'],
    ['half of a surrogate pair', 'one\udfff', 'label-unprintable'],
  ])('refuses %s', (_, text, code) => {
    expect(read(text)).toBe(`refused: ${code}`);
  });
});
