// Vue, with three steps in one form: field and button stay the same elements and become others.
import { createApp, h, ref } from 'vue';
import { signIn } from '../../static/gallery';

const STEPS = [
  { name: 'email', label: 'E-mailadres', type: 'email', button: 'Volgende' },
  { name: 'api_key', label: 'API-sleutel', type: 'password', button: 'Volgende' },
  { name: 'totp', label: 'Code uit je authenticator-app', type: 'text', button: 'Inloggen' },
] as const;

const given: Record<string, string> = {};
const index = ref(0);
const typed = ref('');

function leave(event: Event) {
  event.preventDefault();
  const name = STEPS[index.value]?.name;
  if (name === undefined || typed.value === '') return;
  given[name] = typed.value;
  if (name === 'totp') {
    signIn(given);
    return;
  }
  typed.value = '';
  index.value += 1;
}

function onInput({ target }: Event) {
  if (target instanceof HTMLInputElement) typed.value = target.value;
}

const app = createApp({
  render: () => {
    const { name, label, type, button } = STEPS[index.value] ?? STEPS[0];
    return h('form', { onSubmit: leave }, [
      h('h2', `Stap ${index.value + 1} van 3`),
      h('label', { for: 'value' }, label),
      h('input', { id: 'value', name, type, value: typed.value, onInput }),
      h('button', button),
    ]);
  },
});
app.mount('#root');
