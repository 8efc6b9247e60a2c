import { createHash } from 'node:crypto';
import { connect } from 'node:tls';

const TIMEOUT_MS = 10_000;

/**
 * The hash of a server's public key, by which Chromium is told to trust it and no other. The server is on this machine
 * and chosen by the person, so whatever certificate it has is the right one.
 */
export function readSpkiHash(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, servername: 'paramant.app', rejectUnauthorized: false, timeout: TIMEOUT_MS });
    const fail = (reason: string) => {
      socket.destroy();
      reject(new Error(`${host}:${port} ${reason}`));
    };
    socket.once('secureConnect', () => {
      const spki = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
      if (spki === undefined) return fail('shows no certificate');
      socket.end();
      resolve(createHash('sha256').update(spki).digest('base64'));
    });
    socket.once('timeout', () => fail('does not answer'));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'ECONNREFUSED' ? 'answers no connection' : `speaks no https (${error.message.trim()})`),
    );
  });
}
