import type { PageControl, PageField, PageForm, PageItem, PageScreen } from '../../lib/signin/page-shapes.testing';
import { COVER_ID } from '../../lib/signin/page-shapes.testing';
import { type Html, html } from './html';

type Attributes = Readonly<Record<string, string>>;

function writeAttributes(attributes: Attributes): Html {
  const written = Object.entries(attributes).filter(([, value]) => value !== '');
  return { markup: written.map(([name, value]) => html` ${name}="${value}"`.markup).join('') };
}

function renderField(field: PageField, place: number): Html {
  const { id, name, type, autocomplete, inputMode, placeholder, pattern, maxLength, label, labelPlace, hidden } = field;
  // An id that is there twice would name another field with this label.
  const isFor = labelPlace === 'for' && label !== '';
  const own = isFor ? `${id}-${place}` : id;
  const attributes = {
    id: own,
    name,
    type,
    autocomplete,
    inputmode: inputMode,
    placeholder,
    pattern,
    maxlength: maxLength < 0 ? '' : String(maxLength),
    'aria-label': labelPlace === 'aria' ? label : '',
    style: hidden ? 'display:none' : '',
    'data-place': String(place),
  };
  const input = html`<input${writeAttributes(attributes)}>`;
  if (label === '' || labelPlace === 'aria') return input;
  if (labelPlace === 'around') return html`<label>${label} ${input}</label>`;
  return html`<label for="${own}">${label}</label> ${input}`;
}

function renderControl({ id, text, submits, isIcon, controls, role }: PageControl, place: number): Html {
  const attributes = {
    id,
    type: submits ? 'submit' : 'button',
    'aria-controls': controls,
    'aria-label': isIcon ? text : '',
    'data-place': String(place),
    'data-role': role ?? '',
  };
  return html`<button${writeAttributes(attributes)}>${isIcon ? '' : text}</button>`;
}

function renderForm({ hasTag, wrappers, items, covered }: PageForm, firstPlace: number): Html {
  const render = (item: PageItem, index: number) => {
    const place = firstPlace + index;
    return html`<p>${item.is === 'field' ? renderField(item, place) : renderControl(item, place)}</p>\n`;
  };
  const shown = items.map(render);
  const behind = covered.map((item, index) => render(item, items.length + index));
  const cover = covered.length === 0 ? undefined : html`<div id="${COVER_ID}" hidden>${behind}</div>`;
  const inside = html`${shown}${cover}`;
  const wrapped = Array.from({ length: wrappers }).reduce<Html>(inner => html`<div>${inner}</div>`, inside);
  return hasTag ? html`<form novalidate>${wrapped}</form>` : html`<section>${wrapped}</section>`;
}

/** Sends nothing, uncovers what is covered, and writes down what is pressed on the root element. */
const SCRIPT = `addEventListener('submit', event => event.preventDefault());
addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (button === null) return;
  const { dataset } = document.documentElement;
  dataset.pressed = ((dataset.pressed ?? '') + ' ' + button.dataset.place).trim();
  if (button.dataset.role === 'reveal') document.getElementById('${COVER_ID}').hidden = false;
});`;

/** A generated screen as a page. Each field and control carries its place in the screen as `data-place`. */
export function renderScreen({ forms }: PageScreen): string {
  let place = 0;
  const rendered = forms.map(form => {
    const firstPlace = place;
    place += form.items.length + form.covered.length;
    return renderForm(form, firstPlace);
  });
  const script: Html = { markup: `<script>${SCRIPT}</script>` };
  return html`<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title><style>button { min-width: 2em; min-height: 1.5em }</style><body>${rendered}${script}</body></html>`
    .markup;
}
