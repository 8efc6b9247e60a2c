import type { PageControl, PageField, PageForm, PageItem, PageScreen } from '../../lib/signin/page-shapes.testing';
import { COVER_ID } from '../../lib/signin/page-shapes.testing';
import type { Html } from './html';
import { html } from './html';

type Attributes = Readonly<Record<string, string>>;

function writeAttributes(attributes: Attributes): Html {
  const written = Object.entries(attributes).filter(([, value]) => value !== '');
  return { markup: written.map(([name, value]) => html` ${name}="${value}"`.markup).join('') };
}

/** What stands in a web component's shadow root, and what fills its slot. */
function slot(inside: Html, text: string): Html {
  return html`<x-part><template shadowrootmode="open">${inside}</template>${text}</x-part>`;
}

const SLOT: Html = { markup: '<slot></slot>' };

function renderField(field: PageField, place: number): Html {
  const { id, name, type, autocomplete, inputMode, placeholder, pattern, maxLength, label, labelPlace, hidden } = field;
  const isNamed = label !== '';
  // A legend names no field that says anything of itself.
  const isLegend = isNamed && labelPlace === 'legend' && placeholder === '';
  const isAria = labelPlace === 'aria' || (labelPlace === 'legend' && !isLegend);
  // An id that is there twice would name another field with this label.
  const isFor = isNamed && (labelPlace === 'for' || labelPlace === 'slot');
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
    'aria-label': isAria ? label : '',
    style: hidden ? 'display:none' : '',
    'data-place': String(place),
  };
  const input = html`<input${writeAttributes(attributes)}>`;
  if (!isNamed || isAria) return input;
  if (isLegend) return html`<fieldset><legend>${label}</legend>${input}</fieldset>`;
  if (labelPlace === 'around') return html`<label>${label} ${input}</label>`;
  if (labelPlace === 'slot') return slot(html`<label for="${own}">${SLOT}</label> ${input}`, label);
  return html`<label for="${own}">${label}</label> ${input}`;
}

function renderControl(control: PageControl, place: number): Html {
  const { id, text, submits, isIcon, isSlotted, controls, role } = control;
  const attributes = {
    id,
    type: submits ? 'submit' : 'button',
    'aria-controls': controls,
    'aria-label': isIcon ? text : '',
    'data-place': String(place),
    'data-role': role ?? '',
  };
  // In a shadow root it would belong to no form.
  if (isSlotted && !submits && !isIcon) return slot(html`<button${writeAttributes(attributes)}>${SLOT}</button>`, text);
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
addEventListener('click', event => {
  const button = event.composedPath().find(each => each instanceof HTMLButtonElement);
  if (button === undefined) return;
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
