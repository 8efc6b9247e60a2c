import type { OptionsPage } from './options-page';

/** The groups of the recovery code that is on the screen. */
export async function readCode({ page }: OptionsPage): Promise<readonly string[]> {
  const list = page.getByRole('list', { name: 'Recovery code, group by group' });
  await list.waitFor();
  return list.getByRole('listitem').allTextContents();
}

/** Goes on from the code on the screen, and types what a person makes of the groups that are asked for. */
export async function typeCodeBack(
  options: OptionsPage,
  misread = (group: string) => group,
): Promise<readonly string[]> {
  const groups = await readCode(options);
  await options.button('I have it on paper').click();
  await options.page.getByRole('heading', { name: 'Type two groups back', exact: true }).waitFor();
  for (const [index, group] of groups.entries()) {
    const field = options.field(`Group ${index + 1}`);
    if ((await field.count()) > 0) await field.fill(misread(group));
  }
  await options.button('Check').click();
  return groups;
}
