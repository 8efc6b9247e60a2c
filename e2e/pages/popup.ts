// The real popup, opened by a real click on the toolbar button: it grants activeTab and closes when it loses the focus,
// as a page that has popup.html in a tab never would.
import { writeFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright';
import type { Latchkey } from '../harness/launch';
import { RawTarget } from '../harness/raw-target';
import { waitUntil } from '../harness/wait';

type AxNode = { readonly backendDOMNodeId?: number };
/** The keys of the popup's own, with the numbers under which the browser knows them. */
const KEY_CODES = { Enter: 13, Escape: 27, End: 35, Home: 36, ArrowUp: 38, ArrowDown: 40 } as const;

type TargetInfo = { readonly targetId: string; readonly url: string };

export class Popup {
  readonly #target: RawTarget;
  readonly #browser: CDPSession;
  readonly #targetId: string;

  private constructor(browser: CDPSession, targetId: string, target: RawTarget) {
    this.#browser = browser;
    this.#targetId = targetId;
    this.#target = target;
  }

  /** Clicks the toolbar button over a tab and waits for the popup. */
  static async open(latchkey: Latchkey, page: Page): Promise<Popup> {
    const browser = await browserSession(latchkey);
    await page.bringToFront();
    const tab = await latchkey.context.newCDPSession(page);
    const { targetInfo } = await tab.send('Target.getTargetInfo');
    const before = await popupTargets(browser, latchkey.extensionId);
    // The action belongs to a tab, whose target is not the page's own but the one around it.
    const tabTargetId = await findTabTarget(browser, targetInfo.targetId);
    await browser.send('Extensions.triggerAction', { id: latchkey.extensionId, targetId: tabTargetId });
    return Popup.#attach(browser, latchkey.extensionId, before);
  }

  /** Waits for a popup that the extension opens by itself, as after the keyboard command. */
  static async waitFor(latchkey: Latchkey): Promise<Popup> {
    return Popup.#attach(await browserSession(latchkey), latchkey.extensionId, []);
  }

  static async #attach(browser: CDPSession, extensionId: string, before: readonly TargetInfo[]): Promise<Popup> {
    const known = new Set(before.map(target => target.targetId));
    const opened = await waitUntil('the popup', async () =>
      (await popupTargets(browser, extensionId)).find(target => !known.has(target.targetId)),
    );
    const target = await RawTarget.attach(browser, opened.targetId);
    const popup = new Popup(browser, opened.targetId, target);
    await waitUntil('the popup to be rendered', () =>
      target.evaluate(() => document.querySelector('main') !== null, null),
    );
    return popup;
  }

  /** Its end of the DevTools protocol, for what no click brings about: a device with passkeys. */
  get target(): RawTarget {
    return this.#target;
  }

  /** The nodes of a role and exact accessible name, as assistive technology sees them. */
  async #find(role: string, name: string): Promise<readonly AxNode[]> {
    const { root } = await this.#target.send<{ root: { nodeId: number } }>('DOM.getDocument', { depth: 0 });
    const query = { nodeId: root.nodeId, role, accessibleName: name };
    return (await this.#target.send<{ nodes: AxNode[] }>('Accessibility.queryAXTree', query)).nodes;
  }

  async #only(role: string, name: string): Promise<AxNode> {
    return waitUntil(`one ${role} named ${name} in the popup`, async () => {
      const nodes = await this.#find(role, name);
      return nodes.length === 1 ? nodes[0] : undefined;
    });
  }

  /** How many nodes of a role have exactly this name. */
  async count(role: string, name: string): Promise<number> {
    return (await this.#find(role, name)).length;
  }

  /** Waits until there is exactly one. */
  async expect(role: string, name: string): Promise<void> {
    await this.#only(role, name);
  }

  /** Clicks where a person would: by the mouse, in the middle of it. */
  async click(role: string, name: string): Promise<void> {
    const { backendDOMNodeId } = await this.#only(role, name);
    // To the middle, where the bar at the bottom covers nothing.
    await this.#callOn(
      backendDOMNodeId,
      `function () { this.scrollIntoView({ block: 'center', behavior: 'instant' }) }`,
    );
    type Box = { model: { content: number[] } };
    const { model } = await this.#target.send<Box>('DOM.getBoxModel', { backendNodeId: backendDOMNodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
    const at = { x: (left + right) / 2, y: (top + bottom) / 2, button: 'left', clickCount: 1 };
    await this.#target.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await this.#target.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  }

  /** Calls a function on an element, written as text: `this` is the element. */
  async #callOn<T>(backendNodeId: number | undefined, functionDeclaration: string): Promise<T> {
    const { object } = await this.#target.send<{ object: { objectId: string } }>('DOM.resolveNode', { backendNodeId });
    const call = { objectId: object.objectId, functionDeclaration, returnByValue: true };
    const { result } = await this.#target.send<{ result: { value: T } }>('Runtime.callFunctionOn', call);
    // What a debugger has looked at lives until it lets go of it, and what hangs on that as well.
    await this.#target.send('Runtime.releaseObject', { objectId: object.objectId });
    return result.value;
  }

  /** Types into a field, as the keyboard's input method does. */
  async fill(name: string, text: string): Promise<void> {
    await this.click('textbox', name);
    await this.#target.send('Input.insertText', { text });
  }

  async unlock(password: string): Promise<void> {
    await this.fill('Master password', password);
    await this.click('button', 'Unlock');
  }

  /** Presses a key where the focus is. */
  async press(key: keyof typeof KEY_CODES): Promise<void> {
    const pressed = { key, code: key, windowsVirtualKeyCode: KEY_CODES[key] };
    const text = key === 'Enter' ? { text: '\r' } : {};
    await this.#target.send('Input.dispatchKeyEvent', { type: 'keyDown', ...pressed, ...text });
    await this.#target.send('Input.dispatchKeyEvent', { type: 'keyUp', ...pressed });
  }

  /** What one node says. */
  async textOf(role: string, name: string): Promise<string> {
    const { backendDOMNodeId } = await this.#only(role, name);
    return this.#callOn(backendDOMNodeId, 'function () { return this.textContent }');
  }

  /** All that it says. */
  async text(): Promise<string> {
    return this.#target.evaluate(() => document.body.textContent ?? '', null);
  }

  /** Waits until what it says contains a sentence. */
  async expectText(text: string): Promise<void> {
    await waitUntil(`the popup to say "${text}"`, async () => (await this.text()).includes(text));
  }

  async screenshot(path: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
    await this.#target.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: colorScheme }],
    });
    const { data } = await this.#target.send<{ data: string }>('Page.captureScreenshot', { format: 'png' });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  /** Waits until it has closed by itself. */
  async waitForClose(): Promise<void> {
    await waitUntil('the popup to close', async () => {
      const { targetInfos } = await this.#browser.send('Target.getTargets');
      return !targetInfos.some(target => target.targetId === this.#targetId);
    });
  }

  async close(): Promise<void> {
    await this.#browser.send('Target.closeTarget', { targetId: this.#targetId });
  }
}

async function browserSession({ context }: Latchkey): Promise<CDPSession> {
  const browser = context.browser();
  if (browser === null) throw new Error('this Playwright gives no browser for a persistent context');
  return browser.newBrowserCDPSession();
}

async function popupTargets(browser: CDPSession, extensionId: string): Promise<readonly TargetInfo[]> {
  const { targetInfos } = await browser.send('Target.getTargets');
  return targetInfos.filter(
    ({ type, url }) => type === 'page' && url.startsWith(`chrome-extension://${extensionId}/popup.html`),
  );
}

async function findTabTarget(browser: CDPSession, pageTargetId: string): Promise<string> {
  type Info = { targetInfos: { targetId: string; type: string; url: string }[] };
  const { targetInfos } = (await browser.send('Target.getTargets', {
    filter: [{ type: 'tab' }, { type: 'page' }],
  })) as Info;
  const page = targetInfos.find(target => target.targetId === pageTargetId);
  const tab = targetInfos.find(target => target.type === 'tab' && target.url === page?.url);
  if (tab === undefined) throw new Error(`no tab around the page ${page?.url ?? pageTargetId}`);
  return tab.targetId;
}
