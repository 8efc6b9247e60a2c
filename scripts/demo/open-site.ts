import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import type { MappedSite } from '../../e2e/harness/launch';
import { startSite } from '../../e2e/site/start-site';
import type { Credentials, DemoSite } from './read-arguments';
import { readSpkiHash } from './read-certificate';

/** Where the demo signs in. `name` is what the closing line calls it; `mapped` is null for the real site. */
export type OpenSite = {
  readonly name: string;
  readonly mapped: MappedSite | null;
  readonly credentials: Credentials | null;
  close(): Promise<void>;
};

/** Starts the bundled site, or gets ready for the one that was asked for. */
export async function openSite(asked: DemoSite): Promise<OpenSite> {
  if (asked.mode === 'live') {
    return { name: 'paramant.app', mapped: null, credentials: null, close: async () => {} };
  }
  if (asked.mode === 'given') {
    const host = asked.host.replace(/^\[|\]$/g, '');
    const spkiHash = await readSpkiHash(host, asked.port);
    const bridge = await openBridge(host, asked.port);
    const mapped = { port: bridge.port, spkiHash };
    return { name: `${asked.host}:${asked.port}`, mapped, credentials: asked.credentials, close: bridge.close };
  }
  const site = await startSite({ layout: asked.layout });
  const { email, key, otpauthUri } = site.account;
  return {
    name: asked.layout,
    mapped: site,
    credentials: { email, key, authenticator: otpauthUri },
    close: site.close,
  };
}

/** A port on 127.0.0.1, where the browser is sent, that leads to the given address, which may be another loopback one. */
async function openBridge(host: string, port: number) {
  const server = createServer(here => {
    const there = connect({ host, port });
    here.pipe(there).pipe(here);
    for (const end of [here, there]) {
      end.on('error', () => {
        here.destroy();
        there.destroy();
      });
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  // Connections that are still open then belong to a browser that is gone.
  const close = async () => {
    server.close().unref();
  };
  return { port: (server.address() as AddressInfo).port, close };
}
