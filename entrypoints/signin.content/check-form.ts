import { SITE_ORIGIN } from '../../lib/signin/site';

/** A form's action as the page wrote it. `form.action` could be an input of that name (DOM clobbering). */
function staysOnSite(element: Element, attribute: 'action' | 'formaction'): boolean {
  const written = element.getAttribute(attribute);
  if (written === null || written === '') return true;
  try {
    const { origin, protocol } = new URL(written, document.baseURI);
    // React writes a `javascript:` action over a function; it runs on this page or not at all.
    return origin === SITE_ORIGIN || protocol === 'javascript:';
  } catch {
    return false;
  }
}

/** Whether what is typed into a form, and sent by a control, stays on this site and in this window. */
export function isFormSafe(form: HTMLFormElement | null, control: HTMLElement | null): boolean {
  const isFormStaying = form === null || (staysOnSite(form, 'action') && isOwnWindow(form.getAttribute('target')));
  const isControlStaying =
    control === null || (staysOnSite(control, 'formaction') && !control.hasAttribute('formtarget'));
  return isFormStaying && isControlStaying;
}

function isOwnWindow(target: string | null): boolean {
  return target === null || target === '' || target === '_self' || target === '_top';
}
