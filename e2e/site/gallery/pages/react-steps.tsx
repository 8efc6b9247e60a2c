// React, with three steps that each mount anew, and form actions: React gives such a form a `javascript:` address.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { signIn } from '../../static/gallery';

const STEPS = [
  { name: 'email', label: 'Email', type: 'email', button: 'Continue' },
  { name: 'api_key', label: 'API key', type: 'password', button: 'Continue' },
  { name: 'totp', label: 'One-time code', type: 'text', button: 'Sign in' },
] as const;

function SignIn() {
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const step = STEPS[Object.keys(given).length];
  if (step === undefined) return <p>One moment</p>;
  const { name, label, type, button } = step;
  const leave = async (form: FormData) => {
    const next = { ...given, [name]: String(form.get(name)) };
    if (name === 'totp') await signIn(next);
    else setGiven(next);
  };
  return (
    <form key={name} action={leave}>
      <label htmlFor={`field-${name}`}>{label}</label>
      <input id={`field-${name}`} name={name} type={type} required />
      <button type="submit">{button}</button>
    </form>
  );
}

createRoot(document.querySelector('#root') ?? document.body).render(<SignIn />);
