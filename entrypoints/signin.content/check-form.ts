import { SITE_ORIGIN } from '../../lib/signin/site';
import { attributeOf, baseAddress, findAllIn, matches } from './unclobbered';
import { formOf, walkPage } from './walk-page';

function staysOnSite(element: Element, attribute: 'action' | 'formaction'): boolean {
  const written = attributeOf(element, attribute);
  if (written === null || written === '') return true;
  try {
    const { origin, protocol } = new URL(written, baseAddress());
    // React writes a `javascript:` action over a function; it runs on this page or not at all.
    return origin === SITE_ORIGIN || protocol === 'javascript:';
  } catch {
    return false;
  }
}

function staysInWindow(target: string | null): boolean {
  return target === null || target === '' || target === '_self' || target === '_top';
}

/** The window that a form without a target of its own goes to. */
function defaultTarget(): string | null {
  const [base] = findAllIn(document, 'base[target]');
  return base === undefined ? null : attributeOf(base, 'target');
}

/**
 * Whether what is typed into a form stays on this site and in this window, whichever of its buttons sends it, be it one
 * that stands elsewhere on the page. Judged before anything is written, and once more before anything is pressed.
 */
export function isFormSafe(form: HTMLFormElement | null): boolean {
  if (form === null) return true;
  if (!staysOnSite(form, 'action') || !staysInWindow(attributeOf(form, 'target') ?? defaultTarget())) return false;
  const { elements, isWhole } = walkPage();
  const senders = elements.filter(
    element => matches(element, '[formaction], [formtarget]') && formOf(element) === form,
  );
  // A button that was not looked at may send it anywhere.
  return (
    isWhole && senders.every(sender => staysOnSite(sender, 'formaction') && attributeOf(sender, 'formtarget') === null)
  );
}

/** Whether the browser itself would send a form as an address, with every field in it. `sender`: what was pressed. */
export function leavesAsGet(form: HTMLFormElement, sender: Element | null): boolean {
  const method = (sender && attributeOf(sender, 'formmethod')) ?? attributeOf(form, 'method') ?? 'get';
  return !['post', 'dialog'].includes(method.toLowerCase());
}
