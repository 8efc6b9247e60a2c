import { launchFirefox, addonPage } from './launch-firefox';
import { startSite } from '../site/start-site';
const site = await startSite();
const b = await launchFirefox('/usr/bin/firefox-esr', site.port);
try {
  const p = await b.newPage();
  console.time('x');
  void p.goto(addonPage('options.html')).catch(e => console.log('goto', e.message));
  const pw = 'walnut orbit teacup lantern';
  for (const s of ['aria/Master password', '::-p-aria([name="Create vault"][role="button"])', '::-p-aria([name="Master password"])']) {
    console.log(s, await p.locator(s).setTimeout(4000).waitHandle().then(h=>h.evaluate(e=>(e as Element).outerHTML), e=>e.message)); console.timeLog('x');
  }
} finally { await b.close(); await site.close(); }
