import type { Download, Locator } from 'playwright';
import type { CopyView } from '../../lib/messages/views';
import { sendMessage } from '../harness/send-message';
import { waitUntil } from '../harness/wait';
import type { OptionsPage } from './options-page';

const PLACES: Readonly<Record<CopyView['name'], string>> = {
  a: "First copy in the browser's storage",
  b: "Second copy in the browser's storage",
  'spare-1': "Spare copy 1 in the browser's database",
  'spare-2': "Spare copy 2 in the browser's database",
  'spare-3': "Spare copy 3 in the browser's database",
};

/** The copies of the vault, as the full page lists them. */
export class RecoveryPage {
  readonly options: OptionsPage;

  constructor(options: OptionsPage) {
    this.options = options;
  }

  /** All copies as the worker finds them now. */
  list(): Promise<readonly CopyView[]> {
    return sendMessage(this.options, 'copies.list', {});
  }

  /** The spare copy of the newest save, once there is one: they are written a little after it. */
  async newestSpare(): Promise<CopyView> {
    return waitUntil('a spare copy of the newest save', async () => {
      const copies = await this.list();
      const newest = Math.max(...copies.map(({ generation }) => generation ?? 0));
      return copies.find(({ name, generation }) => name.startsWith('spare') && generation === newest);
    });
  }

  card({ name }: Pick<CopyView, 'name'>): Locator {
    return this.options.page.getByRole('listitem', { name: PLACES[name], exact: true });
  }

  button(copy: Pick<CopyView, 'name'>, name: string): Locator {
    return this.card(copy).getByRole('button', { name, exact: true });
  }

  async startOpening(copy: Pick<CopyView, 'name'>): Promise<void> {
    await this.button(copy, 'Open this copy').click();
  }

  async openWithPassword(copy: Pick<CopyView, 'name'>, password: string): Promise<void> {
    await this.startOpening(copy);
    await this.card(copy).getByLabel('Master password', { exact: true }).fill(password);
    await this.button(copy, 'Open and write over the others').click();
  }

  async save(copy: Pick<CopyView, 'name'>): Promise<Download> {
    const downloading = this.options.page.waitForEvent('download');
    await this.button(copy, 'Save to a file').click();
    return downloading;
  }
}
