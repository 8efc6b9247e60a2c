// React, with six controlled boxes for the code that hand on the focus and take a pasted code whole.
import type { ClipboardEvent, FormEvent } from 'react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { signIn } from '../../static/gallery';

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

function Boxes({ digits, onChange }: { digits: readonly string[]; onChange: (digits: readonly string[]) => void }) {
  const paste = (event: ClipboardEvent) => {
    event.preventDefault();
    const pasted = event.clipboardData.getData('text').replace(/\D/g, '');
    onChange(PLACES.map((_, index) => pasted[index] ?? ''));
  };
  return (
    <fieldset onPaste={paste} style={{ display: 'flex' }}>
      <legend>Authentication code</legend>
      {PLACES.map((place, index) => (
        <input
          key={place}
          aria-label={`${place} digit`}
          inputMode="numeric"
          maxLength={1}
          value={digits[index]}
          onChange={({ target }) => {
            onChange(digits.map((digit, other) => (other === index ? target.value.replace(/\D/g, '') : digit)));
            if (target.nextElementSibling instanceof HTMLInputElement) target.nextElementSibling.focus();
          }}
        />
      ))}
    </fieldset>
  );
}

function SignIn() {
  const [digits, setDigits] = useState<readonly string[]>(PLACES.map(() => ''));
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn({ email: String(form.get('email')), api_key: String(form.get('api_key')), totp: digits.join('') });
  };
  return (
    <form onSubmit={send}>
      <label htmlFor="email">Email</label>
      <input id="email" name="email" type="email" />
      <label htmlFor="key">API key</label>
      <input id="key" name="api_key" type="password" />
      <Boxes digits={digits} onChange={setDigits} />
      <button id="go" type="submit">
        Sign in
      </button>
    </form>
  );
}

createRoot(document.querySelector('#root') ?? document.body).render(<SignIn />);
