// What an element says as it is painted: what fills a slot stands elsewhere in the page, and what stands in an open shadow
// root is seen in place of what stands in its host. No text field is ever looked into.
import { TEXT_CAP } from '../../lib/signin/snapshot-limits';
import { childrenOf, matches, shadowRootOf } from './unclobbered';

const SILENT = 'script, style, template, input, textarea, select';
/** How much is looked through for one text: nothing that names a field or a button has so much in it. */
const NODE_CAP = 500;

/** One line without superfluous space, and not endless. */
export function tidy(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/gu, ' ').trim().slice(0, TEXT_CAP);
}

/** What a node says, in one line. */
export function textOf(node: Node | undefined): string {
  let [text, looks] = ['', 0];
  const visit = (each: Node) => {
    if (++looks > NODE_CAP) return;
    if (each instanceof Text) text += each.data;
    if (!(each instanceof Element) || matches(each, SILENT)) return;
    const assigned = each instanceof HTMLSlotElement ? each.assignedNodes({ flatten: true }) : [];
    for (const child of assigned.length > 0 ? assigned : childrenOf(shadowRootOf(each) ?? each)) visit(child);
  };
  if (node !== undefined) visit(node);
  return tidy(text);
}
