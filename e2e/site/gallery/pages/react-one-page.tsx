// React, with controlled fields: what React was not told of is not sent, and is overwritten by the next render.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { signIn } from '../../static/gallery';

const FIELDS = [
  { name: 'email', label: 'Email', type: 'email' },
  { name: 'api_key', label: 'API key', type: 'password' },
  { name: 'totp', label: '6-digit code', type: 'text' },
] as const;

function SignIn() {
  const [given, setGiven] = useState({ email: '', api_key: '', totp: '' });
  const isComplete = Object.values(given).every(value => value !== '');
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        signIn(given);
      }}
    >
      {FIELDS.map(({ name, label, type }) => (
        <label key={name}>
          {label}
          <input
            name={name}
            type={type}
            value={given[name]}
            onChange={event => setGiven({ ...given, [name]: event.target.value.trim() })}
          />
        </label>
      ))}
      <button id="go" type="submit" disabled={!isComplete}>
        Sign in
      </button>
    </form>
  );
}

createRoot(document.querySelector('#root') ?? document.body).render(<SignIn />);
