// Vue, with fields bound to its state. Written as render functions: the site's policy forbids compiling in the browser.
import { createApp, h, reactive } from 'vue';
import { signIn } from '../../static/gallery';

const FIELDS = [
  { name: 'email', label: 'Email', type: 'email' },
  { name: 'api_key', label: 'API key', type: 'password' },
  { name: 'totp', label: '6-digit code', type: 'text' },
] as const;

const given = reactive({ email: '', api_key: '', totp: '' });

function renderField({ name, label, type }: (typeof FIELDS)[number]) {
  const onInput = ({ target }: Event) => {
    if (target instanceof HTMLInputElement) given[name] = target.value;
  };
  return h('div', [
    h('label', { for: name }, label),
    h('input', { id: name, type, value: given[name], onInput, class: { filled: given[name] !== '' } }),
  ]);
}

function send(event: Event) {
  event.preventDefault();
  signIn({ ...given });
}

const app = createApp({
  render: () =>
    h('form', { onSubmit: send }, [
      ...FIELDS.map(renderField),
      h('button', { id: 'go', disabled: given.totp.length !== 6 }, 'Sign in'),
    ]),
});
app.mount('#root');
