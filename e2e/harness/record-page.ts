// What a page that is built to steal gets to hear: every channel it has, recorded in its own world before its own scripts.
import type { Page } from 'playwright';

/** One thing that the page heard: by which channel, and where. */
export type Heard = { readonly channel: string; readonly where: string; readonly text: string };

type Recorder = { readonly heard: Heard[]; addedNodes: number };
type RecordedWindow = typeof globalThis & { latchkeyRecorder: Recorder };

/** Begins to record a page, its frames included, from its next navigation on. */
export async function recordPage(page: Page): Promise<void> {
  await page.addInitScript(record);
}

/** Everything that was heard of these values so far, as `channel where`, each once and in order. */
export async function findHeard(page: Page, values: readonly string[]): Promise<readonly string[]> {
  const heard = await page.evaluate(() => (globalThis as RecordedWindow).latchkeyRecorder.heard);
  const found = heard.filter(({ text }) => values.some(value => value !== '' && text.includes(value)));
  return Array.from(new Set(found.map(({ channel, where }) => `${channel} ${where}`)));
}

/** How many nodes came into the page since its own markup was read. */
export async function countAddedNodes(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as RecordedWindow).latchkeyRecorder.addedNodes);
}

/** Runs in the page. */
function record(): void {
  const recorder: Recorder = { heard: [], addedNodes: 0 };
  Object.assign(globalThis, { latchkeyRecorder: recorder });
  const nameOf = (target: unknown): string =>
    target instanceof Element ? `#${target.getAttribute('id') ?? target.localName}` : String(target?.constructor.name);
  const hear = (channel: string, where: string, ...texts: readonly unknown[]) => {
    for (const text of texts)
      if (text != null && text !== '') recorder.heard.push({ channel, where, text: String(text) });
  };

  const hearFields = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
        hear('value', nameOf(element), element.value);
      }
      if (element.shadowRoot !== null) hearFields(element.shadowRoot);
    }
  };
  const readEvent = (event: Event): readonly unknown[] => {
    const { data, detail, key } = event as { data?: unknown; detail?: unknown; key?: unknown };
    const pasted = event instanceof ClipboardEvent ? event.clipboardData?.getData('text/plain') : '';
    return [data, detail, key, pasted].map(each => (typeof each === 'object' ? JSON.stringify(each) : each));
  };
  const EVENTS = [
    'beforeinput',
    'input',
    'change',
    'paste',
    'keydown',
    'keypress',
    'keyup',
    'focusin',
    'click',
    'message',
  ];
  for (const name of EVENTS) {
    const onEvent = (event: Event) => {
      hear(`event ${name}`, nameOf(event.composedPath()[0]), ...readEvent(event));
      hearFields(document);
    };
    addEventListener(name, onEvent, true);
  }
  const onSubmit = ({ target }: Event) => {
    if (!(target instanceof HTMLFormElement)) return;
    for (const [name, value] of new FormData(target)) hear('submit', name, value);
  };
  addEventListener('submit', onSubmit, true);
  const { navigation } = globalThis as unknown as { navigation: EventTarget };
  navigation.addEventListener('navigate', event => {
    hear('navigation', 'address', (event as unknown as { destination: { url: string } }).destination.url);
  });

  const wrap = (owner: object, method: string, channel: string) => {
    const original = Reflect.get(owner, method);
    Reflect.set(owner, method, function (this: unknown, ...given: unknown[]) {
      hear(channel, method, ...given.map(each => (typeof each === 'object' ? JSON.stringify(each) : each)));
      return Reflect.apply(original, this, given);
    });
  };
  wrap(globalThis, 'fetch', 'network');
  wrap(XMLHttpRequest.prototype, 'send', 'network');
  wrap(XMLHttpRequest.prototype, 'open', 'network');
  wrap(Navigator.prototype, 'sendBeacon', 'network');
  wrap(globalThis, 'postMessage', 'message');
  wrap(Storage.prototype, 'setItem', 'storage');

  const onMutations = (mutations: readonly MutationRecord[]) => {
    for (const { target, attributeName, addedNodes, type } of mutations) {
      if (type === 'childList' && document.readyState !== 'loading') recorder.addedNodes += addedNodes.length;
      if (attributeName !== null) hear('attribute', attributeName, (target as Element).getAttribute(attributeName));
      for (const node of addedNodes) hear('node', nameOf(node), node.textContent);
    }
    hear('title', 'document', document.title);
    hear('address', 'document', location.href);
    hearFields(document);
  };
  new MutationObserver(onMutations).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
}
