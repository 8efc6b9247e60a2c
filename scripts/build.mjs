// npm run build: both browsers, one after the other since both write the generated types.
import { runScript } from './run-script.mjs';
import { runWxt } from './wxt.mjs';

await runScript({ needsBrowser: false }, async () => {
  for (const browser of ['chrome', 'firefox']) await runWxt(['build', '--browser', browser], { inherit: true });
});
