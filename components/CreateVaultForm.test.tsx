// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CreateVaultForm } from './CreateVaultForm';
import { render } from './testing/render';

const GOOD = 'violet tram under nine bridges';

function setUp() {
  const onCreate = vi.fn(async () => []);
  let drawn = 0;
  const random = (count: number) => {
    drawn += 1;
    return new Uint8Array(count).fill(drawn);
  };
  render(<CreateVaultForm random={random} onCreate={onCreate} />);
  return onCreate;
}

function field(label: string): HTMLInputElement {
  return screen.getByLabelText(label, { exact: true });
}

function fill(password: string, repeat = password) {
  fireEvent.change(field('Master password'), { target: { value: password } });
  fireEvent.change(field('Repeat master password'), { target: { value: repeat } });
}

function create() {
  fireEvent.click(screen.getByRole('button', { name: 'Create vault' }));
}

describe('CreateVaultForm', () => {
  it('creates a vault with a password that was typed twice', async () => {
    const onCreate = setUp();
    fill(GOOD);
    create();
    await waitFor(() => expect(onCreate).toHaveBeenCalledExactlyOnceWith(GOOD));
  });

  it.each([
    ['short', 'eleven char', 'eleven char', 'Use at least 12 characters.', 'Master password'],
    ['common', 'passwordpassword', 'passwordpassword', 'attackers try first', 'Master password'],
    ['guessable', 'latchkeylatchkey', 'latchkeylatchkey', 'guessed too soon', 'Master password'],
    ['not repeated', GOOD, `${GOOD}!`, 'The two passwords differ.', 'Repeat master password'],
  ])(
    'refuses a password that is %s, with one sentence, and keeps what was typed',
    async (_, password, repeat, sentence, at) => {
      const onCreate = setUp();
      fill(password, repeat);
      create();
      expect((await screen.findByRole('alert')).textContent).toContain(sentence);
      expect(field('Master password').value).toBe(password);
      expect(field('Repeat master password').value).toBe(repeat);
      expect(document.activeElement).toBe(field(at));
      expect(onCreate).not.toHaveBeenCalled();
    },
  );

  it('fills both fields with the offered passphrase, readable', () => {
    setUp();
    fireEvent.click(screen.getByRole('button', { name: 'Use this passphrase' }));
    expect(field('Master password').value.split(' ')).toHaveLength(7);
    expect(field('Repeat master password').value).toBe(field('Master password').value);
    expect(field('Master password').type).toBe('text');
  });

  it('fills them again when another passphrase is drawn, and never over what was typed', () => {
    setUp();
    const draw = () => fireEvent.click(screen.getByRole('button', { name: 'Draw another' }));
    const offered = () => document.querySelector('.passphrase')?.textContent;
    fireEvent.click(screen.getByRole('button', { name: 'Use this passphrase' }));
    const first = offered();
    draw();
    expect(offered()).not.toBe(first);
    expect(field('Master password').value).toBe(offered());
    expect(field('Repeat master password').value).toBe(offered());
    fill(GOOD);
    draw();
    expect(field('Master password').value).toBe(GOOD);
  });

  it('hides what is typed unless asked', () => {
    setUp();
    expect(field('Master password').type).toBe('password');
    fireEvent.click(screen.getByLabelText('Show what I type'));
    expect(field('Repeat master password').type).toBe('text');
  });

  it('says how strong the typed password is', async () => {
    setUp();
    fill(GOOD);
    await waitFor(() => expect(document.querySelector('.strength')?.textContent).toContain('Strong'));
  });
});
