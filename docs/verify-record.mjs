#!/usr/bin/env node
/**
 * Checks a member's signed record offline, with the public keys of the marketplace that signed it:
 *
 *   curl -s https://market.example/.well-known/jwks.json > jwks.json     (once, and keep it)
 *   node verify-record.mjs record.jws jwks.json
 *
 * It needs Node 18 or later and nothing else: no network and no marketplace. The record is a JWS in
 * compact form (RFC 7515) with an Ed25519 signature (RFC 8037). It ends with 1 when it is not valid.
 */
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [recordFile, keysFile] = process.argv.slice(2);
if (recordFile === undefined || keysFile === undefined) {
  console.error('verify-record.mjs RECORD JWKS');
  process.exit(2);
}
const record = check(
  readFileSync(recordFile, 'utf8').trim(),
  JSON.parse(readFileSync(keysFile, 'utf8')),
);
if (typeof record === 'string') {
  console.error(`Not valid: ${record}.`);
  process.exitCode = 1;
} else {
  console.log(JSON.stringify(record, null, 2));
  const { name, iss, iat, selection, tasks } = record;
  const at = new Date(iat * 1000).toISOString();
  const shown = `${selection.shown} of ${selection.of} outcomes`;
  console.error(`Valid: ${iss} signed this for ${name} on ${at}. It shows ${shown}.`);
  if (tasks) console.error(taskWords(tasks));
}

/** Small tasks in a sentence. */
function taskWords({ submitted, approved, rejected, active_hours: hours }) {
  return `Tasks: ${submitted} handed in, ${approved} approved, ${rejected} rejected, ${hours} active hours.`;
}

/** The record's JSON, or in words why it is not valid. */
function check(jws, { keys }) {
  const parts = jws.split('.');
  if (parts.length !== 3) return 'it is no compact JWS';
  const [head, body, signature] = parts;
  let header;
  try {
    header = JSON.parse(Buffer.from(head, 'base64url'));
  } catch {
    return 'its header is no JSON';
  }
  if (header.alg !== 'EdDSA') return `it is signed with ${header.alg}`;
  if (header.crit !== undefined) return 'it asks for extensions';
  const jwk = keys.find((key) => key.kid === header.kid);
  if (jwk === undefined) return `no key ${header.kid} is published`;
  if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519') return 'its key is no Ed25519 key';
  const { kty, crv, x } = jwk;
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  const signed = Buffer.from(`${head}.${body}`);
  if (!verify(null, signed, key, Buffer.from(signature, 'base64url'))) return 'it was changed';
  return JSON.parse(Buffer.from(body, 'base64url'));
}
