import { SITE_ORIGIN } from '../../lib/signin/site';
import { attributeOf, findAllIn } from './unclobbered';

function staysOnSite(element: Element, attribute: 'action' | 'formaction'): boolean {
  const written = attributeOf(element, attribute);
  if (written === null || written === '') return true;
  try {
    const { origin, protocol } = new URL(written, document.baseURI);
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
  const base = document.querySelector('base[target]');
  return base === null ? null : attributeOf(base, 'target');
}

/**
 * Whether what is typed into a form stays on this site and in this window, whichever of its buttons sends it. Judged
 * before anything is written, and once more before anything is pressed.
 */
export function isFormSafe(form: HTMLFormElement | null): boolean {
  if (form === null) return true;
  const isOwnSafe = staysOnSite(form, 'action') && staysInWindow(attributeOf(form, 'target') ?? defaultTarget());
  const senders = findAllIn(form, '[formaction], [formtarget]');
  return (
    isOwnSafe &&
    senders.every(sender => staysOnSite(sender, 'formaction') && attributeOf(sender, 'formtarget') === null)
  );
}
