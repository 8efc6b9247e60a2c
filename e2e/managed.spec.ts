// What an organisation prescribes, in a Chromium that is managed: by a policy file, which every browser of the machine
// follows, so this runs alone.
import { mkdir } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { test } from './fixtures';
import { violations } from './harness/accessibility';
import { mayManage, prescribe, prescribeNothing } from './harness/managed-policy';

const policyFile = mayManage() ? 'a policy file' : 'a policy file, skipped: this machine does not let one be written';

test.describe(`by ${policyFile}`, { tag: '@alone' }, () => {
  test.skip(!mayManage(), 'policy files cannot be written here');
  test.afterEach(prescribeNothing);

  test('an organisation tightens a browser that runs, and what it prescribes is shown', async ({
    latchkey,
    options,
  }) => {
    await options.openSettings();
    await expect(options.field('Lock after (minutes)')).toHaveValue('60');
    await prescribe(latchkey.extensionId, { maximumLockAfterMinutes: 15, maximumIntervalDays: 30 });
    const notice = options.page.getByText('Your organisation manages this browser:');
    await expect(async () => {
      await options.page.reload();
      await expect(notice).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 30_000 });
    await expect(options.field('Lock after (minutes)')).toHaveValue('15');
    await expect(options.field('Rotate keys every (days)')).toHaveValue('30');
    await mkdir('.output/screenshots', { recursive: true });
    await options.page.screenshot({ path: '.output/screenshots/managed.png' });
    expect(await violations(options.page)).toEqual([]);

    await test.step('beyond it nothing is taken', async () => {
      await options.field('Lock after (minutes)').fill('16');
      await options.button('Save settings').click();
      await expect(options.alert('Enter a whole number from 5 to 15.')).toBeVisible();
    });

    await test.step('what is out of range is not dropped on the way, and means the strictest', async () => {
      await prescribe(latchkey.extensionId, { maximumIntervalDays: 5 });
      await expect(async () => {
        await options.page.reload();
        await expect(options.page.getByText(/cannot be read\. Until they can, the strictest hold:/)).toBeVisible({
          timeout: 1_000,
        });
      }).toPass({ timeout: 30_000 });
      await expect(options.field('Lock after (minutes)')).toHaveValue('5');
      await expect(options.field('Rotate keys every (days)')).toHaveValue('90');
    });
  });
});
