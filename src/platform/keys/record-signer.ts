/** Signs members' records: Ed25519 keys, whose private parts are kept sealed with the installation's secret. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  CompactSign,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';

/** A key as it is stored. Its id is the thumbprint of its public part (RFC 7638). */
export type SealedKey = {
  id: string;
  publicJwk: { [name: string]: string };
  privateSealed: string;
};

export type RecordSigner = {
  makeKey(): Promise<SealedKey>;
  /** A compact JWS (RFC 7515) over this text; null when the key was sealed with another secret. */
  sign(key: SealedKey, payload: string): Promise<string | null>;
};

const ALGORITHM = 'EdDSA';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Makes and uses keys under the installation's secret. */
export function createRecordSigner(secret: string): RecordSigner {
  const info = 'anyshore record signing key';
  const seal = Buffer.from(hkdfSync('sha256', secret, '', info, 32));
  return {
    async makeKey() {
      const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, {
        crv: 'Ed25519',
        extractable: true,
      });
      const jwk = await exportJWK(publicKey);
      const id = await calculateJwkThumbprint(jwk);
      const { kty = '', crv = '', x = '' } = jwk;
      const publicJwk = { kty, crv, x, kid: id, alg: ALGORITHM, use: 'sig' };
      const secretPart = JSON.stringify(await exportJWK(privateKey));
      return { id, publicJwk, privateSealed: sealed(seal, secretPart) };
    },
    async sign(key, payload) {
      const opened = unsealed(seal, key.privateSealed);
      if (opened === null) return null;
      const privateKey = await importJWK(JSON.parse(opened) as JWK, ALGORITHM);
      return new CompactSign(new TextEncoder().encode(payload))
        .setProtectedHeader({ alg: ALGORITHM, kid: key.id, typ: 'anyshore-record+json' })
        .sign(privateKey);
    },
  };
}

function sealed(key: Buffer, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  const inside = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), inside]).toString('base64url');
}

/** Null where it does not open: it was sealed with another secret, or it was changed. */
function unsealed(key: Buffer, text: string): string | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const start = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
