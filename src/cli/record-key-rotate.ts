import { systemActor } from '#domain/kernel/actor.ts';
import { MARKET_ROOT } from '#domain/market/market.ts';
import { rotateSigningKey } from '#domain/reputation/commands/make-signing-key.ts';
import { secretOf } from '#platform/config.ts';
import { createRecordSigner } from '#platform/keys/record-signer.ts';
import type { CliCommand } from './command.ts';

export const recordKeyRotate: CliCommand = {
  summary: 'make a new key that signs members’ records; old keys stay published',
  usage: '',
  details: ['records that were signed before stay valid: /.well-known/jwks.json keeps their key'],
  options: {},
  async run(_words, services) {
    const { run } = await services.open();
    const signer = createRecordSigner(secretOf(services.config));
    const options = { actor: systemActor('command-line'), root: MARKET_ROOT };
    const { keyId, retired } = await run(rotateSigningKey, { signer }, options);
    const before = retired === null ? 'there was none before' : `${retired} signs no more`;
    return { json: { keyId, retired }, lines: [`${keyId} signs records now; ${before}`] };
  },
};
