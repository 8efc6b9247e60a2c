import { parseArgs } from 'node:util';
import { isSiteLayoutName, siteLayoutNames } from './layouts/find-layout';
import type { SiteOptions } from './start-site';
import { startSite } from './start-site';

// The command line: starts a site, says how to reach and enter it, and runs until it is told to stop.

const { values } = parseArgs({
  options: {
    layout: { type: 'string', default: 'documented' },
    port: { type: 'string', default: '0' },
    email: { type: 'string' },
    key: { type: 'string' },
    secret: { type: 'string' },
    'key-model': { type: 'string', default: 'self-service' },
  },
});

function readOptions(): SiteOptions | string {
  const { layout, email, key, secret, 'key-model': keyModel } = values;
  const port = Number(values.port);
  if (!isSiteLayoutName(layout)) return `--layout is one of ${siteLayoutNames.join(', ')}`;
  if (!Number.isInteger(port) || port < 0 || port > 65535) return '--port is a number from 0 to 65535';
  if (keyModel !== 'self-service' && keyModel !== 'operator') return '--key-model is self-service or operator';
  const account = { ...(email && { email }), ...(key && { key }), ...(secret && { secret }) };
  return { layout, port, keyModel, account };
}

function complain(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

const options = readOptions();
if (typeof options === 'string') complain(options);
const site = await startSite(options).catch((error: Error) => complain(error.message));
console.log(`port ${site.port}`);
console.log(`spki ${site.spkiHash}`);
console.log(`email ${site.account.email}`);
console.log(`key ${site.account.key}`);
console.log(`authenticator ${site.account.otpauthUri}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => site.close());
