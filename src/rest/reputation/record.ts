import { z } from '@hono/zod-openapi';
import { signRecord } from '#domain/reputation/commands/sign-record.ts';
import { createRecordSigner } from '#platform/keys/record-signer.ts';
import { eventOf } from '../evidence/event-ref.ts';
import { eventExample, IDS } from '../examples.ts';
import { type Operation, operation } from '../operation.ts';
import { day, eventRef, text } from '../schema.ts';
import { scoreSide } from './scores.ts';

const signed = z
  .strictObject({
    record: z.string().openapi({ description: 'A JWS in compact form (RFC 7515).' }),
    key_id: z.string().openapi({ description: 'The kid in /.well-known/jwks.json.' }),
    outcomes: z.int(),
    event: eventRef,
  })
  .openapi('SignedRecord');

export const recordOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/me/record',
    id: 'signRecord',
    tag: 'Reputation',
    summary: 'Sign what your party did here, so that anyone can verify it offline',
    description:
      'The signature is Ed25519; docs/verify-record.mjs checks it with a saved copy of the published keys.',
    scope: 'work',
    body: {
      schema: z.strictObject({
        side: scoreSide.default('freelancer'),
        since: day.optional().openapi({ description: 'Only what ended on this day or later.' }),
        category: text(80, 1).optional(),
      }),
      example: { side: 'freelancer', since: '2026-01-01' },
    },
    answer: {
      status: 201,
      schema: signed,
      example: {
        record: 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIwMTlhNWMxZSJ9.c2lnbmF0dXJl',
        key_id: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
        outcomes: 41,
        event: eventExample(IDS.freelancer, 12),
      },
    },
    async handle(call) {
      const { publicUrl: issuer, secret } = call.services;
      const { partyId } = call.actor;
      const input = { ...call.body, issuer, signer: createRecordSigner(secret) };
      const { jws, keyId, shown, seq } = await call.act(signRecord, input, partyId);
      const event = await eventOf(call, partyId, seq);
      return { body: { record: jws, key_id: keyId, outcomes: shown, event } };
    },
  }),
];
