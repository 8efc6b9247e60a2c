import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What on a page breaks WCAG 2.2 A or AA, as far as a program can tell. */
export async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html}`));
}
