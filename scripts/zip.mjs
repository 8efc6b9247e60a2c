// npm run zip: what the stores take. Mozilla wants the sources beside the add-on.
import { runScript } from './run-script.mjs';
import { FOR_STORE, runWxt } from './wxt.mjs';

await runScript({ needsBrowser: false }, async () => {
  await runWxt(['zip', '--browser', 'chrome'], { env: FOR_STORE, inherit: true });
  await runWxt(['zip', '--browser', 'firefox', '--sources'], { inherit: true });
  // The folder that people load by hand keeps the key, and with it the extension's id.
  await runWxt(['build', '--browser', 'chrome'], { inherit: true });
});
