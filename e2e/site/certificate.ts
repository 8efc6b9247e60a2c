import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** Base64 SHA-256 of the public key, as `--ignore-certificate-errors-spki-list` wants it. */
  readonly spkiHash: string;
}

/** Makes a fresh certificate, so that no private key is ever kept in the repository. */
export async function makeCertificate(hostNames: readonly string[]): Promise<Certificate> {
  const pems = await generate([{ name: 'commonName', value: hostNames[0] ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hostNames.map(value => ({ type: 2 as const, value })) },
    ],
  });
  const spki = new X509Certificate(pems.cert).publicKey.export({ type: 'spki', format: 'der' });
  const spkiHash = createHash('sha256').update(spki).digest('base64');
  return { certificatePem: pems.cert, privateKeyPem: pems.private, spkiHash };
}
